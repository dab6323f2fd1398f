#include "report/wording.hpp"

#include "text/utf8.hpp"

#include <cassert>

namespace nianbao::report {

namespace {

std::vector<std::string> split(std::string_view list) {
    std::vector<std::string> options;
    while (true) {
        const std::size_t bar = list.find('|');
        options.emplace_back(list.substr(0, bar));
        if (bar == std::string_view::npos) return options;
        list.remove_prefix(bar + 1);
    }
}

std::vector<std::string> characters(std::string_view list) {
    std::vector<std::string> options;
    while (!list.empty()) {
        const std::size_t length = text::decode_at(list, 0).length;
        options.emplace_back(list.substr(0, length));
        list.remove_prefix(length);
    }
    return options;
}

} // namespace

Wording::Wording(std::string_view pattern) {
    while (!pattern.empty()) {
        Part part;
        const char first = pattern.front();
        if (first == '(' || first == '[') {
            const std::size_t end = pattern.find(first == '(' ? ')' : ']');
            assert(end != std::string_view::npos);
            const std::string_view inside = pattern.substr(1, end - 1);
            part.options = first == '(' ? split(inside) : characters(inside);
            pattern.remove_prefix(end + 1);
            part.repeated = pattern.starts_with('*');
            part.optional = part.repeated || pattern.starts_with('?');
            if (part.optional) pattern.remove_prefix(1);
        } else {
            const std::size_t end = std::min(pattern.find_first_of("(["), pattern.size());
            part.options.emplace_back(pattern.substr(0, end));
            pattern.remove_prefix(end);
        }
        parts_.push_back(std::move(part));
    }
}

std::optional<std::size_t> Wording::match_from(std::size_t part, std::string_view text,
                                               std::size_t at) const {
    if (part == parts_.size()) return at;
    for (const std::string& option : parts_[part].options) {
        if (!text.substr(at).starts_with(option)) continue;
        const std::size_t next = parts_[part].repeated && !option.empty() ? part : part + 1;
        if (const auto end = match_from(next, text, at + option.size())) return end;
    }
    return parts_[part].optional ? match_from(part + 1, text, at) : std::nullopt;
}

std::string Wording::first_characters() const {
    std::string found;
    for (const Part& part : parts_) {
        bool optional = part.optional;
        for (const std::string& option : part.options) {
            if (option.empty()) {
                optional = true;
            } else {
                found += option.substr(0, text::decode_at(option, 0).length);
            }
        }
        if (!optional) break;
    }
    return found;
}

std::optional<std::size_t> Wording::match(std::string_view text) const {
    return match_from(0, text, 0);
}

} // namespace nianbao::report
