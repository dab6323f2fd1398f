#include "formats/docx_styles.hpp"

#include "formats/docx_xml.hpp"

namespace nianbao::formats {

namespace {

ListPlace list_place(pugi::xml_node properties) {
    ListPlace place;
    const pugi::xml_node numbering = child_of(properties, "numPr");
    if (const auto list = child_of(numbering, "numId")) place.list = number_of(list, "val", 0);
    if (const auto level = child_of(numbering, "ilvl")) place.level = number_of(level, "val", 0);
    return place;
}

std::optional<bool> first_line_indented(pugi::xml_node properties) {
    const pugi::xml_node indent = child_of(properties, "ind");
    if (!indent) return std::nullopt;
    if (!attribute_of(indent, "firstLineChars").empty() && number_of(indent, "firstLineChars", 0) != 0)
        return number_of(indent, "firstLineChars", 0) > 0;
    if (!attribute_of(indent, "firstLine").empty()) return number_of(indent, "firstLine", 0) > 0;
    if (!attribute_of(indent, "hanging").empty()) return false;
    return std::nullopt;
}

} // namespace

std::optional<bool> own_hidden(pugi::xml_node run_properties) {
    const pugi::xml_node vanish = child_of(run_properties, "vanish");
    return vanish ? std::optional(is_on(vanish)) : std::nullopt;
}

CharacterLook own_look(pugi::xml_node run_properties) {
    CharacterLook look;
    for (const std::string_view name : {"strike", "dstrike"}) {
        const pugi::xml_node strike = child_of(run_properties, name);
        if (strike) look.struck = look.struck.value_or(false) || is_on(strike);
    }
    if (const pugi::xml_node align = child_of(run_properties, "vertAlign")) {
        const std::string_view value = attribute_of(align, "val");
        look.raised = value == "baseline" ? "" : value;
    }
    if (const pugi::xml_node position = child_of(run_properties, "position")) {
        const int half_points = number_of(position, "val", 0);
        if (half_points != 0) look.raised = half_points > 0 ? "+" : "-";
    }
    return look;
}

ParagraphStyle own_properties(pugi::xml_node paragraph_properties) {
    return {list_place(paragraph_properties),
            first_line_indented(paragraph_properties),
            own_hidden(child_of(paragraph_properties, "rPr")),
            {},
            {},
            ""};
}

Styles::Styles(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles.children()) {
        if (local_name(node) != "style") continue;
        const std::string id(attribute_of(node, "styleId"));
        Style style{std::string(attribute_of(child_of(node, "basedOn"), "val")),
                    own_properties(child_of(node, "pPr"))};
        style.own.hidden = own_hidden(child_of(node, "rPr"));
        const CharacterLook look = own_look(child_of(node, "rPr"));
        style.own.struck = look.struck;
        style.own.raised = look.raised;
        const std::string_view standard = attribute_of(node, "default");
        if (attribute_of(node, "type") == "paragraph" &&
            (standard == "1" || standard == "true" || standard == "on"))
            usual_paragraph_ = id;
        styles_.emplace(id, std::move(style));
    }
}

ParagraphStyle Styles::resolved(std::string_view id) const {
    constexpr int longest_chain = 32; // styles that are based on each other in a circle
    ParagraphStyle style;
    for (int i = 0; i < longest_chain; ++i) {
        const auto found = styles_.find(id);
        if (found == styles_.end()) break;
        const ParagraphStyle& own = found->second.own;
        if (!style.list.list && own.list.list) {
            style.list.list = own.list.list;
            style.list_style = id;
        }
        if (!style.list.level) style.list.level = own.list.level;
        if (!style.indented) style.indented = own.indented;
        if (!style.hidden) style.hidden = own.hidden;
        if (!style.struck) style.struck = own.struck;
        if (!style.raised) style.raised = own.raised;
        id = found->second.based_on;
    }
    return style;
}

ParagraphStyle Styles::paragraph(std::string_view id) const {
    return resolved(styles_.contains(id) ? id : std::string_view(usual_paragraph_));
}

ParagraphStyle Styles::character(std::string_view id) const {
    return resolved(id);
}

} // namespace nianbao::formats
