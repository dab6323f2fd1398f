// glibc's iconv writes the bytes; the traditional characters are a table of this file's own, so that the
// parser's is not tested against itself. A character that is missing here has no place in Big5: encoded()
// throws.
#include "support/layouts_encoding.hpp"

#include "support/layouts.hpp"
#include "support/layouts_html.hpp"
#include "support/layouts_pipe.hpp"
#include "support/layouts_text.hpp"

#include <iconv.h>

#include <iterator>
#include <map>
#include <stdexcept>

namespace nianbao::test {

namespace {

/// A simplified character, then all the traditional ones that are in use for it in such reports.
const Lines characters = {
    "万萬", "业業",   "个個",   "为為", "举舉", "书書",   "于於", "会會",   "体體", "关關", "内內", "决決",
    "况況", "减減",   "制製制", "办辦", "务務", "动動",   "区區", "单單",   "县縣", "发發", "后後", "国國",
    "处處", "复復複", "审審",   "对對", "属屬", "布布佈", "废廢", "开開",   "强強", "当當", "总總", "执執",
    "护護", "报報",   "据據",   "数數", "无無", "时時",   "权權", "条條",   "检檢", "没沒", "浏瀏", "现現",
    "稳穩", "类類",   "系係",   "纠糾", "纳納", "组組",   "织織", "经經",   "结結", "继繼", "续續", "维維",
    "缴繳", "罚罰",   "范範",   "获獲", "补補", "规規",   "览覽", "计計",   "认認", "议議", "许許", "讼訟",
    "访訪", "诉訴",   "询詢",   "请請", "读讀", "购購",   "费費", "资資",   "转轉", "达達", "过過", "这這",
    "进進", "问問",   "间間",   "页頁", "项項", "题題",   "额額", "采採采", "杂雜", "志誌", "丝絲", "电電",
    "统統", "将將",   "标標",   "证證", "实實", "专專",   "门門", "网網",   "团團", "镇鎮", "乡鄉", "导導",
    "机機", "构構",   "确確",
};

using Render = std::string (*)(const Sheet&, std::mt19937&);

std::string any_text(const Sheet& sheet, std::mt19937& random) {
    constexpr Render all[] = {render_tsv, render_cell_a_line, render_cell_a_line_spaced, render_pipes,
                              render_markdown};
    return all[random() % std::size(all)](sheet, random);
}

std::string any_page(const Sheet& sheet, std::mt19937& random, const std::string& charset) {
    constexpr Render all[] = {render_html, render_html_soup, render_html_word, render_html_site};
    std::string page = all[random() % std::size(all)](sheet, random);
    const std::string utf8 = "utf-8";
    const std::size_t at = page.find(utf8);
    if (at != std::string::npos) page.replace(at, utf8.size(), charset);
    return page;
}

} // namespace

std::string traditional(std::string_view simplified, std::mt19937& random) {
    static const auto table = [] {
        std::map<std::string, Lines> all;
        for (const std::string& entry : characters) {
            Lines forms = pieces(entry, 1);
            const std::string key = forms.front();
            forms.erase(forms.begin());
            all[key] = std::move(forms);
        }
        return all;
    }();
    std::string out;
    for (const std::string& character : pieces(std::string(simplified), 1)) {
        const auto found = table.find(character);
        out += found == table.end() ? character : found->second[random() % found->second.size()];
    }
    return out;
}

Sheet traditional(const Sheet& simplified, std::mt19937& random) {
    Sheet sheet = simplified;
    for (Part& part : sheet.parts) {
        part.text = traditional(part.text, random);
        for (GridRow& row : part.grid.rows) {
            for (GridCell& cell : row.cells) cell.text = traditional(cell.text, random);
        }
    }
    return sheet;
}

std::string encoded(std::string_view utf8, const char* encoding) {
    const iconv_t handle = iconv_open(encoding, "UTF-8");
    std::string input(utf8);
    std::string out(4 * input.size() + 16, '\0');
    char* from = input.data();
    char* to = out.data();
    std::size_t from_left = input.size();
    std::size_t to_left = out.size();
    const std::size_t done = iconv(handle, &from, &from_left, &to, &to_left);
    iconv_close(handle);
    if (done != 0 || from_left != 0)
        throw std::runtime_error(std::string(encoding) + " has no " +
                                 std::string(utf8.substr(utf8.size() - from_left, 12)));
    out.resize(out.size() - to_left);
    return out;
}

std::string render_gb18030(const Sheet& sheet, std::mt19937& random) {
    return encoded(any_text(sheet, random), "GB18030");
}

std::string render_utf16le(const Sheet& sheet, std::mt19937& random) {
    return encoded(any_text(sheet, random), "UTF-16LE");
}

std::string render_utf16be(const Sheet& sheet, std::mt19937& random) {
    return encoded(any_text(sheet, random), "UTF-16BE");
}

std::string render_utf16le_bom(const Sheet& sheet, std::mt19937& random) {
    return "\xFF\xFE" + render_utf16le(sheet, random);
}

std::string render_utf16be_bom(const Sheet& sheet, std::mt19937& random) {
    return "\xFE\xFF" + render_utf16be(sheet, random);
}

std::string render_big5(const Sheet& sheet, std::mt19937& random) {
    return encoded(any_text(sheet, random), "BIG5-HKSCS");
}

std::string render_traditional(const Sheet& sheet, std::mt19937& random) {
    return any_text(sheet, random);
}

std::string render_html_gb18030(const Sheet& sheet, std::mt19937& random) {
    return encoded(any_page(sheet, random, "gb2312"), "GB18030");
}

/// The page says utf-8, its bytes say otherwise; so it happens where an editor saved it again.
std::string render_html_utf16(const Sheet& sheet, std::mt19937& random) {
    return "\xFF\xFE" + encoded(any_page(sheet, random, random() % 2 == 0 ? "utf-16" : "utf-8"), "UTF-16LE");
}

std::string render_html_big5(const Sheet& sheet, std::mt19937& random) {
    std::string page = any_page(sheet, random, "big5");
    return encoded(traditional(page, random), "BIG5-HKSCS"); // the site's own words too
}

} // namespace nianbao::test
