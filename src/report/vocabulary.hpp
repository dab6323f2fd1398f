// The words by which rows, items and headers of the three tables are known, over folded text. A label is
// known by a core that no other label has, never by its number: 3.3.3, 3.4.3, 3.5.3 and 3.6.3 all begin with
// "3.".
#pragma once

#include "report/form.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// A label found in a text.
struct LabelMatch {
    std::string_view row;  ///< code, points into form.hpp
    std::size_t begin = 0; ///< byte where its core begins
    std::size_t end = 0;   ///< byte behind its core
};

/// Labels of table 3 in a folded text, in the order in which their cores end. Labels that are only a common
/// word (其他, 总计, 其他处理) count where the text ends with them. Only those that end behind byte `behind`.
std::vector<LabelMatch> request_labels(std::string_view folded, std::size_t behind = 0);
/// True where there are at least that many of them.
bool holds_request_labels(std::string_view folded, std::size_t count);
/// The last of them: the label that stands right before what follows the text.
std::optional<LabelMatch> last_request_label(std::string_view folded);

/// The item of table 2 whose label a folded text is, with or without an item mark and instructions in
/// brackets. 党内规范性文件 is none.
std::optional<std::string_view> disclosure_item(std::string_view folded);
/// Codes of the measures that a header of table 2 names, in its order.
std::vector<std::string_view> disclosure_measures_in(std::string_view folded);
/// 万元 or 元 where a header says so, else empty.
std::string_view unit_in_header(std::string_view folded);

/// True for what the header of a table consists of, and for a piece of an official label: table, not prose.
bool is_table_text(TableKind table, std::string_view folded);
/// True for a piece of the words of its headers and official labels, and nothing else.
bool is_piece_of_table(TableKind table, std::string_view folded);
/// A folded label text whose parts ran together, cut behind each known word: 信息内容|本年制发件数|规章. What
/// is no known word stays with the word before it. Ends of the parts, in bytes.
std::vector<std::size_t> ends_of_words(TableKind table, std::string_view folded);

/// True for a strip with which the table begins: 第二十条第（一）项, 信息内容; 申请人情况, 勾稽关系;
/// 行政复议.
bool opens_table(TableKind table, std::string_view folded);

} // namespace nianbao::report
