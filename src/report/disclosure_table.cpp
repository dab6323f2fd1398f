// Table 2, disclosure on the body's own initiative. What an item is measured by stands in the header row
// above it, and differs between the forms of 2019 and 2021; a header that is cut short falls back on the form
// of the whole table.
#include "report/copies.hpp"
#include "report/disclosure_header.hpp"
#include "report/table_parts.hpp"
#include "report/turned_labels.hpp"
#include "report/vocabulary.hpp"
#include "text/contains.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::disclosure;

/// Which form the words of the table's headers belong to.
Generation generation_of(const Region& region) {
    int g1 = 0;
    int g2 = 0;
    const auto look = [&](const std::vector<LabelPiece>& pieces) {
        const std::string label = joined(pieces);
        for (const std::string_view word :
             {"新制作", "新公开", "对外公开总", "上一年项目", "本年增", "其他对外管理", "采购"}) {
            g1 += text::contains(label, word) ? 1 : 0;
        }
        for (const std::string_view word : {"制发", "废止", "现行有效", "本年处理", "收费金额"}) {
            g2 += text::contains(label, word) ? 1 : 0;
        }
    };
    for (const Run& run : region.runs) look(run.label);
    look(region.tail);
    if (g1 == g2) return Generation::unknown;
    return g1 > g2 ? Generation::g1 : Generation::g2;
}

bool in_order_of_form(std::string_view item, const Measures& codes) {
    const auto is_that_of = [&](Generation form) {
        const auto official = measures(item, form);
        return std::equal(official.begin(), official.end(), codes.begin(), codes.end());
    };
    return is_that_of(Generation::g2) || is_that_of(Generation::g1);
}

/// The item whose label ends the pieces, over at most this many pieces where the label is wrapped.
constexpr std::size_t most_wrapped = 4;

std::optional<std::string_view> item_at_end(const std::vector<LabelPiece>& pieces) {
    std::string text;
    for (std::size_t back = 1; back <= std::min(most_wrapped, pieces.size()); ++back) {
        text.insert(0, pieces[pieces.size() - back].folded);
        if (const auto item = disclosure_item(text)) return item;
    }
    return std::nullopt;
}

/// The values of a row whose merged cells were written again, as those of its header were; empty where they
/// were not, or where the copies differ.
std::vector<PrintedCell> without_repeats(const Run& run, std::size_t wanted, const DisclosureHeader& header) {
    std::size_t columns = 0;
    for (const std::size_t covered : header.covered) columns += covered;
    if (header.covered.size() != wanted || columns == wanted || run.cells.size() != columns) return {};
    std::vector<PrintedCell> kept;
    auto next = run.cells.begin();
    for (const std::size_t covered : header.covered) {
        const auto behind = next + static_cast<std::ptrdiff_t>(covered);
        const auto same = [&](const PrintedCell& cell) { return cell.raw == next->raw; };
        if (!std::all_of(next, behind, same)) return {};
        kept.push_back(*next);
        next = behind;
    }
    return kept;
}

/// A lone number parted from its label by more than the lines of this text are parted: a page's, not the
/// item's.
bool may_be_page_number(const Run& run, const Region& region) {
    if (run.row || region.line_step != 0 || run.cells.size() != 1 || run.label.empty()) return false;
    return run.cells.front().place.line - run.label.back().line > region.line_distance;
}

/// In the text of a page labels of several items above values that are not on the item's line may be a column
/// that came apart from its values.
bool may_be_of_another_item(const Run& run, std::string_view item) {
    if (run.row || run.cells.empty() || run.cells.front().place.page == 0) return false;
    const bool beside = run.label.back().strip == run.first_strip;
    return !beside && std::any_of(run.label.begin(), run.label.end(), [&](const LabelPiece& piece) {
        return disclosure_item(piece.folded).value_or(item) != item;
    });
}

