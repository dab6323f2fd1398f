#include "report/runs.hpp"

#include "report/words.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <map>

namespace nianbao::report {

namespace {

using document::Place;

/// Pieces of label text that are kept before a run: far more than any header has, so that a long text which
/// is no table does not cost its square.
constexpr std::ptrdiff_t most_pieces = 512;

constexpr std::size_t usual_cells = 7; ///< of a run: those of a row of table 3

/// Where spans were lost the line says where a figure stands, and row and column would only seem to.
Place place_of_cell(const Strip& strip, const document::Cell& cell) {
    if (strip.aligned) return cell.place;
    Place place = cell.place;
    place.row = place.column = 0;
    return place;
}

class RegionReader {
public:
    RegionReader(const std::vector<Strip>& strips, const RowWords& words) : strips_(strips), words_(words) {}

    Region read(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (strips_[i].is_row()) {
                read_row(i);
            } else {
                read_line(i);
            }
        }
        close_run();
        region_.tail = std::move(label_);
        region_.line_distance = line_step(begin, end);
        region_.line_step = all_single_ ? cell_distance() : 0;
        return std::move(region_);
    }

private:
    void read_row(std::size_t index) {
        all_single_ = false;
        close_run();
        if (is_note(strips_[index].folded)) {
            region_.prose.push_back(index);
            return;
        }
        const std::vector<document::Cell>& cells = strips_[index].cells;
        const std::vector<std::string>& folded = strips_[index].folded_cells;
        const std::size_t values = values_begin(cells, folded);
        for (std::size_t i = 0; i < values; ++i) add_label(folded[i], cells[i].place, index);
        Run run;
        run.cells.reserve(cells.size() - values);
        for (std::size_t i = values; i < cells.size(); ++i)
            run.cells.push_back({cells[i].text, place_of_cell(strips_[index], cells[i])});
        run.row = true;
        run.first_strip = run.last_strip = index;
        if (run.cells.empty() ||
            (run.printed() == 0 && !words_.is_blank_row(joined(label_), run.cells.size())))
            return;
        run.label = std::move(label_);
        label_.clear();
        region_.runs.push_back(std::move(run));
    }

    /// Index of the first cell behind the last label. Text that is no label (约35, 见附件) fills its cell; in
    /// a row without a known label the last text is taken for one.
    std::size_t values_begin(const std::vector<document::Cell>& cells,
                             const std::vector<std::string>& folded) const {
        std::size_t last_text = 0;
        std::size_t last_label = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (folded[i].empty() || is_value(cells[i].text) || !text::holds_han(cells[i].text)) continue;
            last_text = i + 1;
            if (words_.is_label(folded[i])) last_label = i + 1;
        }
        return last_label != 0 ? last_label : last_text;
    }

    void read_line(std::size_t index) {
        const Strip& strip = strips_[index];
        const std::vector<Word> words = words_of(strip.text, words_.is_label);
        const bool shares_line = words.size() > 1 && std::any_of(words.begin(), words.end(),
                                                                 [](const Word& word) { return word.value; });
        if (shares_line) all_single_ = false;
        if (is_sentence(words, strip.folded)) {
            region_.prose.push_back(index);
            return;
        }
        // Values that share a line are a row's; a number alone on the next line is a page's, not the row's
        // last.
        const bool page_number = words.size() == 1 && words[0].value && open_ && values_on_last_line_ > 1;
        if (page_number) {
            run_.strays_below = strip.place.line == values_line_ + 1 ? 1 : 0;
            close_run();
        }
        values_on_last_line_ = 0;
        measure(index, words.size() == 1 && words[0].value);
        for (const Word& word : words) {
            if (word.value) {
                ++values_on_last_line_;
                add_value(word, strip, index);
            } else {
                close_run();
                const bool whole = word.raw.size() == strip.text.size();
                add_label(whole ? strip.folded : text::fold(word.raw), strip.place, index);
            }
        }
    }

    void measure(std::size_t index, bool value) {
        const int line = strips_[index].place.line;
        const int distance = line_before_ == 0 ? 0 : line - line_before_;
        if (distance > 0 && !value && !value_before_) {
            ++label_distances_[distance];
        } else if (distance > 0 && (value_distance_ == 0 || distance < value_distance_)) {
            value_distance_ = distance;
        }
        line_before_ = line;
        value_before_ = value;
    }

    /// The distance of two cells that stand on lines of their own. The lines of one wrapped label stand
    /// closer: where no value is as close to its neighbour, and more labels are as far from theirs as values
    /// are, the closer lines are a label's.
    int cell_distance() const {
        int closer = 0;
        for (const auto& [distance, count] : label_distances_) {
            if (distance < value_distance_) closer += count;
        }
        const auto as_values = label_distances_.find(value_distance_);
        const bool wrapped = as_values != label_distances_.end() && as_values->second > closer;
        return wrapped ? value_distance_ : region_.line_distance;
    }

    void add_label(std::string folded, Place place, std::size_t index) {
        if (label_.size() >= 2 * most_pieces) label_.erase(label_.begin(), label_.begin() + most_pieces);
        if (!folded.empty()) label_.push_back({std::move(folded), place.line, index, place.column});
    }

    void add_value(const Word& word, const Strip& strip, std::size_t index) {
        if (!open_) {
            open_ = true;
            run_ = Run{};
            run_.cells.reserve(usual_cells);
            run_.label = std::move(label_);
            label_.clear();
            run_.first_strip = index;
            run_.page_mark_above = strip.page_mark_above;
        }
        run_.cells.push_back({word.printed(), strip.place, strip.may_be_page_number});
        run_.last_strip = index;
        values_line_ = strip.place.line;
    }

