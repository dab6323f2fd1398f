#include "text/frequent_strings.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <functional>

namespace nianbao::text {

namespace {

/// A string that stands inside a longer one this often is a piece of it.
constexpr double mostly = 0.8;

/// Particles stand between words, and are part of hardly any.
constexpr bool is_particle(char32_t c) {
    return c == U'的' || c == U'了';
}

std::u32string han_runs(std::string_view utf8) {
    std::u32string runs;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint c = decode_at(utf8, at);
        at += c.length;
        if (is_common_han(c.value) && !is_particle(c.value))
            runs += c.value;
        else if (!runs.empty() && runs.back() != U'\0')
            runs += U'\0';
    }
    return runs;
}

std::string to_utf8(std::u32string_view characters) {
    std::string utf8;
    for (const char32_t c : characters) append(utf8, c);
    return utf8;
}

/// The strings of one length: who holds them, and how often a longer one does.
struct Count {
    std::size_t texts = 0;
    std::uint32_t last = UINT32_MAX; ///< text that was counted last
    std::size_t in_longer = 0;       ///< texts of the most frequent string that is one character longer
};
using Level = std::unordered_map<std::u32string_view, Count>;

Level count_level(std::u32string_view characters, const std::vector<std::uint32_t>& owner, std::size_t length,
                  const Level* shorter) {
    Level level;
    for (std::size_t at = 0; at + length <= characters.size(); ++at) {
        const std::u32string_view string = characters.substr(at, length);
        if (shorter == nullptr) {
            if (string[0] == U'\0' || string[1] == U'\0') continue;
        } else if (shorter->count(string.substr(0, length - 1)) == 0 ||
                   shorter->count(string.substr(1)) == 0) {
            continue;
        }
        Count& count = level[string];
        if (count.last == owner[at]) continue;
        count.last = owner[at];
        ++count.texts;
    }
    return level;
}

void note_longer(Level& shorter, const Level& longer) {
    for (const auto& [string, count] : longer) {
        for (const std::u32string_view part : {string.substr(0, string.size() - 1), string.substr(1)}) {
            Count& of = shorter.at(part);
            of.in_longer = std::max(of.in_longer, count.texts);
        }
    }
}

void keep_whole_ones(const Level& level, std::vector<FrequentString>& found) {
    for (const auto& [string, count] : level) {
        if (static_cast<double>(count.in_longer) < mostly * static_cast<double>(count.texts))
            found.push_back({to_utf8(string), count.texts});
    }
}

} // namespace

void FrequentStrings::add(std::string_view utf8) {
    characters_ += han_runs(utf8) + U'\0';
    owner_.resize(characters_.size(), static_cast<std::uint32_t>(texts_));
    ++texts_;
}

std::vector<FrequentString> FrequentStrings::find(std::size_t least) const {
    std::vector<FrequentString> found;
    Level shorter;
    for (std::size_t length = shortest; length <= longest + 1; ++length) {
        Level level = count_level(characters_, owner_, length, length == shortest ? nullptr : &shorter);
        std::erase_if(level, [&](const auto& entry) { return entry.second.texts < least; });
        if (length > shortest) {
            note_longer(shorter, level);
            keep_whole_ones(shorter, found);
        }
        if (level.empty()) break;
        shorter = std::move(level);
    }
    return found;
}

StringCounter::StringCounter(const std::vector<FrequentString>& strings)
    : counts_(strings.size(), 0), last_(strings.size(), 0) {
    for (const FrequentString& string : strings) strings_.push_back(han_runs(string.text));
    for (std::size_t i = 0; i < strings_.size(); ++i) index_.emplace(strings_[i], i);
}

void StringCounter::add(std::string_view utf8) {
    ++texts_;
    const std::u32string runs = han_runs(utf8);
    const std::u32string_view characters = runs;
    for (std::size_t at = 0; at < characters.size(); ++at) {
        const std::size_t end = std::min(FrequentStrings::longest, characters.size() - at);
        for (std::size_t length = FrequentStrings::shortest; length <= end; ++length) {
            if (characters[at + length - 1] == U'\0') break;
            const auto found = index_.find(characters.substr(at, length));
            if (found == index_.end() || last_[found->second] == texts_) continue;
            last_[found->second] = texts_;
            ++counts_[found->second];
        }
    }
}

} // namespace nianbao::text
