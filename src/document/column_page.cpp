#include "document/column_page.hpp"

#include "text/fold.hpp"
#include "text/number.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace nianbao::document {

namespace {

/// White space gone, every number one #.
std::string masked(std::string_view line) {
    std::string out;
    out.reserve(line.size());
    std::size_t begin = 0; // of what is not copied yet
    bool digit_before = false;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint point = text::decode_at(line, i);
        const bool digit = text::is_digit(point.value);
        if (digit || text::is_space(point.value)) {
            out.append(line, begin, i - begin);
            begin = i + point.length;
            if (digit && !digit_before) out += '#';
        }
        digit_before = digit;
        i += point.length;
    }
    return out.append(line, begin);
}

std::string_view without_dashes(std::string_view mark) {
    for (const std::string_view dash : {"-", "—", "－", "–"}) {
        while (mark.starts_with(dash)) mark.remove_prefix(dash.size());
        while (mark.ends_with(dash)) mark.remove_suffix(dash.size());
    }
    return mark;
}

/// The number of a line that holds nothing but it, of a page's size.
std::optional<int> lone_number(std::string_view line) {
    constexpr std::size_t most_digits = 3;
    const std::string_view trimmed = text::trim(line);
    if (trimmed.empty() || text::is_common_han(text::decode_at(trimmed, 0).value)) return std::nullopt;
    const std::string folded = text::fold(line);
    if (folded.empty() || folded.size() > most_digits ||
        folded.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoi(folded);
}

/// No two rows of a table are as long as this and alike but for a number.
constexpr int least_width = 12;

} // namespace

Recurring::Recurring(std::vector<std::string_view> all) : lines_(std::move(all)) {
    const std::vector<std::string_view>& lines = lines_;
    masked_.reserve(lines.size());
    std::vector<int> pages; // lines that hold one number, the line above them blank
    bool counting = true;
    int last = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string key = masked(lines[i]);
        if (!key.empty()) ++masked_[std::move(key)];
        const auto number = lone_number(lines[i]);
        if (!number) continue;
        counting =
            counting && (pages.empty() || *number == last + 1) && i > 0 && text::trim(lines[i - 1]).empty();
        last = *number;
        pages.push_back(static_cast<int>(i) + 1);
    }
    if (counting && pages.size() > 1) page_numbers_.insert(pages.begin(), pages.end());
}

bool Recurring::is_masked_again(const std::string& key) const {
    const auto found = masked_.find(key);
    return found != masked_.end() && found->second > 1;
}

bool Recurring::is_whole_again(std::string_view line) const {
    if (!whole_) {
        whole_.emplace();
        for (const std::string_view other : lines_) ++(*whole_)[text::without_spaces(other)];
    }
    return (*whole_)[text::without_spaces(line)] > 1;
}

bool Recurring::is_of_page(const PageLine& line, std::size_t width) const {
    const ColumnLine& pieces = line.pieces;
    if (pieces.values.size() >= width || pieces.is_blank()) return false;
    if (!pieces.labels.empty() && pieces.labels.front().mark != Mark::none) return false;
    const std::string key = masked(line.text);
    if (pieces.labels.empty()) {
        const std::string_view inner = without_dashes(key);
        const bool dashed = inner == "#" && inner.size() < key.size();
        return dashed || page_numbers_.count(line.number) != 0 || (inner == "#/#" && is_masked_again(key));
    }
    // A number at the end may be the rest of a wrapped one: only the very same line again is a page's.
    const bool is_long = text::width(key) >= least_width;
    if (!pieces.values.empty()) return is_long && is_masked_again(key) && is_whole_again(line.text);
    const bool is_one = is_long && pieces.labels.size() == 1; // more may be the header's cells
    return (is_one || key.find('#') != std::string::npos) && is_masked_again(key);
}

namespace {

/// Lines of a page's own stand at its edge: one of a run of them stands next to an empty line.
void skip_page_lines(std::vector<PageLine>& lines, const Recurring& recurring, std::size_t width) {
    const auto is_empty = [&](std::size_t i) { return i >= lines.size() || lines[i].pieces.is_blank(); };
    for (std::size_t begin = 0; begin < lines.size();) {
        std::size_t end = begin;
        while (end < lines.size() && recurring.is_of_page(lines[end], width)) ++end;
        const bool at_edge = begin == 0 || is_empty(begin - 1) || is_empty(end);
        for (std::size_t i = begin; at_edge && i < end; ++i) lines[i].skipped = true;
        begin = std::max(end, begin + 1);
    }
}

} // namespace

void part_pages(std::vector<PageLine>& lines, const Recurring& recurring, std::size_t width) {
    skip_page_lines(lines, recurring, width);
    const PageLine* last = nullptr; // the last full row
    std::size_t from = 0;           // the first line behind it
    std::size_t boundary = 0;       // where a page may begin, since then; 0 where nowhere
    bool certain = false;           // it is a line of the page's own
    int page = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const PageLine& line = lines[i];
        if (line.skipped ? !certain : line.pieces.is_blank() && boundary == 0) boundary = i;
        certain = certain || line.skipped;
        const bool full = line.pieces.values.size() == width;
        if (!full && i + 1 < lines.size()) continue;
        // Rows of one page waver by what stands before them, their last values least.
        const bool moved = full && last && boundary != 0 &&
                           overlap(last->pieces.values.back().at, line.pieces.values.back().at) == 0;
        for (std::size_t k = from; k <= i; ++k) {
            if (moved && k == boundary) ++page;
            lines[k].page = page;
        }
        if (full) last = &line;
        from = i + 1;
        boundary = 0;
        certain = false;
    }
}

} // namespace nianbao::document