    void close_run() {
        if (open_) region_.runs.push_back(std::move(run_));
        open_ = false;
    }

    int line_step(std::size_t begin, std::size_t end) const {
        int step = 0;
        for (std::size_t i = begin + 1; i < end; ++i) {
            const int distance = strips_[i].place.line - strips_[i - 1].place.line;
            if (distance > 0 && (step == 0 || distance < step)) step = distance;
        }
        return step;
    }

    const std::vector<Strip>& strips_;
    const RowWords& words_;
    Region region_;
    std::vector<LabelPiece> label_;
    Run run_;
    bool open_ = false;
    std::size_t values_on_last_line_ = 0;
    int values_line_ = 0; ///< line of the last value
    int line_before_ = 0; ///< line of the strip before; 0 where there is none
    bool value_before_ = false;
    int value_distance_ = 0;             ///< least distance in lines between a value and its neighbour
    std::map<int, int> label_distances_; ///< how often two labels stand this far apart, in lines
    bool all_single_ = true;
};

} // namespace

std::string joined(const std::vector<LabelPiece>& pieces) {
    std::size_t size = 0;
    for (const LabelPiece& piece : pieces) size += piece.folded.size();
    std::string text;
    text.reserve(size);
    for (const LabelPiece& piece : pieces) text += piece.folded;
    return text;
}

std::string Run::label_text() const {
    return joined(label);
}

std::size_t Run::printed() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const PrintedCell& cell) { return !cell.raw.empty(); }));
}

bool Run::on_one_line() const {
    return !cells.empty() && cells.front().place.line == cells.back().place.line;
}

bool Run::has_a_line_each() const {
    const auto same_line = [](const PrintedCell& a, const PrintedCell& b) {
        return a.place.line == b.place.line;
    };
    return std::adjacent_find(cells.begin(), cells.end(), same_line) == cells.end();
}

bool Run::is_apart() const {
    return !row && !cells.empty() && cells.front().place.page != 0 && !on_one_line();
}

Region read_region(const std::vector<Strip>& strips, std::size_t begin, std::size_t end,
                   const RowWords& words) {
    return RegionReader(strips, words).read(begin, end);
}

RunPlace place_of(const std::vector<Strip>& strips, const Run& run) {
    RunPlace place;
    // In a page's text an empty line parts what stands apart on the page: it is no blank cell.
    if (run.label.empty() || strips[run.label.back().strip].place.page != 0) return place;
    place.label_line = run.label.back().line;
    const std::size_t next = (run.cells.empty() ? run.label.back().strip : run.last_strip) + 1;
    if (next < strips.size()) place.next_line = strips[next].place.line;
    return place;
}

bool leaves_exactly(RunPlace place, int line_step, std::size_t wanted) {
    return line_step > 0 && place.next_line - place.label_line == static_cast<int>(wanted + 1) * line_step;
}

bool evenly_spaced(const Run& run, int line_step) {
    if (run.cells.empty() || run.label.empty()) return false;
    const int below = run.cells.front().place.line - run.label.back().line;
    if (run.cells.front().place.page != 0) line_step = below;
    if (!run.page_mark_above && below > 0 && below != line_step) return false;
    for (std::size_t i = 1; i < run.cells.size(); ++i) {
        if (run.cells[i].place.line - run.cells[i - 1].place.line != line_step) return false;
    }
    return true;
}

ExactRows::ExactRows(const std::vector<Strip>& strips, const Region& region,
                     const std::function<std::size_t(const Run&)>& cells_of)
    : strips_(strips), step_(region.line_step) {
    std::size_t exact = 0;
    std::size_t others = 0;
    for (const Run& run : region.runs) {
        const std::size_t wanted = run.row ? 0 : cells_of(run);
        if (wanted == 0) continue;
        ++(leaves_exactly(place_of(strips, run), step_, wanted) ? exact : others);
    }
    usual_ = exact > others;
}

bool ExactRows::has_a_line_too_many(const Run& run, std::size_t cells) const {
    const std::size_t next = run.last_strip + 1;
    if (!usual_ || run.row || run.label.empty() || next >= strips_.size()) return false;
    for (std::size_t i = run.first_strip; i <= next; ++i) {
        if (strips_[i].page_mark_above) return false;
    }
    return !leaves_exactly(place_of(strips_, run), step_, cells);
}

std::vector<PrintedCell> with_blanks_by_line(const Run& run, RunPlace place, int line_step,
                                             std::size_t wanted) {
    const int room = static_cast<int>(wanted + 1) * line_step;
    if (line_step <= 0 || place.label_line <= 0 || place.next_line - place.label_line < room) return {};
    std::vector<PrintedCell> cells(wanted);
    for (std::size_t i = 0; i < wanted; ++i) {
        cells[i].place.line = place.label_line + static_cast<int>(i + 1) * line_step;
    }
    for (const PrintedCell& cell : run.cells) {
        const int distance = cell.place.line - place.label_line;
        if (distance <= 0 || distance % line_step != 0) return {};
        const auto index = static_cast<std::size_t>(distance / line_step) - 1;
        if (index >= wanted) return {};
        cells[index] = cell;
    }
    return cells;
}

} // namespace nianbao::report
