#include "text/fold.hpp"

#include "text/traditional.hpp"
#include "text/utf8.hpp"

#include <utf8proc.h>

namespace nianbao::text {

namespace {

/// One spelling for what people and converters use for each other. 0 drops the character.
char32_t unify(char32_t c) {
    switch (c) {
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'「':
    case U'」':
    case U'『':
    case U'』':
    case U'"':
    case U'\'':
        return 0; // quotes: 危及“三安全一稳定” is also printed bare
    case U'【':
    case U'〔':
    case U'﹝':
        return U'[';
    case U'】':
    case U'〕':
    case U'﹞':
        return U']';
    case U'﹙':
        return U'(';
    case U'﹚':
        return U')';
    case U'—':
    case U'–':
    case U'―':
    case U'−':
    case U'‐':
    case U'‑':
    case U'─':
        return U'-';
    case U'﹒':
        return U'.';
    case U'﹐':
        return U',';
    case U'﹕':
    case U'∶':
        return U':';
    case U'、':
    case U'､':
    case U'﹑':
        return U'、';
    case U'。':
    case U'｡':
        return U'。';
    default:
        return c;
    }
}

/// True for what folding leaves as it is, told without a table of Unicode's: most of every text.
bool is_plain(char32_t c, Forms forms) {
    if (c < 0x80) return !is_space(c) && c != '"' && c != '\'';
    if (is_common_han(c)) return forms == Forms::as_printed || !has_simplified(c);
    return c == U'、' || c == U'。';
}

/// NFKC of one code point that is not plain: full-width forms, ㈠, Ⅱ, compatibility ideographs.
void append_folded(std::string& out, char32_t c, Forms forms) {
    if (is_space(c)) return;
    if (is_common_han(c)) {
        if (forms == Forms::simplified) {
            append_simplified(out, c);
        } else {
            append(out, c);
        }
        return;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0; // the full-width forms of ASCII
    if (c >= 0x80 || c == '"' || c == '\'') c = unify(c);
    if (c == 0) return;
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    if (c >= 0x3001 && c <= 0x301F) {
        append(out, c);
        return;
    }
    utf8proc_int32_t parts[18];
    const auto count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 18,
                                static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_COMPOSE), nullptr);
    if (count <= 0 || count > 18) {
        append(out, c);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; ++i) append(out, static_cast<char32_t>(parts[i]));
}

/// Where the plain characters from `from` on end.
std::size_t plain_end(std::string_view utf8, std::size_t from, Forms forms) {
    while (from < utf8.size()) {
        const auto lead = static_cast<unsigned char>(utf8[from]);
        if (lead < 0x80) {
            if (!is_plain(lead, forms)) break;
            ++from;
            continue;
        }
        const bool chinese = lead >= 0xE3 && lead <= 0xE9;
        const CodePoint point = chinese ? decode_at(utf8, from) : CodePoint{};
        if (point.length != 3 || !is_plain(point.value, forms)) break;
        from += 3;
    }
    return from;
}

/// Calls plain(begin, end) for stretches of text that folding leaves as they are, and other(begin, point) for
/// every other character, in order.
template<class Plain, class Other>
void for_each_part(std::string_view utf8, Forms forms, const Plain& plain, const Other& other) {
    for (std::size_t i = 0; i < utf8.size();) {
        const std::size_t end = plain_end(utf8, i, forms);
        if (i < end) plain(i, end);
        if (end == utf8.size()) return;
        const CodePoint point = decode_at(utf8, end);
        other(end, point);
        i = end + point.length;
    }
}

} // namespace

std::string fold(std::string_view utf8, Forms forms) {
    std::string out;
    out.reserve(utf8.size());
    for_each_part(
        utf8, forms, [&](std::size_t begin, std::size_t end) { out.append(utf8, begin, end - begin); },
        [&](std::size_t, CodePoint point) { append_folded(out, point.value, forms); });
    return out;
}

FoldedText fold_with_origin(std::string_view utf8) {
    FoldedText out;
    out.folded.reserve(utf8.size());
    out.origin.reserve(utf8.size());
    const auto plain = [&](std::size_t begin, std::size_t end) {
        out.folded.append(utf8, begin, end - begin);
        for (std::size_t i = begin; i < end;) {
            const std::size_t length = decode_at(utf8, i).length;
            out.origin.insert(out.origin.end(), length, i);
            i += length;
        }
    };
    const auto other = [&](std::size_t begin, CodePoint point) {
        append_folded(out.folded, point.value, Forms::simplified);
        out.origin.resize(out.folded.size(), begin);
    };
    for_each_part(utf8, Forms::simplified, plain, other);
    return out;
}

std::string_view trim(std::string_view utf8) {
    while (!utf8.empty()) {
        const CodePoint first = decode_at(utf8, 0);
        if (!is_space(first.value)) break;
        utf8.remove_prefix(first.length);
    }
    while (!utf8.empty()) {
        const CodePoint last = decode_before(utf8, utf8.size());
        if (!is_space(last.value)) break;
        utf8.remove_suffix(last.length);
    }
    return utf8;
}

std::string without_spaces(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    std::size_t begin = 0; // of what is not copied yet
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        if (is_space(point.value)) {
            out.append(utf8, begin, i - begin);
            begin = i + point.length;
        }
        i += point.length;
    }
    return out.append(utf8, begin);
}

} // namespace nianbao::text
