// Two runs must never make one number out of two: where digits meet digits across a change of strike-through
// or of super- and subscript (a number with a footnote mark behind it), a space parts them.
#include "formats/docx_text.hpp"

#include "formats/docx_xml.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace nianbao::formats {

namespace {

constexpr auto left_out = std::to_array<std::string_view>(
    {"del",      "moveFrom",   "Fallback",   "instrText",  "delText", "delInstrText", "txbxContent",
     "textbox",  "pict",       "drawing",    "object",     "rt",      "pPr",          "rPr",
     "sdtPr",    "sdtEndPr",   "sectPr",     "tblPr",      "tblPrEx", "tblGrid",      "trPr",
     "tcPr",     "fldData",    "ffData",     "rubyPr",     "control", "footnote",     "endnote",
     "comments", "annotation", "smartTagPr", "customXmlPr"});

/// w:sym: a character of a font of symbols, whose codes are not Unicode's.
char32_t symbol(pugi::xml_node node) {
    const std::string_view text = attribute_of(node, "char");
    unsigned code = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), code, 16).ec != std::errc()) return U'□';
    const bool own_code = code >= 0xF000 && code <= 0xF0FF;
    if (!own_code && code >= 0x20 && code < 0xD800) return code;
    const unsigned low = code & 0xFF;
    const std::string_view font = attribute_of(node, "font");
    if (font == "Symbol") {
        if (low == 0xB7) return U'•';
        if (low == 0x2D) return U'−';
        return low >= 0x20 && low <= 0x3F ? low : U'□'; // digits and most punctuation are ASCII's
    }
    if (font == "Wingdings" && low == 0xFC) return U'✓';
    if (font == "Wingdings" && low == 0xFE) return U'☑';
    if (font == "Wingdings 2" && low == 0x50) return U'✓';
    if (font == "Wingdings 2" && low == 0x52) return U'☑';
    return U'□';
}

class ParagraphWalk {
public:
    ParagraphWalk(const Styles& styles, bool hidden) : styles_(styles), hidden_(hidden) {}

    ParagraphText walk(pugi::xml_node paragraph) {
        children(paragraph, 0);
        return std::move(out_);
    }

private:
    void children(pugi::xml_node node, int depth) {
        if (depth > deepest_element) {
            out_.too_deep = true;
            return;
        }
        for (const pugi::xml_node child : node.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view name = local_name(child);
            if (is_left_out(name)) continue;
            if (name == "r") {
                run(child, depth);
            } else if (name == "t") { // w:t, and m:t of a formula
                text_of(child);
            } else if (name == "AlternateContent") {
                children(child_of(child, "Choice"), depth + 1);
            } else if (!mark(name, child)) {
                children(child, depth + 1);
            }
        }
    }

    void run(pugi::xml_node node, int depth) {
        const pugi::xml_node properties = child_of(node, "rPr");
        const std::string_view style = attribute_of(child_of(properties, "rStyle"), "val");
        auto hidden = own_hidden(properties);
        if (!hidden && !style.empty()) hidden = styles_.hidden(style);
        const bool shown_before = shown_;
        shown_ = !hidden.value_or(hidden_);
        kind_ = (is_on(child_of(properties, "strike")) || is_on(child_of(properties, "dstrike")) ? "-" : "") +
                std::string(attribute_of(child_of(properties, "vertAlign"), "val"));
        if (kind_ == "baseline") kind_.clear();
        children(node, depth + 1);
        shown_ = shown_before;
    }

    /// Elements that are a character, and the ends of fields.
    bool mark(std::string_view name, pugi::xml_node node) {
        if (name == "tab" || name == "ptab") {
            add("\t");
        } else if (name == "br" || name == "cr") {
            add("\n");
        } else if (name == "noBreakHyphen") {
            add("-");
        } else if (name == "sym") {
            std::string utf8;
            text::append(utf8, symbol(node));
            add(utf8);
        } else if (name == "den" || name == "sup" || name == "sub" || name == "deg") {
            add(name == "den" ? "/" : "^"); // of a formula: its parts are no one number
            return false;
        } else if (name == "fldChar") {
            field(attribute_of(node, "fldCharType"));
        } else {
            return false;
        }
        return true;
    }

    void text_of(pugi::xml_node node) {
        std::string raw;
        for (const pugi::xml_node piece : node.children()) {
            if (piece.type() == pugi::node_pcdata || piece.type() == pugi::node_cdata) raw += piece.value();
        }
        const std::string clean = clean_text(raw);
        if (attribute_of(node, "space") == "preserve") {
            add(clean);
            return;
        }
        const std::size_t begin = std::min(clean.find_first_not_of(' '), clean.size());
        add(std::string_view(clean).substr(begin, clean.find_last_not_of(' ') + 1 - begin));
    }

    void field(std::string_view type) {
        if (type == "begin") in_instruction_.push_back(true);
        if (type == "separate" && !in_instruction_.empty()) in_instruction_.back() = false;
        if (type == "end" && !in_instruction_.empty()) in_instruction_.pop_back();
    }

    void add(std::string_view text) {
        const bool instruction =
            std::find(in_instruction_.begin(), in_instruction_.end(), true) != in_instruction_.end();
        if (text.empty() || !shown_ || instruction) return;
        std::string& out = out_.text;
        if (!out.empty() && kind_ != kind_before_ &&
            text::is_digit(text::decode_before(out, out.size()).value) &&
            text::is_digit(text::decode_at(text, 0).value))
            out += ' ';
        out += text;
        kind_before_ = kind_;
    }

    const Styles& styles_;
    bool hidden_;
    bool shown_ = true;
    std::string kind_; ///< of the present run: struck out, superscript
    std::string kind_before_;
    std::vector<bool> in_instruction_; ///< for each open field
    ParagraphText out_;
};

} // namespace

bool is_left_out(std::string_view element) {
    return std::find(left_out.begin(), left_out.end(), element) != left_out.end();
}

ParagraphText paragraph_text(pugi::xml_node paragraph, const Styles& styles, bool hidden) {
    return ParagraphWalk(styles, hidden).walk(paragraph);
}

} // namespace nianbao::formats
