// Whatever is wrong: the exit status of the contract, one clear line, and output that is empty or valid.
#include "e2e/program.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>

using namespace nianbao::test;
using Words = std::vector<std::string>;

namespace {

constexpr uid_t nobody = 65534;

/// One line that names the trouble, and at most one with a hint.
void check_one_line(const Finished& outcome, const std::string& names) {
    const auto lines = lines_of(outcome.err);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.size() <= 2);
    CHECK(lines[0].find(names) != std::string::npos);
    if (lines.size() == 2) CHECK(lines[1].starts_with("  "));
}

struct OneReport : Workplace {
    OneReport() {
        const auto file = folder.write("a.txt", small_report("河东区教育局", 2023));
        REQUIRE(run({"ingest", file.string()}).status == 0);
    }
};

} // namespace

TEST_CASE("wrong words are usage: status 2, nothing on standard output") {
    const OneReport place;
    const auto [words, names] = GENERATE(table<Words, std::string>({
        {{"querry"}, "'query'"},
        {{"list", "--yaer", "2023"}, "'--year'"},
        {{"list", "report"}, "'reports'"},
        {{"query", "litigatoin"}, "litigation"},
        {{"query", "disputes", "--bogus", "1"}, "--bogus"},
        {{"query", "disputes", "2023"}, "'2023'"},
        {{"show", "无此机关"}, "无此机关"},
        {{"show", "999"}, "999"},
        {{"sql", "selec 1"}, "selec"},
        {{"sql", "select x from nowhere"}, "nowhere"},
        {{"sql", "select 1; select 2"}, "one statement"},
        {{"sql", "--file", "/nowhere.sql"}, "/nowhere.sql"},
        {{"help", "querry"}, "'query'"},
        {{"status", "now"}, "'now'"},
    }));
    const Finished outcome = place.run(words);
    INFO(outcome.err);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    check_one_line(outcome, names);
}

TEST_CASE("sql that writes is refused, whatever its disguise, and the archive stays as it was") {
    const OneReport place;
    const std::string before = bytes_of(place.archive);
    const std::string statement = GENERATE(
        as<std::string>(), "delete from report", "drop view reports", "create table t(x)",
        "pragma user_version = 9", "attach 'x.db' as x", "vacuum into '/tmp/nianbao-e2e-vacuum.db'",
        "insert into reports values (1)", "with x as (select 1) delete from report", "begin", "reindex");
    const Finished outcome = place.run({"sql", statement});
    INFO(statement);
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    CHECK(bytes_of(place.archive) == before);
    CHECK_FALSE(std::filesystem::exists("/tmp/nianbao-e2e-vacuum.db"));
}

TEST_CASE("an error in the middle of an answer leaves valid json") {
    const OneReport place;
    const Finished outcome =
        place.run({"sql", "select abs(x) as x from (select 1 as x union all select -9223372036854775808)",
                   "-f", "json"});
    CHECK(outcome.status == 2);
    CHECK((outcome.out.empty() || Json::parse(outcome.out).is_array()));
}

TEST_CASE("without an archive every reading command says so, and makes none") {
    const Workplace place;
    const Words words =
        GENERATE(Words{"list"}, Words{"status"}, Words{"show", "1"}, Words{"query", "disputes"},
                 Words{"search", "申请"}, Words{"sql", "select 1"});
    const Finished outcome = place.run(words);
    CHECK(outcome.status == 4);
    CHECK(outcome.out.empty());
    check_one_line(outcome, place.archive);
    CHECK_FALSE(place.has_archive());
}

TEST_CASE("a file that is no archive, an archive of a later version and a broken one are left alone") {
    const OneReport place;
    const std::string good = bytes_of(place.archive);
    std::string other(8192, 'x');
    std::string newer = good;
    newer.replace(60, 4, std::string("\x00\x00\x03\xE7", 4)); // user_version, big-endian
    const std::string broken = good.substr(0, 512);
    const std::string bytes = GENERATE_COPY(other, newer, broken);
    std::ofstream(place.archive, std::ios::binary) << bytes;
    for (const Words& words : {Words{"status"}, Words{"ingest", (place.folder.path() / "a.txt").string()}}) {
        const Finished outcome = place.run(words);
        INFO(outcome.err);
        CHECK(outcome.status == 4);
        CHECK(outcome.out.empty());
        check_one_line(outcome, place.archive);
        CHECK(bytes_of(place.archive) == bytes);
    }
}

