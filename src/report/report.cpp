#include "report/report.hpp"

#include <algorithm>

namespace nianbao::report {

std::string_view name_of(CellState state) {
    switch (state) {
    case CellState::number:
        return "number";
    case CellState::blank:
        return "blank";
    case CellState::not_applicable:
        return "not_applicable";
    case CellState::text:
        return "text";
    }
    return "";
}

std::string_view name_of(UnitSource source) {
    switch (source) {
    case UnitSource::none:
        return "none";
    case UnitSource::cell:
        return "cell";
    case UnitSource::header:
        return "header";
    }
    return "";
}

std::string_view name_of(Attachment how) {
    switch (how) {
    case Attachment::label:
        return "label";
    case Attachment::positional:
        return "positional";
    }
    return "";
}

std::string_view name_of(FindingStatus status) {
    switch (status) {
    case FindingStatus::fail:
        return "fail";
    case FindingStatus::uncertain:
        return "uncertain";
    case FindingStatus::not_assessable:
        return "not_assessable";
    }
    return "";
}

std::string_view name_of(Evidence evidence) {
    switch (evidence) {
    case Evidence::none:
        return "none";
    case Evidence::title:
        return "title";
    case Evidence::preface:
        return "preface";
    case Evidence::body_text:
        return "body_text";
    case Evidence::sign_off:
        return "sign_off";
    case Evidence::contact:
        return "contact";
    case Evidence::metadata:
        return "metadata";
    }
    return "";
}

namespace {

/// Codes mostly come from the same table and are the same bytes: then no comparison is needed.
bool same_code(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.data() == b.data() || a == b);
}

} // namespace

const Figure* FigureRow::cell(std::string_view column) const {
    const auto found = std::find_if(cells.begin(), cells.end(),
                                    [&](const Figure& figure) { return same_code(figure.column, column); });
    return found == cells.end() ? nullptr : &*found;
}

const FigureRow* FigureTable::row(std::string_view code) const {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const FigureRow& one) { return same_code(one.code, code); });
    return found == rows.end() ? nullptr : &*found;
}

const Figure* FigureTable::cell(std::string_view row_code, std::string_view column) const {
    const FigureRow* found = row(row_code);
    return found ? found->cell(column) : nullptr;
}

std::optional<FigureTable>& Report::table(TableKind kind) {
    switch (kind) {
    case TableKind::disclosure:
        return disclosure;
    case TableKind::requests:
        return requests;
    case TableKind::disputes:
        break;
    }
    return disputes;
}

const std::optional<FigureTable>& Report::table(TableKind kind) const {
    return const_cast<Report*>(this)->table(kind);
}

const Section* Report::section(SectionKind kind) const {
    const auto found =
        std::find_if(sections.begin(), sections.end(), [&](const Section& one) { return one.kind == kind; });
    return found == sections.end() ? nullptr : &*found;
}

} // namespace nianbao::report
