// Two runs must never make one number out of two: where digits meet digits across a change of strike-through
// of height above the line (a number with the mark of a note behind it), of a link or of a field, a space
// parts them. A figure that is struck out whole stays as text, between tildes, and is no number.
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

std::size_t how_many(std::string_view text, bool (*is_one)(char32_t)) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < text.size();) {
        const text::CodePoint point = text::decode_at(text, i);
        if (is_one(point.value)) ++count;
        i += point.length;
    }
    return count;
}

bool holds_digit(std::string_view text) {
    return how_many(text, text::is_digit) > 0;
}

/// A number that stands alone, perhaps with its unit.
bool is_figure(std::string_view text) {
    constexpr std::size_t longest_unit = 2; ///< ideographs: 万元
    return holds_digit(text) && how_many(text, text::is_han) <= longest_unit;
}

/// Of a w:hyperlink: to a bookmark of a footnote or an endnote. A link over some digits of a number is none.
bool is_to_note(pugi::xml_node link) {
    const std::string_view anchor = attribute_of(link, "anchor");
    for (const std::string_view word : {"ftn", "edn", "note", "Note"}) {
        if (anchor.find(word) != std::string_view::npos) return true;
    }
    return false;
}

class ParagraphWalk {
public:
    ParagraphWalk(const Styles& styles, bool hidden) : styles_(styles), hidden_(hidden) {}

    ParagraphText walk(pugi::xml_node paragraph) {
        children(paragraph, 0);
        if (digits_struck_ && is_figure(out_.text)) out_.text = "~~" + out_.text + "~~";
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
            } else if (name == "hyperlink") {
                const int link = is_to_note(child) ? 1 : 0;
                notes_ += link;
                children(child, depth + 1);
                notes_ -= link;
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
        const std::string_view id = attribute_of(child_of(properties, "rStyle"), "val");
        const ParagraphStyle style = id.empty() ? ParagraphStyle{} : styles_.character(id);
        auto hidden = own_hidden(properties);
        if (!hidden) hidden = style.hidden;
        const CharacterLook own = own_look(properties);
        const bool shown_before = shown_;
        shown_ = !hidden.value_or(hidden_);
        struck_ = own.struck.value_or(style.struck.value_or(false));
        raised_ = own.raised.value_or(style.raised.value_or(""));
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
        const Kind kind{struck_, raised_, notes_, in_instruction_.size()};
        if (!out.empty() && kind != kind_before_ &&
            text::is_digit(text::decode_before(out, out.size()).value) &&
            text::is_digit(text::decode_at(text, 0).value))
            out += ' ';
        out += text;
        kind_before_ = kind;
        if (holds_digit(text)) digits_struck_ = digits_struck_ && struck_;
    }

    const Styles& styles_;
    bool hidden_;
    bool shown_ = true;
    /// What parts digits from those beside them.
    struct Kind {
        bool struck = false;
        std::string raised;
        int notes = 0; ///< links to notes
        std::size_t fields = 0;
        bool operator==(const Kind&) const = default;
    };
    bool struck_ = false; ///< of the present run
    std::string raised_;
    int notes_ = 0;
    Kind kind_before_;
    bool digits_struck_ = true;        ///< all so far
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
