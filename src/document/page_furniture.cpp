#include "document/page_furniture.hpp"

#include "document/column_line.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace nianbao::document {

namespace {

using Lines = std::vector<SourceLine>;

/// Lines [begin, end), and the indices of those that are not blank.
struct Page {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::vector<std::size_t> printed;
};

std::vector<Page> pages_of(const Lines& lines) {
    std::vector<Page> pages(1);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0 && lines[i].page != lines[i - 1].page) {
            pages.back().end = i;
            pages.push_back({i, i, {}});
        }
        if (!text::trim(lines[i].text).empty()) pages.back().printed.push_back(i);
    }
    pages.back().end = lines.size();
    std::erase_if(pages, [](const Page& page) { return page.printed.empty(); });
    return pages;
}

/// A line without white space, every number one #, and those numbers.
struct Masked {
    std::string text;
    std::vector<long> numbers;
    bool worded = false;    ///< anything but numbers and marks
    bool only_words = true; ///< no number and no Latin letter
};

Masked masked(std::string_view line) {
    constexpr long most = 100'000'000; // what is longer is no page number
    Masked read;
    bool digit_before = false;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint point = text::decode_at(line, i);
        const bool digit = point.value >= '0' && point.value <= '9';
        if (digit) {
            read.only_words = false;
            if (!digit_before) {
                read.text += '#';
                read.numbers.push_back(0);
            }
            if (read.numbers.back() < most)
                read.numbers.back() = read.numbers.back() * 10 + static_cast<long>(point.value - '0');
        } else if (!text::is_space(point.value)) {
            read.text += line.substr(i, point.length);
            const bool letter = (point.value | 0x20U) >= 'a' && (point.value | 0x20U) <= 'z';
            read.worded = read.worded || letter || text::is_han(point.value);
            read.only_words = read.only_words && !letter;
        }
        digit_before = digit;
        i += point.length;
    }
    return read;
}

/// One line at the edge of one page.
struct Seen {
    std::size_t page = 0; ///< from 0
    std::vector<long> numbers;
};

/// True where each number is the same on all pages, or counts them.
bool numbers_follow_pages(const std::vector<Seen>& seen, bool worded) {
    std::size_t counting = 0;
    const std::size_t slots = seen.front().numbers.size();
    for (std::size_t slot = 0; slot < slots; ++slot) {
        bool same = true;
        bool counts = true;
        for (const Seen& line : seen) {
            const long first = seen.front().numbers[slot];
            const auto pages = static_cast<long>(line.page - seen.front().page);
            same = same && line.numbers[slot] == first;
            counts = counts && line.numbers[slot] == first + pages;
        }
        if (!same && !counts) return false;
        counting += counts ? 1 : 0;
    }
    // Numbers alone are a page's only where they count: 3, - 3 -, 3/12.
    return worded || (counting == 1 && slots <= 2);
}

constexpr std::size_t edge = 6; ///< lines from the top or the bottom among which a page's own stand

enum class Side : char { top = 't', bottom = 'b' };

/// What the same line of another page has, too. Numbers alone stand just as far from the edge on every page:
/// near it may be cells of a table.
std::string key_of(const Masked& line, Side side, std::size_t depth) {
    std::string key = line.text + static_cast<char>(side);
    return line.worded ? key : key + std::to_string(depth);
}

/// Lines of a page that may be its own, from the edge inward.
std::vector<std::size_t> edge_of(const Page& page, Side side) {
    std::vector<std::size_t> lines = page.printed;
    if (side == Side::bottom) std::reverse(lines.begin(), lines.end());
    lines.resize(std::min(lines.size(), edge));
    return lines;
}

/// The lines at the edges of pages that stand there on every page but perhaps the first, by their masked
/// text, with how often they do.
class Repeated {
public:
    Repeated(const Lines& lines, const std::vector<Page>& pages) {
        std::map<std::string, std::vector<Seen>> seen;
        std::map<std::string, bool> worded;
        std::map<std::string, bool> only_words;
        for (std::size_t p = 0; p < pages.size(); ++p) {
            for (const Side side : {Side::top, Side::bottom}) {
                std::size_t depth = 0;
                for (const std::size_t i : edge_of(pages[p], side)) {
                    const Masked line = masked(lines[i].text);
                    const std::string key = key_of(line, side, depth++);
                    worded[key] = line.worded;
                    only_words[key] = line.only_words;
                    seen[key].push_back({p, line.numbers});
                }
            }
        }
        for (const auto& [key, of_pages] : seen) {
            const std::size_t times = times_on_each(of_pages, pages.size());
            if (times == 0 || !numbers_follow_pages(of_pages, worded[key])) continue;
            // 总计 may stand near the edge of two pages.
            if (of_pages.size() > 2 || !only_words[key]) times_[key] = times;
        }
    }

