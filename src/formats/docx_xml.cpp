#include "formats/docx_xml.hpp"

#include "text/encoding.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <new>

namespace nianbao::formats {

pugi::xml_node child_of(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node child : node.children()) {
        if (local_name(child) == name) return child;
    }
    return {};
}

std::string_view attribute_of(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute attribute : node.attributes()) {
        if (local_name(attribute.name()) == name) return attribute.value();
    }
    return {};
}

int number_of(pugi::xml_node node, std::string_view attribute, int otherwise) {
    constexpr long long most = 1'000'000'000;
    const std::string_view text = attribute_of(node, attribute);
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        return static_cast<int>(text.starts_with("-") ? -most : most);
    if (error != std::errc() || end == text.data()) return otherwise;
    return static_cast<int>(std::clamp(value, -most, most));
}

bool is_on(pugi::xml_node property) {
    if (!property) return false;
    const std::string_view value = attribute_of(property, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

bool parse_xml(std::string& bytes, pugi::xml_document& document) {
    constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata_single;
    const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                       bytes.find('\0') != std::string::npos;
    pugi::xml_parse_result result;
    if (utf16) {
        result = document.load_buffer(bytes.data(), bytes.size(), flags);
    } else {
        if (!text::is_valid(bytes)) { // a producer that does not care what it declares
            auto decoded = text::decode(bytes, {});
            if (!decoded) return false;
            bytes = std::move(decoded->utf8);
        }
        result = document.load_buffer_inplace(bytes.data(), bytes.size(), flags, pugi::encoding_utf8);
    }
    if (result.status == pugi::status_out_of_memory) throw std::bad_alloc();
    return result.status == pugi::status_ok;
}

pugi::xml_node next_in_order(pugi::xml_node node, pugi::xml_node root, bool enter) {
    if (enter && node.first_child()) return node.first_child();
    while (node && node != root) {
        if (const pugi::xml_node next = node.next_sibling()) return next;
        node = node.parent();
    }
    return {};
}

pugi::xml_node find_element(pugi::xml_node root, std::string_view name) {
    for (pugi::xml_node node = root; node; node = next_in_order(node, root)) {
        if (local_name(node) == name) return node;
    }
    return {};
}

std::string clean_text(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::decode_at(text, at);
        const char32_t c = point.value;
        const bool invisible =
            c == 0xFEFF || c == 0x2060 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || c < 0x20 || c == 0x7F;
        if (c == '\t' || c == '\n' || c == '\r') {
            clean += ' ';
        } else if (!invisible) {
            text::append(clean, c);
        }
        at += std::max<std::size_t>(1, point.length);
    }
    return clean;
}

} // namespace nianbao::formats
