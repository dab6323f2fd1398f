// The three tables of one report: from values to the rows of request_row, dispute_row, disclosure_row and
// cell_note.
#include "archive/figure_codec.hpp"
#include "archive/store.hpp"

#include <algorithm>

namespace nianbao::archive {

namespace {

using report::Attachment;
using report::Figure;
using report::FigureRow;
using report::FigureTable;
using report::TableKind;

constexpr const char* insert_request =
    "insert into request_row (id, natural_person, business, research_institution,"
    " social_organization, legal_service, other_organization, total, place, marks)"
    " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
constexpr const char* insert_dispute =
    "insert into dispute_row (id, upheld, corrected, other, pending, total, place, marks)"
    " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr const char* insert_disclosure =
    "insert into disclosure_row (id, value_1, value_2, value_3, place, marks)"
    " values (?1, ?2, ?3, ?4, ?5, ?6)";

struct RowKey {
    std::int64_t report_id;
    TableKind table;
    std::int64_t row_id;
};

void insert_note(Connection& connection, const RowKey& key, const CellNote& note) {
    const Figure& cell = note.figure;
    auto statement =
        connection.prepare("insert into cell_note (report_id, table_id, row_id, position, state, raw, "
                           "mantissa, scale, unit, unit_from,"
                           " how, line, page, source_row, source_column)"
                           " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)");
    statement.add(key.report_id).add(table_id(key.table)).add(key.row_id).add(note.position);
    statement.add(name_of(cell.state)).add(cell.raw);
    if (cell.value) {
        statement.add(cell.value->mantissa).add(cell.value->scale);
    } else {
        statement.add(nullptr).add(nullptr);
    }
    statement.add(cell.unit).add(name_of(cell.unit_from)).add(name_of(cell.how));
    statement.add(cell.place.line).add(cell.place.page).add(cell.place.row).add(cell.place.column);
    statement.run();
}

void insert_row(Connection& connection, const char* sql, const RowKey& key, const EncodedRow& row,
                std::size_t columns) {
    {
        auto statement = connection.prepare(sql);
        statement.add(stored_row_id(key.table, key.report_id, key.row_id));
        for (std::size_t i = 0; i < columns; ++i) {
            statement.add(i < row.values.size() ? row.values[i] : std::nullopt);
        }
        statement.add(row.place).add(row.marks).run();
    }
    for (const CellNote& note : row.notes) insert_note(connection, key, note);
}

void insert_layout(Connection& connection, std::int64_t report_id, TableKind table,
                   const TableLayout& layout) {
    connection
        .prepare("insert into figure_table (id, first_line, line_step, column_step, positional)"
                 " values (?1, ?2, ?3, ?4, ?5)")
        .add(stored_table_id(table, report_id))
        .add(layout.first_line)
        .add(layout.line_step)
        .add(layout.column_step)
        .add(layout.how == Attachment::positional ? 1 : 0)
        .run();
}

void store_table(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id, TableKind kind,
                 const FigureTable& table) {
    const TableLayout layout = layout_of(table);
    insert_layout(connection, report_id, kind, layout);
    const auto columns = report::column_codes(kind);
    const char* sql = kind == TableKind::requests ? insert_request : insert_dispute;
    for (const FigureRow& row : table.rows) {
        const auto id = vocabulary.row_id(kind, row.code);
        if (!id) continue; // codes come from form.hpp, and the vocabulary holds all of them
        insert_row(connection, sql, {report_id, kind, *id}, encode_row(row, columns, layout), columns.size());
    }
}

bool has_measure(const ItemForm& form, std::string_view measure) {
    return std::find(form.measures.begin(), form.measures.end(), measure) != form.measures.end();
}

std::size_t cells_within(const ItemForm& form, const FigureRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.cells.begin(), row.cells.end(),
                      [&](const Figure& cell) { return has_measure(form, cell.column); }));
}

/// The form of this item that holds most of the cells, the shorter one where two hold as many.
const ItemForm* best_form(const Vocabulary& vocabulary, const FigureRow& row) {
    const ItemForm* best = nullptr;
    std::size_t most = 0;
    for (const ItemForm& form : vocabulary.forms()) {
        if (form.item != row.code) continue;
        const std::size_t count = cells_within(form, row);
        const bool shorter = best != nullptr && count == most && form.measures.size() < best->measures.size();
        if (best == nullptr || count > most || shorter) {
            best = &form;
            most = count;
        }
    }
    return best;
}

// A row that mixes the measures of two generations becomes two rows here, and one again when it is read.
void store_item(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id, FigureRow row,
                const TableLayout& layout) {
    do {
        const ItemForm* form = best_form(vocabulary, row);
        if (form == nullptr || (!row.cells.empty() && cells_within(*form, row) == 0)) return;
        insert_row(connection, insert_disclosure, {report_id, TableKind::disclosure, form->id},
                   encode_row(row, form->measures, layout), 3);
        std::erase_if(row.cells, [&](const Figure& cell) { return has_measure(*form, cell.column); });
    } while (!row.cells.empty());
}

} // namespace

// In the order of the tables' ids, so that every table of the archive is only ever appended to.
void store_figures(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id,
                   const report::Report& report) {
    if (report.disclosure) {
        const TableLayout layout = layout_of(*report.disclosure);
        insert_layout(connection, report_id, TableKind::disclosure, layout);
        for (const FigureRow& row : report.disclosure->rows) {
            store_item(connection, vocabulary, report_id, row, layout);
        }
    }
    for (TableKind kind : {TableKind::requests, TableKind::disputes}) {
        if (const auto& table = report.table(kind))
            store_table(connection, vocabulary, report_id, kind, *table);
    }
}

} // namespace nianbao::archive