    std::size_t times(const std::string& key) const {
        const auto found = times_.find(key);
        return found == times_.end() ? 0 : found->second;
    }

private:
    /// How often the line stands on each page; 0 where it does not on all. Two pages are enough only where it
    /// stands on both.
    static std::size_t times_on_each(const std::vector<Seen>& seen, std::size_t pages) {
        std::vector<std::size_t> on(pages);
        for (const Seen& line : seen) ++on[line.page];
        const std::size_t first = on.front() > 0 || pages < 3 ? 0 : 1;
        return pages < 2 ? 0 : *std::min_element(on.begin() + static_cast<std::ptrdiff_t>(first), on.end());
    }

    std::map<std::string, std::size_t> times_;
};

/// Marks what repeats. In text without columns an address or a number of the page may stand between lines of
/// its table; words may be the table's, too, and must be at the edge.
void mark_edges(Lines& lines, const Page& page, const Repeated& repeated) {
    for (const Side side : {Side::bottom, Side::top}) {
        std::map<std::string, std::size_t> marked;
        std::size_t depth = 0;
        bool at_edge = true;
        for (const std::size_t i : edge_of(page, side)) {
            const Masked line = masked(lines[i].text);
            const std::string key = key_of(line, side, depth++);
            const bool repeats = marked[key] < repeated.times(key);
            if (repeats && (at_edge || !line.only_words)) {
                ++marked[key];
                lines[i].of_page = true;
            }
            at_edge = at_edge && lines[i].of_page;
        }
    }
}

/// The header of a table that goes on: the lines at the top of a page that stood together before. They hold
/// no number and no outermost mark, and the first row's label follows them, not its values.
class HeadersAgain {
public:
    explicit HeadersAgain(Lines& lines) : lines_(lines) {}

    /// A header on every page has been marked in part already: it is looked for from there, too.
    void read(const Page& page) {
        const auto& printed = page.printed;
        std::size_t begin = 0;
        std::size_t length = length_from(printed, begin);
        while (length == 0 && begin < printed.size() && lines_[printed[begin]].of_page)
            length = length_from(printed, ++begin);
        for (std::size_t i = begin; i < begin + length; ++i) lines_[printed[i]].of_page = true;
        for (const std::size_t i : printed) {
            if (lines_[i].of_page) continue;
            keys_.push_back(text::without_spaces(lines_[i].text));
            places_[keys_.back()].push_back(keys_.size() - 1);
        }
    }

private:
    static bool may_be_header(const ColumnLine& line) {
        return line.values.empty() && (line.labels.empty() || line.labels.front().mark != Mark::outer);
    }

    /// Lines from `begin` on that stood together before; 0 where they are no header.
    std::size_t length_from(const std::vector<std::size_t>& printed, std::size_t begin) const {
        constexpr std::size_t least_lines = 2;
        constexpr int least_width = 12;
        const std::vector<std::string> top = header_like(printed, begin);
        const auto found = top.empty() ? places_.end() : places_.find(top.front());
        if (found == places_.end()) return 0;
        std::size_t longest = 0;
        for (const std::size_t place : found->second) longest = std::max(longest, equal_from(place, top));
        int width = 0;
        for (std::size_t i = 0; i < longest; ++i) width += text::width(top[i]);
        const std::size_t behind = begin + longest;
        const bool values_follow = behind < printed.size() && begins_with_value(printed[behind]);
        return longest < least_lines || width < least_width || values_follow ? 0 : longest;
    }

    std::vector<std::string> header_like(const std::vector<std::size_t>& printed, std::size_t begin) const {
        constexpr std::size_t most_lines = 40;
        std::vector<std::string> top;
        for (std::size_t i = begin; i < printed.size() && top.size() < most_lines; ++i) {
            const std::string_view line = lines_[printed[i]].text;
            const bool number = line.find_first_of("0123456789") != std::string_view::npos;
            if (number || !may_be_header(column_line(line, Unit::character))) break;
            top.push_back(text::without_spaces(line));
        }
        return top;
    }

    std::size_t equal_from(std::size_t place, const std::vector<std::string>& top) const {
        std::size_t length = 0;
        while (length < top.size() && place + length < keys_.size() && keys_[place + length] == top[length])
            ++length;
        return length;
    }

    bool begins_with_value(std::size_t line) const {
        return column_line(lines_[line].text, Unit::character).labels.empty();
    }

    Lines& lines_;
    std::vector<std::string> keys_; ///< the lines above, without spaces
    std::map<std::string, std::vector<std::size_t>> places_;
};

} // namespace

void mark_page_furniture(std::vector<SourceLine>& lines) {
    const std::vector<Page> pages = pages_of(lines);
    if (pages.size() < 2) return;
    const Repeated repeated(lines, pages);
    HeadersAgain headers(lines);
    for (const Page& page : pages) {
        mark_edges(lines, page, repeated);
        headers.read(page);
    }
}

} // namespace nianbao::document
