// Table 3, requests received and processed: 25 rows of 7 in the form of 2021, 23 in that of 2019.
//
// A run of exactly seven values belongs to the label before it, or, where the label is wrapped around its
// values, to the label on both sides. A row of cells may have more than seven cells behind its label (spans
// were dropped and the row shifted): the seven are those that leave no printed cell out; where several
// windows do, the other rows of the same width decide, then the row's own sum; else the row is not
// determinable.
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::requests;
constexpr std::size_t width = 7;

struct LabelledRun {
    std::string_view row;
    Run run; ///< without cells for a label that has no value behind it
};

using Copy = std::vector<LabelledRun>;

/// Labels that stand in `pieces` before the last label: rows printed without any value.
std::vector<LabelledRun> labels_without_values(const std::vector<LabelPiece>& pieces, std::string_view own) {
    std::vector<LabelledRun> found;
    std::string text;
    for (const LabelPiece& piece : pieces) {
        const std::size_t before = text.size();
        text += piece.folded;
        for (const LabelMatch& match : request_labels(text)) {
            const bool column_heading = match.row == "total_processed" && !text.ends_with("(七)总计");
            const bool new_here = match.end > before;
            if (!new_here || column_heading || match.row == own) continue;
            if (match.row == "other_remaining" && text.size() == match.end && text == "其他")
                continue; // a column
            if (!found.empty() && found.back().row == match.row) continue;
            found.push_back({match.row, {}});
            found.back().run.label = {piece};
        }
    }
    return found;
}

/// The label of run `index`: the last one before it, else one that is wrapped around it.
std::string_view label_of_run(const Region& region, std::size_t index) {
    const std::string before = region.runs[index].label_text();
    if (const auto match = last_request_label(before)) return match->row;
    const std::vector<LabelPiece>& behind =
        index + 1 < region.runs.size() ? region.runs[index + 1].label : region.tail;
    std::string around = before;
    for (const LabelPiece& piece : behind) around += piece.folded;
    for (const LabelMatch& match : request_labels(around)) {
        if (match.begin < before.size() && match.end > before.size()) return match.row;
    }
    return {};
}

/// All copies of the table in the region: each begins with the row of new requests.
std::vector<Copy> copies_of(const std::vector<Strip>& strips, const Region& region) {
    std::vector<Copy> copies(1);
    const auto add = [&](const LabelledRun& labelled) {
        // （六）其他处理 without a value is a group in the form of 2021; only empty lines below make it a
        // blank row.
        if (labelled.row == "other_processing" && labelled.run.cells.empty() &&
            with_blanks_by_line(labelled.run, place_of(strips, labelled.run), region.line_step, width)
                .empty()) {
            return;
        }
        if (labelled.row == "new_received" && !copies.back().empty()) copies.emplace_back();
        copies.back().push_back(labelled);
    };
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const Run& run = region.runs[i];
        const std::string_view row = label_of_run(region, i);
        for (const LabelledRun& blank : labels_without_values(run.label, row)) add(blank);
        if (!row.empty()) add({row, run});
    }
    for (const LabelledRun& blank : labels_without_values(region.tail, {})) add(blank);
    return copies;
}

std::optional<std::int64_t> count(const PrintedCell& cell) {
    const Figure figure = read_figure({}, cell);
    return figure.value ? figure.value->as_integer() : std::nullopt;
}

/// The total is printed and is the sum of the other six, blanks adding nothing.
bool adds_up(std::span<const PrintedCell> cells) {
    const auto total = count(cells[width - 1]);
    if (!total) return false;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i + 1 < width; ++i) sum += count(cells[i]).value_or(0);
    return sum == *total;
}

/// Rows that a converter shifts alike: the top rows, the two outcomes without children, the children, the
/// total.
enum class Kind { top, outcome, child, total };

Kind kind_of(std::string_view code) {
    if (code == "total_processed") return Kind::total;
    const FormRow& row = *find_row(table, code);
    if (row.group.empty()) return Kind::top;
    return row.group == code || code == "other_processing" ? Kind::outcome : Kind::child;
}

