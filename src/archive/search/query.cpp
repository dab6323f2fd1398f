#include "archive/search/query.hpp"

#include "text/ascii.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/join.hpp"
#include "text/variants.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <span>

namespace nianbao::archive {

namespace {

using report::SectionKind;

constexpr int least_year = 1900;
constexpr int latest_year = 2999;

enum class FieldKind { section, year, body, region };

std::optional<FieldKind> field_kind(std::string_view name) {
    constexpr std::pair<std::string_view, FieldKind> names[] = {
        {"section", FieldKind::section}, {"章节", FieldKind::section}, {"year", FieldKind::year},
        {"年度", FieldKind::year},       {"年份", FieldKind::year},    {"body", FieldKind::body},
        {"机关", FieldKind::body},       {"单位", FieldKind::body},    {"region", FieldKind::region},
        {"地区", FieldKind::region},     {"年", FieldKind::year},      {"机构", FieldKind::body},
        {"部门", FieldKind::body}};
    const std::string lower = text::ascii_lower(name);
    for (const auto& [known, kind] : names)
        if (lower == known) return kind;
    return std::nullopt;
}

/// Parts at commas of either width and 、; empty ones left out.
std::vector<std::string> listed(std::string_view value) {
    std::vector<std::string> parts(1);
    for (std::size_t at = 0; at < value.size();) {
        const std::string_view rest = value.substr(at);
        const bool wide = text::begins_with_any(rest, {"，", "、"});
        if (wide || rest.front() == ',') {
            parts.emplace_back();
            at += wide ? 3 : 1;
        } else {
            parts.back() += value[at++];
        }
    }
    std::erase(parts, "");
    return parts;
}

std::optional<int> year_of(std::string_view digits) {
    int year = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    const bool whole = failure == std::errc() && end == digits.data() + digits.size();
    return whole && year >= least_year && year <= latest_year ? std::optional(year) : std::nullopt;
}

/// 2023, 2021-2023, 2021-, -2020, with - .. ~ or 至 between, and 年 or 年度 behind a year.
std::optional<YearRange> years_named(std::string_view typed) {
    std::string value = text::fold(typed); // widths and dashes
    const auto replace_all = [&](std::string_view from, std::string_view to) {
        for (std::size_t at = value.find(from); at != std::string::npos;
             at = value.find(from, at + to.size()))
            value.replace(at, from.size(), to);
    };
    for (const std::string_view word : {"年度", "年"}) replace_all(word, "");
    for (const std::string_view between : {"~", "至", "到"}) replace_all(between, "-");
    std::size_t gap = value.find("..");
    const std::size_t width = gap == std::string::npos ? 1 : 2;
    if (gap == std::string::npos) gap = value.find('-');
    if (gap == std::string::npos) {
        const auto year = year_of(value);
        return year ? std::optional(YearRange{*year, *year}) : std::nullopt;
    }
    const std::string from = value.substr(0, gap);
    const std::string to = value.substr(gap + width);
    const auto first = from.empty() ? std::optional(least_year) : year_of(from);
    const auto last = to.empty() ? std::optional(latest_year) : year_of(to);
    if (!first || !last || (from.empty() && to.empty())) return std::nullopt;
    return YearRange{std::min(*first, *last), std::max(*first, *last)};
}

/// Collects what the fields say, over what the request says already.
class ScopeReader {
public:
    bool take(const fts::Field& field) {
        const auto kind = field_kind(field.name);
        if (!kind) return false;
        switch (*kind) {
        case FieldKind::section:
            return take_sections(field);
        case FieldKind::year:
            return take_years(field);
        case FieldKind::body:
            return take_bodies(field);
        case FieldKind::region:
            notes_.push_back({"档案库里还没有地区：“" + typed(field) + "”按文字查；可改用 body:",
                              "the archive knows no regions yet: '" + typed(field) +
                                  "' is looked up as text; body: may serve"});
            return false;
        }
        return false;
    }

    SearchScope narrowed(SearchScope scope) const {
        if (!sections_.empty() || !other_sections_.empty()) {
            scope.sections = sections_within(scope.sections);
            scope.is_nothing = scope.is_nothing || scope.sections.empty();
        }
        // Several ranges of the text are any of them; they and the request's own must both hold.
        if (!years_.empty()) {
            scope.years = scope.years.empty() ? years_ : both(scope.years, years_);
            scope.is_nothing = scope.is_nothing || scope.years.empty();
        }
        const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
        add(scope.other_years, other_years_);
        if (!bodies_.empty()) scope.bodies.push_back(bodies_);
        add(scope.other_bodies, other_bodies_);
        return scope;
    }
    std::vector<Message> notes() const { return notes_; }
    /// The text itself says where to look.
    bool any() const {
        return !sections_.empty() || !other_sections_.empty() || !years_.empty() || !other_years_.empty() ||
               !bodies_.empty() || !other_bodies_.empty();
    }

private:
    static std::string typed(const fts::Field& field) { return field.name + ":" + field.value; }

