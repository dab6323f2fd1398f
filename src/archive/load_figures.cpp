// The three tables of one report: from the rows of request_row, dispute_row, disclosure_row and cell_note to
// values.
#include "archive/figure_codec.hpp"
#include "archive/load.hpp"
#include "archive/names.hpp"

#include <map>

namespace nianbao::archive {

namespace {

using report::Attachment;
using report::CellState;
using report::Figure;
using report::FigureRow;
using report::FigureTable;
using report::TableKind;
using report::UnitSource;

constexpr CellState all_states[] = {CellState::number, CellState::blank, CellState::not_applicable,
                                    CellState::text};
constexpr UnitSource all_unit_sources[] = {UnitSource::none, UnitSource::cell, UnitSource::header};
constexpr Attachment all_attachments[] = {Attachment::label, Attachment::positional};

using NotesByRow = std::map<std::int64_t, std::vector<CellNote>>;

Figure noted_figure(const Prepared& query) {
    Figure cell;
    cell.state = from_name(all_states, query.text(2));
    cell.raw = query.text(3);
    if (!query.is_null(4)) cell.value = Decimal{query.integer(4), static_cast<int>(query.integer(5))};
    cell.unit = query.text(6);
    cell.unit_from = from_name(all_unit_sources, query.text(7));
    cell.how = from_name(all_attachments, query.text(8));
    cell.place.line = static_cast<int>(query.integer(9));
    cell.place.page = static_cast<int>(query.integer(10));
    cell.place.row = static_cast<int>(query.integer(11));
    cell.place.column = static_cast<int>(query.integer(12));
    return cell;
}

NotesByRow load_notes(Connection& connection, std::int64_t report_id, TableKind kind) {
    NotesByRow notes;
    auto query =
        connection.prepare("select row_id, position, state, raw, mantissa, scale, unit, unit_from, how, line,"
                           " page, source_row, source_column from cell_note"
                           " where report_id = ?1 and table_id = ?2 order by row_id, position");
    query.add(report_id).add(table_id(kind));
    while (query.step()) {
        notes[query.integer(0)].push_back({static_cast<int>(query.integer(1)), noted_figure(query)});
    }
    return notes;
}

std::optional<TableLayout> load_layout(Connection& connection, std::int64_t report_id, TableKind kind) {
    auto query = connection.prepare("select first_line, line_step, column_step, positional from figure_table"
                                    " where id = ?1");
    if (!query.add(stored_table_id(kind, report_id)).step()) return std::nullopt;
    TableLayout layout;
    layout.first_line = static_cast<int>(query.integer(0));
    layout.line_step = static_cast<int>(query.integer(1));
    layout.column_step = static_cast<int>(query.integer(2));
    layout.how = query.integer(3) != 0 ? Attachment::positional : Attachment::label;
    return layout;
}

/// A row of the three tables: its number, then `columns` values, then place and marks.
EncodedRow encoded_row(const Prepared& query, int columns, NotesByRow& notes) {
    EncodedRow row;
    for (int i = 0; i < columns; ++i) row.values.push_back(query.maybe_integer(1 + i));
    row.place = query.maybe_integer(1 + columns);
    row.marks = query.maybe_text(2 + columns);
    row.notes = std::move(notes[query.integer(0)]);
    return row;
}

constexpr const char* select_requests =
    "select q.outcome_id, q.natural_person, q.business, q.research_institution, q.social_organization,"
    " q.legal_service, q.other_organization, q.total, q.place, q.marks from request_row as q"
    " join outcome as o on o.id = q.outcome_id where q.id between ?1 and ?2 order by o.position";
constexpr const char* select_disputes =
    "select d.route_id, d.upheld, d.corrected, d.other, d.pending, d.total, d.place, d.marks from "
    "dispute_row as d"
    " join route as t on t.id = d.route_id where d.id between ?1 and ?2 order by t.position";
constexpr const char* select_disclosure =
    "select c.form_id, c.value_1, c.value_2, c.value_3, c.place, c.marks from disclosure_row as c"
    " join item_form as f on f.id = c.form_id join item as i on i.id = f.item_id"
    " where c.id between ?1 and ?2 order by i.position, c.form_id";

/// The rows of one report lie together: from its own number 0 up to before the next report's.
void bind_rows_of(Prepared& query, TableKind kind, std::int64_t report_id) {
    query.add(stored_row_id(kind, report_id, 0)).add(stored_row_id(kind, report_id + 1, 0) - 1);
}

FigureTable load_rows(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id,
                      TableKind kind, const TableLayout& layout) {
    std::vector<std::string_view> columns;
    for (const report::FormColumn& column : report::columns(kind)) columns.push_back(column.code);
    NotesByRow notes = load_notes(connection, report_id, kind);
    FigureTable table;
    auto query = connection.prepare(kind == TableKind::requests ? select_requests : select_disputes);
    bind_rows_of(query, kind, report_id);
    while (query.step()) {
        const EncodedRow row = encoded_row(query, static_cast<int>(columns.size()), notes);
        table.rows.push_back({vocabulary.row_code(kind, query.integer(0)), decode_row(row, columns, layout)});
    }
    return table;
}

FigureTable load_disclosure(Connection& connection, const Vocabulary& vocabulary, std::int64_t report_id,
                            const TableLayout& layout) {
    NotesByRow notes = load_notes(connection, report_id, TableKind::disclosure);
    FigureTable table;
    auto query = connection.prepare(select_disclosure);
    bind_rows_of(query, TableKind::disclosure, report_id);
    while (query.step()) {
        const ItemForm* form = vocabulary.form(query.integer(0));
        if (form == nullptr) continue;
        auto cells = decode_row(encoded_row(query, 3, notes), form->measures, layout);
        if (table.rows.empty() || table.rows.back().code != form->item)
            table.rows.push_back({form->item, {}});
        auto& all = table.rows.back().cells;
        all.insert(all.end(), cells.begin(), cells.end());
    }
    return table;
}

} // namespace

void load_figures(Connection& connection, const Vocabulary& vocabulary, std::int64_t id,
                  report::Report& report) {
    for (TableKind kind : report::all_tables) {
        const auto layout = load_layout(connection, id, kind);
        if (!layout) continue;
        report.table(kind) = kind == TableKind::disclosure
                                 ? load_disclosure(connection, vocabulary, id, *layout)
                                 : load_rows(connection, vocabulary, id, kind, *layout);
    }
}

} // namespace nianbao::archive
