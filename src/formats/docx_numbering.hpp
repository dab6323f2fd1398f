// Automatic numbers of lists (ECMA-376 part 1, 17.9): 一、 （一） 1. are often not in a paragraph's text but
// in numbering.xml, and headings are known by them.
#pragma once

#include "formats/docx_styles.hpp"

#include <array>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace nianbao::formats {

class Numbering {
public:
    Numbering() = default;
    /// `numbering`: the root of numbering.xml, or an empty node.
    Numbering(pugi::xml_node numbering, const Styles& styles);

    /// The next number of a paragraph in this place, e.g. "（三）"; empty where it has none or a bullet.
    /// Counts: to be called once for each paragraph, in their order. `style` is the one that put it into the
    /// list.
    std::string next(ListPlace place, std::string_view style);

private:
    static constexpr int level_count = 9;
    struct Level {
        int start = 1;
        int restart = -1; ///< the level (from 1) behind which it starts again; 0: never; -1: any above
        bool plain_digits = false;
        std::string format;
        std::string text; ///< "（%1）"
        std::string style;
    };
    using Levels = std::array<Level, level_count>;
    struct Abstract {
        Levels levels;
        std::string style_link;
        std::array<int, level_count> counters{};
        std::array<bool, level_count> counting{};
    };
    struct List {
        int abstract = -1;
        std::map<int, int> starts;      ///< level → first number, for this list alone
        std::map<int, Level> overrides; ///< level → what this list has instead
        bool begun = false;
    };

    static Level read_level(pugi::xml_node level);
    void read_abstract(pugi::xml_node node);
    void read_list(pugi::xml_node node);
    void follow_style_links(const Styles& styles);
    int level_of(const List& list, ListPlace place, std::string_view style) const;
    const Level& level_at(const List& list, int level) const;
    void count(List& list, int level);
    std::string printed(const List& list, int level) const;

    std::map<int, Abstract> abstracts_;
    std::map<int, List> lists_;
};

} // namespace nianbao::formats
