#include "report/copies.hpp"

#include "report/table_parts.hpp"

#include <algorithm>
#include <tuple>

namespace nianbao::report {

namespace {

auto fullness(const FigureTable& figures) {
    const auto rows = std::count_if(figures.rows.begin(), figures.rows.end(), prints_a_number);
    return std::tuple(rows, numbers_in(figures), figures.rows.size());
}

void keep_common(FigureTable& kept, const FigureTable& other) {
    withhold_differences(kept, other);
    for (FigureRow& row : kept.rows) {
        for (Figure& figure : row.cells) {
            const Figure* twin = other.cell(row.code, figure.column);
            if (!twin || !twin->value) withhold(figure);
        }
    }
}

} // namespace

bool figures_agree(const FigureTable& a, const FigureTable& b) {
    for (const FigureRow& row : a.rows) {
        const FigureRow* other = b.row(row.code);
        if (!other) continue;
        for (const Figure& figure : row.cells) {
            const Figure* twin = other->cell(figure.column);
            if (twin && figure.value && twin->value && *figure.value != *twin->value) return false;
        }
    }
    return true;
}

void withhold(Figure& figure) {
    if (!figure.value) return;
    figure.value.reset();
    figure.state = CellState::text;
    figure.unit.clear();
    figure.unit_from = UnitSource::none;
}

void withhold_differences(FigureTable& kept, const FigureTable& other) {
    for (FigureRow& row : kept.rows) {
        const FigureRow* twin_row = other.row(row.code);
        if (!twin_row) continue;
        for (Figure& figure : row.cells) {
            const Figure* twin = twin_row->cell(figure.column);
            if (!twin || !figure.value || !twin->value || *figure.value == *twin->value) continue;
            figure.raw += " / " + twin->raw;
            withhold(figure);
        }
    }
}

SettledCopies settle_copies(std::vector<FigureTable>& copies) {
    SettledCopies settled;
    if (copies.size() < 2) return settled;
    for (std::size_t i = 1; i < copies.size(); ++i) {
        if (fullness(copies[i]) > fullness(copies[settled.fullest])) settled.fullest = i;
    }
    // All are compared with the fullest as it was read: what one copy withholds must not hide what another
    // says.
    const FigureTable as_read = copies[settled.fullest];
    for (std::size_t i = 0; i < copies.size(); ++i) {
        if (i == settled.fullest || figures_agree(as_read, copies[i])) continue;
        settled.differ = true;
        keep_common(copies[settled.fullest], copies[i]);
    }
    return settled;
}

Finding copies_differ_finding(TableKind table) {
    return {"copies_differ",
            FindingStatus::uncertain,
            {std::string(name_of(table))},
            {},
            {},
            "同一份报告中“" + std::string(label_of(section_of(table))) +
                "”一表出现不止一次，且数值不同；只取各份一致的数"};
}

} // namespace nianbao::report
