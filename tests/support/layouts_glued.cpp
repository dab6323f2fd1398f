// A section or a whole report in one line (J, K): what stood on lines of its own ran together, or is parted
// by spaces that part everything else too.
#include "support/layouts_glued.hpp"

#include "support/layouts_text.hpp"

namespace nianbao::test {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t characters(const std::string& text) {
    return pieces(text, 1).size();
}

/// Spaces around every number of the prose, and where a line ended; no line ends within a number.
std::string wrapped_prose(const std::string& text, std::size_t width) {
    std::string spaced;
    std::size_t on_line = 0;
    for (const std::string& character : pieces(text, 1)) {
        const bool digit = is_digit(character.front());
        const bool digit_before = !spaced.empty() && is_digit(spaced.back());
        const bool border = !spaced.empty() && digit != digit_before;
        const bool wrap = ++on_line >= width && !digit;
        if (border || wrap) spaced += ' ';
        if (wrap) on_line = 0;
        spaced += character;
    }
    return spaced;
}

/// A label is wrapped by the width of its cell.
std::string wrapped_label(const GridCell& cell, std::mt19937& random) {
    if (cell.kind == CellKind::value) return cell.text;
    return joined(pieces(cell.text, any_of(random, 4, 14)), " ");
}

} // namespace

std::string glued_table(const Grid& grid) {
    constexpr std::size_t width_of_label = 18;
    std::string text;
    bool value_before = false;
    bool wrapped_before = false;
    for (const auto& row : fields_of(grid, Merged::dropped)) {
        for (const GridCell& cell : row) {
            if (cell.text.empty()) continue;
            const bool value = cell.kind == CellKind::value;
            if (value && !text.empty() && (value_before || !wrapped_before)) text += ' ';
            text += cell.text;
            value_before = value;
            wrapped_before = !value && characters(cell.text) > width_of_label;
        }
    }
    return text;
}

std::string render_section_a_line(const Sheet& sheet, std::mt19937& random) {
    const bool heading_apart = random() % 2 == 0;
    std::string text;
    for (std::size_t i = 0; i < sheet.parts.size(); ++i) {
        const Part& part = sheet.parts[i];
        const bool heading = part.kind == PartKind::heading;
        const bool section_ends = i + 1 == sheet.parts.size() || sheet.parts[i + 1].kind == PartKind::heading;
        text += part.kind == PartKind::table ? glued_table(part.grid) : part.text;
        if (part.kind == PartKind::title || section_ends || (heading && heading_apart)) text += "\n";
    }
    return text;
}

std::string render_one_line(const Sheet& sheet, std::mt19937& random) {
    const std::size_t width = any_of(random, 18, 40);
    Lines words;
    for (const Part& part : sheet.parts) {
        if (part.kind != PartKind::table) {
            words.push_back(wrapped_prose(part.text, width));
            continue;
        }
        for (const auto& row : fields_of(part.grid, Merged::dropped)) {
            for (const GridCell& cell : row) {
                if (!cell.text.empty()) words.push_back(wrapped_label(cell, random));
            }
        }
    }
    return joined(words, " ");
}

} // namespace nianbao::test
