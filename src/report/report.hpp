// One report as read: values only. Nothing here was corrected, and what was not printed is absent.
#pragma once

#include "core/decimal.hpp"
#include "document/document.hpp"
#include "report/form.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

enum class CellState {
    number,
    blank,
    not_applicable, ///< a mark that says "does not apply": / - — 无
    text,           ///< anything else that holds no number
};
std::string_view name_of(CellState state); ///< as the JSON writes it

enum class UnitSource { none, cell, header };
std::string_view name_of(UnitSource source);

enum class Attachment {
    label,      ///< the value stands in the run of its label
    positional, ///< filled by order, and every identity that can be assessed holds
};
std::string_view name_of(Attachment how);

/// One cell of the form.
struct Figure {
    std::string_view column; ///< code of the column or measure; points into the tables of form.hpp
    std::optional<Decimal> value;
    CellState state = CellState::blank;
    std::string raw;  ///< as printed, trimmed
    std::string unit; ///< 元, 万元, 件 …; empty where neither cell nor header names one
    UnitSource unit_from = UnitSource::none;
    Attachment how = Attachment::label;
    document::Place place;

    bool operator==(const Figure&) const = default;
};

struct FigureRow {
    std::string_view code; ///< outcome, route or item; points into form.hpp
    std::vector<Figure> cells;

    const Figure* cell(std::string_view column) const; ///< nullptr where there is none
    bool operator==(const FigureRow&) const = default;
};

/// Rows that the report has, in the order of the form; a row that was not printed is not there.
struct FigureTable {
    std::vector<FigureRow> rows;

    const FigureRow* row(std::string_view code) const;
    const Figure* cell(std::string_view row_code, std::string_view column) const;
    bool operator==(const FigureTable&) const = default;
};

struct Section {
    SectionKind kind = SectionKind::preface;
    std::string heading; ///< as printed; two wordings of a doubled heading joined by a line end
    std::string text;    ///< the prose, paragraphs parted by \n
    int line = 0; ///< of the heading, or of the first line where there is none; 0 in a PDF, which has pages
    int page = 0; ///< the same; 0 in what has no pages

    bool operator==(const Section&) const = default;
};

enum class FindingStatus { fail, uncertain, not_assessable };
std::string_view name_of(FindingStatus status);

/// Something about the report that a reader must know; a finding never changes a figure.
struct Finding {
    std::string rule; ///< I1–I4, X1–X3, or a short name of ours (docs/findings.md)
    FindingStatus status = FindingStatus::uncertain;
    std::vector<std::string> cells; ///< codes joined by dots: requests.granted.total
    std::optional<Decimal> left;    ///< the two sides of an identity
    std::optional<Decimal> right;
    std::string message; ///< in Chinese, as the labels it speaks of

    bool operator==(const Finding&) const = default;
};

/// Where a fact of the heading was found; the order is that of trust.
enum class Evidence { none, title, preface, body_text, sign_off, contact, metadata };
std::string_view name_of(Evidence evidence);

struct Report {
    Generation generation = Generation::unknown;
    std::string title; ///< white space inside as printed, line breaks removed; empty where not found
    std::optional<std::string> body; ///< issuing body as written, white space removed
    Evidence body_from = Evidence::none;
    std::optional<int> year; ///< the year covered
    Evidence year_from = Evidence::none;
    std::optional<std::string> published_on; ///< YYYY-MM-DD
    std::string scope;                       ///< "own", "roll_up"; "unknown" where the report does not say
    std::vector<Section> sections;           ///< in the order of the form, one a kind
    std::optional<FigureTable> disclosure;
    std::optional<FigureTable> requests;
    std::optional<FigureTable> disputes;
    std::vector<Finding> findings;

    std::optional<FigureTable>& table(TableKind kind);
    const std::optional<FigureTable>& table(TableKind kind) const;
    const Section* section(SectionKind kind) const;
    bool operator==(const Report&) const = default;
};

} // namespace nianbao::report
