// Search over many generated reports beside its peers in the same run: SQLite's own trigram tokenizer over
// the same sections, and ripgrep over the same texts. Prints sizes, times and, against a plain scan, what is
// found.
#include "archive/archive.hpp"
#include "archive/connection.hpp"
#include "archive/search/match_scan.hpp"
#include "search_corpus.hpp"
#include "stopwatch.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <thread>

using namespace nianbao;

namespace {

using bench::Narrative;
using bench::SearchCorpus;
using Clock = std::chrono::steady_clock;

double milliseconds(const std::function<void()>& work, int runs = 3) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto began = Clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - began).count());
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

double percentile(std::vector<double> times, double share) {
    std::ranges::sort(times);
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(share * static_cast<double>(times.size())))];
}

std::unique_ptr<archive::Connection> open(const std::filesystem::path& path) {
    auto connection = archive::connect(path, archive::Access::read_write, std::chrono::seconds(5));
    if (!connection) std::abort();
    return std::move(*connection);
}

double bytes_of(archive::Connection& connection, const std::string& table) {
    const std::string sql = "select sum(pgsize) from dbstat where name like '" + table + "\\_%' escape '\\'";
    return connection.database().execAndGet(sql).getDouble();
}

/// The same sections, tokenizer and its table apart, in a file of its own.
std::filesystem::path make_trigram(const SearchCorpus& corpus) {
    const auto path = corpus.archive().parent_path() / "trigram.db";
    std::filesystem::copy_file(corpus.archive(), path, std::filesystem::copy_options::overwrite_existing);
    const auto connection = open(path);
    auto& database = connection->database();
    database.exec(
        "create virtual table tri using fts5 (overview, improvements, requests, preface, other_matters,"
        " disclosure, disputes, content = 'section_document', content_rowid = 'id', tokenize = 'trigram')");
    // The archive's own settings (sql/schema/0002_search.sql), which suit trigrams as well.
    for (const char* setting : {"('hashsize', 8388608)", "('automerge', 16)", "('crisismerge', 64)"})
        database.exec("insert into tri (tri, rank) values " + std::string(setting));
    return path;
}

/// CPU seconds to fill an index that is emptied before.
double build(archive::Connection& connection, const std::string& table) {
    const auto command = [&](const char* name) {
        return "insert into " + table + " (" + table + ") values ('" + name + "');";
    };
    connection.database().exec(command("delete-all"));
    return bench::best_of(1, [&] {
        connection.database().exec("begin;" + command("rebuild") + command("optimize") + "commit");
    });
}

/// By turns, the least of each: what else runs on the machine takes the processor's cache from one or the
/// other.
void compare_builds(const SearchCorpus& corpus, const std::filesystem::path& trigram) {
    const auto ours = open(corpus.archive());
    const auto theirs = open(trigram);
    double seconds = build(*ours, "section_fts");
    double peer_seconds = build(*theirs, "tri");
    for (int more = 0; more < 2; ++more) {
        seconds = std::min(seconds, build(*ours, "section_fts"));
        peer_seconds = std::min(peer_seconds, build(*theirs, "tri"));
    }
    const double size = bytes_of(*ours, "section_fts");
    const double peer = bytes_of(*theirs, "tri");
    std::printf("index      %.0f MB, %.3f of the text (aim 1.45), %.3f of trigram's %.0f MB (aim 0.75)\n",
                size / 1e6, size / corpus.text_bytes(), size / peer, peer / 1e6);
    std::printf("building   %.1f s CPU, %.2f of trigram's %.1f s (aim 0.6)\n", seconds,
                seconds / peer_seconds, peer_seconds);
}

archive::SearchRequest asking(const std::string& text) {
    archive::SearchRequest request;
    request.text = text;
    return request;
}

