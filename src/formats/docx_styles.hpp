// What paragraphs and characters take from the styles of a DOCX (ECMA-376 part 1, 17.7), as far as it changes
// the text: automatic numbers, hidden characters, the indent of a paragraph's first line.
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace nianbao::formats {

/// A paragraph's place in a list; `list` 0: in none, although its style would be.
struct ListPlace {
    std::optional<int> list; ///< w:numId
    std::optional<int> level;
};

struct ParagraphStyle {
    ListPlace list;
    std::optional<bool> indented; ///< its first line
    std::optional<bool> hidden;
    std::optional<bool> struck;
    std::optional<std::string> raised; ///< see CharacterLook
    std::string list_style;            ///< the style that `list` comes from
};

class Styles {
public:
    Styles() = default;
    /// `styles`: the root of styles.xml, or an empty node.
    explicit Styles(pugi::xml_node styles);

    /// A style with what it is based on; the default paragraph style for an empty or unknown name.
    ParagraphStyle paragraph(std::string_view id) const;
    ParagraphStyle character(std::string_view id) const;

private:
    struct Style {
        std::string based_on;
        ParagraphStyle own;
    };
    ParagraphStyle resolved(std::string_view id) const;

    std::map<std::string, Style, std::less<>> styles_;
    std::string usual_paragraph_;
};

/// What sets characters apart from those beside them; nullopt where the w:rPr does not say.
struct CharacterLook {
    std::optional<bool> struck;
    std::optional<std::string>
        raised; ///< superscript, subscript, or the sign of w:position; empty: on the line
};
CharacterLook own_look(pugi::xml_node run_properties);

/// Of a w:pPr: its own list place, indent and paragraph mark.
ParagraphStyle own_properties(pugi::xml_node paragraph_properties);
/// w:vanish of a w:rPr; nullopt where it does not say.
std::optional<bool> own_hidden(pugi::xml_node run_properties);

} // namespace nianbao::formats
