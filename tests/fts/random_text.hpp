// Random text from a fixed seed: Han of three and four bytes, Latin, digits, punctuation, emoji and broken
// bytes. Few different characters, so that words come back and overlap themselves.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::fts::test {

class RandomText {
public:
    explicit RandomText(unsigned seed) : engine_(seed) {}

    std::size_t below(std::size_t limit) { return engine_() % limit; }

    std::string_view han_character() { return han_[below(han_.size())]; }

    std::string han(std::size_t length) {
        std::string text;
        while (length-- > 0) text += han_character();
        return text;
    }

    /// Han runs, words, and what parts them; the parts alone if there is to be no Han that folds onto other
    /// Han.
    std::string document(std::size_t parts) {
        std::string text;
        while (parts-- > 0)
            text += below(2) == 0 ? han(1 + below(12)) : std::string(other_[below(other_.size())]);
        return text;
    }

    /// What somebody might type, syntax of FTS5 included.
    std::string query() {
        std::string text;
        for (std::size_t parts = 1 + below(5); parts > 0; --parts) {
            switch (below(4)) {
            case 0:
                text += syntax_[below(syntax_.size())];
                break;
            case 1:
                text += odd_[below(odd_.size())];
                break;
            case 2:
                text += other_[below(other_.size())];
                break;
            default:
                text += han(1 + below(3));
            }
        }
        return text;
    }

    /// A document with characters whose folded form is not their own.
    std::string odd_document(std::size_t parts) {
        std::string text;
        while (parts-- > 0) text += below(3) == 0 ? std::string(odd_[below(odd_.size())]) : document(1);
        return text;
    }

private:
    std::mt19937 engine_; // used without distributions: those differ between standard libraries
    static constexpr std::array<std::string_view, 9> han_{"公", "开", "申", "请", "年",
                                                          "度", "々", "𠀀", "㐀"};
    static constexpr std::array<std::string_view, 26> other_{
        " ",    "\n",       "　",       "，",   "。",       "“",  "”",
        "2023", "7",        "a",        "Bc",   "1.5",      "-",  "\xF0\x9F\x98\x80",
        "\x80", "\xE5\x85", "\xF0\xA0", "\xFF", "\xC0\xAF", "H5", "é",
        "か",   "(",        "\"",       "; ",   "/"};
    static constexpr std::array<std::string_view, 24> odd_{"㈠",
                                                           "㎡",
                                                           "①",
                                                           "㍿",
                                                           "Ａ",
                                                           "４",
                                                           "½",
                                                           "⼀",
                                                           "公\xEF\xB8\x80",
                                                           "\xCC\x81",
                                                           "e\xCC\x81",
                                                           "ﬁ",
                                                           "\xE2\x80\x8B",
                                                           "\xC2\xAD",
                                                           "が",
                                                           "か\xE3\x82\x99",
                                                           "한",
                                                           "ß",
                                                           "ﷺ",
                                                           "㍻",
                                                           "㋀",
                                                           "\xE3\x85\xA4",
                                                           "一",
                                                           std::string_view("\0", 1)};
    static constexpr std::array<std::string_view, 22> syntax_{
        " AND ", " OR ", " NOT ", "NEAR(", "*", "^",  "(",  ")", ":", "-",  "+",
        "{",     "}",    "\"",    "“",     "”", "「", "」", ",", " ", "x:", "'"};
};

} // namespace nianbao::fts::test
