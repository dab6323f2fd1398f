// Pairs of a traditional character and the simplified one, for the words by which the form is known: made
// with ICU 72's Hans-Hant transliteration (Unicode's Unihan data, Unicode License) from the characters of
// src/report, with the variants that it does not give (複 and 覆 besides 復) added by hand.
#include "text/traditional.hpp"

#include <type_traits>

namespace nianbao::text {

namespace {

constexpr std::u32string_view pairs =
    U"佈布併并來来係系個个們们備备僅仅內内劃划動动務务匯汇區区員员問问單单國国園园圖图團团執执報报學学"
    U"實实審审寫写將将對对導导屬属庫库廢废廳厅強强後后從从復复徵征應应戶户掃扫採采擊击據据數数斷断於于"
    U"時时書书會会條条業业構构標标樣样機机檔档權权決决沒没況况減减準准瀏浏為为無无爲为獲获現现產产産产"
    U"當当發发眾众確确碼码礙碍種种稱称穩稳節节範范簽签糾纠納纳級级組组結结絕绝統统絲丝經经綜综維维網网"
    U"編编縣县總总織织繫系繳缴繼继續续罰罚聯联臺台與与舉举萬万蓋盖蘇苏處处號号衆众術术裏里補补裡里製制"
    U"複复覆复見见規规覽览計计訊讯訟讼訪访許许訴诉評评詢询該该認认說说説说請请識识議议護护讀读負负責责"
    U"費费資资購购載载輯辑轉转辦办這这進进過过邊边鄉乡錄录錯错録录鎮镇鏈链門门閉闭開开間间閱阅關关隊队"
    U"隻只難难雲云電电頁页頂顶項项題题額额類类館馆體体黃黄點点黨党";

constexpr char32_t first = 0x4E00;
constexpr char32_t last = 0x9FFF;

using Table = std::array<char16_t, last - first + 1>;

constexpr Table make_table() {
    Table table{};
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
        table[pairs[i] - first] = static_cast<char16_t>(pairs[i + 1]);
    return table;
}

constexpr Table table = make_table();

using Bits = decltype(detail::traditional);

constexpr std::remove_const_t<Bits> make_bits() {
    std::remove_const_t<Bits> bits{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (table[i] != 0) bits[i / 64] |= std::uint64_t{1} << (i % 64);
    }
    return bits;
}

} // namespace

constinit const Bits detail::traditional = make_bits();

char32_t simplified(char32_t c) {
    if (c < first || c > last) return c;
    const char16_t found = table[c - first];
    return found == 0 ? c : found;
}

void append_simplified(std::string& out, char32_t c) {
    constexpr std::string_view before = "资";
    if (c == U'訊' && out.ends_with(before)) {
        out.replace(out.size() - before.size(), before.size(), "信息");
    } else {
        append(out, simplified(c));
    }
}

std::string simplified(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t begin = 0; // of what stays as it is
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        if (has_simplified(point.value)) {
            out += utf8.substr(begin, i - begin);
            append_simplified(out, point.value);
            begin = i + point.length;
        }
        i += point.length;
    }
    return out.append(utf8.substr(begin));
}

} // namespace nianbao::text
