// The form in which labels and headings are compared: one spelling for all widths, quotes, brackets and
// spaces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::text {

/// White space of any kind removed, full-width forms narrowed (NFKC), brackets, quotes, dots and dashes
/// unified: `（一） 予以公开` and `(一)予以公开` become the same bytes, and so does 予以公開. For comparing
/// only: never stored, never shown. With the forms as printed the bytes stand at the same offsets.
enum class Forms { simplified, as_printed };
std::string fold(std::string_view utf8, Forms forms = Forms::simplified);

/// A folded text and where each of its bytes comes from.
struct FoldedText {
    std::string folded;
    std::vector<std::size_t> origin; ///< offset in the source of the character that a byte of `folded` is of
};
FoldedText fold_with_origin(std::string_view utf8);

/// White space at both ends removed, of any width.
std::string_view trim(std::string_view utf8);

/// All white space removed, nothing else changed.
std::string without_spaces(std::string_view utf8);

} // namespace nianbao::text
