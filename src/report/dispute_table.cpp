// Table 4, reconsideration and litigation: one row of 15 values under three blocks of five, or, where a body
// turned the table, three rows of five. Its labels are column headers, so their order is read from the header
// text; without headers the form's order is taken only when all sums hold and prove something, and is marked
// positional.
#include "report/body_name.hpp"
#include "report/cut_header.hpp"
#include "report/dispute_header.hpp"
#include "report/dispute_order.hpp"
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::disputes;
constexpr std::size_t block = dispute_block;
constexpr std::size_t width = 3 * block;

/// A number of a page may have come into a block that does not add up.
bool holds_stray_number(std::span<const PrintedCell> cells) {
    for (std::size_t i = 0; i + block <= cells.size(); i += block) {
        const auto five = cells.subspan(i, block);
        if (holds_page_number(five) && adds_up(five) != true) return true;
    }
    return false;
}

/// Every block is blank, or its total is the sum of what is printed in it.
bool blocks_fit(std::span<const PrintedCell> cells) {
    for (std::size_t i = 0; i < width; i += block) {
        const auto five = cells.subspan(i, block);
        const auto blank = [](const PrintedCell& cell) { return cell.raw.empty(); };
        if (std::all_of(five.begin(), five.end(), blank)) continue;
        std::int64_t sum = 0;
        for (const PrintedCell& cell : five.first(block - 1)) sum += count_in(cell).value_or(0);
        if (count_in(five.back()) != sum) return false;
    }
    return true;
}

bool all_zero(std::span<const PrintedCell> cells) {
    return std::all_of(cells.begin(), cells.end(),
                       [](const PrintedCell& cell) { return count_in(cell) == 0; });
}

std::vector<PrintedCell> fifteen(const std::vector<Strip>& strips, const Run& run, int line_step) {
    if (!run.row) {
        const RunPlace place = place_of(strips, run);
        const bool room = line_step > 0 && !leaves_exactly(place, line_step, width);
        if (run.cells.size() == width) // with room for another line a page's number may be among them
            return room && !blocks_fit(run.cells) ? std::vector<PrintedCell>{} : run.cells;
        std::vector<PrintedCell> cells = with_blanks_by_line(run, place, line_step, width);
        const bool proven = leaves_exactly(place, line_step, width) || (!cells.empty() && blocks_fit(cells));
        return proven ? cells : std::vector<PrintedCell>{};
    }
    const std::vector<std::size_t> possible = windows(run.cells, width);
    std::optional<std::size_t> chosen;
    if (possible.size() == 1 || (!possible.empty() && run.printed() == 0)) chosen = possible.front();
    for (const std::size_t offset : possible) {
        if (possible.size() == 1 || run.printed() == 0) break;
        if (!adds_up_to_totals(std::span(run.cells).subspan(offset, width))) continue;
        if (chosen) return {}; // two windows add up
        chosen = offset;
    }
    if (!chosen) return {};
    const auto begin = run.cells.begin() + static_cast<std::ptrdiff_t>(*chosen);
    return {begin, begin + width};
}

FigureTable one_row(std::span<const PrintedCell> cells, Attachment how) {
    const std::vector<std::string_view> codes = column_codes(table);
    FigureTable figures;
    for (std::size_t i = 0; i < 3; ++i) {
        figures.rows.push_back(figure_row(rows(table)[i].code, codes, cells.subspan(i * block, block)));
        for (Figure& figure : figures.rows.back().cells) figure.how = how;
    }
    return figures;
}

std::string_view route_at_end(std::string_view label) {
    if (label.ends_with("未经复议直接起诉")) return rows(table)[1].code;
    if (label.ends_with("复议后起诉")) return rows(table)[2].code;
    if (label.ends_with("行政复议")) return rows(table)[0].code;
    return {};
}

