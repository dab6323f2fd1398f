#include "text/fold.hpp"

#include "text/traditional.hpp"
#include "text/utf8.hpp"

#include <utf8proc.h>

namespace nianbao::text {

namespace {

/// One spelling for what people and converters use for each other. 0 drops the character.
char32_t unify(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) return c;
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
    case U'＂':
    case U'＇':
        return 0; // quotes: 危及“三安全一稳定” is also printed bare
    case U'【':
    case U'〔':
    case U'［':
    case U'﹝':
        return U'[';
    case U'】':
    case U'〕':
    case U'］':
    case U'﹞':
        return U']';
    case U'（':
    case U'﹙':
        return U'(';
    case U'）':
    case U'﹚':
        return U')';
    case U'—':
    case U'–':
    case U'―':
    case U'－':
    case U'−':
    case U'‐':
    case U'‑':
    case U'─':
        return U'-';
    case U'．':
    case U'﹒':
        return U'.';
    case U'，':
    case U'﹐':
        return U',';
    case U'：':
    case U'﹕':
    case U'∶':
        return U':';
    case U'；':
        return U';';
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

/// NFKC of one code point: full-width forms, ㈠, Ⅱ, compatibility ideographs.
void append_folded(std::string& out, char32_t c, Forms forms) {
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    if (c >= 0xFF01 && c <= 0xFF5E) { // the full-width forms of ASCII
        out += static_cast<char>(c - 0xFEE0);
        return;
    }
    if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x301F)) {
        if (forms == Forms::simplified) {
            append_simplified(out, c);
        } else {
            append(out, c);
        }
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

} // namespace

std::string fold(std::string_view utf8, Forms forms) {
    std::string out;
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        i += point.length;
        if (point.value < 0x4E00 && is_space(point.value)) continue;
        const char32_t unified = unify(point.value);
        if (unified != 0) append_folded(out, unified, forms);
    }
    return out;
}

FoldedText fold_with_origin(std::string_view utf8) {
    FoldedText out;
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        const char32_t unified = is_space(point.value) ? 0 : unify(point.value);
        if (unified != 0) append_folded(out.folded, unified, Forms::simplified);
        out.origin.resize(out.folded.size(), i);
        i += point.length;
    }
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
    for (std::size_t i = 0; i < utf8.size();) {
        const CodePoint point = decode_at(utf8, i);
        if (!is_space(point.value)) out.append(utf8, i, point.length);
        i += point.length;
    }
    return out;
}

} // namespace nianbao::text
