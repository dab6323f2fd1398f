#include "archive/migrate.hpp"

#include "archive/embedded_sql.hpp"
#include "archive/vocabulary.hpp"
#include "fts/tokenizer.hpp"

#include <charconv>

namespace nianbao::archive {

namespace {

int number_of(std::string_view file_name) {
    int number = 0;
    std::from_chars(file_name.data(), file_name.data() + file_name.size(), number);
    return number;
}

int pragma(Connection& connection, const char* sql) {
    return connection.database().execAndGet(sql).getInt();
}

bool is_empty(Connection& connection) {
    return pragma(connection, "select count(*) from sqlite_master") == 0;
}

Error not_an_archive(const Connection& connection) {
    return {ErrorCode::archive_corrupt,
            {"这个文件不是年报档案库", "this file is not an archive of nianbao"},
            {"用 --db 指明另一个文件", "name another file with --db"},
            connection.path()};
}

Error from_later_version(const Connection& connection, int version) {
    const std::string theirs = std::to_string(version);
    const std::string ours = std::to_string(schema_version());
    return {ErrorCode::archive_newer,
            {"这个档案库由更新版本的 nianbao 建立（结构版本 " + theirs + "，本程序只到 " + ours + "）",
             "the archive was made by a later version of nianbao (schema " + theirs +
                 ", this program knows " + ours + ")"},
            {"请更新 nianbao", "update nianbao"},
            connection.path()};
}

Error needs_writing(const Connection& connection) {
    return {ErrorCode::archive_corrupt,
            {"这个档案库由较早版本的 nianbao 建立，须先升级",
             "the archive is of an older version and must be migrated"},
            {"用 nianbao ingest 打开一次即可升级", "opening it once with `nianbao ingest` migrates it"},
            connection.path()};
}

void apply_files(Connection& connection, int from) {
    for (const EmbeddedSql& file : embedded_schema()) {
        const int number = number_of(file.name);
        if (number <= from) continue;
        connection.database().exec(std::string(file.text));
        connection.database().exec("pragma user_version = " + std::to_string(number));
    }
    connection.database().exec("pragma application_id = " + std::to_string(application_id));
}

// Everything in one transaction: a second process that made the archive meanwhile is seen inside it.
void bring_up_to_date(Connection& connection) {
    connection.execute("begin immediate");
    try {
        apply_files(connection, pragma(connection, "pragma user_version"));
        fill_vocabulary(connection);
        if (indexed_tokenizer_version(connection) != fts::tokenizer_version) rebuild_index(connection);
        connection.execute("commit");
    } catch (const SQLite::Exception&) {
        connection.database().tryExec("rollback");
        throw;
    }
}

bool is_current(Connection& connection) {
    return pragma(connection, "pragma user_version") == schema_version() &&
           vocabulary_is_current(connection) &&
           indexed_tokenizer_version(connection) == fts::tokenizer_version;
}

} // namespace

int schema_version() {
    int last = 0;
    for (const EmbeddedSql& file : embedded_schema()) last = number_of(file.name);
    return last;
}

int indexed_tokenizer_version(Connection& connection) {
    auto query =
        connection.prepare("select cast(value as integer) from meta where key = 'tokenizer_version'");
    return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

void rebuild_index(Connection& connection) {
    connection.execute("insert into section_fts (section_fts) values ('rebuild')");
    connection.execute("insert into section_fts (section_fts) values ('optimize')");
    connection
        .prepare("insert into meta (key, value) values ('tokenizer_version', ?1)"
                 " on conflict (key) do update set value = excluded.value")
        .add(std::to_string(fts::tokenizer_version))
        .run();
}

Result<void> prepare_schema(Connection& connection, Access access) {
    const int id = pragma(connection, "pragma application_id");
    const int version = pragma(connection, "pragma user_version");
    const bool is_new = id == 0 && version == 0 && is_empty(connection);
    if (is_new && access != Access::create) return not_an_archive(connection);
    if (!is_new && id != application_id) return not_an_archive(connection);
    if (version > schema_version()) return from_later_version(connection, version);
    if (access == Access::read_only) {
        if (version < schema_version()) return needs_writing(connection);
        return {};
    }
    if (is_new || !is_current(connection)) bring_up_to_date(connection);
    return {};
}

} // namespace nianbao::archive
