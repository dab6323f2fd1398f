#include "document/page_furniture.hpp"

#include "document/column_line.hpp"
#include "text/fold.hpp"
#include "text/number.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

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
    read.text.reserve(line.size() + 1); // and the mark of its key
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
            read.text.append(line, i, point.length);
            const bool letter = (point.value | 0x20U) >= 'a' && (point.value | 0x20U) <= 'z';
            read.worded = read.worded || letter || text::is_han(point.value);
            read.only_words = read.only_words && !letter;
        }
        digit_before = digit;
        i += point.length;
    }
    if (read.worded && !read.numbers.empty() && text::is_number(text::trim(line))) read.worded = false; // 0件
    return read;
}

constexpr std::size_t edge = 6; ///< lines from the top or the bottom among which a page's own stand

enum class Side : char { top = 't', bottom = 'b' };

/// One line at the edge of one page.
struct EdgeLine {
    std::size_t line = 0;
    std::size_t page = 0; ///< from 0
    std::vector<long> numbers;
    bool worded = false;
    bool only_words = true;
    std::size_t group = 0; ///< of all that have its key
};

/// What the same line of another page has, too. Numbers alone stand just as far from the edge on every page:
/// near it may be cells of a table.
std::string key_of(const Masked& line, Side side, std::size_t depth) {
    // A # of the text's own must not make lines with fewer numbers the same.
    std::string key = line.text + static_cast<char>(side) + std::to_string(line.numbers.size());
    return line.worded ? key : key + ' ' + std::to_string(depth);
}

/// The lines at the edges of all pages, and how often each stands on every page but perhaps the first.
class Edges {
public:
    explicit Edges(const Lines& lines, const std::vector<Page>& pages) : pages_(pages.size()) {
        std::unordered_map<std::string, std::size_t> groups;
        for (std::size_t p = 0; p < pages.size(); ++p) {
            const auto& printed = pages[p].printed;
            for (const Side side : {Side::top, Side::bottom}) {
                std::vector<EdgeLine>& of_side = side == Side::top ? pages_[p].top : pages_[p].bottom;
                const std::size_t count = std::min(printed.size(), edge);
                of_side.reserve(count);
                for (std::size_t depth = 0; depth < count; ++depth) {
                    const std::size_t i =
                        side == Side::top ? printed[depth] : printed[printed.size() - 1 - depth];
                    Masked line = masked(lines[i].text);
                    const auto group = groups.try_emplace(key_of(line, side, depth), groups.size()).first;
                    of_side.push_back(
                        {i, p, std::move(line.numbers), line.worded, line.only_words, group->second});
                }
            }
        }
        count(groups.size());
    }

    /// Marks what repeats. In text without columns an address or a number of the page may stand between lines
    /// of its table; words may be the table's, too, and must be at the edge.
    void mark(Lines& lines) const {
        std::vector<std::size_t> marked(times_.size()); // by group, of the side of the page
        for (const OfPage& page : pages_) {
            for (const auto* side : {&page.bottom, &page.top}) {
                bool at_edge = true;
                for (const EdgeLine& line : *side) {
                    const bool repeats = marked[line.group] < times_[line.group];
                    if (repeats && (at_edge || !line.only_words)) {
                        ++marked[line.group];
                        lines[line.line].of_page = true;
                    }
                    at_edge = at_edge && lines[line.line].of_page;
                }
                for (const EdgeLine& line : *side) marked[line.group] = 0;
            }
        }
    }

private:
    /// From the edge inward.
    struct OfPage {
        std::vector<EdgeLine> top;
        std::vector<EdgeLine> bottom;
    };

    void count(std::size_t groups) {
        std::vector<std::vector<const EdgeLine*>> seen(groups);
        for (const OfPage& page : pages_) {
            for (const auto* side : {&page.top, &page.bottom}) {
                for (const EdgeLine& line : *side) seen[line.group].push_back(&line);
            }
        }
        times_.resize(groups);
        for (std::size_t group = 0; group < groups; ++group) {
            const auto& of_pages = seen[group];
            if (of_pages.size() + 1 < pages_.size()) continue;
            const std::size_t times = times_on_each(of_pages);
            if (times == 0 || !numbers_follow_pages(of_pages)) continue;
            // 总计 may stand near the edge of two pages.
            if (of_pages.size() > 2 || !of_pages.front()->only_words) times_[group] = times;
        }
    }