/// The turned table: a row of five behind each route.
std::optional<FigureTable> three_rows(const Region& region) {
    const std::vector<std::string_view> codes = column_codes(table);
    FigureTable figures;
    // 维持 … 总计 above the first row
    const std::string header = joined(region.runs.empty() ? region.tail : region.runs.front().label);
    if (!results_in_order(header)) return std::nullopt;
    for (const Run& run : region.runs) {
        const std::string_view route = route_at_end(run.label_text());
        if (route.empty() || run.cells.size() != block || figures.row(route)) continue;
        if (holds_stray_number(run.cells)) return std::nullopt;
        figures.rows.push_back(figure_row(route, codes, run.cells));
    }
    if (figures.rows.size() != 3) return std::nullopt;
    sort_rows(table, figures);
    return figures;
}

/// 1, 2, 3 …: a row that numbers the columns.
bool numbers_columns(const Run& run) {
    std::int64_t expected = 1;
    for (const PrintedCell& cell : run.cells) {
        if (!cell.raw.empty() && count_in(cell) != expected++) return false;
    }
    return expected > static_cast<std::int64_t>(block);
}

/// The row of another body: an annex that lists bodies has one for each. 县水务局 is 青峰县水务局.
bool is_of_another_body(const Run& run, std::string_view own_body) {
    if (run.label.empty()) return false;
    const std::string_view label = run.label.back().folded;
    if (!looks_like_body(label) || is_table_text(table, label)) return false;
    return own_body.empty() || (!own_body.ends_with(label) && !label.ends_with(own_body));
}

/// The run that holds the most of the fifteen, of this body's rather than another's.
const Run* fullest(const Region& region, std::string_view own_body) {
    const Run* best = nullptr;
    bool best_is_own = false;
    for (const Run& run : region.runs) {
        if (numbers_columns(run)) continue;
        const bool own = run.cells.size() >= width && !is_of_another_body(run, own_body);
        const bool better = own == best_is_own ? best && run.cells.size() > best->cells.size() : own;
        if (best && !better) continue;
        best = &run;
        best_is_own = own;
    }
    return best;
}

/// Another row of as many values that differ: this year's and last year's, and nothing says which is which.
bool has_rival(const Region& region, const Run& run, std::string_view own_body) {
    return std::any_of(region.runs.begin(), region.runs.end(), [&](const Run& other) {
        if (&other == &run || other.cells.size() < width || other.printed() == 0 || numbers_columns(other) ||
            is_of_another_body(other, own_body))
            return false;
        return !std::equal(other.cells.begin(), other.cells.end(), run.cells.begin(), run.cells.end(),
                           [](const PrintedCell& a, const PrintedCell& b) { return a.raw == b.raw; });
    });
}

void undetermined(TableReading& reading, const Run& run) {
    const std::vector<std::string_view> codes = column_codes(table);
    reading.table.emplace();
    for (const FormRow& route : rows(table))
        reading.table->rows.push_back(undetermined_row(route.code, codes, run));
    Finding finding = undetermined_finding(table, rows(table)[0].code, run);
    finding.cells = {"disputes"};
    finding.message = "表四印有 " + std::to_string(run.printed()) + " 个值，应为 15 个，无法确定各值所在的列";
    reading.findings.push_back(std::move(finding));
}

