// The rows of a page's table: marks and lines of values take turns. What stands above or below the values
// must be the header printed again, or the table ends there.
#include "document/column_rows.hpp"

#include "document/column_labels.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace nianbao::document {

namespace {

using Lines = std::vector<PageLine>;

/// Characters and how often they stand in a text.
std::map<char32_t, int> characters(std::string_view text) {
    std::map<char32_t, int> count;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        if (!text::is_space(point.value)) ++count[point.value];
        i += point.length;
    }
    return count;
}

bool is_marked(const PageLine& line) {
    const auto& labels = line.pieces.labels;
    return std::any_of(labels.begin(), labels.end(),
                       [](const Piece& piece) { return piece.mark != Mark::none; });
}

/// The header above the first row, by which one printed again on the next page is known.
class Header {
public:
    /// `behind` is the line of the first label.
    Header(const Lines& lines, std::size_t behind) {
        constexpr std::size_t most_lines = 20;
        std::string all;
        for (std::size_t i = behind; i > 0 && behind - i < most_lines; --i) {
            const PageLine& line = lines[i - 1];
            if (line.skipped) continue;
            if (!line.pieces.values.empty()) continue; // a row that is not read: it has blanks
            if (is_marked(line)) break;
            lines_.insert(text::without_spaces(line.text));
            all += line.text;
        }
        characters_ = characters(all);
    }

    bool holds_line(const PageLine& line) const {
        return !line.pieces.is_blank() && lines_.count(text::without_spaces(line.text)) != 0;
    }

    /// True where the lines [begin, end) are part of the header, whatever line their words are on.
    bool holds(const Lines& lines, std::size_t begin, std::size_t end) const {
        std::string all;
        for (std::size_t i = begin; i < end; ++i) {
            if (!lines[i].skipped) all += lines[i].text;
        }
        for (const auto& [c, count] : characters(all)) {
            const auto found = characters_.find(c);
            if (found == characters_.end() || found->second < count) return false;
        }
        return true;
    }

private:
    std::set<std::string> lines_;
    std::map<char32_t, int> characters_;
};

class RowReader {
public:
    RowReader(Lines& lines, std::size_t width) : lines_(lines), width_(width) {}

    std::vector<ColumnRow> read() {
        if (!find_first()) return {};
        find_begins();
        const Header header(lines_, rows_.front().label.line);
        std::size_t last = rows_.front().values;
        for (std::size_t i = last + 1; i < lines_.size(); ++i) {
            if (lines_[i].skipped || lines_[i].pieces.values.empty()) continue;
            const auto again = header_again(header, last, i);
            if (!again || lines_[i].pieces.values.size() > width_) break;
            for (std::size_t k = again->begin; k < again->end; ++k) lines_[k].skipped = true;
            if (!add_row(last, i)) return {};
            if (is_new_page(last, i) && begins_anew_) {
                rows_.pop_back();
                break;
            }
            last = i;
        }
        return deal_labels(lines_, rows_);
    }

private:
    bool is_full(std::size_t line) const { return lines_[line].pieces.values.size() == width_; }

    /// Marks on the lines [begin, end].
    std::vector<MarkedPiece> marks_in(std::size_t begin, std::size_t end) const {
        std::vector<MarkedPiece> found;
        for (std::size_t i = begin; i <= end; ++i) {
            if (lines_[i].skipped) continue;
            const auto& labels = lines_[i].pieces.labels;
            for (std::size_t k = 0; k < labels.size(); ++k) {
                if (labels[k].mark != Mark::none) found.push_back({i, k});
            }
        }
        return found;
    }

    bool find_first() {
        std::size_t first = 0;
        while (first < lines_.size() && !is_full(first)) ++first;
        if (first == lines_.size()) return false;
        for (std::size_t i = first + 1; i-- > 0;) {
            if (lines_[i].skipped || !is_marked(lines_[i])) continue;
            return take(marks_in(i, i), first);
        }
        return false;
    }

    bool add_row(std::size_t last, std::size_t values) { return take(marks_in(last + 1, values), values); }

