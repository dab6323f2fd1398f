// Rows of any question, one at a time, so that an answer of any length needs no memory for all of it.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace nianbao::archive {

/// NULL, INTEGER, REAL or TEXT; a BLOB comes as text in hexadecimal, X'…'.
using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

class RowSink {
public:
    virtual ~RowSink() = default;
    virtual void
    begin(const std::vector<std::string>& columns) = 0; ///< once, before the first row, even if none comes
    virtual bool row(const std::vector<Value>& values) = 0; ///< false: enough, stop
    virtual void end() {}                                   ///< once, after the last row
};

/// Keeps all rows, for small answers and tests.
struct RowTable final : RowSink {
    std::vector<std::string> columns;
    std::vector<std::vector<Value>> rows;

    void begin(const std::vector<std::string>& names) override { columns = names; }
    bool row(const std::vector<Value>& values) override {
        rows.push_back(values);
        return true;
    }
};

} // namespace nianbao::archive
