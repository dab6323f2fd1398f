#include "report/positional.hpp"

#include "report/check.hpp"
#include "report/table_parts.hpp"
#include "report/vocabulary.hpp"

#include <algorithm>

namespace nianbao::report {

namespace {

constexpr TableKind table = TableKind::requests;

/// Values of all lines in their order; empty where the region holds rows of cells, which are never out of
/// order.
std::vector<PrintedCell> values_of(const Region& region) {
    std::vector<PrintedCell> values;
    for (const Run& run : region.runs) {
        if (run.row) return {};
        values.insert(values.end(), run.cells.begin(), run.cells.end());
    }
    return values;
}

std::vector<std::string_view> rows_of_form(Generation form) {
    std::vector<std::string_view> codes;
    for (const FormRow& row : rows(table)) {
        if (form == Generation::g1 ? row.g1 : row.g2) codes.push_back(row.code);
    }
    return codes;
}

/// Labels in the order of the text are in the order of the form: where they are not, the values may not be
/// either.
bool labels_in_order(const Region& region) {
    std::string text;
    for (const Run& run : region.runs) text += run.label_text();
    text += joined(region.tail);
    std::ptrdiff_t last = -1;
    std::size_t found = 0;
    for (const LabelMatch& match : request_labels(text)) {
        if (match.row == "total_processed") continue; // 总计 is a column, too
        const std::ptrdiff_t rank = find_row(table, match.row) - rows(table).data();
        if (rank < last) return false;
        last = rank;
        ++found;
    }
    constexpr std::size_t most_of_them = 18;
    return found >= most_of_them;
}

bool adds_up(const FigureTable& figures) {
    Report report;
    report.requests = figures;
    return check_identities(report).empty();
}

} // namespace

std::optional<FigureTable> fill_requests_by_position(const Region& region) {
    const std::vector<std::string_view> columns = column_codes(table);
    const std::vector<PrintedCell> values = values_of(region);
    for (const Generation form : {Generation::g2, Generation::g1}) {
        const std::vector<std::string_view> codes = rows_of_form(form);
        if (values.size() != codes.size() * columns.size() || !labels_in_order(region)) continue;
        FigureTable figures;
        for (std::size_t i = 0; i < codes.size(); ++i)
            figures.rows.push_back(
                figure_row(codes[i], columns, std::span(values).subspan(i * columns.size(), columns.size())));
        for (FigureRow& row : figures.rows) {
            for (Figure& figure : row.cells) {
                if (!figure.value) return std::nullopt; // a mark may stand anywhere: no sum tells
                figure.how = Attachment::positional;
            }
        }
        if (adds_up(figures)) return figures;
    }
    return std::nullopt;
}

} // namespace nianbao::report
