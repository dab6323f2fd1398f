// Archives for tests: made in a temporary folder, filled with given reports.
#pragma once

#include "archive/archive.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::test {

/// The value of a Result, or a failed test that says why.
template<class T>
T take(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message.en + " / " + result.error().where);
    return std::move(*result);
}
inline void check_ok(const Result<void>& result) {
    if (!result) throw std::runtime_error(result.error().message.en);
}

/// A digest that no other number has; the archive takes it as it is.
inline std::string digest(int number) {
    std::string text = std::to_string(number);
    return std::string(64 - text.size(), 'a') + text;
}

inline archive::Source source_of(int number) {
    return {"reports/" + std::to_string(number) + ".html",
            digest(number),
            1000,
            "text/html",
            "utf-8",
            "2025-01-02T03:04:05Z"};
}

class TestArchive {
public:
    TestArchive() : archive_(take(archive::Archive::open(path(), archive::Access::create))) {}

    std::string path() const { return (folder_.path() / "test.db").string(); }
    archive::Archive& operator*() { return archive_; }
    archive::Archive* operator->() { return &archive_; }

    archive::Stored put(const report::Report& report) {
        return take(archive_.put(source_of(++count_), report));
    }
    void put_all(const std::vector<report::Report>& reports) {
        check_ok(archive_.begin_batch());
        for (const auto& report : reports) put(report);
        check_ok(archive_.commit_batch());
    }

    archive::RowTable sql(std::string_view statement, const archive::Parameters& parameters = {}) {
        archive::RowTable table;
        check_ok(archive_.sql(statement, parameters, table));
        return table;
    }
    /// The one value of a statement.
    archive::Value value(std::string_view statement) { return sql(statement).rows.at(0).at(0); }
    std::int64_t integer(std::string_view statement) { return std::get<std::int64_t>(value(statement)); }

private:
    TempFolder folder_;
    archive::Archive archive_;
    int count_ = 0;
};

} // namespace nianbao::test

namespace Catch {

template<>
struct StringMaker<nianbao::archive::Value> {
    static std::string convert(const nianbao::archive::Value& value) {
        if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
        if (const auto* real = std::get_if<double>(&value)) return std::to_string(*real);
        if (const auto* text = std::get_if<std::string>(&value)) return '"' + *text + '"';
        return "NULL";
    }
};

template<>
struct StringMaker<nianbao::Error> {
    static std::string convert(const nianbao::Error& error) {
        return std::string(name_of(error.code)) + ": " + error.message.en;
    }
};

} // namespace Catch
