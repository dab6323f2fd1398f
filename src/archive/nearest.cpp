#include "archive/nearest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace nianbao::archive {

namespace {

// Names are ASCII, so bytes are characters.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

} // namespace

std::string nearest_name(std::string_view word, std::span<const std::string> candidates) {
    std::string best;
    std::size_t least = 0;
    for (const std::string& candidate : candidates) {
        const bool begins = !word.empty() && candidate.starts_with(word);
        const std::size_t distance = begins ? 1 : edits(word, candidate);
        if (distance > std::max<std::size_t>(2, candidate.size() / 3)) continue;
        if (best.empty() || distance < least) {
            best = candidate;
            least = distance;
        }
    }
    return best;
}

} // namespace nianbao::archive
