#include "text/nearest.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <vector>

namespace nianbao::text {

namespace {

std::u32string code_points(std::string_view utf8) {
    std::u32string points;
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        points.push_back(point.value);
        at += point.length;
    }
    return points;
}

int distance(const std::u32string& a, const std::u32string& b) {
    const std::size_t width = b.size() + 1;
    std::vector<int> cells((a.size() + 1) * width);
    const auto cell = [&](std::size_t i, std::size_t j) -> int& { return cells[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) cell(i, 0) = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) cell(0, j) = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = cell(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            int least = std::min({cell(i - 1, j) + 1, cell(i, j - 1) + 1, replaced});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) least = std::min(least, cell(i - 2, j - 2) + 1);
            cell(i, j) = least;
        }
    }
    return cell(a.size(), b.size());
}

} // namespace

int edit_distance(std::string_view a, std::string_view b) {
    return distance(code_points(a), code_points(b));
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 64; // nobody mistypes a name of that length; the table is quadratic
    const std::u32string points = code_points(word.substr(0, 4 * longest));
    if (points.empty() || points.size() > longest) return std::nullopt;
    const int allowed = std::max(1, static_cast<int>((points.size() + 1) / 3));
    std::optional<std::string> best;
    int best_distance = allowed + 1;
    for (const std::string& candidate : candidates) {
        const bool begins = points.size() >= 2 && candidate.starts_with(word);
        const int found = begins ? std::min(1, allowed) : distance(points, code_points(candidate));
        if (found < best_distance) {
            best = candidate;
            best_distance = found;
        }
    }
    return best;
}

std::string nearest_or_empty(std::string_view word, std::span<const std::string> candidates) {
    return nearest(word, candidates).value_or("");
}

} // namespace nianbao::text
