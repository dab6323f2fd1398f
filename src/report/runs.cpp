#include "report/runs.hpp"

#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

using document::Place;

/// A word of a line: what stands between white space, or one side of a seam between digits and a label.
struct Word {
    std::string raw;
    bool value = false;
};

bool holds_han(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const text::CodePoint point = text::decode_at(utf8, i);
        if (text::is_han(point.value)) return true;
        i += point.length;
    }
    return false;
}

std::size_t digits_at(std::string_view word) {
    std::size_t i = 0;
    while (i < word.size()) {
        const text::CodePoint point = text::decode_at(word, i);
        const bool separator = point.value == ',' && i > 0;
        if (!text::is_digit(point.value) && !separator) break;
        i += point.length;
    }
    return i;
}

/// `22.其他法律…` is the value 2 and the item 2.; `0(三)不予公开` is the value 0 and a label: converters drop
/// the line end between a row's last number and the next label.
std::size_t seam_before_label(std::string_view word) {
    const std::size_t digits = digits_at(word);
    if (digits == 0 || digits == word.size()) return 0;
    const std::string rest = text::fold(word.substr(digits));
    if (!holds_han(rest)) return 0;
    if (rest.starts_with(".") || rest.starts_with("、") || rest.starts_with(")")) {
        // The last digit is the item's own number.
        std::size_t last = digits;
        do --last;
        while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0) == 0x80);
        return last;
    }
    const bool label = rest.starts_with("(") || rest.starts_with("一、") || rest.starts_with("二、") ||
                       rest.starts_with("三、") || rest.starts_with("四、");
    return label ? digits : 0;
}

/// `不计其他情形)5` is the end of a label and the value 5.
std::size_t seam_after_label(std::string_view word) {
    const std::size_t bracket =
        std::max(word.rfind(')') == std::string_view::npos ? 0 : word.rfind(')') + 1,
                 word.rfind("）") == std::string_view::npos ? 0 : word.rfind("）") + 3);
    if (bracket == 0 || bracket >= word.size() || digits_at(word.substr(bracket)) != word.size() - bracket)
        return 0;
    return holds_han(word.substr(0, bracket)) ? bracket : 0;
}

/// A misprinted number (`--253`, `3%`) fills its cell although it is none; `1.` is an item's mark.
bool is_garbled_number(std::string_view raw) {
    const std::string folded = text::fold(raw);
    const bool digit = folded.find_first_of("0123456789") != std::string::npos;
    return digit && folded.find_first_not_of("0123456789+-.,%/") == std::string::npos &&
           !folded.ends_with(".");
}

void add_word(std::vector<Word>& words, std::string_view raw) {
    if (raw.empty()) return;
    if (is_value(raw) || is_garbled_number(raw)) {
        words.push_back({std::string(raw), true});
    } else if (const std::size_t before = seam_before_label(raw)) {
        words.push_back({std::string(raw.substr(0, before)), true});
        words.push_back({std::string(raw.substr(before)), false});
    } else if (const std::size_t after = seam_after_label(raw)) {
        words.push_back({std::string(raw.substr(0, after)), false});
        words.push_back({std::string(raw.substr(after)), true});
    } else {
        words.push_back({std::string(raw), false});
    }
}

std::vector<Word> words_of(std::string_view line) {
    std::vector<Word> words;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint point = text::decode_at(line, i);
        if (text::is_space(point.value)) {
            add_word(words, line.substr(begin, i - begin));
            begin = i + point.length;
        }
        i += point.length;
    }
    add_word(words, line.substr(begin));
    return words;
}

/// A number that stands alone before a label on its line (`1 属于国家秘密 0 0 …`) is the item's mark.
void item_marks_to_text(std::vector<Word>& words) {
    if (words.size() > 1 && words[0].value && !words[1].value) words[0].value = false;
}

/// `1.` before its label.
bool is_item_mark(const Word& word) {
    return word.raw.size() <= 4 && digits_at(word.raw) > 0;
}