std::vector<PrintedCell> cells_of(const std::vector<Strip>& strips, const Run& run, std::size_t wanted,
                                  int line_step, const DisclosureHeader& header, const ExactRows& exact) {
    if (!run.row) {
        // No sum proves that a number is a figure.
        if (holds_page_number(run.cells) || exact.has_a_line_too_many(run, wanted)) return {};
        const bool even = (line_step == 0 && !run.is_apart()) || evenly_spaced(run, line_step);
        if (run.cells.size() == wanted && even) return run.cells;
        const RunPlace place = place_of(strips, run);
        return leaves_exactly(place, line_step, wanted) ? with_blanks_by_line(run, place, line_step, wanted)
                                                        : std::vector<PrintedCell>{};
    }
    if (auto kept = without_repeats(run, wanted, header); !kept.empty()) return kept;
    const std::vector<std::size_t> possible = windows(run.cells, wanted);
    if (possible.empty()) return {};
    std::size_t chosen = possible.front();
    if (possible.size() > 1 && run.printed() > 0) {
        // Several places: only where the item stands right under 信息内容 do the header's columns hold for
        // its row.
        const bool aligned = header.item_column != 0 && run.label.back().column == header.item_column;
        if (!aligned) return {};
        chosen = static_cast<std::size_t>(std::max(0, header.first_measure - header.item_column - 1));
        if (std::find(possible.begin(), possible.end(), chosen) == possible.end()) return {};
    }
    const auto begin = run.cells.begin() + static_cast<std::ptrdiff_t>(chosen);
    return {begin, begin + static_cast<std::ptrdiff_t>(wanted)};
}

/// An amount takes the header's unit where its cell names none.
void add_header_unit(FigureRow& row, std::string_view unit) {
    for (Figure& figure : row.cells) {
        if (figure.column != "amount" || !figure.unit.empty() || unit.empty() || !figure.value) continue;
        figure.unit = unit;
        figure.unit_from = UnitSource::header;
    }
}

/// Reads run by run; the header in force is that of the last block header seen.
class DisclosureReader {
public:
    DisclosureReader(const std::vector<Strip>& strips, const Region& region)
        : strips_(strips), region_(region), whole_(generation_of(region)),
          exact_(strips, region, [this](const Run& run) {
              const auto item = item_at_end(run.label);
              return item ? DisclosureHeader().columns_of(*item, whole_).form.size() : 0;
          }) {}

    void read(const Run& run) {
        take_header(run.label);
        const auto item = item_at_end(run.label);
        if (!item) {
            if (run.printed() > 0) note_unknown(run);
            return;
        }
        last_strip = std::max(last_strip, run.last_strip);
        const ItemColumns columns = header_.columns_of(*item, whole_);
        std::vector<PrintedCell> cells;
        if (columns.certain)
            cells = cells_of(strips_, run, columns.printed.size(), region_.line_step, header_, exact_);
        const bool doubtful = may_be_page_number(run, region_) || may_be_of_another_item(run, *item) ||
                              (header_is_apart_ && !in_order_of_form(*item, columns.printed));
        if (cells.empty() || doubtful) {
            if (figures.row(*item)) return;
            figures.rows.push_back(undetermined_row(*item, columns.form, run));
            findings.push_back(undetermined_finding(table, *item, run));
            return;
        }
        FigureRow row = row_of(*item, columns, cells);
        add_header_unit(row, header_.unit);
        if (!figures.row(*item)) {
            figures.rows.push_back(std::move(row));
            return;
        }
        const FigureTable again{{std::move(row)}};
        if (figures_agree(again, figures)) return;
        withhold_differences(figures, again);
        findings.push_back(repeated_finding(table, *item));
    }

    /// Items whose label is printed with nothing behind it: every cell blank.
    void read_blank_items(const std::vector<LabelPiece>& pieces, bool last_is_run) {
        std::string text;
        std::vector<LabelPiece> seen;
        for (std::size_t i = 0; i + (last_is_run ? 1 : 0) < pieces.size(); ++i) {
            text += pieces[i].folded;
            seen.push_back(pieces[i]);
            const auto item = disclosure_item(pieces[i].folded);
            const bool wrapped = i + 1 < pieces.size() && pieces[i + 1].strip == pieces[i].strip;
            if (!item || wrapped || figures.row(*item)) continue;
            take_header(seen);
            Run nothing;
            nothing.label = {pieces[i]};
            const Measures codes = header_.columns_of(*item, whole_).form;
            std::vector<PrintedCell> cells(codes.size());
            for (PrintedCell& cell : cells) cell.place.line = pieces[i].line;
            figures.rows.push_back(figure_row(*item, codes, cells));
            last_strip = std::max(last_strip, pieces[i].strip);
        }
    }

    /// Values above their labels: one that is missing shifts all others, so they count only together.
    void withhold_unless_complete() {
        const bool complete = findings.empty() && !figures.rows.empty();
        for (FigureRow& row : figures.rows) {
            for (Figure& figure : row.cells) {
                figure.how = Attachment::positional;
                if (!complete) withhold(figure);
            }
        }
        if (complete || figures.rows.empty()) return;
        Finding finding = undetermined_finding(table, figures.rows.front().code, Run{});
        finding.cells = {std::string(name_of(table))};
        finding.message = "表二的值印在标签之前，且不齐全，无法确定各值属于哪一行";
        findings.push_back(std::move(finding));
    }

