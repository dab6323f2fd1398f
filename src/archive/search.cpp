#include "archive/migrate.hpp"
#include "archive/names.hpp"
#include "archive/search_sections.hpp"
#include "fts/phrase.hpp"
#include "fts/tokenizer.hpp"

#include <limits>

namespace nianbao::archive {

namespace {

Error nothing_to_search(const std::string& typed) {
    return {
        ErrorCode::usage,
        {"“" + typed + "”里没有可检索的字词", "there is no word to search for in \"" + typed + "\""},
        {"写汉字、字母或数字；多个词都须出现，引号内的词须连续出现",
         "give Han characters, letters or digits; all words must occur, words in quotes next to each other"},
        typed};
}

Error other_tokenizer(const Connection& connection) {
    return {
        ErrorCode::archive_corrupt,
        {"全文索引由另一版本的分词器建立",
         "the full-text index was made by another version of the tokenizer"},
        {"用 nianbao ingest 打开一次即可重建", "opening the archive once with `nianbao ingest` rebuilds it"},
        connection.path()};
}

std::string match_of(const SearchRequest& request, std::span<const fts::Phrase> phrases) {
    std::vector<std::string_view> columns;
    for (report::SectionKind kind : request.sections) columns.push_back(name_of(kind));
    return fts::match_expression(phrases, columns);
}

void bind_filter(Prepared& query, const SearchRequest& request, const std::string& match) {
    query.add(match).add(request.year);
    if (request.body.empty()) {
        query.add(nullptr);
    } else {
        query.add(request.body);
    }
}

void count_matches(Connection& connection, const SearchRequest& request, const std::string& match,
                   SearchResult& result) {
    auto query =
        connection.prepare("select count(*), count(distinct s.report_id) from section_fts as f join section "
                           "as s on s.id = f.rowid"
                           " join report as r on r.id = s.report_id left join body as b on b.id = r.body_id"
                           " where section_fts match ?1 and (?2 is null or r.year = ?2) and (?3 is null or "
                           "instr(b.name, ?3) > 0)");
    bind_filter(query, request, match);
    query.step();
    result.sections = query.integer(0);
    result.reports = query.integer(1);
}

SearchHit read_hit(const Prepared& query, std::span<const fts::Phrase> phrases, int context) {
    SearchHit hit;
    hit.report_id = query.integer(0);
    hit.body = query.text(1);
    if (const auto year = query.maybe_integer(2)) hit.year = static_cast<int>(*year);
    hit.section = from_name(report::all_sections, query.text(3));
    hit.rank = query.real(5);
    const std::string text = query.text(4);
    auto snippet = make_snippet(text, fts::find_hits(text, phrases), context);
    hit.snippet = std::move(snippet.text);
    hit.hits = std::move(snippet.hits);
    return hit;
}

std::int64_t clamped(std::size_t value) {
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(std::min(value, most));
}

void read_page(Connection& connection, const SearchRequest& request, const std::string& match,
               std::span<const fts::Phrase> phrases, SearchResult& result) {
    auto query =
        connection.prepare("select s.report_id, b.name, r.year, s.kind, s.text, f.rank from section_fts as f"
                           " join section as s on s.id = f.rowid join report as r on r.id = s.report_id"
                           " left join body as b on b.id = r.body_id"
                           " where section_fts match ?1 and (?2 is null or r.year = ?2) and (?3 is null or "
                           "instr(b.name, ?3) > 0)"
                           " order by f.rank, r.year desc, b.name, s.id limit ?4 offset ?5");
    bind_filter(query, request, match);
    query.add(request.limit == 0 ? std::int64_t{-1} : clamped(request.limit)).add(clamped(request.offset));
    while (query.step()) result.hits.push_back(read_hit(query, phrases, request.context));
}

} // namespace

Result<SearchResult> search_sections(Connection& connection, const SearchRequest& request) {
    const std::vector<fts::Phrase> phrases = fts::parse_query(request.text);
    if (phrases.empty()) return nothing_to_search(request.text);
    if (indexed_tokenizer_version(connection) != fts::tokenizer_version) return other_tokenizer(connection);
    const std::string match = match_of(request, phrases);
    SearchResult result;
    count_matches(connection, request, match, result);
    if (result.sections > 0) read_page(connection, request, match, phrases, result);
    return result;
}

} // namespace nianbao::archive
