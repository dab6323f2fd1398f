// The loadable extension, loaded by SQLite as a user would: by the name of its file alone.
#include "memory_table.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

using nianbao::fts::test::MemoryDatabase;
namespace fs = std::filesystem;

namespace {

/// The build's top folder holds the extension; this program lies in tests/ below it.
fs::path extension_file() {
    const fs::path file = fs::read_symlink("/proc/self/exe").parent_path().parent_path() / "nianbao_fts5.so";
    if (!fs::exists(file)) FAIL("build the target nianbao_fts5 first: no " << file);
    return file;
}

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    std::string output;
    std::array<char, 256> buffer{};
    while (pipe && fgets(buffer.data(), static_cast<int>(buffer.size()), pipe.get()) != nullptr)
        output += buffer.data();
    return output;
}

#if defined(__SANITIZE_ADDRESS__)
constexpr bool sanitized = true;
#else
constexpr bool sanitized = false;
#endif

} // namespace

TEST_CASE("SQLite loads the extension by its file name and knows the tokenizer") {
    const MemoryDatabase database;
    sqlite3_enable_load_extension(database.connection(), 1);
    char* message = nullptr;
    const int status =
        sqlite3_load_extension(database.connection(), extension_file().c_str(), nullptr, &message);
    INFO((message != nullptr ? message : ""));
    REQUIRE(status == SQLITE_OK);
    database.ask("create virtual table t using fts5(x, tokenize='nianbao')");
    database.ask("insert into t values ('政府信息公开')");
    CHECK(database.ask("select x from t where t match '信息公开'").size() == 1);
}

TEST_CASE("the sqlite3 shell searches a table of ours once it has loaded the extension") {
    if (std::system("command -v sqlite3 >/dev/null") != 0) {
        WARN("skipped: no sqlite3 shell is installed");
        return;
    }
    if (sanitized) {
        WARN("skipped: a plain sqlite3 shell cannot load a sanitized extension");
        return;
    }
    const std::string sql = "create virtual table t using fts5(x, tokenize=nianbao);"
                            "insert into t values ('政府信息公开 Ａ４'), ('2023年度');"
                            "select highlight(t, 0, '[', ']') from t where t match '信息公开';"
                            "select highlight(t, 0, '[', ']') from t where t match 'a4';"
                            "select x from t where t match '\"2023年\" *';";
    const std::string load = ".load '" + extension_file().replace_extension().string() + "'";
    CHECK(output_of("sqlite3 -cmd \"" + load + "\" :memory: <<'END'\n" + sql + "\nEND\n") ==
          "政府[信息公开] Ａ４\n政府信息公开 [Ａ４]\n2023年度\n");
}
