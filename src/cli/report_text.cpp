#include "cli/report_text.hpp"

#include "cli/grid.hpp"
#include "cli/layout.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

using report::Figure;
using report::FigureRow;
using report::FigureTable;
using report::Report;
using report::SectionKind;
using report::TableKind;
using report::UnitSource;

std::string wrapped(std::string_view words, int columns) {
    if (columns <= 0) return printable(words) + "\n";
    std::string lines;
    for (const std::string& line : wrap(printable(words), columns)) lines += line + "\n";
    return lines;
}

std::string label_of(TableKind table, std::string_view row, Language language) {
    const report::FormRow* form = report::find_row(table, row);
    return std::string(form == nullptr ? row : language == Language::zh ? form->zh : form->en);
}

std::string heading_of(TableKind table, std::string_view column, Language language) {
    const report::FormColumn* form = report::find_column(table, column);
    return std::string(form == nullptr ? column : language == Language::zh ? form->zh : form->en);
}

/// As printed; a blank cell is empty, which no printed cell is. A row whose values cannot be told apart holds
/// all of them in every cell: shown there, they would look like values of the cells.
std::string shown(const Figure* figure) {
    if (figure == nullptr) return {};
    if (figure->state == report::CellState::text) return "?";
    const std::string unit = figure->unit_from == UnitSource::header ? " " + figure->unit : "";
    return one_line(figure->raw) + unit;
}

bool same_columns(const FigureRow& a, const FigureRow& b) {
    return std::ranges::equal(a.cells, b.cells, {}, &Figure::column, &Figure::column);
}

/// Rows of one kind of measures stand under one heading: table 2 of the form is made of such blocks.
void print_table(std::ostream& out, TableKind kind, const FigureTable& table, const TextStyle& style) {
    for (std::size_t at = 0; at < table.rows.size();) {
        const FigureRow& first = table.rows[at];
        Grid grid;
        grid.headings.emplace_back();
        for (const Figure& figure : first.cells) {
            grid.headings.push_back(heading_of(kind, figure.column, style.language));
        }
        for (; at < table.rows.size() && same_columns(first, table.rows[at]); ++at) {
            std::vector<std::string> cells{label_of(kind, table.rows[at].code, style.language)};
            for (const Figure& figure : table.rows[at].cells) cells.push_back(shown(&figure));
            grid.rows.push_back(std::move(cells));
        }
        print_grid(out, grid, style.columns);
    }
}

std::string place_of(const Figure& figure, Language language) {
    const bool zh = language == Language::zh;
    std::string place;
    const auto add = [&](int number, std::string_view before, std::string_view after) {
        if (number != 0)
            place += (place.empty() ? "" : " ") + std::string(before) + std::to_string(number) +
                     std::string(after);
    };
    add(figure.place.page, zh ? "第" : "page ", zh ? "页" : "");
    add(figure.place.line, zh ? "第" : "line ", zh ? "行" : "");
    add(figure.place.row, zh ? "表内第" : "row ", zh ? "行" : "");
    add(figure.place.column, zh ? "第" : "column ", zh ? "列" : "");
    return place;
}

void print_evidence(std::ostream& out, TableKind kind, const FigureTable& table, const TextStyle& style) {
    for (const FigureRow& row : table.rows) {
        for (const Figure& figure : row.cells) {
            out << "  " << name_of(kind) << '.' << row.code << '.' << figure.column << " = "
                << (figure.value ? figure.value->to_string() : "null") << "  \"" << one_line(figure.raw)
                << "\" " << name_of(figure.state) << (figure.unit.empty() ? "" : " ") << figure.unit << "  "
                << place_of(figure, style.language) << "  " << name_of(figure.how) << '\n';
        }
    }
}

std::optional<TableKind> table_of(SectionKind kind) {
    switch (kind) {
    case SectionKind::disclosure:
        return TableKind::disclosure;
    case SectionKind::requests:
        return TableKind::requests;
    case SectionKind::disputes:
        return TableKind::disputes;
    case SectionKind::preface:
    case SectionKind::overview:
    case SectionKind::improvements:
    case SectionKind::other_matters:
        return std::nullopt;
    }
    return std::nullopt;
}

void print_facts(std::ostream& out, const archive::StoredReport& stored, bool with_id,
                 const TextStyle& style) {
    const Report& report = stored.report;
    const bool zh = style.language == Language::zh;
    const std::string unknown = zh ? "（未写明）" : "(not said)";
    const auto fact = [&](std::string_view chinese, std::string_view english, const std::string& value) {
        out << "  " << pad(zh ? chinese : english, 10) << "  " << (value.empty() ? unknown : one_line(value))
            << '\n';
    };
    if (with_id) {
        fact("编号", "id", std::to_string(stored.id));
        const std::string former = stored.current ? ""
                                   : zh           ? "（已有更新的修订）"
                                                  : " (there is a later one)";
        fact("修订", "revision", std::to_string(stored.revision) + former);
    }
    fact("机关", "body", report.body.value_or(""));
    fact("年度", "year", report.year ? std::to_string(*report.year) : "");
    fact("格式", "form", std::string(name_of(report.generation)));
    fact("口径", "scope", report.scope);
    fact("公布日期", "published", report.published_on.value_or(""));
    fact("来源", "source", stored.source.path);
    fact("类型", "type",
         stored.source.media_type + (stored.source.encoding.empty() ? "" : ", ") + stored.source.encoding);
}

void print_findings(std::ostream& out, const Report& report, const TextStyle& style) {
    const bool zh = style.language == Language::zh;
    if (report.findings.empty()) return;
    out << '\n' << (zh ? "发现的问题" : "Findings") << '\n';
    for (const report::Finding& finding : report.findings) {
        out << wrapped("  [" + std::string(name_of(finding.status)) + "] " + finding.rule + "  " +
                           finding.message,
                       style.columns);
    }
}

} // namespace

void print_section(std::ostream& out, const Report& report, SectionKind kind, const TextStyle& style) {
    const report::Section* section = report.section(kind);
    const auto table = table_of(kind);
    const FigureTable* figures = table && report.table(*table) ? &*report.table(*table) : nullptr;
    if (section == nullptr && figures == nullptr) return;
    const bool headed = section != nullptr && !section->heading.empty();
    out << '\n' << wrapped(headed ? section->heading : std::string(label_of(kind)), style.columns);
    if (section != nullptr && !section->text.empty()) out << wrapped(section->text, style.columns);
    if (figures == nullptr) return;
    out << '\n';
    print_table(out, *table, *figures, style);
    if (style.evidence) print_evidence(out, *table, *figures, style);
}

void print_report(std::ostream& out, const archive::StoredReport& stored, bool with_id,
                  const TextStyle& style) {
    const Report& report = stored.report;
    const bool zh = style.language == Language::zh;
    out << wrapped(report.title.empty() ? (zh ? "（无标题）" : "(no title)") : report.title, style.columns);
    print_facts(out, stored, with_id, style);
    for (const SectionKind kind : report::all_sections) print_section(out, report, kind, style);
    print_findings(out, report, style);
}

} // namespace nianbao::cli
