// A page of HTML between the parser's tree and the document: pieces of text in reading order, and the boxes
// (blocks, tables, rows, cells) that hold them, both flat and in the order of the page, so that a box is a
// range of pieces and a range of boxes. Inline markup is gone; nothing is left out yet for what it says.
#pragma once

#include "document/document.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::formats::html {

/// Text that nothing parts: no block begins or ends in it, and no <br> stands in it.
struct Piece {
    std::string text; ///< ASCII white space collapsed; not blank; U+00A0 and U+3000 at its begin are kept
    int line = 0;     ///< of the page, where the text begins
    std::uint32_t box = 0;     ///< the innermost box that holds it
    bool after_break = false;  ///< a <br> parts it from the piece before it
    bool link = false;         ///< all of it is the text of links
    bool preformatted = false; ///< tabs part fields
};

enum class BoxKind : std::uint8_t {
    block,
    heading,   ///< h1 to h6
    container, ///< nav, aside, footer: of the site, as a rule
    table,
    row_group,
    row,
    cell,
};

struct Box {
    BoxKind kind = BoxKind::block;
    bool named_title = false; ///< h1, h2, or a class or id with "title" in it
    std::uint32_t parent = 0;
    std::uint32_t end = 0; ///< index behind its last descendant
    std::uint32_t first_piece = 0;
    std::uint32_t end_piece = 0;
    int line = 0;
    int column_span = 1; ///< of a cell: 1 to most_columns_of_cell
    int row_span = 1;    ///< of a cell: 0 is to the end of the row group
};

struct Page {
    document::Metadata metadata;
    std::vector<Piece> pieces;
    std::vector<Box> boxes; ///< the first one holds all
};

/// The form has 15 columns at most; a span of more is a slip or an attack.
inline constexpr int most_columns_of_cell = 64;
inline constexpr int most_rows_of_cell = 65534; ///< as browsers have it

/// For filling boxes in the order of the page.
class PageWriter {
public:
    explicit PageWriter(Page& page);

    void open(Box box); ///< its kind, title, line and spans; a box parts text
    void close();
    void break_line(); ///< <br>
    void part();       ///< what follows is another word, though no space is printed
    void link(bool inside) { in_link_ = inside; }
    void preformatted(bool inside);
    void text(std::string_view utf8, int line);

private:
    enum class Gap : std::uint8_t { none, line_end, space };

    void end_piece();
    void word(std::string_view utf8, int line);
    void preformatted_text(std::string_view utf8, int line);

    Page& page_;
    std::uint32_t open_ = 0;
    Piece piece_;
    bool piece_open_ = false;
    Gap gap_ = Gap::none;
    bool after_break_ = false;
    bool in_link_ = false;
    bool preformatted_ = false;
};

/// Appends `next` where a line was broken or parted: nothing stands between Chinese characters, a space
/// between numbers and Latin words.
void join(std::string& text, std::string_view next);

} // namespace nianbao::formats::html
