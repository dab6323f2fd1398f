// Deals the pieces of text left of the values out to the labels of rows and groups, by the columns they stand
// in.
#pragma once

#include "document/column_rows.hpp"

#include <cstddef>
#include <vector>

namespace nianbao::document {

/// A piece that begins with a mark.
struct MarkedPiece {
    std::size_t line = 0;
    std::size_t piece = 0;
    bool operator==(const MarkedPiece&) const = default;
};
const Piece& piece_of(const std::vector<PageLine>& lines, MarkedPiece at);

struct FoundRow {
    MarkedPiece label;
    std::vector<MarkedPiece> groups; ///< that begin above or beside it
    std::size_t values = 0;          ///< index of the line
};

/// `rows` is not empty. A piece whose column is not certain becomes no part of a row's label; the last row
/// ends where its label does.
std::vector<ColumnRow> deal_labels(const std::vector<PageLine>& lines, const std::vector<FoundRow>& rows);

} // namespace nianbao::document
