// What kind of file this is, by its content alone: names and suffixes of downloaded files lie.
#pragma once

#include <string_view>

namespace nianbao::document {

enum class MediaType {
    text, ///< nothing else: decoding says whether it is text at all
    html,
    mhtml,
    docx,
    pdf,
    office, ///< DOC, WPS, RTF, ODT: read through an external converter
    zip,
    gzip,
    tar,
    unsupported, ///< pictures, spreadsheets, OFD, RAR …
};

/// As the JSON writes it: "text/plain", "application/pdf"; for office and unsupported the exact one of
/// `bytes`.
std::string_view media_type_name(std::string_view bytes);

/// By magic numbers, and for a ZIP by the members it lists; MediaType::text for everything without.
MediaType media_type_of(std::string_view bytes);

/// For text that was decoded: html, mhtml or text, by the markup it begins with or is full of.
MediaType media_type_of_text(std::string_view utf8);

inline bool is_archive(MediaType type) {
    return type == MediaType::zip || type == MediaType::gzip || type == MediaType::tar;
}

} // namespace nianbao::document