void compare_counts(const SearchCorpus& corpus, archive::Archive& archive, Narrative& random) {
    const bool has_ripgrep = std::system("command -v rg >/dev/null") == 0;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i < 100; ++i) {
        const auto request = asking(corpus.piece(2, random));
        ours.push_back(milliseconds([&] { (void)archive.count(request); }));
        if (!has_ripgrep || i % 5 != 0) continue;
        const std::string command =
            "rg -lF -- '" + request.text + "' " + corpus.texts().string() + " | wc -l >/dev/null";
        theirs.push_back(milliseconds([&] { (void)std::system(command.c_str()); }));
    }
    std::printf("count      two characters: p50 %.2f ms, p95 %.2f ms", percentile(ours, 0.5),
                percentile(ours, 0.95));
    if (has_ripgrep)
        std::printf("; ripgrep p50 %.0f ms, p95 %.0f ms: 1/%.0f (aim 1/30)\n", percentile(theirs, 0.5),
                    percentile(theirs, 0.95), percentile(theirs, 0.95) / percentile(ours, 0.95));
    else
        std::printf("; ripgrep is not installed, not compared\n");
}

void compare_ranked(const SearchCorpus& corpus, archive::Archive& archive, archive::Connection& trigram,
                    Narrative& random) {
    for (const std::size_t length : {3U, 4U, 6U, 8U}) {
        std::vector<double> ours;
        std::vector<double> theirs;
        for (int i = 0; i < 60; ++i) {
            const auto request = asking(corpus.piece(length, random));
            ours.push_back(milliseconds([&] { (void)archive.search(request); }));
            theirs.push_back(milliseconds([&] {
                auto query =
                    trigram.prepare("select rowid, snippet(tri, -1, '[', ']', '…', 32), rank from tri"
                                    " where tri match ?1 order by rank limit 20");
                query.add("\"" + request.text + "\"");
                while (query.step()) (void)query.text(1);
            }));
        }
        std::printf("top 20     %zu characters: p50 %.2f ms, p95 %.2f ms; trigram p50 %.2f, p95 %.2f: %.2f "
                    "(aim 1.8)\n",
                    length, percentile(ours, 0.5), percentile(ours, 0.95), percentile(theirs, 0.5),
                    percentile(theirs, 0.95), percentile(ours, 0.95) / percentile(theirs, 0.95));
    }
}

/// Pairs of characters that most sections hold, commonest first.
std::vector<std::string> commonest(archive::Connection& connection, int count) {
    connection.execute(
        "create virtual table if not exists temp.terms using fts5vocab ('main', 'section_fts', 'row')");
    auto query = connection.prepare(
        "select term, doc from temp.terms where length(term) = 2 order by doc desc limit ?1");
    query.add(count);
    std::vector<std::string> words;
    while (query.step()) words.push_back(query.text(0));
    return words;
}

void time_common_words(const std::vector<std::string>& words, archive::Archive& archive) {
    std::vector<double> times;
    for (const std::string& word : words)
        times.push_back(milliseconds([&] { (void)archive.search(asking(word)); }));
    std::printf("top 20     the %zu commonest pairs: p50 %.1f ms, p95 %.1f ms (aim 50)\n", words.size(),
                percentile(times, 0.5), percentile(times, 0.95));
}

struct Comparison {
    long found = 0;
    long missed = 0;
    long excess = 0;
};

/// Ids of one query by the index and by a scan of all texts.
Comparison compare_one(const SearchCorpus& corpus, archive::Connection& connection, const std::string& word) {
    const auto query = archive::read_search(asking(word));
    std::vector<std::int64_t> found;
    archive::MatchScan scan(connection, query);
    scan.run(archive::MatchScan::Direction::oldest_first, [&](archive::SectionId id) {
        found.push_back(id.value);
        return true;
    });
    Comparison result;
    for (const auto& section : corpus.sections()) {
        const bool there =
            memmem(section.text.data(), section.text.size(), word.data(), word.size()) != nullptr;
        const bool listed = std::ranges::binary_search(found, section.id);
        result.found += there && listed ? 1 : 0;
        result.missed += there && !listed ? 1 : 0;
        result.excess += !there && listed ? 1 : 0;
    }
    return result;
}

