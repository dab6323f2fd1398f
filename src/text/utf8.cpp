#include "text/utf8.hpp"

#include <utf8proc.h>

namespace nianbao::text {

namespace {

constexpr char32_t replacement = 0xFFFD;

/// Length that a lead byte announces; 0 for a byte that leads nothing.
std::size_t announced_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    if (lead >= 0xF0 && lead <= 0xF4) return 4;
    return 0;
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

bool decode_strict(std::string_view utf8, std::size_t offset, CodePoint& out) {
    const auto lead = static_cast<unsigned char>(utf8[offset]);
    const std::size_t length = announced_length(lead);
    if (length == 0 || offset + length > utf8.size()) return false;
    char32_t value = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if (!is_continuation(utf8[offset + i])) return false;
        value = (value << 6) | (static_cast<unsigned char>(utf8[offset + i]) & 0x3FU);
    }
    const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
    if (overlong || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
    out = {value, length};
    return true;
}

} // namespace

CodePoint decode_other(std::string_view utf8, std::size_t offset) {
    CodePoint point;
    return decode_strict(utf8, offset, point) ? point : CodePoint{replacement, 1};
}

CodePoint decode_before_other(std::string_view utf8, std::size_t offset) {
    for (std::size_t back = 1; back <= 4 && back <= offset; ++back) {
        CodePoint point;
        if (decode_strict(utf8, offset - back, point) && point.length == back) return point;
    }
    return {replacement, 1};
}

void append(std::string& utf8, char32_t code_point) {
    const auto tail = [&](int shift) { utf8 += static_cast<char>(0x80U | ((code_point >> shift) & 0x3FU)); };
    if (code_point < 0x80) {
        utf8 += static_cast<char>(code_point);
    } else if (code_point < 0x800) {
        utf8 += static_cast<char>(0xC0U | (code_point >> 6));
        tail(0);
    } else if (code_point < 0x10000) {
        utf8 += static_cast<char>(0xE0U | (code_point >> 12));
        tail(6);
        tail(0);
    } else {
        utf8 += static_cast<char>(0xF0U | (code_point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

std::string with_broken_bytes_replaced(std::string_view bytes) {
    std::string valid;
    for (std::size_t at = 0; at < bytes.size();) {
        const CodePoint point = decode_at(bytes, at);
        append(valid, point.value);
        at += point.length;
    }
    return valid;
}

bool is_valid(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        // U+FFFD itself takes three bytes; a broken byte is read as one.
        if (point.value == replacement && point.length == 1) return false;
        i += point.length;
    }
    return true;
}

bool holds_han(std::string_view utf8) {
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        if (is_han(point.value)) return true;
        i += point.length;
    }
    return false;
}

int width(char32_t c) {
    if (is_common_han(c)) return 2;
    if (c >= 0x20 && c < 0x7F) return 1;
    return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
}

int width(std::string_view utf8) {
    int columns = 0;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        columns += width(point.value);
        i += point.length;
    }
    return columns;
}

std::string_view fit(std::string_view utf8, int columns) {
    int used = 0;
    std::size_t end = 0;
    while (end < utf8.size()) {
        const CodePoint point = decode_at(utf8, end);
        used += width(point.value);
        if (used > columns) break;
        end += point.length;
    }
    return utf8.substr(0, end);
}

} // namespace nianbao::text
