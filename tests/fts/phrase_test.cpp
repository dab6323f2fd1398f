// What is typed, the phrases it becomes, and where they stand in a text.
#include "fts/query.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace nianbao::fts;
using namespace std::string_view_literals;

namespace {

/// Each phrase as its tokens with `+` between, `…` after a prefix; phrases parted by ` | `.
std::string shown(std::string_view typed) {
    std::string result;
    for (const Phrase& phrase : parse_query(typed).wanted()) {
        if (!result.empty()) result += " | ";
        for (std::size_t i = 0; i < phrase.tokens.size(); ++i)
            result += (i > 0 ? "+" : "") + phrase.tokens[i];
        if (phrase.prefix) result += "…";
    }
    return result;
}

/// The text with its hits in brackets.
std::string marked(std::string text, std::string_view typed) {
    const auto hits = find_hits(text, parse_query(typed).wanted());
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit) {
        text.insert(hit->second, "]");
        text.insert(hit->first, "[");
    }
    return text;
}

struct Row {
    const char* typed;
    const char* result;
};

struct HitRow {
    const char* text;
    const char* typed;
    const char* marked;
};

} // namespace

TEST_CASE("white space of any width parts words, quotes hold a phrase together") {
    const Row row = GENERATE(values<Row>({
        {"", ""},
        {"申请", "申请"},
        {"申请 公开", "申请 | 公开"},
        {" 申请　公开\t诉讼\n", "申请 | 公开 | 诉讼"},
        {"\"申请 公开\"", "申请+请+公开"},
        {"“申请 公开”诉讼", "申请+请+公开 | 诉讼"},
        {"甲乙「申请 公开」", "甲乙 | 申请+请+公开"},
        {"a\"b c\"d", "a | b+c | d"},
        {"“a 'b \"c”", "a+b+c"},
        {"\"\"", ""},
        {"“” 申请", "申请"},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.result);
}

TEST_CASE("a lone quote is text") {
    const Row row = GENERATE(values<Row>({
        {"\"", ""},
        {"\"申请 公开", "申请 | 公开"},
        {"申请\" 公开", "申请 | 公开"},
        {"“申请", "申请"},
        {"”申请 公开“", "申请 | 公开"},
        {"\"申请 公开\" \"诉讼 x", "申请+请+公开 | 诉讼 | x"},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.result);
}

TEST_CASE("a phrase that ends in a lone Han character may go on") {
    const Row row = GENERATE(values<Row>({
        {"申", "申…"},
        {"𠀀", "𠀀…"},
        {"2023年", "2023+年…"},
        {"“申请 公”", "申请+请+公…"},
        {"年。", "年…"},
        {"㈠", "一…"},
        {"申请", "申请"},
        {"年度2023", "年度+度+2023"},
        {"2", "2"},
        {"a", "a"},
        {"か", "か"},
        {"20*", "20…"},
        {"covid＊", "covid…"},
        {"\"a 20\"*", "a+20…"},
        {"“公开 20*”", "公开+开+20"},
        {"申请*", "申请"},
        {"2*3", "2+3"},
        {"*", ""},
    }));
    CAPTURE(row.typed);
    CHECK(shown(row.typed) == row.result);
}

TEST_CASE("a phrase keeps its text from the first token to the last, without NUL and broken bytes") {
    const auto phrases = parse_query("（公\0开\x80Ａ４级！"sv).wanted();
    REQUIRE(phrases.size() == 1);
    CHECK(phrases[0].text == "公 开 Ａ４级");
}

TEST_CASE("hits are marked where they stand") {
    const HitRow row = GENERATE(values<HitRow>({
        {"政府信息公开工作", "信息公开", "政府[信息公开]工作"},
        {"政府信息公开工作", "诉讼", "政府信息公开工作"},
        {"收到申请", "申", "收到[申]请"},
        {"收到申", "申", "收到[申]"},
        {"2023年度和2023 年", "2023年", "[2023年]度和[2023 年]"},
        {"2023年", "年度", "2023年"},
        {"用Ａ４纸", "a4", "用[Ａ４]纸"},
        {"12345", "1234", "12345"},
        {"公开，申请", "“公开 申请”", "[公开，申请]"},
        {"公开申请", "“公开 申请”", "公开申请"},
        {"12345和1234", "1234*", "[12345]和[1234]"},
        {"见covid19表", "cov*", "见[covid19]表"},
        {"㍿公开", "株", "[㍿]公开"},
        {"㍿公开", "社公", "[㍿公]开"},
        {"葛\U000E0100城", "葛", "[葛\U000E0100]城"},
        {"公开\u0301申请", "公开", "[公开\u0301]申请"},
        {"", "公开", ""},
        {"公开", "", "公开"},
    }));
    CAPTURE(row.text, row.typed);
    CHECK(marked(row.text, row.typed) == row.marked);
}

TEST_CASE("overlapping hits are joined, adjacent ones stay apart") {
    const HitRow row = GENERATE(values<HitRow>({
        {"公开展览", "公开 开展", "[公开展]览"},
        {"公公公", "公公", "[公公公]"},
        {"公开公开", "公开", "[公开][公开]"},
        {"政府信息公开", "政府信息公开 信息", "[政府信息公开]"},
        {"㍿", "株式 会社", "[㍿]"},
    }));
    CAPTURE(row.text, row.typed);
    CHECK(marked(row.text, row.typed) == row.marked);
}
