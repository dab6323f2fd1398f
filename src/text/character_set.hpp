// A set of characters that is asked about every character of a text.
#pragma once

#include "text/utf8.hpp"

#include <bitset>
#include <string_view>

namespace nianbao::text {

/// Holds characters up to U+FFFF; it holds none beyond.
class CharacterSet {
public:
    CharacterSet() = default;
    explicit CharacterSet(std::string_view utf8) { add(utf8); }

    void add(char32_t c) {
        if (c <= 0xFFFF) known_.set(c);
    }
    void add(std::string_view utf8) {
        for (std::size_t i = 0; i < utf8.size();) {
            const CodePoint point = decode_at(utf8, i);
            add(point.value);
            i += point.length;
        }
    }

    bool holds(char32_t c) const { return c <= 0xFFFF && known_.test(c); }
    bool holds_first_of(std::string_view utf8) const {
        return !utf8.empty() && holds(decode_at(utf8, 0).value);
    }
    bool holds_all_of(std::string_view utf8) const {
        for (std::size_t i = 0; i < utf8.size();) {
            const CodePoint point = decode_at(utf8, i);
            if (!holds(point.value)) return false;
            i += point.length;
        }
        return true;
    }

private:
    std::bitset<0x10000> known_;
};

} // namespace nianbao::text