/// `cut` is where the lines of a cut header above the run begin.
void read_one_row(TableReading& reading, const std::vector<Strip>& strips, const Region& region,
                  const Run& run, std::size_t cut, std::string_view own_body) {
    std::string header;
    for (const Run& earlier : region.runs) {
        header += earlier.label_text();
        if (&earlier == &run) break;
    }
    const std::vector<PrintedCell> cells = fifteen(strips, run, region.line_step);
    HeaderOrder order = header_order(header);
    if (order == HeaderOrder::other && !run.row && region.line_step == 0)
        order = header_order_by_lines(run.label);
    if (order != HeaderOrder::normal && run.on_one_line() &&
        cut_header_in_order(strips, cut, run.first_strip))
        order = HeaderOrder::normal;
    // Apart on a page the values may stand in any order; a number below them may be the rest of a wrapped
    // one.
    const bool apart = run.is_apart();
    // A page's header may be in no order that says anything; the values may say theirs.
    const bool on_page = !run.row && run.cells.size() == width && run.cells.front().place.page != 0;
    const bool silent = order == HeaderOrder::other ? on_page : order == HeaderOrder::absent || apart;
    const bool one_by_one = !apart || run.has_a_line_each() || all_zero(run.cells);
    const bool proven = silent && one_by_one && only_the_forms_order_adds_up(cells);
    if ((apart && order == HeaderOrder::normal) || (proven && order == HeaderOrder::other))
        order = HeaderOrder::absent;
    const bool doubtful = cells.empty() || (run.strays_below > 0 && !blocks_fit(cells)) ||
                          has_rival(region, run, own_body) || is_of_another_body(run, own_body) ||
                          holds_stray_number(cells);
    if (doubtful || order == HeaderOrder::other) {
        if (run.cells.size() >= block || order != HeaderOrder::absent) undetermined(reading, run);
    } else if (order == HeaderOrder::normal) {
        reading.table = one_row(cells, Attachment::label);
    } else if (proven || (!apart && adds_up_to_totals(cells))) {
        reading.table = one_row(cells, Attachment::positional);
    } else {
        undetermined(reading, run);
    }
}

/// Headers with nothing under them: the table is there, every cell of it blank.
void read_empty(TableReading& reading, const Region& region) {
    const std::string header = joined(region.tail);
    if (header_order(header) != HeaderOrder::normal) return;
    std::vector<PrintedCell> blanks(width);
    for (PrintedCell& cell : blanks) cell.place.line = region.tail.back().line;
    reading.table = one_row(blanks, Attachment::label);
}

/// On a page's text the values may have come apart from each other, too: where there are just fifteen between
/// the words of the header, they are read if each route's words are in order and the values prove theirs.
/// Fifteen zeros are so in any order.
std::optional<FigureTable> scattered(const Region& region) {
    std::vector<PrintedCell> cells;
    std::string header;
    for (const Run& run : region.runs) {
        header += run.label_text();
        const bool of_header = std::all_of(run.label.begin(), run.label.end(), [](const LabelPiece& piece) {
            return is_piece_of_table(table, piece.folded);
        });
        if (run.row || !of_header || run.cells.front().place.page == 0) return std::nullopt;
        cells.insert(cells.end(), run.cells.begin(), run.cells.end());
    }
    const bool in_order = results_in_order(header) && only_the_forms_order_adds_up(cells);
    if (cells.size() != width || (!in_order && !all_zero(cells))) return std::nullopt;
    return one_row(cells, Attachment::positional);
}

void append(std::vector<std::size_t>& strips, const std::vector<std::size_t>& more) {
    strips.insert(strips.end(), more.begin(), more.end());
}

} // namespace

TableReading read_disputes(const std::vector<Strip>& strips, Stretch stretch, std::string_view own_body) {
    TableReading reading;
    const std::size_t begin = table_begin(table, strips, stretch);
    const auto is_label = [](std::string_view cell) { return is_table_text(table, cell); };
    const auto is_blank_row = [](std::string_view, std::size_t blanks) { return blanks >= width; };
    const Region region = read_region(strips, begin, stretch.end, {is_label, is_blank_row});
    const bool opened = begin < stretch.end && opens_table(table, strips[begin].folded);
    const Run* run = fullest(region, own_body);
    std::size_t last = begin;
    if (!run) {
        if (opened) read_empty(reading, region);
        if (reading.table) last = region.tail.back().strip;
    } else if ((reading.table = three_rows(region)) ||
               (opened && run->cells.size() != width && (reading.table = scattered(region)))) {
        last = region.runs.back().last_strip;
    } else if (opened || run->cells.size() == width) {
        const std::size_t cut = cut_header_begin(strips, stretch.begin, run->first_strip);
        read_one_row(reading, strips, region, *run, cut, own_body);
        last = run->last_strip;
        for (std::size_t i = cut; reading.table && i < run->first_strip; ++i) reading.strips.push_back(i);
    }
    if (reading.table) append(reading.strips, table_strips(table, strips, region, stretch, begin, last));
    return reading;
}

} // namespace nianbao::report
