#include "report/words.hpp"

#include "report/cells.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

bool is_note(std::string_view folded) {
    for (const std::string_view note : {"注:", "(注", "备注", "说明:", "其中:"}) {
        if (folded.starts_with(note)) return true;
    }
    return false;
}

namespace {

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
    std::size_t digits = digits_at(word);
    if (digits == 0 || digits == word.size()) return 0;
    const bool unit = word.substr(digits).starts_with("件");
    if (unit) digits += std::string_view("件").size();
    const std::string rest = text::fold(word.substr(digits));
    if (!text::holds_han(rest)) return 0;
    if (rest.starts_with(".") || rest.starts_with("、") || rest.starts_with(")")) {
        // The last digit is the item's own number.
        std::size_t last = digits;
        do --last;
        while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0) == 0x80);
        return last;
    }
    const bool item_behind_unit = unit && rest.front() >= '1' && rest.front() <= '9'; // 3件2、其他法律…
    const bool label = item_behind_unit || is_note(rest) || rest.starts_with("(") ||
                       rest.starts_with("一、") || rest.starts_with("二、") || rest.starts_with("三、") ||
                       rest.starts_with("四、");
    return label ? digits : 0;
}

/// `不计其他情形)5`, `不计其他情形)/` are the end of a label and its value.
std::size_t seam_after_label(std::string_view word) {
    const std::size_t bracket =
        std::max(word.rfind(')') == std::string_view::npos ? 0 : word.rfind(')') + 1,
                 word.rfind("）") == std::string_view::npos ? 0 : word.rfind("）") + 3);
    if (bracket == 0 || bracket >= word.size()) return 0;
    const std::string_view rest = word.substr(bracket);
    // 无 may be the label's own: (四)无|法提供
    const bool mark = is_not_applicable_mark(rest) && !text::holds_han(rest);
    if (digits_at(rest) != rest.size() && !mark) return 0;
    return text::holds_han(word.substr(0, bracket)) ? bracket : 0;
}

/// A misprinted number (`--253`, `3%`) fills its cell although it is none; `1.` is an item's mark.
bool is_garbled_number(std::string_view raw) {
    if (text::is_common_han(text::decode_at(raw, 0).value)) return false; // most words
    const std::string folded = text::fold(raw);
    const bool digit = folded.find_first_of("0123456789") != std::string::npos;
    return digit && folded.find_first_not_of("0123456789+-.,%/") == std::string::npos &&
           !folded.ends_with(".");
}

/// Where a mark for "none" begins that ends the word; its size where there is none. 无 may be a label's own,
/// and so is the stroke of 本年增/|减.
std::size_t mark_at_end(std::string_view word) {
    if (word.ends_with("增/")) return word.size();
    for (const std::string_view sign : {"/", "——", "—", "--", "-"}) {
        if (word.ends_with(sign)) return word.size() - sign.size();
    }
    return word.size();
}

/// `行政许可12`, `重复申请70,905`, `重复申请/` are a label and its value.
std::size_t seam_after_known_label(std::string_view word,
                                   const std::function<bool(std::string_view)>& is_label) {
    constexpr std::u32string_view separators = U",.，．";
    std::size_t begin = word.size();
    while (begin > 0) {
        const text::CodePoint before = text::decode_before(word, begin);
        if (!text::is_digit(before.value) && separators.find(before.value) == std::u32string_view::npos)
            break;
        begin -= before.length;
    }
    if (begin == word.size()) begin = mark_at_end(word);
    if (begin == 0 || begin == word.size() || !is_value(word.substr(begin))) return 0;
    const std::string label = text::fold(word.substr(0, begin));
    return text::holds_han(label) && is_label(label) ? begin : 0;
}

/// What an item begins with: 2. 2、 (三) 三、 注:.
bool begins_label(std::string_view folded) {
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    if (digits > 0) {
        const std::string_view behind = folded.substr(digits);
        return behind.starts_with(".") || behind.starts_with("、") || behind.starts_with(")");
    }
    for (const std::string_view mark : {"(", "一、", "二、", "三、", "四、"}) {
        if (folded.starts_with(mark)) return true;
    }
    return is_note(folded);
}

