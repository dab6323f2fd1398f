// Table 3, requests received and processed: 25 rows of 7 in the form of 2021, 23 in that of 2019.
//
// A run of exactly seven values belongs to the label before it, or, where the label is wrapped around its
// values, to the label on both sides. A row of cells may have more than seven cells behind its label (spans
// were dropped and the row shifted): the seven are those that leave no printed cell out; where several
// windows do, the other rows of the same width decide, then the row's own sum; else the row is not
// determinable.
#include "report/header_columns.hpp"
#include "report/positional.hpp"
#include "report/request_labels.hpp"
#include "report/row_window.hpp"
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::requests;
constexpr std::size_t width = RowWindows::width;

constexpr std::size_t longest_label = 256; ///< bytes
constexpr std::size_t least_rows = 2;      ///< one label alone is no table

constexpr std::string_view form_words[] = {"自然人",   "新收",         "结转",
                                           "予以公开", "三类内部事务", "四类过程性"};

using Copy = std::vector<LabelledRun>;

/// What every step looks at.
struct Source {
    const std::vector<Strip>& strips;
    const Region& region;
    std::vector<std::string_view> labels; ///< rows_of_runs(region)
    std::optional<HeaderColumns> columns; ///< where the headings prove the columns of all rows
    bool parted;                          ///< see rows_are_parted
    bool broken;                          ///< see is_broken
};

/// Labels that stand in `pieces` before the last label: rows printed without any value.
std::vector<LabelledRun> labels_without_values(const std::vector<LabelPiece>& pieces, std::string_view own) {
    std::vector<LabelledRun> found;
    std::string text;
    for (const LabelPiece& piece : pieces) {
        // No label is longer than this: a text without values would be read again and again.
        if (text.size() > 2 * longest_label) text.erase(0, text.size() - longest_label);
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

/// All copies of the table in the region: each begins with the row of new requests.
std::vector<Copy> copies_of(const Source& source) {
    const auto& [strips, region, labels, columns, parted, broken] = source;
    std::vector<Copy> copies(1);
    // A second header, or the first row once more, begins the next copy.
    const auto begins_copy = [&](const LabelledRun& labelled) {
        if (copies.back().empty()) return false;
        if (labelled.row == "new_received") return true;
        const bool values_before = std::any_of(copies.back().begin(), copies.back().end(),
                                               [](const LabelledRun& row) { return !row.run.cells.empty(); });
        const auto& label = labelled.run.label;
        return values_before && std::any_of(label.begin(), label.end(), [](const LabelPiece& piece) {
                   return piece.folded == "自然人" || piece.folded.starts_with("申请人情况");
               });
    };
    const auto add = [&](const LabelledRun& labelled) {
        // （六）其他处理 without a value is a group in the form of 2021; only empty lines below make it a
        // blank row.
        if (labelled.row == "other_processing" && labelled.run.cells.empty() &&
            with_blanks_by_line(labelled.run, place_of(strips, labelled.run), region.line_step, width)
                .empty()) {
            return;
        }
        if (begins_copy(labelled)) copies.emplace_back();
        copies.back().push_back(labelled);
    };
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const Run& run = region.runs[i];
        const std::string_view row = labels[i];
        for (const LabelledRun& blank : labels_without_values(run.label, row)) add(blank);
        if (!row.empty()) {
            add({row, run});
        } else if (!run.row && run.printed() < width && !copies.back().empty()) {
            copies.back().back().run.number_below = true; // numbers without a label: the rest of wrapped ones
        }
    }
    for (const LabelledRun& blank : labels_without_values(region.tail, {})) add(blank);
    return copies;
}

/// Complete rows leave lines to spare before the next label: then a row that is short by one leaves just its
/// room.
bool rows_are_parted(const std::vector<Strip>& strips, const Region& region) {
    for (std::size_t i = 0; i + 1 < region.runs.size(); ++i) {
        const Run& run = region.runs[i];
        if (run.row || run.cells.size() != width) continue;
        if (!leaves_exactly(place_of(strips, run), region.line_step, width)) return true;
    }
    return false;
}

/// Some rows of a table in lines have not seven values, and no missing line explains it: its numbers have
/// come apart from their labels, and seven in a row may be anybody's.
bool is_broken(const Source& source, const Copy& copy) {
    constexpr std::ptrdiff_t enough = 2;
    return std::count_if(copy.begin(), copy.end(), [&](const LabelledRun& labelled) {
               const Run& run = labelled.run;
               return !run.row && !run.cells.empty() && run.cells.size() != width &&
                      with_blanks_by_line(run, place_of(source.strips, run), source.region.line_step, width)
                          .empty();
           }) >= enough;
}

bool on_one_line(const Run& run) {
    return run.cells.front().place.line == run.cells.back().place.line;
}

/// The total is the sum, and not of nothing.
bool is_proven(const std::vector<PrintedCell>& cells) {
    const bool something = std::any_of(cells.begin(), cells.end(), [](const PrintedCell& cell) {
        const Figure figure = read_figure({}, cell);
        return figure.value && figure.value->mantissa != 0;
    });
    return something && RowWindows::adds_up(cells);
}

/// The seven cells of a row, or nothing where they cannot be told.
std::vector<PrintedCell> seven_cells(const Source& source, const LabelledRun& labelled,
                                     const RowWindows& windows) {
    const auto& [strips, region, labels, columns, parted, broken] = source;
    const Run& run = labelled.run;
    if (run.row) {
        if (columns) {
            if (auto cells = columns->cells_of(strips[run.first_strip])) return *std::move(cells);
        }
        const auto offset = windows.of(labelled);
        if (!offset) return {};
        const auto begin = run.cells.begin() + static_cast<std::ptrdiff_t>(*offset);
        return {begin, begin + width};
    }
    if (run.cells.size() == width) {
        const bool apart = !on_one_line(run) && broken;
        if ((apart || run.number_below) && !is_proven(run.cells)) return {};
        // One cell a line, but not evenly: a blank and a page number may stand among the seven.
        const bool even = region.line_step == 0 || evenly_spaced(run, region.line_step);
        return even || RowWindows::adds_up(run.cells) ? run.cells : std::vector<PrintedCell>{};
    }
    const RunPlace place = place_of(strips, run);
    std::vector<PrintedCell> cells = with_blanks_by_line(run, place, region.line_step, width);
    // With room to spare before the next label, a blank line may be a cell or not: then the row must add up.
    const bool exact = !broken && !parted && leaves_exactly(place, region.line_step, width);
    const bool proven = run.cells.empty() || exact || (!cells.empty() && is_proven(cells));
    if (!proven) return {};
    if (!cells.empty() || !run.cells.empty()) return cells;
    cells.assign(width, PrintedCell{});
    for (PrintedCell& cell : cells) cell.place.line = run.label.back().line;
    return cells;
}

bool prints_a_number(const FigureRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const Figure& cell) { return cell.value.has_value(); });
}

