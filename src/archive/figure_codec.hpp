// The compact form of a table's cells (docs/decisions/0003-figure-layout.md): a row of whole numbers, one
// character a cell for what else is common, a note for everything else. Pure: knows no database. Internal to
// this floor.
#pragma once

#include "report/report.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// What one character of `marks` says of a cell.
struct CellMark {
    std::string_view mark; ///< one character, UTF-8
    report::CellState state = report::CellState::number;
    std::optional<std::string_view> raw; ///< nullopt: the value as Decimal prints it, without a fraction
    std::string_view unit;
    report::UnitSource unit_from = report::UnitSource::none;
};
std::span<const CellMark> cell_marks();

inline constexpr std::string_view plain_mark = "0";
inline constexpr std::string_view absent_mark = "."; ///< the row has no such cell
inline constexpr std::string_view noted_mark = "*";  ///< see the note

/// What all rows of a table share: how cells follow each other in the source, and how most of them were
/// attached.
struct TableLayout {
    report::Attachment how = report::Attachment::label;
    int first_line = 0;
    int line_step = 0;
    int column_step = 0;
    bool operator==(const TableLayout&) const = default;
};

struct CellNote {
    int position = 1; ///< of the cell in its row, from 1
    report::Figure figure;
};

struct EncodedRow {
    std::vector<std::optional<std::int64_t>> values; ///< one a column
    std::optional<std::int64_t> place;               ///< nullopt where every cell has a note
    std::optional<std::string> marks;                ///< nullopt where every cell is a plain number
    std::vector<CellNote> notes;
};

/// `columns` are the codes of the row's cells in the order of the form; cells of other columns are not
/// encoded.
TableLayout layout_of(const report::FigureTable& table);
EncodedRow encode_row(const report::FigureRow& row, std::span<const std::string_view> columns,
                      const TableLayout& layout);
/// The cells again, in the order of `columns`.
std::vector<report::Figure> decode_row(const EncodedRow& row, std::span<const std::string_view> columns,
                                       const TableLayout& layout);

} // namespace nianbao::archive
