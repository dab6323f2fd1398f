// Table 4, reconsideration and litigation: one row of 15 values under three blocks of five, or, where a body
// turned the table, three rows of five. Its labels are column headers, so their order is read from the header
// text; without headers the form's order is taken only when all sums hold and prove something, and is marked
// positional.
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::disputes;
constexpr std::size_t block = 5;
constexpr std::size_t width = 3 * block;

enum class HeaderOrder { normal, absent, other };

/// Whether the words of `text` stand in the given order; absent where one is missing.
HeaderOrder order_of(std::string_view text, std::initializer_list<std::string_view> words) {
    std::size_t last = 0;
    bool missing = false;
    for (const std::string_view word : words) {
        const std::size_t at = text.find(word);
        if (at == std::string_view::npos) {
            missing = true;
        } else if (at < last) {
            return HeaderOrder::other;
        } else {
            last = at;
        }
    }
    return missing ? HeaderOrder::absent : HeaderOrder::normal;
}

/// The results as they stand in the header, block by block: 维持 0, 纠正 1, 其他 2, 审结 3, 总计 4. Each goes
/// on from the one before it or begins a block; 总计 may be missing.
bool results_in_order(std::string_view header) {
    constexpr std::array<std::string_view, 5> words = {"维持", "纠正", "其他", "审结", "总计"};
    std::size_t expected = 0;
    for (std::size_t at = 0; at < header.size(); ++at) {
        for (std::size_t word = 0; word < words.size(); ++word) {
            if (!header.substr(at).starts_with(words[word])) continue;
            const bool next_block = word == 0 && expected >= 4;
            if (word != expected && !next_block) return false;
            expected = word + 1;
        }
    }
    return expected >= 4;
}

/// The header of a page's text, line by line: its cells are several lines high, so only within a line does
/// order mean anything. Each line must fit into 维持 纠正 其他 审结 总计 three times over.
HeaderOrder header_order_by_lines(const std::vector<LabelPiece>& pieces) {
    constexpr auto words = std::to_array<std::pair<std::string_view, std::size_t>>(
        {{"维持", 0}, {"纠正", 1}, {"其他", 2}, {"尚未", 3}, {"审结", 3}, {"总计", 4}});
    std::set<std::size_t> seen;
    std::size_t line = 0;
    std::size_t position = 0; // of the next column that the line's next word may name
    std::set<std::size_t> in_line;
    std::string routes;
    for (const LabelPiece& piece : pieces) {
        routes += piece.folded;
        if (piece.strip != line) {
            position = 0;
            in_line.clear();
        }
        line = piece.strip;
        for (std::size_t at = 0; at < piece.folded.size(); ++at) {
            for (const auto& [word, index] : words) {
                if (!std::string_view(piece.folded).substr(at).starts_with(word)) continue;
                if (index == 3 && position > 0 && (position - 1) % block == 3) continue; // 尚未审结
                // The next block begins behind 总计, or where a word comes again.
                const bool next_block = position % block > index;
                if (next_block && in_line.count(index) == 0) return HeaderOrder::other;
                while (position % block != index) ++position;
                if (++position > width) return HeaderOrder::other;
                seen.insert(index);
                in_line.insert(index);
            }
        }
    }
    const HeaderOrder named = order_of(routes, {"行政复议", "行政诉讼"});
    const HeaderOrder blocks = order_of(routes, {"未经复议", "复议后起诉"});
    if (named == HeaderOrder::other || blocks == HeaderOrder::other) return HeaderOrder::other;
    const bool complete =
        named == HeaderOrder::normal && blocks == HeaderOrder::normal && seen.size() == block;
    return complete ? HeaderOrder::normal : HeaderOrder::absent;
}

HeaderOrder header_order(std::string_view header) {
    const HeaderOrder routes = order_of(header, {"行政复议", "行政诉讼", "未经复议", "复议后起诉"});
    const HeaderOrder results = order_of(header, {"维持", "纠正", "审结"});
    if (routes == HeaderOrder::other || results == HeaderOrder::other) return HeaderOrder::other;
    if (results == HeaderOrder::normal && !results_in_order(header)) return HeaderOrder::other;
    const bool complete = routes == HeaderOrder::normal && results == HeaderOrder::normal;
    return complete ? HeaderOrder::normal : HeaderOrder::absent;
}

