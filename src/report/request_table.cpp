// Table 3, requests received and processed: 25 rows of 7 in the form of 2021, 23 in that of 2019. Labels are
// attached to runs of values (request_labels), runs become seven cells (request_cells), and what no row of
// the table supports is withheld.
#include "report/copies.hpp"
#include "report/positional.hpp"
#include "report/request_cells.hpp"
#include "report/request_columns.hpp"
#include "report/request_labels.hpp"
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

/// Labels that stand in `pieces` before the last label: rows printed without any value.
std::vector<LabelledRun> labels_without_values(const std::vector<LabelPiece>& pieces, std::string_view own) {
    std::vector<LabelledRun> found;
    std::string text;
    for (const LabelPiece& piece : pieces) {
        // No label is longer than this: a text without values would be read again and again.
        if (text.size() > 2 * longest_label) text.erase(0, text.size() - longest_label);
        const std::size_t before = text.size();
        text += piece.folded;
        for (const LabelMatch& match : request_labels(text, before)) {
            const bool column_heading = match.row == "total_processed" && !text.ends_with("(七)总计");
            if (column_heading || match.row == own) continue;
            if (match.row == "other_remaining" && text.size() == match.end && text == "其他")
                continue; // a column
            if (!found.empty() && found.back().row == match.row) continue;
            found.push_back({match.row, {}});
            found.back().run.label = {piece};
        }
    }
    return found;
}

/// In the text of a page several labels above values that are not on one line may be a column of labels that
/// came apart from its values: which of the labels the values belong to cannot be told.
bool may_be_of_another_row(const Run& run) {
    return run.is_apart();
}

/// 总计 above values that are not on one line may be the column's heading.
bool may_be_of_a_column(const Run& run, std::string_view row) {
    return run.is_apart() && row == "total_processed" && !run.label_text().ends_with("(七)总计");
}

/// A unit alone is the rest of a wrapped cell: 10 above 件.
std::size_t units_in(const std::vector<LabelPiece>& pieces) {
    return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(), [](const LabelPiece& piece) {
        return piece.folded == "件" || piece.folded == "条" || piece.folded == "元" || piece.folded == "万元";
    }));
}

/// Between the label and its values stands a line that is neither.
bool is_parted_by_prose(const Region& region, const Run& run) {
    if (run.row || run.label.empty()) return false;
    return std::any_of(region.prose.begin(), region.prose.end(), [&](std::size_t prose) {
        return run.label.back().strip < prose && prose < run.last_strip;
    });
}

/// All copies of the table in the region: each begins with the row of new requests.
std::vector<RequestCopy> copies_of(const RequestSource& source) {
    const auto& [strips, region, labels, columns, exact_rows, parted, broken, come_apart] = source;
    std::vector<RequestCopy> copies(1);
    copies.back().reserve(region.runs.size());
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
    const auto add = [&](LabelledRun labelled) {
        // （六）其他处理 without a value is a group in the form of 2021; only empty lines below make it a
        // blank row.
        if (labelled.row == "other_processing" && labelled.run.cells.empty() &&
            with_blanks_by_line(labelled.run, place_of(strips, labelled.run), region.line_step, width)
                .empty()) {
            return;
        }
        if (begins_copy(labelled)) copies.emplace_back();
        copies.back().push_back(std::move(labelled));
    };
    std::size_t strays = 0; // numbers without a label since the last row
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const Run& run = region.runs[i];
        const std::string_view row = labels[i];
        const auto blanks = labels_without_values(run.label, row);
        for (const LabelledRun& blank : blanks) {
            const bool rest_of_label = !copies.back().empty() && copies.back().back().row == blank.row;
            if (!rest_of_label) add(blank);
        }
        if (row.empty() && !run.row && run.printed() < width) {
            if (!copies.back().empty()) copies.back().back().run.strays_below += run.printed();
            strays += run.printed();
            continue;
        }
        if (const std::size_t units = run.row ? 0 : units_in(run.label); units > 0) {
            if (!copies.back().empty() && copies.back().back().run.is_apart())
                copies.back().back().run.strays_below += units;
            if (run.is_apart()) strays += units;
        }
        if (!row.empty() && !may_be_of_a_column(run, row) &&
            (blanks.empty() || !may_be_of_another_row(run)) && !is_parted_by_prose(region, run)) {
            add({row, run});
            copies.back().back().run.strays_above = strays;
        }
        strays = 0;
    }
    for (LabelledRun& blank : labels_without_values(region.tail, {})) {
        // At the end of the document nothing says that the values are blank and not cut off.
        const std::size_t label = blank.run.label.back().strip;
        if (label + 1 < strips.size() || strips[label].is_row()) add(std::move(blank));
    }
    return copies;
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