    /// How often the line stands on each page; 0 where it does not on all. Two pages are enough only where it
    /// stands on both.
    std::size_t times_on_each(const std::vector<const EdgeLine*>& seen) const {
        std::vector<std::size_t> on(pages_.size());
        for (const EdgeLine* line : seen) ++on[line->page];
        const std::size_t first = on.front() > 0 || pages_.size() < 3 ? 0 : 1;
        return *std::min_element(on.begin() + static_cast<std::ptrdiff_t>(first), on.end());
    }

    /// True where each number is the same on all pages, or counts them.
    static bool numbers_follow_pages(const std::vector<const EdgeLine*>& seen) {
        std::size_t counting = 0;
        const EdgeLine& one = *seen.front();
        const std::size_t slots = one.numbers.size();
        for (std::size_t slot = 0; slot < slots; ++slot) {
            bool same = true;
            bool counts = true;
            for (const EdgeLine* line : seen) {
                const long first = one.numbers[slot];
                const auto pages = static_cast<long>(line->page - one.page);
                same = same && line->numbers[slot] == first;
                counts = counts && line->numbers[slot] == first + pages;
            }
            if (!same && !counts) return false;
            counting += counts ? 1 : 0;
        }
        // Numbers alone are a page's only where they count: 3, - 3 -, 3/12.
        return one.worded || (counting == 1 && slots <= 2);
    }

    std::vector<OfPage> pages_;
    std::vector<std::size_t> times_; ///< by group; 0 where it is not the pages' own
};

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
            if (!lines_[i].of_page) above_.push_back(i);
        }
    }

private:
    static bool may_be_header(const ColumnLine& line) {
        return line.values.empty() && (line.labels.empty() || line.labels.front().mark != Mark::outer);
    }

    /// Lines from `begin` on that stood together before; 0 where they are no header.
    std::size_t length_from(const std::vector<std::size_t>& printed, std::size_t begin) {
        constexpr std::size_t least_lines = 2;
        constexpr int least_width = 12;
        constexpr std::size_t most_tried = 32; // the header stands on the pages before
        const std::vector<std::string> top = header_like(printed, begin);
        if (top.size() < least_lines) return 0;
        const auto last = find_last(top.front());
        std::size_t longest = 0;
        std::size_t tried = 0;
        for (std::size_t place = last; place != nowhere && tried < most_tried;
             place = before_[place], ++tried)
            longest = std::max(longest, equal_from(place, top));
        int width = 0;
        for (std::size_t i = 0; i < longest; ++i) width += text::width(top[i]);
        const std::size_t behind = begin + longest;
        const bool values_follow = behind < printed.size() && begins_with_value(printed[behind]);
        return longest < least_lines || width < least_width || values_follow ? 0 : longest;
    }

    /// The last place above where the line stands. The lines above are looked through only where a page
    /// begins like a header.
    std::size_t find_last(const std::string& key) {
        for (; keys_.size() < above_.size();) {
            keys_.push_back(text::without_spaces(lines_[above_[keys_.size()]].text));
            const auto [found, fresh] = last_.try_emplace(keys_.back(), nowhere);
            before_.push_back(found->second);
            found->second = keys_.size() - 1;
        }
        const auto found = last_.find(key);
        return found == last_.end() ? nowhere : found->second;
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

    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    Lines& lines_;
    std::vector<std::size_t> above_; ///< the lines above that are no page's own
    std::deque<std::string> keys_;   ///< those without spaces, as far as looked through
    std::unordered_map<std::string_view, std::size_t> last_; ///< place of the last that is the same
    std::vector<std::size_t> before_;                        ///< for each, the place of the same one before
};

} // namespace

void mark_page_furniture(std::vector<SourceLine>& lines) {
    const std::vector<Page> pages = pages_of(lines);
    if (pages.size() < 2) return;
    Edges(lines, pages).mark(lines);
    HeadersAgain headers(lines);
    for (const Page& page : pages) headers.read(page);
}

} // namespace nianbao::document
