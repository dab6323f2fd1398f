#include "document/column_labels.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace nianbao::document {

namespace {

using Lines = std::vector<PageLine>;

/// A label as far as it is read, and the positions it covers on the page last seen.
struct Cell {
    std::string text;
    Mark mark = Mark::none;
    Extent at;
    int page = 0;
    std::size_t row = 0; ///< beside which it begins

    void add(const Piece& piece, int on_page) {
        text += piece.text;
        at = page == on_page ? join(at, piece.at) : piece.at;
        page = on_page;
    }
    Extent on(int this_page) const { return page == this_page ? at : Extent{}; }
};

class Dealer {
public:
    Dealer(const Lines& lines, const std::vector<FoundRow>& rows) : lines_(lines), found_(rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            note_column(inner_, rows[i].label, Mark::inner);
            for (const MarkedPiece& group : rows[i].groups) {
                note_column(outer_groups_, group, Mark::outer);
                note_column(middle_groups_, group, Mark::middle);
            }
        }
    }

    std::vector<ColumnRow> deal() {
        std::vector<ColumnRow> rows;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            row_ = open(found_[i].label, i);
            if (i == 0) open_groups_above();
            ColumnRow row;
            row.values = found_[i].values;
            row.begin = found_[i].label.line;
            row.end = read_lines(i);
            row.label = row_.text;
            rows.push_back(std::move(row));
        }
        for (const Cell& group : groups_) {
            std::string& text = rows[group.row].group;
            text += (text.empty() ? "" : " ") + group.text;
        }
        return rows;
    }

private:
    void note_column(std::map<int, Extent>& columns, MarkedPiece at, Mark mark) {
        const Piece& piece = piece_of(lines_, at);
        if (piece.mark != mark) return;
        Extent& column = columns[lines_[at.line].page];
        column = join(column, piece.at);
    }

    Cell open(MarkedPiece at, std::size_t row) const {
        const Piece& piece = piece_of(lines_, at);
        Cell cell;
        cell.mark = piece.mark;
        cell.row = row;
        cell.page = lines_[at.line].page;
        cell.add(piece, cell.page);
        return cell;
    }

    void open_groups_above() {
        for (const MarkedPiece& group : found_.front().groups) groups_.push_back(open(group, 0));
    }

    /// Reads the lines from the row's mark to the next row's; returns the index behind the last of the row.
    std::size_t read_lines(std::size_t row) {
        const bool last = row + 1 == found_.size();
        const std::size_t next = last ? lines_.size() : found_[row + 1].label.line;
        for (std::size_t i = found_[row].label.line; i < next; ++i) {
            if (lines_[i].skipped) continue;
            if (last && i > found_[row].values && !goes_on(lines_[i])) return i;
            for (std::size_t k = 0; k < lines_[i].pieces.labels.size(); ++k) deal({i, k}, row);
        }
        if (!last) deal_groups_beside(row + 1);
        return next;
    }

    /// What stands left of a row's mark on its line belongs to groups.
    void deal_groups_beside(std::size_t row) {
        for (const MarkedPiece& group : found_[row].groups) {
            if (group.line == found_[row].label.line) groups_.push_back(open(group, row));
        }
    }

    void deal(MarkedPiece at, std::size_t row) {
        if (at == found_[row].label) return;
        const Piece& piece = piece_of(lines_, at);
        const int page = lines_[at.line].page;
        if (piece.mark != Mark::none) {
            const bool beside = at.line == found_[row].label.line; // opened already
            const bool beside_next = !beside && row + 1 < found_.size();
            if (!beside) groups_.push_back(open(at, is_group_of(at, row) || !beside_next ? row : row + 1));
        } else if (is_of_row(piece, at, row, page)) {
            row_.add(piece, page);
        } else if (Cell* group = group_of(piece, page)) {
            group->add(piece, page);
        }
    }

    bool is_group_of(MarkedPiece at, std::size_t row) const {
        const auto& groups = found_[row].groups;
        return std::find(groups.begin(), groups.end(), at) != groups.end();
    }

    bool is_of_row(const Piece& piece, MarkedPiece at, std::size_t row, int page) const {
        const bool left_of_mark = at.line == found_[row].label.line && at.piece < found_[row].label.piece;
        if (left_of_mark) return false;
        // Nothing stands left of an outermost row but, below it, the group that follows.
        if (row_.mark == Mark::outer) return groups_.empty() || groups_.back().row <= row;
        if (row_.mark != Mark::inner)
            return overlap(piece.at, row_.on(page)) > overlap(piece.at, column_on(outer_groups_, page));
        const Extent column = column_on(inner_, page);
        const Extent groups = join(column_on(outer_groups_, page), column_on(middle_groups_, page));
        const auto& labels = lines_[at.line].pieces.labels;
        const bool rightmost = at.piece > 0 && at.piece + 1 == labels.size();
        if (rightmost && overlap(labels[at.piece - 1].at, column_on(middle_groups_, page)) > 0) return true;
        const int inside = overlap(piece.at, join(column, row_.on(page)));
        const int beside = overlap(piece.at, groups);
        if (inside > 0 || beside > 0) return inside > beside;
        // A short last line may stand right of all first ones; of two texts on a line the left is a group's.
        return rightmost || (!is_empty(column) && piece.at.begin >= column.end);
    }

    static Extent column_on(const std::map<int, Extent>& columns, int page) {
        const auto found = columns.find(page);
        return found == columns.end() ? Extent{} : found->second;
    }

    /// The group under whose text a piece stands, clear of the items: words of theirs in its label might
    /// name another row.
    Cell* group_of(const Piece& piece, int page) {
        constexpr std::size_t open_at_once = 2; // 三、 and its （三）
        if (overlap(piece.at, column_on(inner_, page)) > 0) return nullptr;
        Cell* best = nullptr;
        int most = 0;
        for (std::size_t i = groups_.size(); i-- > 0 && groups_.size() - i <= open_at_once;) {
            const int shared = overlap(piece.at, groups_[i].on(page));
            if (shared > most) best = &groups_[i];
            most = std::max(most, shared);
        }
        return best;
    }

    /// The last label goes on only straight below itself.
    bool goes_on(const PageLine& line) const {
        if (line.pieces.labels.size() != 1 || !line.pieces.values.empty()) return false;
        const Piece& piece = line.pieces.labels.front();
        return piece.mark == Mark::none && row_.page == line.page && row_.at.begin <= piece.at.begin &&
               piece.at.end <= row_.at.end;
    }

    const Lines& lines_;
    const std::vector<FoundRow>& found_;
    std::map<int, Extent> inner_;        ///< column of the innermost labels, by page
    std::map<int, Extent> outer_groups_; ///< column of the groups that stand left of them, by page
    std::map<int, Extent> middle_groups_;
    Cell row_;
    std::vector<Cell> groups_;
};

} // namespace

const Piece& piece_of(const Lines& lines, MarkedPiece at) {
    return lines[at.line].pieces.labels[at.piece];
}

std::vector<ColumnRow> deal_labels(const Lines& lines, const std::vector<FoundRow>& rows) {
    return Dealer(lines, rows).deal();
}

} // namespace nianbao::document