TEST_CASE("a file that cannot be read is refused with its reason, in both commands") {
    const Workplace place;
    const auto [name, bytes] = GENERATE(table<std::string, std::string>({
        {"empty.txt", ""},
        {"picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)},
        {"noise.bin", std::string("\0\x01\x02\xff\xfe\x03", 6)},
        {"weather.txt", "今天天气很好。\n"},
        {"page.html", "<html><body>"},
        {"cut.docx", "PK\x03\x04"},
        {"cut.pdf", "%PDF-1.7\n"},
    }));
    const auto file = place.folder.write(name, bytes);
    const Finished stored = place.run({"ingest", file.string()});
    CHECK(stored.status == 3);
    CHECK(stored.out.empty());
    const auto said = lines_of(stored.err);
    REQUIRE(said.size() == 2);
    CHECK(said[0].starts_with(file.string() + ": "));
    CHECK(said[1].starts_with("0 added, 0 revised, 0 unchanged, 1 failed"));

    const Finished parsed = run_nianbao({"parse", file.string()});
    CHECK(parsed.status == 3);
    const auto objects = objects_of(parsed.out);
    REQUIRE(objects.size() == 1);
    CHECK(objects[0]["path"] == file.string());
    CHECK_FALSE(objects[0]["error"]["message"].get<std::string>().empty());
}

TEST_CASE("what is not there, and a folder without a file, is refused and makes no archive") {
    const Workplace place;
    std::filesystem::create_directories(place.folder.path() / "empty");
    const std::string path =
        (place.folder.path() / GENERATE(as<std::string>(), "missing.txt", "empty")).string();
    const Finished outcome = place.run({"ingest", path});
    CHECK(outcome.status == 3);
    CHECK(lines_of(outcome.err).size() == 2);
    CHECK(outcome.err.starts_with(path + ": "));
    CHECK_FALSE(place.has_archive());
}

TEST_CASE("a file without permission is refused") {
    const Workplace place;
    const auto file = place.folder.write("secret.txt", small_report("河东区教育局", 2023));
    ::chmod(file.c_str(), 0);
    // Root may read everything, so as root the program is run as nobody (setpriv is part of every Debian).
    Finished outcome;
    if (::geteuid() == 0) {
        REQUIRE(::chown(place.folder.path().c_str(), nobody, nobody) == 0);
        outcome = run_process({"/usr/bin/setpriv", "--reuid=65534", "--clear-groups", NIANBAO_PROGRAM, "--db",
                               place.archive, "ingest", file.string()});
        if (outcome.status == 127 || outcome.status == 126) {
            WARN("the program lies where nobody may run it: skipped");
            return;
        }
    } else {
        outcome = place.run({"ingest", file.string()});
    }
    CHECK(outcome.status == 3);
    CHECK(outcome.err.find("permission denied") != std::string::npos);
}

TEST_CASE("a name that is no UTF-8, or holds a line end, does not break the output") {
    const Workplace place;
    const auto name = GENERATE(as<std::string>(), "\xB1\xA8.txt", "two\nlines.txt");
    const auto file = place.folder.write(name, small_report("河东区教育局", 2023));
    CHECK(objects_of(run_nianbao({"parse", file.string()}).out).size() == 1);
    const Finished taken = place.run({"ingest", "-v", file.string()});
    CHECK(taken.status == 0);
    CHECK(Json::parse(place.run({"list", "sources", "-f", "json"}).out).size() == 1);
}

TEST_CASE("a reader that has seen enough ends the program without a word") {
    const OneReport place;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]); // nobody reads
    std::signal(SIGPIPE, SIG_IGN);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::execl(NIANBAO_PROGRAM, "nianbao", "list", "--db", place.archive.c_str(), nullptr);
        ::_exit(99);
    }
    ::close(ends[1]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGPIPE);
}

TEST_CASE("what cannot be written is said") {
    const OneReport place;
    const Finished outcome = place.run({"list", "-f", "csv", "-o", "/dev/full"});
    CHECK(outcome.status == 2);
    check_one_line(outcome, "/dev/full");
}
