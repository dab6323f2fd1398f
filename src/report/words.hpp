// A line of a flowing table cut into label text and values.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// What stands between white space, or one side of a seam between a label and a number.
struct Word {
    std::string_view raw;    ///< within the line
    bool value = false;      ///< a number (garbled or not) or a not-applicable mark
    bool unit_apart = false; ///< white space stands in `raw`, between the number and its unit

    std::string printed() const; ///< without that white space

    bool operator==(const Word&) const = default;
};

/// `is_label` tells (folded) text that a number may be glued to: 行政许可12.
std::vector<Word> words_of(std::string_view line, const std::function<bool(std::string_view)>& is_label);

/// `1.` or `1` before its label.
bool is_item_mark(const Word& word);

/// 注：…, 其中：…: what is said about a row, not a row.
bool is_note(std::string_view folded);

/// In a table line values stand behind the label; a sentence or a note has its numbers inside.
bool is_sentence(const std::vector<Word>& words, std::string_view folded);

} // namespace nianbao::report