    bool take_sections(const fts::Field& field) {
        std::vector<SectionKind> kinds;
        for (const std::string& part : listed(field.value)) {
            const auto kind = report::section_meant(part);
            if (!kind) return refuse_section(field);
            kinds.push_back(*kind);
        }
        auto& into = field.excluded ? other_sections_ : sections_;
        into.insert(kinds.begin(), kinds.end());
        return !kinds.empty();
    }

    bool refuse_section(const fts::Field& field) {
        const std::string all = text::join(report::names_of(report::all_sections), ", ");
        notes_.push_back({"没有章节“" + field.value + "”，按文字查；章节有：" + all,
                          "no section '" + field.value + "', looked up as text; sections: " + all});
        return false;
    }

    bool take_years(const fts::Field& field) {
        std::vector<YearRange> ranges;
        for (const std::string& part : listed(field.value)) {
            const auto range = years_named(part);
            if (!range) {
                notes_.push_back({"“" + field.value + "”不是年度，按文字查；写作 year:2023 或 year:2021-2023",
                                  "'" + field.value +
                                      "' is no year, looked up as text; as in year:2023 or year:2021-2023"});
                return false;
            }
            ranges.push_back(*range);
        }
        auto& into = field.excluded ? other_years_ : years_;
        into.insert(into.end(), ranges.begin(), ranges.end());
        return !ranges.empty();
    }

    bool take_bodies(const fts::Field& field) {
        auto& into = field.excluded ? other_bodies_ : bodies_;
        const auto names = listed(field.value);
        into.insert(into.end(), names.begin(), names.end());
        return !names.empty();
    }

    std::vector<SectionKind> sections_within(const std::vector<SectionKind>& allowed) const {
        std::vector<SectionKind> kinds;
        for (const SectionKind kind : report::all_sections) {
            const bool asked = sections_.empty() || sections_.count(kind) > 0;
            const bool fits = allowed.empty() || std::ranges::find(allowed, kind) != allowed.end();
            if (asked && fits && other_sections_.count(kind) == 0) kinds.push_back(kind);
        }
        return kinds;
    }

    static std::vector<YearRange> both(const std::vector<YearRange>& one,
                                       const std::vector<YearRange>& other) {
        std::vector<YearRange> result;
        for (const YearRange& a : one) {
            for (const YearRange& b : other) {
                const YearRange common{std::max(a.first, b.first), std::min(a.last, b.last)};
                if (common.first <= common.last) result.push_back(common);
            }
        }
        return result;
    }

    std::set<SectionKind> sections_;
    std::set<SectionKind> other_sections_;
    std::vector<YearRange> years_;
    std::vector<YearRange> other_years_;
    std::vector<std::string> bodies_;
    std::vector<std::string> other_bodies_;
    std::vector<Message> notes_;
};

void add_variants(std::vector<fts::Phrase>& phrases) {
    std::vector<fts::Phrase> more;
    for (const fts::Phrase& phrase : phrases) {
        more.push_back(phrase);
        for (const std::string& form : text::variants_of(phrase.text)) {
            auto variant = fts::make_phrase(form, phrase.prefix);
            if (variant && std::ranges::find(more, *variant) == more.end())
                more.push_back(std::move(*variant));
        }
    }
    phrases = std::move(more);
}

std::vector<std::string_view> columns_of(const SearchScope& scope) {
    std::vector<std::string_view> columns;
    for (const SectionKind kind : scope.sections) columns.push_back(name_of(kind));
    return columns;
}

} // namespace

std::string SearchQuery::match() const {
    return fts::match_expression(words, columns_of(scope));
}

std::string SearchQuery::match_left_out() const {
    return fts::match_any(words.none, columns_of(scope));
}

SearchQuery read_search(const SearchRequest& request) {
    ScopeReader fields;
    SearchQuery query;
    query.words = fts::parse_query(request.text, [&](const fts::Field& field) { return fields.take(field); });
    query.scope = fields.narrowed(request.scope);
    query.has_fields = fields.any();
    query.notes = fields.notes();
    if (request.variants) {
        for (fts::AnyOf& any : query.words.all) add_variants(any);
        add_variants(query.words.none);
    }
    return query;
}

SearchExplanation explain(const SearchRequest& request) {
    const SearchQuery query = read_search(request);
    const auto texts = [](const std::vector<fts::Phrase>& phrases) {
        std::vector<std::string> all;
        for (const fts::Phrase& phrase : phrases) all.push_back(phrase.text + (phrase.prefix ? "*" : ""));
        return all;
    };
    SearchExplanation explanation;
    for (const fts::AnyOf& any : query.words.all) explanation.all.push_back(texts(any));
    explanation.none = texts(query.words.none);
    explanation.scope = query.scope;
    explanation.notes = query.notes;
    if (!query.words.all.empty()) explanation.match = query.match();
    if (query.words.all.empty() && !query.words.none.empty()) explanation.without = query.match_left_out();
    return explanation;
}

} // namespace nianbao::archive