/// （六）其他处理 is a row of the form of 2019 and a group of that of 2021: above its children, and blank, it
/// is the group.
void drop_group_row(FigureTable& figures) {
    const FigureRow* group = figures.row("other_processing");
    if (!group || !figures.row("other_remaining")) return;
    std::erase_if(figures.rows, [](const FigureRow& row) { return row.code == "other_processing"; });
}

/// A row of the whole table (新收, 结转, 总计) prints several numbers and no total: its blanks were lost, and
/// so may be those of every other row. Where only the rows of single outcomes lack totals, the body left them
/// out.
bool is_pushed_left(const FigureTable& figures) {
    return std::any_of(figures.rows.begin(), figures.rows.end(), [](const FigureRow& row) {
        const bool whole = row.code == "new_received" || row.code == "carried_in" ||
                           row.code == "total_processed" || row.code == "carried_out";
        return whole && prints_a_number(row) && row.cells.back().state == CellState::blank;
    });
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
    if (without == 0 || (without * nearly_every > with_total && !is_pushed_left(figures))) return;
    for (FigureRow& row : figures.rows) {
        if (!prints_a_number(row) || !total_is_blank(row)) continue;
        Run run;
        for (const Figure& figure : row.cells) run.cells.push_back({figure.raw, figure.place});
        findings.push_back(undetermined_finding(table, row.code, run));
        row = undetermined_row(row.code, column_codes(table), run);
    }
}

/// A row that stands twice in one table: a subtotal, or a row of the body's own that is named like one of the
/// form. （七）总计 is known by its mark; otherwise which of the two is the form's cannot be told.
void note_repeated(FigureTable& figures, const LabelledRun& again, const std::vector<PrintedCell>& cells,
                   std::vector<Finding>& findings) {
    if (cells.empty()) return;
    FigureTable other{{figure_row(again.row, column_codes(table), cells)}};
    const auto same = [&](const FigureRow& row) { return row.code == again.row; };
    const auto kept = std::find_if(figures.rows.begin(), figures.rows.end(), same);
    if (again.row == "total_processed" && again.run.label_text().ends_with("(七)总计")) {
        *kept = other.rows.front();
    } else if (!figures_agree(other, figures)) {
        withhold_differences(figures, other);
    } else {
        return;
    }
    findings.push_back({"row_repeated",
                        FindingStatus::uncertain,
                        {std::string(name_of(table)) + "." + std::string(again.row)},
                        {},
                        {},
                        "“" + std::string(find_row(table, again.row)->zh) + "”一行出现不止一次，且数值不同"});
}

