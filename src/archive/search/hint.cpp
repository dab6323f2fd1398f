// What to say where a search found nothing: which word is to blame, and what of it does occur.
#include "archive/search/match_scan.hpp"
#include "archive/search/sections.hpp"
#include "text/join.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::archive {

namespace {

constexpr std::size_t longest_tried = 24; ///< characters of a word whose parts are looked up
constexpr int most_terms = 2000;          ///< of the index that a misspelt word is compared with

std::int64_t count_of(Connection& connection, const std::string& match) {
    auto query = connection.prepare("select count(*) from section_fts where section_fts match ?1");
    query.add(match).step();
    return query.integer(0);
}

std::int64_t count_of(Connection& connection, std::span<const fts::Phrase> any) {
    return count_of(connection, fts::match_any(any, {}));
}

/// How many sections match where the search was held to.
std::int64_t count_in_scope(Connection& connection, const fts::Query& words, const SearchScope& scope) {
    SearchQuery query;
    query.words = words;
    query.scope = scope;
    std::int64_t count = 0;
    MatchScan scan(connection, query);
    scan.run(MatchScan::Direction::oldest_first, [&](SectionId) {
        ++count;
        return true;
    });
    return count;
}

struct Found {
    std::string word;
    std::int64_t sections = 0;
};

Found look_up(Connection& connection, const std::string& word) {
    const auto phrase = fts::make_phrase(word);
    if (!phrase) return {word, 0};
    return {word, count_of(connection, std::span(&*phrase, 1))};
}

std::vector<std::string> characters_of(std::string_view word) {
    std::vector<std::string> characters;
    for (std::size_t at = 0; at < word.size();) {
        const text::CodePoint c = text::decode_at(word, at);
        characters.emplace_back(word.substr(at, c.length));
        at += c.length;
    }
    return characters;
}

/// The longest part of a Han word that occurs, of those the commonest; at least two characters.
std::optional<Found> longest_part(Connection& connection, const std::string& word) {
    const auto characters = characters_of(word);
    if (characters.size() > longest_tried) return std::nullopt;
    for (std::size_t length = characters.size() - 1; length >= 2 && length < characters.size(); --length) {
        Found best;
        for (std::size_t from = 0; from + length <= characters.size(); ++from) {
            // Punctuation at an end is none of the part: it would be found without.
            if (!text::holds_han(characters[from]) || !text::holds_han(characters[from + length - 1]))
                continue;
            std::string part;
            for (std::size_t i = from; i < from + length; ++i) part += characters[i];
            Found found = look_up(connection, part);
            if (found.sections > best.sections) best = std::move(found);
        }
        if (best.sections > 0) return best;
    }
    return std::nullopt;
}

/// The term of the index that is nearest in spelling, of those with the same first character.
std::optional<Found> nearest_term(Connection& connection, const std::string& word) {
    const auto characters = characters_of(word);
    if (characters.size() == 2) {
        Found swapped = look_up(connection, characters[1] + characters[0]);
        if (text::holds_han(word) && swapped.sections > 0) return swapped;
    }
    connection.execute("create virtual table if not exists temp.section_term using"
                       " fts5vocab ('main', 'section_fts', 'row')");
    auto query = connection.prepare("select term from temp.section_term where term >= ?1 and term < ?2"
                                    " order by doc desc limit ?3");
    const std::string first = characters.front();
    query.add(first).add(first + "\xF4\x8F\xBF\xBF").add(most_terms);
    std::vector<std::string> terms;
    while (query.step()) {
        if (query.text(0) != word) terms.push_back(query.text(0));
    }
    if (const auto near = text::nearest(word, terms)) return look_up(connection, *near);
    if (text::holds_han(word) && !terms.empty()) return look_up(connection, terms.front());
    return std::nullopt;
}

bool is_one_han_run(const fts::Phrase& phrase) {
    return std::ranges::all_of(phrase.tokens, [](const std::string& t) { return text::holds_han(t); });
}

/// As typed, but no longer than a message may be.
std::string shortened(const std::string& text) {
    constexpr int columns = 60;
    const std::string_view fits = text::fit(text, columns);
    return fits.size() == text.size() ? text : std::string(fits) + "…";
}

std::string named(const fts::AnyOf& any) {
    std::vector<std::string> words;
    for (const fts::Phrase& phrase : any) words.push_back(phrase.text);
    return shortened(text::join(words, " | "));
}

Message instead(const Found& found) {
    const std::string count = std::to_string(found.sections);
    return {"“" + found.word + "”有 " + count + " 处",
            "'" + found.word + "' occurs in " + count + " sections"};
}

Message of_missing_word(Connection& connection, const fts::AnyOf& any) {
    const fts::Phrase& phrase = any.front();
    Message message{"全库没有“" + named(any) + "”", "nothing in the archive holds '" + named(any) + "'"};
    std::optional<Found> other;
    if (is_one_han_run(phrase) && phrase.tokens.size() > 1) other = longest_part(connection, phrase.text);
    if (!other && phrase.tokens.size() == 1) other = nearest_term(connection, phrase.tokens.front());
    if (const std::string& word = phrase.text; word == "OR" || word == "AND" || word == "NOT") {
        message.zh +=
            "；" + word + " 只连接两个词，不连接字段：同一字段的几个值用逗号隔开，如 year:2022,2023";
        message.en += "; " + word +
                      " stands between two words, not fields: several values of a field are "
                      "parted by commas, as in year:2022,2023";
    }
    if (!other || other->sections == 0) return message;
    const Message hint = instead(*other);
    return {message.zh + "；" + hint.zh, message.en + "; " + hint.en};
}

bool any_body(Connection& connection, const std::vector<std::string>& parts) {
    return std::ranges::any_of(parts, [&](const std::string& part) {
        auto one = connection.prepare("select count(*) from body as b where instr(b.name, ?1) > 0");
        return one.add(part).step() && one.integer(0) > 0;
    });
}

/// A name in the scope that no body has.
std::optional<std::string> unknown_body(Connection& connection, const SearchScope& scope) {
    for (const auto& parts : scope.bodies) {
        if (any_body(connection, parts)) continue;
        return shortened(text::join(parts, " | "));
    }
    return std::nullopt;
}

/// Every word occurs, but not in one section, or not where the search was held to.
Message of_words_apart(Connection& connection, const SearchQuery& query) {
    Message each;
    for (const fts::AnyOf& any : query.words.all) {
        const std::string count = std::to_string(count_in_scope(connection, {{any}, {}}, query.scope));
        each.zh += (each.zh.empty() ? "" : "，") + named(any) + " " + count + " 处";
        each.en += (each.en.empty() ? "" : ", ") + named(any) + " " + count;
    }
    Message message;
    const std::int64_t with_left_out = count_in_scope(connection, {query.words.all, {}}, query.scope);
    if (!query.words.none.empty() && with_left_out > 0) {
        const std::string count = std::to_string(with_left_out);
        message = {"有 " + count + " 处，但都含有要排除的“" + named(query.words.none) + "”",
                   count + " sections, but all hold '" + named(query.words.none) + "', which is left out"};
    } else if (query.words.all.size() > 1) {
        message = {"没有一个章节同时含有这些词（" + each.zh + "）；词之间写 OR 表示有一个即可",
                   "no section holds all of these (" + each.en + "); OR between words asks for either"};
    } else {
        message = {"这个范围内没有“" + named(query.words.all.front()) + "”",
                   "nothing here holds '" + named(query.words.all.front()) + "'"};
    }
    if (query.scope.is_everything()) return message;
    SearchQuery anywhere = query;
    anywhere.scope = {};
    const std::string count = std::to_string(count_of(connection, anywhere.match()));
    message.zh += "；不限章节、年度、机关时有 " + count + " 处";
    message.en += "; " + count + " sections without the limits of section, year and body";
    return message;
}

} // namespace

Result<Message> why_nothing(Connection& connection, const SearchRequest& request) {
    const SearchQuery query = read_search(request);
    if (query.scope.is_nothing) {
        return Message{"限定的章节或年度互相矛盾，什么也不会有",
                       "the sections or years asked for exclude each other"};
    }
    if (const auto body = unknown_body(connection, query.scope)) {
        return Message{"没有名称含“" + *body + "”的机关", "no body has '" + *body + "' in its name"};
    }
    if (query.words.empty() && query.has_fields) {
        return Message{"这个范围内没有章节", "there is no section there"};
    }
    if (query.words.empty()) {
        return Message{"“" + shortened(request.text) + "”里没有可检索的字词：写汉字、字母或数字",
                       "there is no word to search for in '" + shortened(request.text) +
                           "': give Han characters, letters or digits"};
    }
    if (query.words.all.empty())
        return Message{"范围内没有不含这些词的章节", "no section there is without what is left out"};
    for (const fts::AnyOf& any : query.words.all) {
        if (count_of(connection, any) == 0) return of_missing_word(connection, any);
    }
    return of_words_apart(connection, query);
}

} // namespace nianbao::archive
