// A line holds a table where it has several of its labels and values behind them. What stands before the
// table's first words and behind its last value is prose again.
#include "report/flat_tables.hpp"

#include "report/headings.hpp"
#include "report/vocabulary.hpp"
#include "report/words.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace nianbao::report {

namespace {

constexpr std::size_t shortest_table = 90; ///< bytes of the folded line
constexpr std::size_t enough_labels = 4;

std::size_t count_of(std::string_view text, std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = text::find_word(text, word); at != std::string_view::npos;
         at = text::find_word(text, word, at + word.size()))
        ++count;
    return count;
}

std::optional<TableKind> table_in(std::string_view folded) {
    if (folded.size() < shortest_table) return std::nullopt;
    if (holds_request_labels(folded, enough_labels)) return TableKind::requests;
    const std::size_t headers =
        count_of(folded, "信息内容") + count_of(folded, "第二十条第(") + count_of(folded, "第二十条(");
    if (headers >= 2 && text::contains(folded, "规章")) return TableKind::disclosure;
    if (count_of(folded, "维持") >= 2 && text::contains(folded, "复议后起诉") &&
        count_of(folded, "审结") >= 2)
        return TableKind::disputes;
    return std::nullopt;
}

/// Where the table begins in the folded line.
std::size_t begin_of(TableKind table, std::string_view folded) {
    constexpr std::string_view openers[3][4] = {
        {"第二十条第(", "第二十条(", "信息内容", ""},
        {"(本列数据的勾稽", "本列数据的勾稽", "申请人情况", "一、本年新收"},
        {"行政复议行政诉讼", "行政复议结果维持", "行政复议", "结果维持"},
    };
    std::size_t begin = std::string_view::npos;
    for (const std::string_view opener : openers[static_cast<std::size_t>(table)]) {
        if (!opener.empty()) begin = std::min(begin, folded.find(opener));
        // 行政复议 alone may stand in the prose before: the longer openers come first.
        if (table == TableKind::disputes && begin != std::string_view::npos) break;
    }
    return begin == std::string_view::npos ? 0 : begin;
}

/// Bytes of white space at `at`.
std::size_t spaces_at(std::string_view text, std::size_t at) {
    const std::size_t end = std::min(text.find_first_not_of(' ', at), text.size());
    return end - at;
}

/// `96, 513` is one number into which a converter put a space; `02. 其他` is the value 0 and the mark of an
/// item.
std::string without_spaces_in_numbers(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        const bool comma = point.value == ',' || point.value == U'，';
        const bool dot = point.value == '.' || point.value == U'．' || point.value == U'、' ||
                         point.value == ')' || point.value == U'）';
        out.append(text, i, point.length);
        i += point.length;
        if (!comma && !dot) continue;
        const std::size_t behind = i + spaces_at(text, i);
        if (dot && out.size() > point.length && behind < text.size() &&
            text::is_digit(text::decode_before(out, out.size() - point.length).value) &&
            text::is_han(text::decode_at(text, behind).value))
            i = behind;
        if (!comma || out.size() <= point.length ||
            !text::is_digit(text::decode_before(out, out.size() - point.length).value))
            continue;
        std::size_t digits = 0;
        for (std::size_t k = behind; k < text.size();) {
            const text::CodePoint digit = text::decode_at(text, k);
            if (!text::is_digit(digit.value)) break;
            ++digits;
            k += digit.length;
        }
        if (digits == 3) i = behind;
    }
    return out;
}

bool is_end_of_value(char32_t c) {
    constexpr std::u32string_view units_and_marks = U"元件项条个次份/-—无";
    return text::is_digit(c) || units_and_marks.find(c) != std::u32string_view::npos;
}

bool is_chinese(char32_t c) {
    return text::is_han(c) || (c >= 0x3001 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF0F) || c == U'：' ||
           c == U'；' || c == U'？' || c == U'“' || c == U'”';
}

/// Prose whose lines were joined by spaces: those between Chinese characters go.
Strip without_wraps(const Strip& strip) {
    if (!strip.wraps_are_spaces) return strip;
    std::string text;
    for (std::size_t i = 0; i < strip.text.size();) {
        const text::CodePoint point = text::decode_at(strip.text, i);
        i += point.length;
        const bool wrap = point.value == ' ' && !text.empty() && i < strip.text.size() &&
                          is_chinese(text::decode_before(text, text.size()).value) &&
                          is_chinese(text::decode_at(strip.text, i).value);
        if (!wrap) text::append(text, point.value);
    }
    return strip_of_line(text, strip.place);
}

/// `6规范性文件`, `0元第二十条第(五)项`: a value and the known word behind it ran together; they get a space.
std::string with_seams(TableKind table, const std::string& text) {
    const text::FoldedText folded = text::fold_with_origin(text);
    std::string out;
    std::size_t begin = 0;
    for (const std::size_t end : ends_of_words(table, folded.folded)) {
        const std::size_t to = end < folded.origin.size() ? folded.origin[end] : text.size();
        out += text.substr(begin, to - begin);
        begin = to;
        const bool value = !out.empty() && is_end_of_value(text::decode_before(out, out.size()).value);
        if (value && to < text.size()) out += ' ';
    }
    return out;
}