    Generation generation() const { return whole_; }

    FigureTable figures;
    std::vector<Finding> findings;
    std::size_t last_strip = 0;

private:
    void take_header(const std::vector<LabelPiece>& pieces) {
        DisclosureHeader header(pieces);
        if (!header.found) return;
        header_ = std::move(header);
        header_is_apart_ = is_apart_on_page(pieces);
    }

    /// On the page of a text cells of several lines may follow each other in any order.
    bool is_apart_on_page(const std::vector<LabelPiece>& pieces) const {
        std::optional<std::size_t> line;
        for (const LabelPiece& piece : pieces) {
            const Strip& strip = strips_[piece.strip];
            if (strip.is_row() || strip.place.page == 0 || disclosure_measures_in(piece.folded).empty())
                continue;
            if (line && *line != piece.strip) return true;
            line = piece.strip;
        }
        return false;
    }

    /// The cells that the form has for the item, each by the word above it.
    FigureRow row_of(std::string_view item, const ItemColumns& columns,
                     const std::vector<PrintedCell>& cells) {
        if (columns.form == columns.printed) return figure_row(item, columns.form, cells);
        std::vector<PrintedCell> by_word;
        for (const std::string_view measure : columns.form) {
            const auto at = std::find(columns.printed.begin(), columns.printed.end(), measure);
            by_word.push_back(at == columns.printed.end()
                                  ? PrintedCell{}
                                  : cells[static_cast<std::size_t>(at - columns.printed.begin())]);
        }
        note_unknown_column(item);
        return figure_row(item, columns.form, by_word);
    }

    /// A column that the form does not have (上年数, 备注), or whose heading is misprinted.
    void note_unknown_column(std::string_view item) {
        findings.push_back({"column_unknown",
                            FindingStatus::uncertain,
                            {"disclosure." + std::string(item)},
                            {},
                            {},
                            "表二表头中有国家格式所没有的一栏：“" + header_.unknown_words() + "”"});
    }

    /// A row that the form does not have (其他主动公开文件 …) is kept as a finding.
    void note_unknown(const Run& run) {
        std::string values;
        for (const PrintedCell& cell : run.cells) values += (values.empty() ? "" : " ") + cell.raw;
        const std::string label = run.label.empty() ? "" : run.label.back().folded;
        findings.push_back({"row_unknown",
                            FindingStatus::uncertain,
                            {"disclosure"},
                            {},
                            {},
                            "表二中有国家格式所没有的一行：“" + label + "” " + values});
        last_strip = std::max(last_strip, run.last_strip);
    }

    const std::vector<Strip>& strips_;
    const Region& region_;
    Generation whole_;
    ExactRows exact_;
    DisclosureHeader header_;
    bool header_is_apart_ = false; ///< its order says nothing
};

} // namespace

TableReading read_disclosure(const std::vector<Strip>& strips, Stretch stretch) {
    TableReading reading;
    const std::size_t begin = table_begin(table, strips, stretch);
    if (begin >= stretch.end || !opens_table(table, strips[begin].folded)) return reading;
    const auto is_label = [](std::string_view cell) {
        if (disclosure_item(cell) || is_table_text(table, cell)) return true;
        const std::size_t bracket = cell.find('('); // 上一年项目数量(指2019年事项数)
        return bracket != std::string_view::npos && bracket > 0 && cell.ends_with(")") &&
               is_table_text(table, cell.substr(0, bracket));
    };
    // A row without values is an item's where its last text is one; the reader looks again, piece by piece.
    const auto is_blank_row = [](std::string_view label, std::size_t) {
        for (const FormRow& row : rows(table)) {
            if (label.ends_with(row.zh) || label.ends_with("规范性文件")) return true;
        }
        return false;
    };
    Region region = read_region(strips, begin, stretch.end, {is_label, is_blank_row});
    const bool before = values_stand_before_labels(region);
    if (before) region = with_labels_before_values(region).value_or(std::move(region));
    DisclosureReader reader(strips, region);
    for (const Run& run : region.runs) {
        if (!before) reader.read_blank_items(run.label, true);
        reader.read(run);
    }
    if (before) {
        reader.withhold_unless_complete();
    } else {
        reader.read_blank_items(region.tail, false);
    }
    reading.findings = std::move(reader.findings);
    if (reader.figures.rows.empty()) return reading;
    reading.strips = table_strips(table, strips, region, stretch, begin, std::max(begin, reader.last_strip));
    reading.generation = reader.generation();
    sort_rows(table, reader.figures);
    reading.table = std::move(reader.figures);
    return reading;
}

} // namespace nianbao::report