/// The source has cells (HTML, DOCX, ruled PDF): a blank one keeps its place. In text a converter may have
/// pushed the values of a row to the left.
bool has_cells(const Source& source, const Copy& copy) {
    return std::any_of(copy.begin(), copy.end(), [&](const LabelledRun& labelled) {
        return labelled.run.row && source.strips[labelled.run.first_strip].aligned;
    });
}

FigureTable read_copy(const Source& source, const Copy& copy, std::vector<Finding>& findings) {
    const std::vector<std::string_view> codes = column_codes(table);
    const RowWindows windows(source.strips, copy);
    FigureTable figures;
    for (const LabelledRun& labelled : copy) {
        const FigureRow* before = figures.row(labelled.row);
        if (before && !prints_a_number(*before) && labelled.run.printed() == width) {
            std::erase_if(figures.rows, [&](const FigureRow& row) { return row.code == labelled.row; });
            std::erase_if(findings, [&](const Finding& finding) {
                return finding.cells.front() == std::string(name_of(table)) + "." + std::string(labelled.row);
            });
        } else if (before) {
            if (!labelled.run.cells.empty())
                note_repeated(figures, labelled, seven_cells(source, labelled, windows), findings);
            continue;
        }
        const std::vector<PrintedCell> cells = seven_cells(source, labelled, windows);
        if (!cells.empty()) {
            figures.rows.push_back(figure_row(labelled.row, codes, cells));
        } else {
            figures.rows.push_back(undetermined_row(labelled.row, codes, labelled.run));
            findings.push_back(undetermined_finding(table, labelled.row, labelled.run));
        }
    }
    drop_group_row(figures);
    if (!has_cells(source, copy)) drop_rows_short_of_a_value(figures, findings);
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

/// Where the source has cells, their columns tell the order of headings in different rows. Spans of headings
/// are often wrong (法人或其他组织 one column wide), so only what stands left of 自然人 is out of order for
/// certain.
bool cells_out_of_order(const std::vector<Strip>& strips, const std::vector<LabelPiece>& header) {
    const auto column_of = [&](std::string_view word) {
        for (const LabelPiece& piece : header) {
            if (piece.column != 0 && strips[piece.strip].aligned && piece.folded.starts_with(word) &&
                piece.folded.size() <= word.size() + 6)
                return piece.column;
        }
        return 0;
    };
    const int persons = column_of("自然人");
    for (const std::string_view word : {"总计", "商业", "科研", "社会公益", "法律服务"}) {
        const int column = column_of(word);
        if (column != 0 && column < persons) return true;
    }
    return false;
}

/// Cells above the first row that are other headings than the form's: 当面 网络 信函 …, 2017年 … 2023年.
bool other_headings(const std::vector<Strip>& strips, const Region& region) {
    constexpr std::ptrdiff_t enough = 4;
    constexpr std::size_t rows_above = 3;
    const std::size_t first = region.runs.front().first_strip;
    if (!region.runs.front().row) return false;
    for (std::size_t i = first > rows_above ? first - rows_above : 0; i < first; ++i) {
        if (!strips[i].aligned || strips[i].cells.size() < width) continue;
        const auto unknown = std::count_if(
            strips[i].folded_cells.begin(), strips[i].folded_cells.end(), [](const std::string& cell) {
                return !cell.empty() && !is_value(cell) && !is_table_text(table, cell) && cell.size() <= 24;
            });
        if (unknown >= enough) return true;
    }
    return false;
}

/// The parts of 法人或其他组织 stand in another order than the form's: the columns cannot be trusted.
bool columns_out_of_order(const std::vector<Strip>& strips, const Region& region) {
    if (region.runs.empty()) return false;
    const std::vector<LabelPiece>& header = region.runs.front().label;
    if (cells_out_of_order(strips, header) || other_headings(strips, region)) return true;
    const auto first = [&](std::string_view word, bool whole) {
        const auto found = std::find_if(header.begin(), header.end(), [&](const LabelPiece& piece) {
            return whole ? piece.folded == word : piece.folded.starts_with(word);
        });
        return found == header.end() ? std::ptrdiff_t{-1} : found - header.begin();
    };
    // Of words on different lines nothing is known, unless every line is a cell.
    const auto comparable = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
        return region.line_step != 0 ||
               header[static_cast<std::size_t>(a)].strip == header[static_cast<std::size_t>(b)].strip;
    };
    std::ptrdiff_t last = -1;
    for (const std::string_view word : {"商业", "科研", "社会", "法律"}) {
        const std::ptrdiff_t at = first(word, false);
        if (at >= 0 && at < last && comparable(at, last)) return true;
        last = std::max(last, at);
    }
    // In one line of the header; over several lines 总计, two rows high, may well come before 自然人.
    const auto before = [&](std::ptrdiff_t a, std::ptrdiff_t b) {
        return a >= 0 && a < b &&
               header[static_cast<std::size_t>(a)].strip == header[static_cast<std::size_t>(b)].strip;
    };
    return before(first("其他", true), first("商业", false)) ||
           before(first("法人或其他", false), first("自然人", true)) ||
           before(first("总计", true), first("自然人", true));
}