/// `上一年项目数量(指 2018 年事项数)`: the digits of an instruction are no values; its spaces go.
std::string without_spaces_in_brackets(std::string_view text) {
    constexpr std::size_t longest = 240; ///< bytes of an instruction
    std::string out;
    std::size_t inside_until = 0;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        if (point.value == '(' || point.value == U'（') {
            const std::string_view ahead = text.substr(i, longest);
            const std::size_t end = std::min(ahead.find(')'), ahead.find("）"));
            if (end != std::string_view::npos) inside_until = i + end;
        }
        if (point.value != ' ' || i >= inside_until) out.append(text, i, point.length);
        i += point.length;
    }
    return out;
}

/// The rows of one table, put back line by line.
class RowWriter {
public:
    RowWriter(TableKind table, const Strip& source, std::vector<Strip>& out)
        : table_(table), source_(source), out_(out) {}

    void write(std::string_view text) {
        const auto is_label = [&](std::string_view word) { return is_table_text(table_, word); };
        std::string seams = without_spaces_in_numbers(without_spaces_in_brackets(text));
        if (table_ == TableKind::disclosure) seams = with_seams(table_, seams);
        for (const Word& word : words_of(seams, is_label)) {
            if (complete_ || (!word.value && values_ > 0)) end_row();
            if (complete_) {
                append(prose_, word.printed());
            } else if (word.value) {
                append(values_text_, word.printed());
                ++values_;
            } else {
                append(label_, word.printed());
            }
        }
        end_row();
        if (prose_.empty()) return;
        Strip prose = strip_of_line(prose_, source_.place);
        prose.wraps_are_spaces = source_.wraps_are_spaces;
        out_.push_back(without_wraps(prose));
    }

private:
    static void append(std::string& text, std::string_view word) {
        if (!text.empty()) text += ' ';
        text += word;
    }

    void add_line(std::string_view text) {
        Strip strip = strip_of_line(text, source_.place);
        if (!strip.folded.empty()) out_.push_back(std::move(strip));
    }

    /// The label's parts on lines of their own, the last one with the values.
    void end_row() {
        if (label_.empty() && values_text_.empty()) return;
        const text::FoldedText label = text::fold_with_origin(label_);
        std::size_t begin = 0;
        for (const std::size_t end : ends_of_words(table_, label.folded)) {
            const std::size_t to = end < label.origin.size() ? label.origin[end] : label_.size();
            std::string part = label_.substr(begin, to - begin);
            begin = to;
            if (end == label.folded.size()) append(part, values_text_);
            add_line(part);
        }
        complete_ = is_last_row(label.folded);
        label_.clear();
        values_text_.clear();
        values_ = 0;
    }

    /// True where the row that was just written is the form's last and has all its values: what follows is
    /// prose.
    bool is_last_row(std::string_view label) const {
        switch (table_) {
        case TableKind::disclosure:
            return label.ends_with("政府集中采购") && values_ >= 2;
        case TableKind::requests: {
            const auto match = last_request_label(label);
            return match && match->row == "carried_out" && values_ >= 7;
        }
        case TableKind::disputes:
            break;
        }
        return values_ >= 15;
    }

    TableKind table_;
    const Strip& source_;
    std::vector<Strip>& out_;
    std::string label_;
    std::string values_text_;
    std::string prose_;
    int values_ = 0;
    bool complete_ = false;
};

} // namespace

bool is_sentence_about_rows(const Strip& strip) {
    if (!strip.folded.ends_with("。") || !holds_request_labels(strip.folded, enough_labels)) return false;
    const auto is_label = [](std::string_view word) { return is_table_text(TableKind::requests, word); };
    const std::vector<Word> words = words_of(strip.text, is_label);
    return std::adjacent_find(words.begin(), words.end(), [](const Word& left, const Word& right) {
               return left.value && right.value;
           }) == words.end();
}

std::vector<Strip> unfold_tables(std::vector<Strip> strips) {
    const auto table_of = [](const Strip& strip) {
        const auto table = strip.is_row() ? std::nullopt : table_in(strip.folded);
        return table == TableKind::requests && is_sentence_about_rows(strip) ? std::nullopt : table;
    };
    const auto stays = [&](const Strip& strip) { return !strip.wraps_are_spaces && !table_of(strip); };
    const auto first = std::find_if_not(strips.begin(), strips.end(), stays);
    if (first == strips.end()) return strips;
    std::vector<Strip> out;
    out.reserve(strips.size());
    std::move(strips.begin(), first, std::back_inserter(out));
    for (auto next = first; next != strips.end(); ++next) {
        Strip& strip = *next;
        const auto table = table_of(strip);
        if (!table) {
            out.push_back(strip.wraps_are_spaces ? without_wraps(strip) : std::move(strip));
            continue;
        }
        const text::FoldedText text = text::fold_with_origin(strip.text);
        const std::size_t begin = begin_of(*table, text.folded);
        const std::size_t origin = begin < text.origin.size() ? text.origin[begin] : 0;
        Strip before = strip_of_line(std::string_view(strip.text).substr(0, origin), strip.place);
        before.wraps_are_spaces = strip.wraps_are_spaces;
        // An abstract above the report may hold a copy of a table behind its heading: that opens no section.
        if (heading_of(before.folded)) {
            out.push_back(std::move(strip));
            continue;
        }
        if (!before.folded.empty()) out.push_back(without_wraps(before));
        RowWriter(*table, strip, out).write(std::string_view(strip.text).substr(origin));
    }
    return out;
}

} // namespace nianbao::report