void compare_with_scan(const SearchCorpus& corpus, Narrative& random, int queries) {
    std::vector<std::string> words;
    for (int i = 0; i < queries; ++i) words.push_back(corpus.piece(1 + random.below(8), random));
    std::atomic<std::size_t> next = 0;
    std::vector<Comparison> sums(2);
    const auto work = [&](Comparison& sum) {
        const auto connection = open(corpus.archive());
        for (std::size_t i = next++; i < words.size(); i = next++) {
            const Comparison one = compare_one(corpus, *connection, words[i]);
            sum = {sum.found + one.found, sum.missed + one.missed, sum.excess + one.excess};
        }
    };
    std::thread other([&] { work(sums[1]); });
    work(sums[0]);
    other.join();
    const long found = sums[0].found + sums[1].found;
    const long missed = sums[0].missed + sums[1].missed;
    std::printf(
        "found      %d queries of 1 to 8 characters against a scan: recall %.6f (%ld of %ld), excess %ld\n",
        queries, static_cast<double>(found) / static_cast<double>(found + missed), found, found + missed,
        sums[0].excess + sums[1].excess);
}

/// Runs the program and prints the most memory that it took. What forks must be small itself: a child starts
/// with its parent's memory.
int print_memory_of(char** words) {
    const pid_t child = fork();
    if (child == 0) {
        if (std::freopen("/dev/null", "w", stdout) == nullptr) _exit(126);
        execv(words[0], words);
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const bool failed = !WIFEXITED(status) || WEXITSTATUS(status) > 1;
    std::printf("%.0f MB%s\n", static_cast<double>(usage.ru_maxrss) * 1024 / 1e6, failed ? " FAILED" : "");
    return 0;
}

void print_memory(const SearchCorpus& corpus, const std::vector<std::string>& common) {
    const std::string& word = common.front();
    const std::pair<const char*, std::string> searches[] = {
        {"top 20", word},
        {"count", word + " --count"},
        {"two words by rank", word + " " + common[1] + " --sort rank"},
        {"by body", word + " --sort body"},
        {"grouped by body", word + " --group-by body"},
        {"folded", word + " --fold"},
        {"all, by year", word + " --limit 0"},
        {"all, by rank", word + " --limit 0 --sort rank"},
        {"left out", "-- -" + word}};
    for (const auto& [name, words] : searches) {
        std::printf("memory     %-18s (aim 100) ", name);
        std::fflush(stdout);
        const std::string line = "/proc/" + std::to_string(getpid()) +
                                 "/exe --memory " NIANBAO_PROGRAM " search -q -d " +
                                 corpus.archive().string() + " " + words;
        if (std::system(line.c_str()) != 0) std::printf("not measured\n");
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc > 2 && std::string(argv[1]) == "--memory") return print_memory_of(argv + 2);
    std::setvbuf(stdout, nullptr, _IOLBF, 0); // it takes minutes: each line as it comes
    const int reports = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const std::filesystem::path folder =
        argc > 2 ? argv[2] : std::filesystem::temp_directory_path() / "nianbao-bench-search";
    std::filesystem::remove_all(folder);
    std::printf("search     %d generated reports in %s\n", reports, folder.c_str());
    const SearchCorpus corpus(folder, reports);
    std::printf("text       %.0f MB in %zu sections\n", corpus.text_bytes() / 1e6, corpus.sections().size());
    const auto trigram = make_trigram(corpus);
    compare_builds(corpus, trigram);
    Narrative random(99);
    auto opened = archive::Archive::open(corpus.archive(), archive::Access::read_only);
    if (!opened) return 1;
    compare_counts(corpus, *opened, random);
    const auto theirs = open(trigram);
    compare_ranked(corpus, *opened, *theirs, random);
    const auto common = commonest(*open(corpus.archive()), 20);
    time_common_words(common, *opened);
    print_memory(corpus, common);
    compare_with_scan(corpus, random, 2000);
    std::filesystem::remove_all(folder);
    return 0;
}
