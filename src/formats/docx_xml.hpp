// Nodes by their local names: prefixes are the producer's choice, and the strict form of the standard has
// other namespaces than the transitional one.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace nianbao::formats {

inline std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
inline std::string_view local_name(pugi::xml_node node) {
    return local_name(node.name());
}

/// The first child element of this name; an empty node where there is none.
pugi::xml_node child_of(pugi::xml_node node, std::string_view name);

/// An attribute's value; empty where there is none.
std::string_view attribute_of(pugi::xml_node node, std::string_view name);

/// As a whole number; `otherwise` where it is missing or none. Values beyond ±1,000,000,000 are cut to that.
int number_of(pugi::xml_node node, std::string_view attribute, int otherwise);

/// The value of an on/off property: an element without w:val is on.
bool is_on(pugi::xml_node property);

/// False where the bytes are no whole XML document; the document may be used only where true. Entities are
/// not expanded, nothing is loaded from outside.
bool parse_xml(std::string& bytes, pugi::xml_document& document);

/// The root element's first element of this name at any depth, in document order; without recursion.
pugi::xml_node find_element(pugi::xml_node root, std::string_view name);

/// The next node in document order below `root`, `node`'s children first unless `enter` is false.
pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node root, bool enter = true);

/// Valid UTF-8 without the characters that nobody sees and that would part a number (zero-width, soft
/// hyphen).
std::string clean_text(std::string_view text);

} // namespace nianbao::formats
