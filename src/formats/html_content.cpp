#include "formats/html_content.hpp"

#include "formats/html_words.hpp"

#include <algorithm>
#include <bitset>
#include <optional>
#include <string>

namespace nianbao::formats::html {

namespace {

constexpr int enough_sections = 3;
constexpr std::uint32_t nearby = 60; ///< pieces above the article in which its title is looked for

bool holds(const Box& box, std::uint32_t first, std::uint32_t last) {
    return box.first_piece <= first && last < box.end_piece;
}

/// The smallest box that holds both; one that is a mere paragraph gives way to what holds it.
std::uint32_t common_box(const Page& page, std::uint32_t first, std::uint32_t last) {
    std::uint32_t index = page.pieces[first].box;
    while (index != 0 && !holds(page.boxes[index], first, last)) index = page.boxes[index].parent;
    if (page.boxes[index].end == index + 1) index = page.boxes[index].parent;
    return index;
}

class Choice {
public:
    Choice(const Page& page, const Landmarks& marks)
        : page_(page), marks_(marks), kept_(page.pieces.size(), true) {}

    std::vector<bool> kept() && {
        if (marks_.sections >= enough_sections) {
            const Box& article = page_.boxes[common_box(page_, marks_.first, marks_.last)];
            if (ends_with(article)) drop(article.end_piece, size());
            choose_before(article.first_piece);
        }
        drop_containers();
        return std::move(kept_);
    }

private:
    std::uint32_t size() const { return static_cast<std::uint32_t>(page_.pieces.size()); }

    void drop(std::uint32_t begin, std::uint32_t end) {
        std::fill(kept_.begin() + begin, kept_.begin() + end, false);
    }

    /// The article goes on behind its last heading, and that is the form's last section: nothing of it can
    /// stand behind the box. Otherwise a stray end tag may have closed the box too early.
    bool ends_with(const Box& article) const {
        const bool all_named = marks_.sections >= known_sections - 1;
        return marks_.last + 1 < article.end_piece &&
               (marks_.last_section == known_sections - 1 || all_named);
    }

    /// From the title on; without one, all text where the first section has lost its heading.
    void choose_before(std::uint32_t begin) {
        const auto title = title_before(begin);
        for (std::uint32_t i = 0; i < begin; ++i) {
            const bool since_title = title ? i >= *title : marks_.first_section != 0;
            const bool near = begin - i <= nearby;
            kept_[i] = !page_.pieces[i].link &&
                       (since_title || (near && tells_of_publication(page_.pieces[i].text)));
        }
    }

    /// Where the title begins that stands nearest above, the page's own heading rather than any other line;
    /// without one, the nearest heading of the page.
    std::optional<std::uint32_t> title_before(std::uint32_t begin) const {
        std::optional<std::uint32_t> line;
        std::optional<std::uint32_t> heading;
        const std::uint32_t end = begin > nearby ? begin - nearby : 0;
        for (std::uint32_t i = begin; i-- > end;) {
            if (page_.pieces[i].link) continue;
            const bool named = is_in_title_box(page_.pieces[i]);
            const bool title = ends_title(i);
            if (title && (named || !line)) line = first_of_title(i);
            if (title && named) break;
            if (named && !heading) heading = i;
        }
        return line || marks_.first_section != 0 ? line : heading;
    }

    bool is_in_title_box(const Piece& piece) const {
        const Box& box = page_.boxes[piece.box];
        return box.named_title || page_.boxes[box.parent].named_title;
    }

    /// By itself, or together with the lines above over which it is broken.
    bool ends_title(std::uint32_t last) const {
        std::string words = page_.pieces[last].text;
        const std::uint32_t first = first_of_title(last);
        for (std::uint32_t i = last; !may_be_title(words); words.insert(0, page_.pieces[--i].text)) {
            if (i == first) return false;
        }
        return true;
    }

    /// The lines above one in its own box, or in boxes side by side with it.
    std::uint32_t first_of_title(std::uint32_t last) const {
        constexpr std::uint32_t most_lines = 3;
        const auto parent = [&](std::uint32_t piece) { return page_.boxes[page_.pieces[piece].box].parent; };
        std::uint32_t first = last;
        while (first > 0 && last - first + 1 < most_lines && !page_.pieces[first - 1].link &&
               (page_.pieces[first - 1].box == page_.pieces[last].box || parent(first - 1) == parent(last)))
            --first;
        return first;
    }

    /// Navigation, asides and footers go, unless the report itself stands in one.
    void drop_containers() {
        for (std::uint32_t i = 0; i < page_.boxes.size();) {
            const Box& box = page_.boxes[i++];
            if (box.kind != BoxKind::container) continue;
            const auto begin = marks_.heading.begin();
            const auto end = begin + box.end_piece;
            if (std::find(begin + box.first_piece, end, true) != end) continue;
            drop(box.first_piece, box.end_piece);
            i = box.end;
        }
    }

    const Page& page_;
    const Landmarks& marks_;
    std::vector<bool> kept_;
};

} // namespace

Landmarks landmarks_of(const Page& page) {
    Landmarks marks;
    const auto size = static_cast<std::uint32_t>(page.pieces.size());
    marks.heading.assign(size, false);
    marks.first = size;
    std::bitset<known_sections> named;
    // A list of links to the sections is not the sections; where only links name them, it is.
    for (const bool links : {false, true}) {
        if (named.any()) break;
        for (std::uint32_t i = 0; i < size; ++i) {
            const Piece& piece = page.pieces[i];
            if (piece.link != links) continue;
            const auto section = section_named(piece.text);
            if (!section && !begins_table(piece.text)) continue;
            if (section) {
                if (named.none()) marks.first_section = *section;
                named.set(static_cast<std::size_t>(*section));
                marks.heading[i] = true;
                marks.last_section = *section;
            }
            marks.first = std::min(marks.first, i);
            marks.last = i;
        }
    }
    marks.sections = static_cast<int>(named.count());
    return marks;
}

std::vector<bool> article_of(const Page& page, const Landmarks& landmarks) {
    return Choice(page, landmarks).kept();
}

} // namespace nianbao::formats::html
