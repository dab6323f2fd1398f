// Table 3, requests received and processed: 25 rows of 7 in the form of 2021, 23 in that of 2019.
//
// A run of exactly seven values belongs to the label before it, or, where the label is wrapped around its
// values, to the label on both sides. A row of cells may have more than seven cells behind its label (spans
// were dropped and the row shifted): the seven are those that leave no printed cell out; where several
// windows do, the other rows of the same width decide, then the row's own sum; else the row is not
// determinable.
#include "report/row_window.hpp"
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::requests;
constexpr std::size_t width = RowWindows::width;

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

/// The seven cells of a row, or nothing where they cannot be told.
std::vector<PrintedCell> seven_cells(const std::vector<Strip>& strips, const LabelledRun& labelled,
                                     const Region& region, const RowWindows& windows) {
    const Run& run = labelled.run;
    if (run.row) {
        const auto offset = windows.of(labelled);
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

bool prints_a_number(const FigureRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Figure& cell) { return cell.value.has_value(); });
}

/// Where nearly every row prints its total, a row with numbers and no total has lost a value on the way: any
/// of its numbers may stand in the wrong column.
void drop_rows_short_of_a_value(FigureTable& figures, std::vector<Finding>& findings) {
    constexpr std::size_t nearly_every = 4; // rows with a total for each without
    const auto total_is_blank = [](const FigureRow& row) {
        return row.cells.back().state == CellState::blank;
    };
    std::size_t with_total = 0;
    std::size_t without = 0;
    for (const FigureRow& row : figures.rows) {
        if (prints_a_number(row)) ++(total_is_blank(row) ? without : with_total);
    }
    if (without == 0 || without * nearly_every > with_total) return;
    for (FigureRow& row : figures.rows) {
        if (!prints_a_number(row) || !total_is_blank(row)) continue;
        Run run;
        for (const Figure& figure : row.cells) run.cells.push_back({figure.raw, figure.place});
        findings.push_back(undetermined_finding(table, row.code, run));
        row = undetermined_row(row.code, column_codes(table), run);
    }
}

FigureTable read_copy(const std::vector<Strip>& strips, const Copy& copy, const Region& region,
                      std::vector<Finding>& findings) {
    const std::vector<std::string_view> codes = column_codes(table);
    const RowWindows windows(strips, copy);
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
        const std::vector<PrintedCell> cells = seven_cells(strips, labelled, region, windows);
        if (!cells.empty()) {
            figures.rows.push_back(figure_row(labelled.row, codes, cells));
        } else {
            figures.rows.push_back(undetermined_row(labelled.row, codes, labelled.run));
            findings.push_back(undetermined_finding(table, labelled.row, labelled.run));
        }
    }
    drop_rows_short_of_a_value(figures, findings);
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
    const auto is_label = [](std::string_view cell) { return is_table_text(table, cell); };
    const auto is_blank_row = [](std::string_view label, std::size_t blanks) {
        return blanks >= width && last_request_label(label).has_value();
    };
    const Region region = read_region(strips, begin, stretch.end, {is_label, is_blank_row});
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
