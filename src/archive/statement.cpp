#include "archive/statement.hpp"

#include <sqlite3.h>

namespace nianbao::archive {

namespace {

std::string hexadecimal(const void* bytes, int size) {
    constexpr char digits[] = "0123456789ABCDEF";
    const auto* from = static_cast<const unsigned char*>(bytes);
    std::string text = "X'";
    for (int i = 0; i < size; ++i) {
        text += digits[from[i] >> 4];
        text += digits[from[i] & 0xF];
    }
    return text + "'";
}

std::string text_of(sqlite3_stmt* statement, int column) {
    const auto* text =
        static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement, column)));
    return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

struct Finalizer {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

} // namespace

Value value_at(sqlite3_stmt* statement, int column) {
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return std::int64_t{sqlite3_column_int64(statement, column)};
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_TEXT:
        return text_of(statement, column);
    case SQLITE_BLOB:
        return hexadecimal(sqlite3_column_blob(statement, column), sqlite3_column_bytes(statement, column));
    default:
        return std::monostate{};
    }
}

void bind_value(sqlite3_stmt* statement, int index, const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        sqlite3_bind_int64(statement, index, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        sqlite3_bind_double(statement, index, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        sqlite3_bind_text64(statement, index, text->data(), text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } else {
        sqlite3_bind_null(statement, index);
    }
}

void bind_parameters(sqlite3_stmt* statement, const Parameters& parameters) {
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i) {
        const char* name = sqlite3_bind_parameter_name(statement, i);
        if (name == nullptr) continue;
        const auto found = parameters.find(name + 1); // behind the colon
        bind_value(statement, i, found == parameters.end() ? Value{} : found->second);
    }
}

int pour(sqlite3_stmt* statement, RowSink& sink) {
    const int count = sqlite3_column_count(statement);
    std::vector<std::string> names;
    for (int i = 0; i < count; ++i) names.emplace_back(sqlite3_column_name(statement, i));
    sink.begin(names);
    std::vector<Value> values(names.size());
    int status = sqlite3_step(statement);
    while (status == SQLITE_ROW) {
        for (int i = 0; i < count; ++i) values[static_cast<std::size_t>(i)] = value_at(statement, i);
        if (!sink.row(values)) {
            status = SQLITE_DONE;
            break;
        }
        status = sqlite3_step(statement);
    }
    if (status == SQLITE_DONE) sink.end();
    return status;
}

void run_into(Connection& connection, const std::string& sql, const Parameters& parameters, RowSink& sink) {
    sqlite3_stmt* raw = nullptr;
    const int prepared = sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &raw, nullptr);
    const std::unique_ptr<sqlite3_stmt, Finalizer> statement(raw);
    if (prepared != SQLITE_OK) throw SQLite::Exception(connection.handle(), prepared);
    bind_parameters(statement.get(), parameters);
    const int status = pour(statement.get(), sink);
    if (status != SQLITE_DONE) throw SQLite::Exception(connection.handle(), status);
}

} // namespace nianbao::archive