/// Windows of which rows are certain, by kind and number of cells.
using CertainWindows = std::map<std::pair<Kind, std::size_t>, std::set<std::size_t>>;

CertainWindows certain_windows(const Copy& copy) {
    CertainWindows certain;
    for (const LabelledRun& labelled : copy) {
        if (!labelled.run.row) continue;
        const std::vector<std::size_t> possible = windows(labelled.run.cells, width);
        if (possible.size() == 1)
            certain[{kind_of(labelled.row), labelled.run.cells.size()}].insert(possible.front());
    }
    return certain;
}

/// Where several windows hold all printed cells: the one in which the row adds up, and the one of all certain
/// rows of its kind. Both may be silent; where they contradict each other, nothing is known.
std::optional<std::size_t> window_of(const LabelledRun& labelled, const CertainWindows& certain) {
    const Run& run = labelled.run;
    const std::vector<std::size_t> possible = windows(run.cells, width);
    if (possible.size() == 1 || (!possible.empty() && run.printed() == 0)) return possible.front();
    std::optional<std::size_t> proven;
    std::size_t proofs = 0;
    for (const std::size_t offset : possible) {
        if (!adds_up(std::span(run.cells).subspan(offset, width))) continue;
        proven = offset;
        ++proofs;
    }
    if (proofs > 1) return std::nullopt;
    const auto siblings = certain.find({kind_of(labelled.row), run.cells.size()});
    if (siblings == certain.end() || siblings->second.size() != 1) return proven;
    const std::size_t usual = *siblings->second.begin();
    const bool fits = std::find(possible.begin(), possible.end(), usual) != possible.end();
    if (!fits) return proven;
    return !proven || *proven == usual ? std::optional(usual) : std::nullopt;
}

/// The seven cells of a row, or nothing where they cannot be told.
std::vector<PrintedCell> seven_cells(const std::vector<Strip>& strips, const LabelledRun& labelled,
                                     const Region& region, const CertainWindows& certain) {
    const Run& run = labelled.run;
    if (run.row) {
        const auto offset = window_of(labelled, certain);
        if (!offset) return {};
        const auto begin = run.cells.begin() + static_cast<std::ptrdiff_t>(*offset);
        return {begin, begin + width};
    }
    if (run.cells.size() == width) return run.cells;
    std::vector<PrintedCell> cells = with_blanks_by_line(run, place_of(strips, run), region.line_step, width);
    if (!cells.empty() || !run.cells.empty()) return cells;
    cells.assign(width, PrintedCell{});
    for (PrintedCell& cell : cells) cell.place.line = run.label.back().line;
    return cells;
}

FigureTable read_copy(const std::vector<Strip>& strips, const Copy& copy, const Region& region,
                      std::vector<Finding>& findings) {
    const std::vector<std::string_view> codes = column_codes(table);
    const auto certain = certain_windows(copy);
    FigureTable figures;
    for (const LabelledRun& labelled : copy) {
        if (figures.row(labelled.row)) {
            if (!labelled.run.cells.empty()) {
                findings.push_back(
                    {"row_repeated",
                     FindingStatus::uncertain,
                     {std::string(name_of(table)) + "." + std::string(labelled.row)},
                     {},
                     {},
                     "“" + std::string(find_row(table, labelled.row)->zh) + "”一行出现两次，取前一次"});
            }
            continue;
        }
        const std::vector<PrintedCell> cells = seven_cells(strips, labelled, region, certain);
        if (!cells.empty()) {
            figures.rows.push_back(figure_row(labelled.row, codes, cells));
        } else {
            figures.rows.push_back(undetermined_row(labelled.row, codes, labelled.run));
            findings.push_back(undetermined_finding(table, labelled.row, labelled.run));
        }
    }
    sort_rows(table, figures);
    return figures;
}