/// In a table line values stand behind the label; a sentence has its numbers inside.
bool is_sentence(const std::vector<Word>& words, std::string_view folded) {
    bool text_after_value = false;
    bool value_seen = false;
    std::size_t interior = 0;
    for (const Word& word : words) {
        if (word.value) {
            value_seen = true;
            ++interior;
            continue;
        }
        if (value_seen && interior != 7) text_after_value = true;
        value_seen = false;
        interior = 0;
    }
    const bool ends_a_sentence = folded.ends_with("。") || folded.ends_with(";") || folded.ends_with("。)");
    return text_after_value || (ends_a_sentence && holds_han(folded));
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
        region_.line_step = all_single_ ? line_step(begin, end) : 0;
        return std::move(region_);
    }

private:
    void read_row(std::size_t index) {
        all_single_ = false;
        close_run();
        const std::vector<document::Cell>& cells = strips_[index].cells;
        const std::size_t values = values_begin(cells);
        for (std::size_t i = 0; i < values; ++i) add_label(cells[i].text, cells[i].place, index);
        Run run;
        for (std::size_t i = values; i < cells.size(); ++i)
            run.cells.push_back({cells[i].text, cells[i].place});
        run.label = label_;
        run.row = true;
        run.first_strip = run.last_strip = index;
        if (run.cells.empty() ||
            (run.printed() == 0 && !words_.is_blank_row(run.label_text(), run.cells.size())))
            return;
        label_.clear();
        region_.runs.push_back(std::move(run));
    }

    /// Index of the first cell behind the last label. Text that is no label (约35, 见附件) fills its cell; in
    /// a row without a known label the last text is taken for one.
    std::size_t values_begin(const std::vector<document::Cell>& cells) const {
        std::size_t last_text = 0;
        std::size_t last_label = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (is_value(cells[i].text) || !holds_han(cells[i].text)) continue;
            last_text = i + 1;
            if (words_.is_label(text::fold(cells[i].text))) last_label = i + 1;
        }
        return last_label != 0 ? last_label : last_text;
    }

    void read_line(std::size_t index) {
        const Strip& strip = strips_[index];
        std::vector<Word> words = words_of(strip.text);
        item_marks_to_text(words);
        if (words.size() > 1 && !(words.size() == 2 && is_item_mark(words[0]))) all_single_ = false;
        if (is_sentence(words, strip.folded)) {
            region_.prose.push_back(index);
            return;
        }
        for (const Word& word : words) {
            if (word.value) {
                add_value(word.raw, strip.place, index);
            } else {
                close_run();
                add_label(word.raw, strip.place, index);
            }
        }
    }

    void add_label(std::string_view raw, Place place, std::size_t index) {
        std::string folded = text::fold(raw);
        if (!folded.empty()) label_.push_back({std::move(folded), place.line, index});
    }

    void add_value(std::string_view raw, Place place, std::size_t index) {
        if (!open_) {
            open_ = true;
            run_ = Run{};
            run_.label = std::move(label_);
            label_.clear();
            run_.first_strip = index;
        }
        run_.cells.push_back({std::string(raw), place});
        run_.last_strip = index;
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
    bool all_single_ = true;
};

} // namespace

std::string Run::label_text() const {
    std::string joined;
    for (const LabelPiece& piece : label) joined += piece.folded;
    return joined;
}

std::size_t Run::printed() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const PrintedCell& cell) { return !cell.raw.empty(); }));
}

Region read_region(const std::vector<Strip>& strips, std::size_t begin, std::size_t end,
                   const RowWords& words) {
    return RegionReader(strips, words).read(begin, end);
}

RunPlace place_of(const std::vector<Strip>& strips, const Run& run) {
    RunPlace place;
    if (run.label.empty()) return place;
    place.label_line = run.label.back().line;
    const std::size_t next = (run.cells.empty() ? run.label.back().strip : run.last_strip) + 1;
    if (next < strips.size()) place.next_line = strips[next].place.line;
    return place;
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
