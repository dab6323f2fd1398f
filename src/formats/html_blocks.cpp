// One walk over the boxes in the order of the page. Rows of data become rows of a table; what is not in such
// a row becomes lines. A table inside a row of data is read after the table around it.
#include "formats/html_blocks.hpp"

#include "formats/html_table.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace nianbao::formats::html {

namespace {

using document::Cell;
using document::Line;
using document::Place;
using document::Row;
using document::Table;

/// A stretch of the page, as boxes and as the pieces in them.
struct Stretch {
    std::uint32_t box = 0;
    std::uint32_t end_box = 0;
    std::uint32_t piece = 0;
    std::uint32_t end_piece = 0;
};

Stretch stretch_of(const Page& page, std::uint32_t box) {
    const Box& one = page.boxes[box];
    return {box, one.end, one.first_piece, one.end_piece};
}

class Writer {
public:
    Writer(const Page& page, const Landmarks& landmarks)
        : page_(page), kept_(article_of(page, landmarks)), uses_(row_uses(page, landmarks)) {}

    std::vector<document::Block> write() && {
        todo_.push_back(stretch_of(page_, 0));
        while (!todo_.empty()) {
            Stretch stretch = todo_.back();
            todo_.pop_back();
            write(stretch);
        }
        return std::move(blocks_);
    }

private:
    void write(Stretch& stretch) {
        while (stretch.box < stretch.end_box) {
            const std::uint32_t index = stretch.box;
            if (page_.boxes[index].kind == BoxKind::table) begin_table(index);
            if (page_.boxes[index].kind == BoxKind::row && uses_[index] == RowUse::data) {
                lines(stretch, page_.boxes[index].first_piece);
                row(index);
                stretch.piece = page_.boxes[index].end_piece;
                stretch.box = page_.boxes[index].end;
            } else {
                ++stretch.box;
            }
            if (!inner_.empty() && stretch.box >= end_of_outer_) {
                todo_.push_back(stretch);
                for (; !inner_.empty(); inner_.pop_back()) todo_.push_back(stretch_of(page_, inner_.back()));
                return;
            }
        }
        lines(stretch, stretch.end_piece);
    }

    void begin_table(std::uint32_t table) {
        for (std::vector<GridCell>& cells : grid_of(page_, table)) {
            if (!cells.empty()) grid_[page_.boxes[cells.front().box].parent] = std::move(cells);
        }
    }

    /// The pieces up to `end` as lines.
    void lines(Stretch& stretch, std::uint32_t end) {
        for (; stretch.piece < end; ++stretch.piece) {
            if (!kept_[stretch.piece]) continue;
            const Piece& piece = page_.pieces[stretch.piece];
            if (piece.preformatted && piece.text.find('\t') != std::string::npos) {
                fields(piece);
                continue;
            }
            const bool goes_on = piece.after_break && page_.boxes[piece.box].kind == BoxKind::heading &&
                                 !blocks_.empty() && stretch.piece > 0 && kept_[stretch.piece - 1] &&
                                 page_.pieces[stretch.piece - 1].box == piece.box;
            if (goes_on) {
                join(std::get<Line>(blocks_.back()).text, piece.text);
            } else {
                blocks_.emplace_back(Line{piece.text, place_at(piece.line)});
            }
            table_ = 0;
        }
    }

    static Place place_at(int line) {
        Place place;
        place.line = line;
        return place;
    }

    Table& open_table(std::uint32_t table, bool aligned) {
        if (table_ != table || blocks_.empty()) blocks_.emplace_back(Table{{}, aligned});
        table_ = table;
        return std::get<Table>(blocks_.back());
    }

    void row(std::uint32_t index) {
        const Box& row = page_.boxes[index];
        const auto begin = kept_.begin();
        if (std::find(begin + row.first_piece, begin + row.end_piece, true) == begin + row.end_piece) return;
        std::uint32_t table = row.parent;
        while (page_.boxes[table].kind != BoxKind::table && table != 0) table = page_.boxes[table].parent;
        Row& out = open_table(table, true).rows.emplace_back();
        for (const GridCell& cell : grid_[index]) out.push_back(cell_of(cell));
        end_of_outer_ = page_.boxes[table].end;
    }

    Cell cell_of(const GridCell& grid) {
        const Box& box = page_.boxes[grid.box];
        Cell cell;
        cell.column_span = box.column_span;
        cell.row_span = grid.row_span;
        cell.place =
            place_at(box.first_piece < box.end_piece ? page_.pieces[box.first_piece].line : box.line);
        cell.place.row = grid.row;
        cell.place.column = grid.column;
        std::uint32_t piece = box.first_piece;
        for (std::uint32_t i = grid.box + 1; i < box.end;) {
            if (page_.boxes[i].kind == BoxKind::table && has_cells(page_, i)) {
                append(cell.text, piece, page_.boxes[i].first_piece);
                piece = page_.boxes[i].end_piece;
                inner_.push_back(i);
                i = page_.boxes[i].end;
            } else {
                ++i;
            }
        }
        append(cell.text, piece, box.end_piece);
        return cell;
    }

    void append(std::string& text, std::uint32_t begin, std::uint32_t end) const {
        for (std::uint32_t i = begin; i < end; ++i) join(text, page_.pieces[i].text);
    }

    /// A line of <pre> with tabs: fields whose spans are lost, as in converted text.
    void fields(const Piece& piece) {
        Row& row = open_table(preformatted, false).rows.emplace_back();
        std::string_view rest = piece.text;
        Place place = place_at(piece.line);
        while (true) {
            ++place.column;
            const std::size_t tab = rest.find('\t');
            row.push_back({std::string(text::trim(rest.substr(0, tab))), place});
            if (tab == std::string_view::npos) return;
            rest.remove_prefix(tab + 1);
        }
    }

    static constexpr std::uint32_t preformatted = ~std::uint32_t{0};

    const Page& page_;
    std::vector<bool> kept_;
    std::vector<RowUse> uses_;
    std::vector<document::Block> blocks_;
    std::vector<Stretch> todo_;        ///< the next one last
    std::vector<std::uint32_t> inner_; ///< tables in cells of the table being written
    std::uint32_t end_of_outer_ = 0;
    std::uint32_t table_ = 0; ///< whose rows the last block holds; 0 where it is a line
    std::unordered_map<std::uint32_t, std::vector<GridCell>> grid_; ///< by row
};

} // namespace

std::vector<document::Block> blocks_of(const Page& page, const Landmarks& landmarks) {
    return Writer(page, landmarks).write();
}

} // namespace nianbao::formats::html