/// I4 for one block of five; nullopt where a cell holds no number.
std::optional<bool> adds_up(std::span<const PrintedCell> five) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < block; ++i) {
        const auto value = count_in(five[i]);
        if (!value) return std::nullopt;
        sum += *value;
    }
    const auto total = count_in(five[block - 1]);
    if (!total) return std::nullopt;
    return sum == *total;
}

/// True where every block adds up to a total that is not zero: a block of zeros proves no order.
bool proves_its_order(std::span<const PrintedCell> cells) {
    for (std::size_t i = 0; i < width; i += block) {
        const auto five = cells.subspan(i, block);
        if (adds_up(five) != true || count_in(five.back()).value_or(0) == 0) return false;
    }
    return true;
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

std::vector<PrintedCell> fifteen(const std::vector<Strip>& strips, const Run& run, int line_step) {
    if (!run.row) {
        if (run.cells.size() == width) return run.cells;
        const RunPlace place = place_of(strips, run);
        std::vector<PrintedCell> cells = with_blanks_by_line(run, place, line_step, width);
        const bool proven = leaves_exactly(place, line_step, width) || (!cells.empty() && blocks_fit(cells));
        return proven ? cells : std::vector<PrintedCell>{};
    }
    const std::vector<std::size_t> possible = windows(run.cells, width);
    std::optional<std::size_t> chosen;
    if (possible.size() == 1 || (!possible.empty() && run.printed() == 0)) chosen = possible.front();
    for (const std::size_t offset : possible) {
        if (possible.size() == 1 || run.printed() == 0) break;
        if (!proves_its_order(std::span(run.cells).subspan(offset, width))) continue;
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

/// The run that holds the most of the fifteen.
const Run* fullest(const Region& region) {
    const Run* best = nullptr;
    for (const Run& run : region.runs) {
        if (!numbers_columns(run) && (!best || run.cells.size() > best->cells.size())) best = &run;
    }
    return best;
}

/// Another row of as many values that differ: this year's and last year's, and nothing says which is which.
bool has_rival(const Region& region, const Run& run) {
    return std::any_of(region.runs.begin(), region.runs.end(), [&](const Run& other) {
        if (&other == &run || other.cells.size() < width || other.printed() == 0 || numbers_columns(other))
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

void read_one_row(TableReading& reading, const std::vector<Strip>& strips, const Region& region,
                  const Run& run) {
    std::string header;
    for (const Run& earlier : region.runs) {
        header += earlier.label_text();
        if (&earlier == &run) break;
    }
    const std::vector<PrintedCell> cells = fifteen(strips, run, region.line_step);
    HeaderOrder order = header_order(header);
    if (order == HeaderOrder::other && !run.row && region.line_step == 0)
        order = header_order_by_lines(run.label);
    if (cells.empty() || order == HeaderOrder::other || has_rival(region, run)) {
        if (run.cells.size() >= block || order != HeaderOrder::absent) undetermined(reading, run);
    } else if (order == HeaderOrder::normal) {
        reading.table = one_row(cells, Attachment::label);
    } else if (proves_its_order(cells)) {
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

} // namespace

TableReading read_disputes(const std::vector<Strip>& strips, Stretch stretch) {
    TableReading reading;
    const std::size_t begin = table_begin(table, strips, stretch);
    const auto is_label = [](std::string_view cell) { return is_table_text(table, cell); };
    const auto is_blank_row = [](std::string_view, std::size_t blanks) { return blanks >= width; };
    const Region region = read_region(strips, begin, stretch.end, {is_label, is_blank_row});
    const bool opened = begin < stretch.end && opens_table(table, strips[begin].folded);
    const Run* run = fullest(region);
    std::size_t last = begin;
    if (!run) {
        if (opened) read_empty(reading, region);
        if (reading.table) last = region.tail.back().strip;
    } else if ((reading.table = three_rows(region))) {
        last = region.runs.back().last_strip;
    } else if (opened || run->cells.size() == width) {
        read_one_row(reading, strips, region, *run);
        last = run->last_strip;
    }
    if (reading.table) reading.strips = table_strips(table, strips, region, begin, last);
    return reading;
}

} // namespace nianbao::report
