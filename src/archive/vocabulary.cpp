#include "archive/vocabulary.hpp"

#include "archive/figure_codec.hpp"

#include <algorithm>
#include <string>

namespace nianbao::archive {

namespace {

using report::FormColumn;
using report::FormRow;
using report::Generation;
using report::TableKind;

constexpr const char* upsert_outcome =
    "insert into outcome (position, code, zh, en, group_code) values (?1, ?2, ?3, ?4, nullif(?5, ''))"
    " on conflict (code) do update set position = excluded.position, zh = excluded.zh, en = excluded.en,"
    " group_code = excluded.group_code";
constexpr const char* upsert_route =
    "insert into route (position, code, zh, en) values (?1, ?2, ?3, ?4)"
    " on conflict (code) do update set position = excluded.position, zh = excluded.zh, en = excluded.en";
constexpr const char* upsert_item =
    "insert into item (position, code, zh, en) values (?1, ?2, ?3, ?4)"
    " on conflict (code) do update set position = excluded.position, zh = excluded.zh, en = excluded.en";
constexpr const char* upsert_measure =
    "insert into measure (position, code, zh, en) values (?1, ?2, ?3, ?4)"
    " on conflict (code) do update set position = excluded.position, zh = excluded.zh, en = excluded.en";
constexpr const char* upsert_applicant =
    "insert into applicant (position, code, zh, en) values (?1, ?2, ?3, ?4)"
    " on conflict (code) do update set zh = excluded.zh, en = excluded.en";
constexpr const char* upsert_result = "insert into result (position, code, zh, en) values (?1, ?2, ?3, ?4)"
                                      " on conflict (code) do update set zh = excluded.zh, en = excluded.en";

template<class T>
void upsert_all(Connection& connection, const char* sql, std::span<const T> entries) {
    int position = 0;
    for (const T& entry : entries) {
        auto statement = connection.prepare(sql);
        statement.add(++position).add(entry.code).add(entry.zh).add(entry.en);
        if constexpr (std::is_same_v<T, FormRow>) {
            if (sql == upsert_outcome) statement.add(entry.group);
        }
        statement.run();
    }
}

std::string joined(std::span<const std::string_view> codes) {
    std::string text;
    for (std::string_view code : codes) text.append(text.empty() ? "" : " ").append(code);
    return text;
}

void add_item_form(Connection& connection, std::string_view item,
                   std::span<const std::string_view> measures) {
    if (measures.empty()) return;
    const std::string key = joined(measures);
    connection
        .prepare("insert into item_form (item_id, measures) select id, ?2 from item where code = ?1"
                 " on conflict (item_id, measures) do nothing")
        .add(item)
        .add(key)
        .run();
    int position = 0;
    for (std::string_view measure : measures) {
        connection
            .prepare("insert into item_form_measure (form_id, position, measure_id)"
                     " select f.id, ?3, m.id from item_form as f join item as i on i.id = f.item_id"
                     " join measure as m on m.code = ?4 where i.code = ?1 and f.measures = ?2"
                     " on conflict (form_id, position) do nothing")
            .add(item)
            .add(key)
            .add(++position)
            .add(measure)
            .run();
    }
}

void fill_marks(Connection& connection) {
    for (const CellMark& mark : cell_marks()) {
        auto statement = connection.prepare("insert into cell_mark (mark, state, raw, unit, unit_from)"
                                            " values (?1, ?2, ?3, ?4, ?5) on conflict (mark) do nothing");
        statement.add(mark.mark).add(name_of(mark.state));
        statement.add(mark.raw).add(mark.unit).add(name_of(mark.unit_from));
        statement.run();
    }
}

void fill_tables_and_sections(Connection& connection) {
    for (TableKind table : report::all_tables) {
        connection.prepare("insert into form_table (id, code) values (?1, ?2) on conflict (code) do nothing")
            .add(table_id(table))
            .add(name_of(table))
            .run();
    }
    int position = 0;
    for (report::SectionKind kind : report::all_sections) {
        connection
            .prepare("insert into section_kind (code, position, zh) values (?1, ?2, ?3)"
                     " on conflict (code) do update set position = excluded.position, zh = excluded.zh")
            .add(name_of(kind))
            .add(++position)
            .add(label_of(kind))
            .run();
    }
}

bool has_all_codes(Connection& connection, const char* sql, std::span<const FormRow> entries) {
    return std::all_of(entries.begin(), entries.end(), [&](const FormRow& entry) {
        auto query = connection.prepare(sql);
        query.add(entry.code).add(entry.zh).add(entry.en);
        return query.step();
    });
}

std::vector<ItemForm> read_forms(Connection& connection) {
    std::vector<ItemForm> forms;
    auto query =
        connection.prepare("select f.id, i.code, m.code from item_form_measure as fm"
                           " join item_form as f on f.id = fm.form_id join item as i on i.id = f.item_id"
                           " join measure as m on m.id = fm.measure_id"
                           " order by i.position, fm.form_id, fm.position");
    while (query.step()) {
        const FormRow* item = report::find_row(TableKind::disclosure, query.text(1));
        const FormColumn* measure = report::find_column(TableKind::disclosure, query.text(2));
        if (item == nullptr || measure == nullptr) continue;
        if (forms.empty() || forms.back().id != query.integer(0)) {
            forms.push_back({query.integer(0), item->code, {}});
        }
        forms.back().measures.push_back(measure->code);
    }
    return forms;
}

std::map<std::string_view, std::int64_t> read_ids(Connection& connection, TableKind table, const char* sql) {
    std::map<std::string_view, std::int64_t> ids;
    auto query = connection.prepare(sql);
    while (query.step()) {
        if (const FormRow* row = report::find_row(table, query.text(0))) ids[row->code] = query.integer(1);
    }
    return ids;
}

} // namespace

void fill_vocabulary(Connection& connection) {
    upsert_all(connection, upsert_outcome, report::rows(TableKind::requests));
    upsert_all(connection, upsert_route, report::rows(TableKind::disputes));
    upsert_all(connection, upsert_item, report::rows(TableKind::disclosure));
    upsert_all(connection, upsert_measure, report::columns(TableKind::disclosure));
    upsert_all(connection, upsert_applicant, report::columns(TableKind::requests));
    upsert_all(connection, upsert_result, report::columns(TableKind::disputes));
    for (const FormRow& item : report::rows(TableKind::disclosure)) {
        add_item_form(connection, item.code, report::measures(item.code, Generation::g2));
        add_item_form(connection, item.code, report::measures(item.code, Generation::g1));
    }
    fill_tables_and_sections(connection);
    fill_marks(connection);
}

bool vocabulary_is_current(Connection& connection) {
    constexpr const char* outcome = "select 1 from outcome where code = ?1 and zh = ?2 and en = ?3";
    constexpr const char* route = "select 1 from route where code = ?1 and zh = ?2 and en = ?3";
    constexpr const char* item = "select 1 from item where code = ?1 and zh = ?2 and en = ?3";
    return has_all_codes(connection, outcome, report::rows(TableKind::requests)) &&
           has_all_codes(connection, route, report::rows(TableKind::disputes)) &&
           has_all_codes(connection, item, report::rows(TableKind::disclosure));
}

Vocabulary::Vocabulary(Connection& connection)
    : outcomes_(read_ids(connection, TableKind::requests, "select code, id from outcome")),
      routes_(read_ids(connection, TableKind::disputes, "select code, id from route")),
      forms_(read_forms(connection)) {}

std::optional<std::int64_t> Vocabulary::row_id(TableKind table, std::string_view code) const {
    const auto& ids = table == TableKind::requests ? outcomes_ : routes_;
    const auto found = ids.find(code);
    if (found == ids.end()) return std::nullopt;
    return found->second;
}

std::string_view Vocabulary::row_code(TableKind table, std::int64_t id) const {
    const auto& ids = table == TableKind::requests ? outcomes_ : routes_;
    const auto found =
        std::find_if(ids.begin(), ids.end(), [&](const auto& entry) { return entry.second == id; });
    return found == ids.end() ? std::string_view() : found->first;
}

const ItemForm* Vocabulary::form(std::int64_t id) const {
    const auto found =
        std::find_if(forms_.begin(), forms_.end(), [&](const ItemForm& f) { return f.id == id; });
    return found == forms_.end() ? nullptr : &*found;
}

} // namespace nianbao::archive