/// Some blank stands before a value: blanks keep their places.
bool keeps_blanks(const FigureTable& figures) {
    const auto blank = [](const Figure& figure) { return figure.state == CellState::blank; };
    return std::any_of(figures.rows.begin(), figures.rows.end(), [&](const FigureRow& row) {
        const auto first = std::find_if(row.cells.begin(), row.cells.end(), blank);
        return !std::all_of(first, row.cells.end(), blank);
    });
}

bool total_is_blank(const FigureRow& row) {
    return row.cells.back().state == CellState::blank;
}

/// More than the total is blank behind the numbers.
bool ends_early(const FigureRow& row) {
    return total_is_blank(row) && row.cells[row.cells.size() - 2].state == CellState::blank;
}

/// A row with numbers and no total has lost a value on the way where nearly every row prints its total: any
/// of its numbers may stand in the wrong column. So it may have where the blanks of all rows stand behind
/// their numbers, and more than its total is blank: they may have been pushed together.
void drop_rows_short_of_a_value(FigureTable& figures, std::vector<Finding>& findings) {
    constexpr std::size_t nearly_every = 4; // rows with a total for each without
    std::size_t with_total = 0;
    std::size_t without = 0;
    for (const FigureRow& row : figures.rows) {
        if (prints_a_number(row)) ++(total_is_blank(row) ? without : with_total);
    }
    if (without == 0) return;
    const bool totals_are_usual = without * nearly_every <= with_total || is_pushed_left(figures);
    const bool blanks_behind = !keeps_blanks(figures);
    for (FigureRow& row : figures.rows) {
        if (!prints_a_number(row) || !total_is_blank(row)) continue;
        if (!totals_are_usual && !(blanks_behind && ends_early(row))) continue;
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
    findings.push_back(repeated_finding(table, again.row));
}

/// The source has cells (HTML, DOCX, ruled PDF): a blank one keeps its place. In text a converter may have
/// pushed the values of a row to the left.
bool has_cells(const RequestSource& source, const RequestCopy& copy) {
    return std::any_of(copy.begin(), copy.end(), [&](const LabelledRun& labelled) {
        return labelled.run.row && source.strips[labelled.run.first_strip].aligned;
    });
}

FigureTable read_copy(const RequestSource& source, const RequestCopy& copy, std::vector<Finding>& findings) {
    const std::vector<std::string_view> codes = column_codes(table);
    const RowWindows windows(source.strips, copy);
    FigureTable figures;
    figures.rows.reserve(copy.size());
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

struct BestCopy {
    FigureTable figures;
    std::vector<Finding> findings;
};

BestCopy best_copy(const RequestSource& source) {
    std::vector<FigureTable> figures;
    std::vector<std::vector<Finding>> findings;
    for (const RequestCopy& copy : copies_of(source)) {
        RequestSource of_copy = source;
        of_copy.broken = is_broken(source, copy);
        figures.push_back(read_copy(of_copy, copy, findings.emplace_back()));
    }
    const SettledCopies settled = settle_copies(figures);
    BestCopy best{std::move(figures[settled.fullest]), std::move(findings[settled.fullest])};
    if (settled.differ) best.findings.push_back(copies_differ_finding(table));
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
        const std::string text = joined(pieces);
        return std::any_of(std::begin(form_words), std::end(form_words),
                           [&](std::string_view word) { return text.find(word) != std::string::npos; });
    };
    return std::any_of(region.runs.begin(), region.runs.end(),
                       [&](const Run& run) { return says(run.label); }) ||
           says(region.tail); // the tail may be a long text
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
                               ExactRows(strips, region, [](const Run&) { return width; }),
                               rows_are_parted(strips, region), false, has_come_apart(region, labels)});
    if (const auto filled = has_come_apart(region, labels) ? fill_requests_by_position(region) : std::nullopt;
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
    reading.strips = table_strips(table, strips, region, stretch, begin, last);
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