/// `/2.其他法律…`, `无行政规范性文件`: a mark for "none" and the label behind it; bytes of the mark.
std::size_t seam_behind_mark(std::string_view word, const std::function<bool(std::string_view)>& is_label) {
    std::size_t mark = 0;
    for (const std::string_view sign : {"/", "——", "—", "--", "-", "无"}) {
        if (!word.starts_with(sign)) continue;
        mark = sign.size();
        break;
    }
    if (mark == 0 || mark == word.size()) return 0;
    const std::string rest = text::fold(word.substr(mark));
    return text::holds_han(rest) && (begins_label(rest) || is_label(rest)) ? mark : 0;
}

/// A unit that stands apart from its number: 12.5 万元, 3 件.
bool is_unit(std::string_view raw) {
    constexpr auto units =
        std::to_array<std::string_view>({"万元", "元", "件", "项", "条", "个", "次", "份"});
    return std::find(units.begin(), units.end(), raw) != units.end();
}

class LineCutter {
public:
    explicit LineCutter(const std::function<bool(std::string_view)>& is_label) : is_label_(is_label) {
        constexpr std::size_t usual_words = 10;
        words.reserve(usual_words);
    }

    void add(std::string_view raw) {
        if (raw.empty()) return;
        if (is_unit_of_last(raw)) {
            words.back() = with_unit(raw);
        } else if (is_value(raw) || is_garbled_number(raw)) {
            push(raw, true);
        } else if (const std::size_t mark = seam_behind_mark(raw, is_label_)) {
            push(raw.substr(0, mark), true);
            push(raw.substr(mark), false);
        } else if (const std::size_t before = seam_before_label(raw)) {
            push(raw.substr(0, before), true);
            push(raw.substr(before), false);
        } else if (std::size_t after = seam_after_label(raw);
                   after || (after = seam_after_known_label(raw, is_label_))) {
            push(raw.substr(0, after), false);
            push(raw.substr(after), true);
        } else {
            push(raw, false);
        }
    }

    std::vector<Word> words;

private:
    void push(std::string_view raw, bool value) { words.push_back({raw, value}); }

    /// The last word with the unit that stands behind it.
    Word with_unit(std::string_view unit) const {
        const char* const begin = words.back().raw.data();
        return {{begin, static_cast<std::size_t>(unit.data() + unit.size() - begin)}, true, true};
    }

    bool is_unit_of_last(std::string_view raw) const {
        return is_unit(raw) && !words.empty() && words.back().value && is_value(with_unit(raw).printed());
    }

    const std::function<bool(std::string_view)>& is_label_;
};

/// A number that stands alone before a label on its line (`1 属于国家秘密 0 0 …`) is the item's mark, and 无
/// before more label text is a part of the label (申请人 无 正当理由).
void marks_to_text(std::vector<Word>& words) {
    if (words.size() > 1 && words[0].value && !words[1].value) words[0].value = false;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i].raw == "无" && !words[i + 1].value && !begins_label(text::fold(words[i + 1].raw)))
            words[i].value = false;
    }
}

} // namespace

std::string Word::printed() const {
    return unit_apart ? text::without_spaces(raw) : std::string(raw);
}

std::vector<Word> words_of(std::string_view line, const std::function<bool(std::string_view)>& is_label) {
    LineCutter cutter(is_label);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size();) {
        const text::CodePoint point = text::decode_at(line, i);
        if (text::is_space(point.value)) {
            cutter.add(line.substr(begin, i - begin));
            begin = i + point.length;
        }
        i += point.length;
    }
    cutter.add(line.substr(begin));
    marks_to_text(cutter.words);
    return std::move(cutter.words);
}

bool is_item_mark(const Word& word) {
    return word.raw.size() <= 4 && digits_at(word.raw) > 0;
}

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
    if (is_note(folded)) return true;
    const bool ends_a_sentence = folded.ends_with("。") || folded.ends_with(";") || folded.ends_with("。)");
    return text_after_value || (ends_a_sentence && text::holds_han(folded));
}

} // namespace nianbao::report
