// Tables whose columns survived: every value stands under its heading, so a blank cell keeps its place and a
// row needs no other proof. Text with tabs or pipes may have lost spans; then its headings do not stand one a
// column in the order of the form, or a row with all its values stands elsewhere, and nothing is said.
#pragma once

#include "report/cells.hpp"
#include "report/strips.hpp"
#include "report/tables.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace nianbao::report {

class HeaderColumns {
public:
    /// Looks for the headings of table 3 (自然人 … 总计) among the rows of [begin, end).
    static std::optional<HeaderColumns> of_requests(const std::vector<Strip>& strips, std::size_t begin,
                                                    std::size_t end);

    /// The cells of a row under the headings; nullopt where one of them has no cell of its own, or a value
    /// stands behind the last heading.
    std::optional<std::vector<PrintedCell>> cells_of(const Strip& row) const;

private:
    explicit HeaderColumns(int first) : first_(first) {}

    int first_; ///< column of the first heading, from 1
};

} // namespace nianbao::report
