// Wordings with parts that may be there or not, matched at the beginning of a folded text: the few signs of a
// regular expression that headings need, at the cost of comparing strings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// Pattern: text; (one|other) of several texts, without groups inside; [、,和] one of several characters; ?
/// and * behind a group or class.
class Wording {
public:
    explicit Wording(std::string_view pattern);

    /// Bytes at the beginning of `text` that are the wording, taking every part that is there; nullopt where
    /// they are none.
    std::optional<std::size_t> match(std::string_view text) const;

    /// Every character that the wording may begin with.
    std::string first_characters() const;

private:
    struct Part {
        std::vector<std::string> options;
        bool optional = false;
        bool repeated = false;
    };
    std::optional<std::size_t> match_from(std::size_t part, std::string_view text, std::size_t at) const;

    std::vector<Part> parts_;
};

} // namespace nianbao::report
