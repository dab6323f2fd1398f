#include "pdf/page_marks.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>

namespace nianbao::pdf {

namespace {

constexpr double rim = 0.12;              ///< part of the page's height where marks stand
constexpr double same_height = 2;         ///< points
constexpr std::size_t most_at_an_end = 3; ///< lines of a running header

/// Digits as one sign each group: what is left of a mark when its page number is taken off.
std::string without_digits(const std::string& text) {
    std::string shape;
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (digit && !shape.empty() && shape.back() == '#') continue;
        shape += digit ? '#' : c;
    }
    return shape;
}

std::string folded(const PrintLine& line) {
    return text::fold(line.text());
}

std::optional<int> first_number(const std::string& text) {
    const std::size_t at = text.find_first_of("0123456789");
    if (at == std::string::npos) return std::nullopt;
    int value = 0;
    const auto read = std::from_chars(text.data() + at, text.data() + text.size(), value);
    return read.ec == std::errc() ? std::optional(value) : std::nullopt;
}

/// - 3 -  第3页  第3页共12页  3/12  Page 3 of 12
bool is_dressed_number(const std::string& text) {
    static constexpr const char* shapes[] = {"-#-",         "--#--", "第#页", "第#页共#页", "第#页,共#页",
                                             "第#页/共#页", "#/#",   "Page#", "Page#of#",   "共#页第#页",
                                             "共#页,第#页", "~#~",   "·#·",   ".#.",        "[#]"};
    const std::string shape = without_digits(text);
    return text.size() < 40 &&
           std::any_of(std::begin(shapes), std::end(shapes), [&](const char* form) { return shape == form; });
}

/// A footer of a browser: an address at the left, 3/12 at the right.
bool ends_with_page_of_pages(const PrintLine& line, std::size_t pages) {
    const std::vector<Segment> parts = line.segments(2);
    if (parts.size() < 2) return false;
    const std::string last = text::fold(parts.back().text);
    return without_digits(last) == "#/#" && last.ends_with("/" + std::to_string(pages));
}

bool in_rim(const PageText& page, const PrintLine& line, bool top) {
    return top ? line.box.bottom <= std::min(page.body_top, page.height * rim)
               : line.box.top >= std::max(page.body_bottom, page.height * (1 - rim));
}

PrintLine* end_line(PageText& page, bool top) {
    if (page.lines.empty()) return nullptr;
    PrintLine& line = top ? page.lines.front() : page.lines.back();
    const bool outside =
        top ? line.box.bottom <= page.body_top + line.em : line.box.top >= page.body_bottom - line.em;
    return outside ? &line : nullptr;
}

void drop_end(PageText& page, bool top) {
    page.lines.erase(top ? page.lines.begin() : std::prev(page.lines.end()));
}

void drop_dressed_numbers(PageText& page) {
    for (const bool top : {true, false}) {
        const PrintLine* line = end_line(page, top);
        if (line && is_dressed_number(folded(*line))) drop_end(page, top);
    }
}

/// Numbers alone at the rim that count the pages.
void drop_bare_numbers(std::vector<PageText>& pages) {
    for (const bool top : {true, false}) {
        std::map<int, std::size_t> offsets;
        std::vector<std::optional<int>> offset_of(pages.size());
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const PrintLine* line = end_line(pages[i], top);
            if (!line || !in_rim(pages[i], *line, top) || without_digits(folded(*line)) != "#") continue;
            const auto number = first_number(folded(*line));
            if (!number) continue;
            offset_of[i] = *number - static_cast<int>(i);
            ++offsets[*offset_of[i]];
        }
        for (std::size_t i = 0; i < pages.size(); ++i) {
            if (!offset_of[i]) continue;
            if (offsets[*offset_of[i]] > 1 || *offset_of[i] == 1) drop_end(pages[i], top);
        }
    }
}

/// Lines that stand at the same place of most pages and differ in their digits alone. True where one went.
bool drop_running_line(std::vector<PageText>& pages, bool top) {
    std::map<std::string, std::vector<std::size_t>> pages_with;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const PrintLine* line = end_line(pages[i], top);
        if (line && in_rim(pages[i], *line, top)) pages_with[without_digits(folded(*line))].push_back(i);
    }
    bool dropped = false;
    for (const auto& [shape, found] : pages_with) {
        if (found.size() < 2 || found.size() * 2 < pages.size()) continue;
        const double y = end_line(pages[found.front()], top)->box.middle_y();
        const bool same = std::all_of(found.begin(), found.end(), [&](std::size_t i) {
            return std::abs(end_line(pages[i], top)->box.middle_y() - y) <= same_height;
        });
        if (!same) continue;
        for (const std::size_t i : found) drop_end(pages[i], top);
        dropped = true;
    }
    return dropped;
}

} // namespace

void drop_page_marks(std::vector<PageText>& pages) {
    for (PageText& page : pages) {
        drop_dressed_numbers(page);
        const PrintLine* line = end_line(page, false);
        if (line && in_rim(page, *line, false) && ends_with_page_of_pages(*line, pages.size()))
            drop_end(page, false);
    }
    drop_bare_numbers(pages);
    for (const bool top : {true, false}) {
        for (std::size_t i = 0; i < most_at_an_end && drop_running_line(pages, top); ++i) {
        }
    }
    for (PageText& page : pages) drop_dressed_numbers(page); // below a running header
}

} // namespace nianbao::pdf