std::size_t rows_with_numbers(const FigureTable& figures) {
    return static_cast<std::size_t>(
        std::count_if(figures.rows.begin(), figures.rows.end(), [](const FigureRow& row) {
            return std::any_of(row.cells.begin(), row.cells.end(),
                               [](const Figure& cell) { return cell.value.has_value(); });
        }));
}

/// Two copies agree when no cell that both print differs.
bool agree(const FigureTable& a, const FigureTable& b) {
    for (const FigureRow& row : a.rows) {
        const FigureRow* other = b.row(row.code);
        if (!other) continue;
        for (const Figure& figure : row.cells) {
            const Figure* twin = other->cell(figure.column);
            if (twin && figure.value && twin->value && *figure.value != *twin->value) return false;
        }
    }
    return true;
}

/// The parts of 法人或其他组织 stand in another order than the form's: the columns cannot be trusted.
bool columns_out_of_order(const Region& region) {
    if (region.runs.empty()) return false;
    const std::string header = region.runs.front().label_text();
    std::size_t last = 0;
    for (const std::string_view word : {"商业", "科研", "公益", "法律服务"}) {
        const std::size_t at = header.find(word);
        if (at == std::string::npos) continue;
        if (at < last) return true;
        last = at;
    }
    return false;
}

struct BestCopy {
    FigureTable figures;
    std::vector<Finding> findings;
};

BestCopy best_copy(const std::vector<Strip>& strips, const Region& region) {
    BestCopy best;
    bool differ = false;
    for (const Copy& copy : copies_of(strips, region)) {
        BestCopy next;
        next.figures = read_copy(strips, copy, region, next.findings);
        differ = differ || (!best.figures.rows.empty() && !agree(best.figures, next.figures));
        const auto size = [](const FigureTable& figures) {
            return std::pair(rows_with_numbers(figures), figures.rows.size());
        };
        if (size(next.figures) > size(best.figures)) best = std::move(next);
    }
    if (differ) {
        best.findings.push_back(
            {"copies_differ",
             FindingStatus::uncertain,
             {"requests"},
             {},
             {},
             "同一份报告中“收到和处理政府信息公开申请情况”表出现不止一次，且数值不同；取最完整的一份"});
    }
    return best;
}

void drop_numbers(FigureTable& figures) {
    for (FigureRow& row : figures.rows) {
        for (Figure& figure : row.cells) {
            if (!figure.value) continue;
            figure.value.reset();
            figure.state = CellState::text;
            figure.unit.clear();
            figure.unit_from = UnitSource::none;
        }
    }
}

} // namespace

TableReading read_requests(const std::vector<Strip>& strips, Stretch stretch) {
    const std::size_t begin = table_begin(table, strips, stretch);
    const Region region =
        read_region(strips, begin, stretch.end, [](std::string_view label, std::size_t blanks) {
            return blanks >= width && last_request_label(label).has_value();
        });
    TableReading reading;
    BestCopy best = best_copy(strips, region);
    if (best.figures.rows.empty()) return reading;

    std::size_t last = begin;
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        if (!label_of_run(region, i).empty()) last = std::max(last, region.runs[i].last_strip);
    }
    for (const LabelPiece& piece : region.tail) {
        if (is_table_text(table, piece.folded)) last = std::max(last, piece.strip);
    }
    reading.strips = table_strips(table, strips, region, begin, last);
    reading.findings = std::move(best.findings);
    if (columns_out_of_order(region)) {
        drop_numbers(best.figures);
        reading.findings.push_back({"columns_out_of_order",
                                    FindingStatus::uncertain,
                                    {"requests"},
                                    {},
                                    {},
                                    "申请人各列的次序与国家格式不同，各值所在的列不能确定"});
    }
    if (best.figures.row("other_processing")) reading.generation = Generation::g1;
    if (best.figures.row("other_remaining")) reading.generation = Generation::g2;
    reading.table = std::move(best.figures);
    return reading;
}

} // namespace nianbao::report
