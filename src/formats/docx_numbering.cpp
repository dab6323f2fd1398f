#include "formats/docx_numbering.hpp"

#include "formats/docx_number_format.hpp"
#include "formats/docx_xml.hpp"

#include <algorithm>

namespace nianbao::formats {

Numbering::Numbering(pugi::xml_node numbering, const Styles& styles) {
    for (const pugi::xml_node node : numbering.children()) {
        if (local_name(node) == "abstractNum") read_abstract(node);
        if (local_name(node) == "num") read_list(node);
    }
    follow_style_links(styles);
}

Numbering::Level Numbering::read_level(pugi::xml_node node) {
    Level level;
    level.start = number_of(child_of(node, "start"), "val", 0);
    level.restart = number_of(child_of(node, "lvlRestart"), "val", -1);
    level.plain_digits = is_on(child_of(node, "isLgl"));
    level.format = attribute_of(child_of(node, "numFmt"), "val");
    level.text = clean_text(attribute_of(child_of(node, "lvlText"), "val"));
    level.style = attribute_of(child_of(node, "pStyle"), "val");
    return level;
}

void Numbering::read_abstract(pugi::xml_node node) {
    Abstract& abstract = abstracts_[number_of(node, "abstractNumId", -1)];
    abstract.style_link = attribute_of(child_of(node, "numStyleLink"), "val");
    for (const pugi::xml_node child : node.children()) {
        const int index = number_of(child, "ilvl", -1);
        if (local_name(child) != "lvl" || index < 0 || index >= level_count) continue;
        abstract.levels[static_cast<std::size_t>(index)] = read_level(child);
    }
}

void Numbering::read_list(pugi::xml_node node) {
    List& list = lists_[number_of(node, "numId", -1)];
    list.abstract = number_of(child_of(node, "abstractNumId"), "val", -1);
    for (const pugi::xml_node child : node.children()) {
        const int index = number_of(child, "ilvl", -1);
        if (local_name(child) != "lvlOverride" || index < 0 || index >= level_count) continue;
        if (const auto start = child_of(child, "startOverride"))
            list.starts[index] = number_of(start, "val", 0);
        if (const auto level = child_of(child, "lvl")) list.overrides[index] = read_level(level);
    }
}

/// A list that only names a style of lists: the levels are those of the list which that style belongs to.
void Numbering::follow_style_links(const Styles& styles) {
    for (auto& [id, abstract] : abstracts_) {
        if (abstract.style_link.empty()) continue;
        const ListPlace place = styles.paragraph(abstract.style_link).list;
        const auto list = lists_.find(place.list.value_or(0));
        if (list == lists_.end() || list->second.abstract == id) continue;
        const auto linked = abstracts_.find(list->second.abstract);
        if (linked != abstracts_.end()) abstract.levels = linked->second.levels;
    }
}

int Numbering::level_of(const List& list, ListPlace place, std::string_view style) const {
    if (place.level) return std::clamp(*place.level, 0, level_count - 1);
    for (int level = 0; level < level_count; ++level) {
        if (!style.empty() && level_at(list, level).style == style) return level;
    }
    return 0;
}

const Numbering::Level& Numbering::level_at(const List& list, int level) const {
    const auto own = list.overrides.find(level);
    return own != list.overrides.end() ? own->second
                                       : abstracts_.at(list.abstract).levels[static_cast<std::size_t>(level)];
}

void Numbering::count(List& list, int level) {
    Abstract& abstract = abstracts_.at(list.abstract);
    if (!list.begun) {
        list.begun = true;
        for (const auto& [index, start] : list.starts) {
            abstract.counters[static_cast<std::size_t>(index)] = start - 1;
            abstract.counting[static_cast<std::size_t>(index)] = true;
        }
    }
    const auto at = static_cast<std::size_t>(level);
    for (std::size_t i = 0; i <= at; ++i) {
        if (abstract.counting[i]) continue;
        // A level above that no paragraph has used yet is printed as if its first had stood here.
        abstract.counters[i] = level_at(list, static_cast<int>(i)).start - (i == at ? 1 : 0);
        abstract.counting[i] = true;
    }
    ++abstract.counters[at];
    for (int below = level + 1; below < level_count; ++below) {
        const int restart = level_at(list, below).restart;
        if (restart == -1 || (restart > 0 && level < restart))
            abstract.counting[static_cast<std::size_t>(below)] = false;
    }
}

std::string Numbering::printed(const List& list, int level) const {
    const Level& own = level_at(list, level);
    if (own.format == "bullet") return {};
    const Abstract& abstract = abstracts_.at(list.abstract);
    std::string out;
    for (std::size_t i = 0; i < own.text.size(); ++i) {
        const char digit = i + 1 < own.text.size() ? own.text[i + 1] : '\0';
        if (own.text[i] != '%' || digit < '1' || digit > '9') {
            out += own.text[i];
            continue;
        }
        const int index = digit - '1';
        const std::string& format = level_at(list, index).format;
        out += format_number(abstract.counters[static_cast<std::size_t>(index)],
                             own.plain_digits ? "decimal" : format);
        ++i;
    }
    return out;
}

std::string Numbering::next(ListPlace place, std::string_view style) {
    const auto list = lists_.find(place.list.value_or(0));
    if (place.list.value_or(0) == 0 || list == lists_.end() || !abstracts_.contains(list->second.abstract))
        return {};
    const int level = level_of(list->second, place, style);
    count(list->second, level);
    return printed(list->second, level);
}

} // namespace nianbao::formats
