// The numbers under which the archive keeps the codes of the form. form.hpp owns the codes; an archive gives
// each code a number when it first meets it, and never another. Internal to this floor.
#pragma once

#include "archive/connection.hpp"
#include "report/form.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

namespace nianbao::archive {

/// Writes codes and labels of form.hpp into the vocabulary tables; numbers already given stay. In a
/// transaction.
void fill_vocabulary(Connection& connection);
bool vocabulary_is_current(Connection& connection);

/// A printed row of table 二: the item, and its measures in the order of one generation of the form.
struct ItemForm {
    std::int64_t id = 0;
    std::string_view item;
    std::vector<std::string_view> measures;
};

inline constexpr std::int64_t table_id(report::TableKind table) {
    return static_cast<std::int64_t>(table) + 1;
}

/// The ids of the rows of figures: the report's number above, the row's own in the low bits (sql/schema).
inline constexpr std::int64_t stored_row_id(report::TableKind table, std::int64_t report_id,
                                            std::int64_t row_id) {
    return (report_id << (table == report::TableKind::disputes ? 3 : 6)) + row_id;
}
inline constexpr std::int64_t stored_table_id(report::TableKind table, std::int64_t report_id) {
    return (report_id << 2) + table_id(table);
}

/// Numbers and codes of one archive; the codes point into form.hpp.
class Vocabulary {
public:
    /// Throws SQLite::Exception.
    explicit Vocabulary(Connection& connection);

    std::optional<std::int64_t> row_id(report::TableKind table, std::string_view code) const;
    std::string_view row_code(report::TableKind table,
                              std::int64_t id) const; ///< empty for an unknown number
    std::span<const ItemForm> forms() const { return forms_; }
    const ItemForm* form(std::int64_t id) const;

private:
    std::map<std::string_view, std::int64_t> outcomes_;
    std::map<std::string_view, std::int64_t> routes_;
    std::vector<ItemForm> forms_; // by id, which is the order of the form
};

} // namespace nianbao::archive
