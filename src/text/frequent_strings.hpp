// The strings of Han characters that many texts have in common, without a dictionary: longer ones grow out of
// shorter ones that are frequent already.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nianbao::text {

struct FrequentString {
    std::string text;      ///< UTF-8
    std::size_t texts = 0; ///< that hold it
};

class FrequentStrings {
public:
    static constexpr std::size_t shortest = 2; ///< characters
    static constexpr std::size_t longest = 10;

    /// Only runs of Han characters (U+4E00 to U+9FFF) count; everything else parts them, and so do 的 and 了.
    void add(std::string_view utf8);
    std::size_t texts() const { return texts_; }

    /// Every string that at least `least` of the texts hold, but for those that nearly always stand inside a
    /// longer one. In no particular order.
    std::vector<FrequentString> find(std::size_t least) const;

private:
    std::u32string characters_;        ///< all runs, U'\0' between them
    std::vector<std::uint32_t> owner_; ///< of each character its text
    std::size_t texts_ = 0;
};

/// How many texts hold each of some strings.
class StringCounter {
public:
    explicit StringCounter(const std::vector<FrequentString>& strings);
    void add(std::string_view utf8);
    /// In the order of the strings.
    const std::vector<std::size_t>& texts() const { return counts_; }

private:
    std::vector<std::u32string> strings_; ///< what the keys of index_ are views of
    std::unordered_map<std::u32string_view, std::size_t> index_;
    std::vector<std::size_t> counts_;
    std::vector<std::size_t> last_;
    std::size_t texts_ = 0;
};

} // namespace nianbao::text
