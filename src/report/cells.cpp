#include "report/cells.hpp"

#include "text/fold.hpp"
#include "text/number.hpp"
#include "text/traditional.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::report {

bool is_not_applicable_mark(std::string_view raw) {
    constexpr std::size_t longest = 24; ///< bytes: —————— and blanks around it
    if (raw.empty() || raw.size() > longest || (raw.front() >= '0' && raw.front() <= '9')) return false;
    const char32_t first = text::decode_at(raw, 0).value;
    if (text::is_common_han(first) && text::simplified(first) != U'无') return false;
    const std::string folded = text::fold(raw);
    if (folded.empty()) return false;
    if (folded == "无" || folded == "N/A" || folded == "n/a" || folded == "\\") return true;
    return folded.find_first_not_of('/') == std::string::npos ||
           folded.find_first_not_of('-') == std::string::npos;
}

bool is_value(std::string_view raw) {
    return text::is_number(raw) || is_not_applicable_mark(raw);
}

std::optional<std::int64_t> count_in(const PrintedCell& cell) {
    const auto number = text::parse_number(cell.raw);
    return number ? number->value.as_integer() : std::nullopt;
}

bool holds_page_number(std::span<const PrintedCell> cells) {
    return std::any_of(cells.begin(), cells.end(),
                       [](const PrintedCell& cell) { return cell.may_be_page_number; });
}

Figure read_figure(std::string_view column, const PrintedCell& cell) {
    Figure figure;
    figure.column = column;
    figure.raw = text::trim(cell.raw);
    figure.place = cell.place;
    if (figure.raw.empty()) {
        figure.state = CellState::blank;
    } else if (auto number = text::parse_number(figure.raw)) {
        figure.state = CellState::number;
        figure.value = number->value;
        figure.unit_from = number->unit.empty() ? UnitSource::none : UnitSource::cell;
        figure.unit = std::move(number->unit);
    } else {
        figure.state = is_not_applicable_mark(figure.raw) ? CellState::not_applicable : CellState::text;
    }
    return figure;
}

} // namespace nianbao::report
