// Whether two sections say the same: reports repeat last year's text with other figures. Internal to this
// floor.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// What stands between punctuation, without digits and white space; those of at least `shortest` characters.
std::vector<std::string> clauses_of(std::string_view text, std::size_t shortest = 1);

/// A text as its clauses.
class Clauses {
public:
    explicit Clauses(std::string_view text);

    /// How much of both texts stands in the other, by length: 0 to 1.
    double share_with(const Clauses& other) const;

private:
    struct Clause {
        std::uint64_t hash = 0;
        std::size_t length = 0;
    };
    std::vector<Clause> clauses_; // by hash
    std::size_t length_ = 0;
};

/// Nine tenths of the text are enough.
inline constexpr double same_text = 0.9;

} // namespace nianbao::archive