    /// The mark of the row whose values stand on the line `values`; all others begin groups, which stand left
    /// of it.
    bool take(const std::vector<MarkedPiece>& marks, std::size_t values) {
        const auto is_inner = [&](MarkedPiece at) { return piece_of(lines_, at).mark == Mark::inner; };
        const auto inner = std::count_if(marks.begin(), marks.end(), is_inner);
        if (marks.empty() || inner > 1) return false;
        const auto own = inner == 1 ? std::find_if(marks.begin(), marks.end(), is_inner) : marks.end() - 1;
        FoundRow row{*own, {}, values};
        for (const MarkedPiece& mark : marks) {
            if (mark.line == own->line && mark.piece == own->piece) continue;
            if (piece_of(lines_, mark).at.end > piece_of(lines_, *own).at.begin) return false;
            row.groups.push_back(mark);
        }
        if (inner == 0 && !stands_alone(*own)) return false;
        note_numerals(row);
        rows_.push_back(std::move(row));
        return true;
    }

    /// A numeral of an outer label that stands there once more: a second copy of the table.
    void note_numerals(const FoundRow& row) {
        begins_anew_ = false;
        const auto note = [&](MarkedPiece at) {
            const Piece& piece = piece_of(lines_, at);
            if (piece.mark != Mark::inner && !numerals_.insert(piece.numeral).second) begins_anew_ = true;
        };
        note(row.label);
        std::for_each(row.groups.begin(), row.groups.end(), note);
    }

    /// Text right of an outer label is an item without a mark, and the values are its own.
    bool stands_alone(MarkedPiece at) const {
        constexpr int gap = 2; // within a label spread by spaces
        const auto& labels = lines_[at.line].pieces.labels;
        return at.piece + 1 == labels.size() ||
               labels[at.piece + 1].at.begin - labels[at.piece].at.end <= gap;
    }

    /// Where the values of the full rows above and below each line begin: the further of those on its page,
    /// the nearer where its page is not known.
    void find_begins() {
        constexpr int nowhere = -1;
        begins_.assign(lines_.size(), 0);
        std::vector<std::size_t> above(lines_.size(), lines_.size());
        std::size_t row = lines_.size();
        for (std::size_t i = 0; i < lines_.size(); ++i) above[i] = row = is_full(i) ? i : row;
        row = lines_.size();
        const auto begin_of = [&](std::size_t full, int page) {
            const bool counts = full < lines_.size() && (page == nowhere || lines_[full].page == page);
            return counts ? lines_[full].pieces.values.front().at.begin : nowhere;
        };
        for (std::size_t i = lines_.size(); i-- > 0;) {
            if (is_full(i)) row = i;
            const int page = lines_[i].page;
            begins_[i] = std::max(begin_of(above[i], page), begin_of(row, page));
            if (begins_[i] != nowhere) continue;
            const int upper = begin_of(above[i], nowhere);
            const int lower = begin_of(row, nowhere);
            begins_[i] =
                upper == nowhere || lower == nowhere ? std::max(upper, lower) : std::min(upper, lower);
        }
    }

    /// True where text stands above or below values.
    bool is_foreign(std::size_t line) const {
        const auto& labels = lines_[line].pieces.labels;
        return !lines_[line].skipped && !labels.empty() && labels.back().at.begin >= begins_[line];
    }

    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };

    /// The header printed again on the next page between two lines of values, empty where there is none;
    /// nullopt where something else stands there. A page break leaves an empty line or a line of its own.
    std::optional<Range> header_again(const Header& header, std::size_t last, std::size_t next) const {
        std::size_t begin = last + 1;
        while (begin < next && !is_foreign(begin)) ++begin;
        if (begin == next) return Range{next, next};
        std::size_t end = next;
        while (!is_foreign(end - 1)) --end;
        while (begin > last + 1 && header.holds_line(lines_[begin - 1])) --begin;
        while (end < next && header.holds_line(lines_[end])) ++end;
        const PageLine& above = lines_[begin - 1];
        const bool marked = std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                                        lines_.begin() + static_cast<std::ptrdiff_t>(end), is_marked);
        if (marked || !header.holds(lines_, begin, end) || !(above.skipped || above.pieces.is_blank()))
            return std::nullopt;
        return Range{begin, end};
    }

    /// True where lines between two rows of values were skipped.
    bool is_new_page(std::size_t last, std::size_t next) const {
        return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(last),
                           lines_.begin() + static_cast<std::ptrdiff_t>(next),
                           [](const PageLine& line) { return line.skipped; });
    }

    Lines& lines_;
    std::size_t width_;
    std::vector<FoundRow> rows_;
    std::vector<int> begins_;             ///< by line
    std::set<std::string_view> numerals_; ///< of outer labels
    bool begins_anew_ = false;            ///< the last row does
};

} // namespace

std::vector<ColumnRow> read_column_rows(std::vector<PageLine>& lines, std::size_t width) {
    return RowReader(lines, width).read();
}

} // namespace nianbao::document
