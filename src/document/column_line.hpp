// A line of a page that was converted with its columns kept: pieces parted by white space, each with the
// positions it covers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::document {

/// The marks that number the cells of a label column; the lists that a table nests have a kind each.
enum class Mark : unsigned char {
    none,
    outer,  ///< 一、
    middle, ///< （一）
    inner,  ///< 1. or 1、 or (1)
};

/// Positions [begin, end) in a line.
struct Extent {
    int begin = 0;
    int end = 0;
    bool operator==(const Extent&) const = default;
};

bool is_empty(Extent extent);
Extent join(Extent a, Extent b); ///< the least that covers both; an empty one adds nothing
int overlap(Extent a, Extent b); ///< positions that both cover

struct Piece {
    std::string_view text;
    Extent at;
    Mark mark = Mark::none;
    std::string_view numeral; ///< the mark as printed
};

struct ColumnLine {
    std::vector<Piece> labels; ///< a mark and the word behind it are one piece
    std::vector<Piece> values; ///< the numbers, dashes and slashes at the end of the line
    bool two_rows = false;     ///< several values among the words, too: two rows ran together
    bool is_blank() const { return labels.empty() && values.empty(); }
};

/// What a position is: a character (pdftotext), or a column of a terminal, where a wide character takes two.
enum class Unit : unsigned char { character, terminal };

ColumnLine column_line(std::string_view line, Unit unit);

int last_piece_begin(std::string_view line, Unit unit); ///< where the last piece of the line begins

/// True for a line without tabs that ends with at least that many values; most others are told by their last
/// word.
bool ends_with_values(std::string_view line, std::size_t least);

} // namespace nianbao::document
