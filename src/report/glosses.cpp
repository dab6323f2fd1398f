#include "report/glosses.hpp"

#include "text/character_set.hpp"
#include "text/utf8.hpp"

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <variant>

namespace nianbao::report {

namespace {

/// Bytes of one reading in brackets at `at`, where `(` stands; 0 where it is none. A reading has its tone.
std::size_t gloss_length(std::string_view text, std::size_t at) {
    static const text::CharacterSet toned("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ");
    constexpr std::size_t longest = 6; ///< zhuāng
    bool has_tone = false;
    std::size_t end = at + 1;
    for (std::size_t letters = 0; end < text.size() && letters <= longest; ++letters) {
        const text::CodePoint point = text::decode_at(text, end);
        if (point.value == ')') return has_tone ? end + 1 - at : 0;
        if (point.value == ' ') return has_tone && text.substr(end + 1).starts_with(')') ? end + 2 - at : 0;
        const bool tone = toned.holds(point.value);
        if (!tone && point.value != U'ü' && (point.value < 'a' || point.value > 'z')) return 0;
        has_tone = has_tone || tone;
        end += point.length;
    }
    return 0;
}

/// Calls found(text) with every text of the blocks.
template<class Found>
void for_each_text(std::vector<document::Block>& blocks, const Found& found) {
    for (document::Block& block : blocks) {
        if (auto* line = std::get_if<document::Line>(&block)) {
            found(line->text);
            continue;
        }
        for (document::Row& row : std::get<document::Table>(block).rows) {
            for (document::Cell& cell : row) found(cell.text);
        }
    }
}

/// The text without its readings.
std::string without_glosses(std::string_view text, std::set<std::string, std::less<>>& readings) {
    std::string kept;
    std::size_t done = 0;
    for (std::size_t at = text.find('('); at != std::string_view::npos; at = text.find('(', at + 1)) {
        const std::size_t length = at == 0 ? 0 : gloss_length(text, at);
        if (length == 0) continue;
        readings.emplace(text.substr(at, length));
        kept.append(text, done, at - done);
        done = at + length;
    }
    return kept.append(text, done);
}

} // namespace

bool drop_glosses(std::vector<document::Block>& blocks) {
    constexpr std::size_t enough = 5;
    std::set<std::string, std::less<>> readings;
    const auto has_bracket = [](const std::string& text) { return text.find('(') != std::string::npos; };
    for_each_text(blocks, [&](const std::string& text) {
        if (has_bracket(text)) without_glosses(text, readings);
    });
    if (readings.size() < enough) return false;
    for_each_text(blocks, [&](std::string& text) {
        if (has_bracket(text)) text = without_glosses(text, readings);
    });
    return true;
}

} // namespace nianbao::report