struct BestCopy {
    FigureTable figures;
    std::vector<Finding> findings;
};

BestCopy best_copy(const Source& source) {
    BestCopy best;
    bool differ = false;
    for (const Copy& copy : copies_of(source)) {
        BestCopy next;
        Source of_copy = source;
        of_copy.broken = is_broken(source, copy);
        next.figures = read_copy(of_copy, copy, next.findings);
        const bool disagrees = !best.figures.rows.empty() && !figures_agree(best.figures, next.figures);
        differ = differ || disagrees;
        const auto size = [](const FigureTable& figures) {
            return std::pair(rows_with_numbers(figures), figures.rows.size());
        };
        if (size(next.figures) > size(best.figures)) std::swap(best, next);
        if (disagrees) keep_common(best.figures, next.figures);
    }
    if (differ) {
        best.findings.push_back({"copies_differ",
                                 FindingStatus::uncertain,
                                 {"requests"},
                                 {},
                                 {},
                                 "同一份报告中“收到和处理政府信息公开申请情况”表出现不止一次，且数值不同；取"
                                 "最完整的一份，同样完整的，不同的格不取数"});
    }
    return best;
}

void drop_numbers(FigureTable& figures) {
    for (FigureRow& row : figures.rows) {
        for (Figure& figure : row.cells) withhold(figure);
    }
}

/// Words that the table of the form has and the annex of the years before 2019 has not, though it counts
/// 国家秘密 and 信访举报, too.
bool is_form(const Region& region) {
    const auto says = [](const std::vector<LabelPiece>& pieces) {
        std::string text;
        for (const LabelPiece& piece : pieces) text += piece.folded;
        return std::any_of(std::begin(form_words), std::end(form_words),
                           [&](std::string_view word) { return text.find(word) != std::string::npos; });
    };
    return says(region.tail) || std::any_of(region.runs.begin(), region.runs.end(),
                                            [&](const Run& run) { return says(run.label); });
}

/// Some run of values has not the length of a row: labels and values came apart.
bool is_apart(const Region& region, const std::vector<std::string_view>& labels) {
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        if (region.runs[i].cells.size() != width || labels[i].empty()) return true;
    }
    return false;
}

Finding filled_finding() {
    return {"filled_by_position",
            FindingStatus::uncertain,
            {"requests"},
            {},
            {},
            "标签与数值在文字中分离，按格式的行列次序填入；各行、各列勾稽关系均成立"};
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
    if (!is_form(region)) return reading;
    const std::vector<std::string_view> labels = rows_of_runs(region);
    BestCopy best = best_copy({strips, region, labels, HeaderColumns::of_requests(strips, begin, stretch.end),
                               rows_are_parted(strips, region), false});
    if (const auto filled = is_apart(region, labels) ? fill_requests_by_position(region) : std::nullopt;
        filled && figures_agree(*filled, best.figures)) {
        best.figures = *filled;
        best.findings = {filled_finding()};
    }
    if (best.figures.rows.size() < least_rows) return reading;

    std::size_t last = begin;
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        if (!labels[i].empty()) last = std::max(last, region.runs[i].last_strip);
    }
    for (const LabelPiece& piece : region.tail) {
        if (is_table_text(table, piece.folded)) last = std::max(last, piece.strip);
    }
    reading.strips = table_strips(table, strips, region, begin, last);
    reading.findings = std::move(best.findings);
    if (columns_out_of_order(strips, region)) {
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
