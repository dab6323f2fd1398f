// The form of the three tables: codes of rows and columns with the official labels of
// 国办公开办函〔2019〕60号 (G1) and 〔2021〕30号 (G2). The one owner of these codes: the parser, the JSON,
// the archive and the help all read them here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

enum class Generation { unknown, g0, g1, g2 };
std::string_view name_of(Generation generation); ///< "G0", "G1", "G2"; "" for unknown

enum class TableKind { disclosure, requests, disputes };
inline constexpr TableKind all_tables[] = {TableKind::disclosure, TableKind::requests, TableKind::disputes};
std::string_view name_of(TableKind table); ///< "disclosure", "requests", "disputes"

struct FormColumn {
    std::string_view code;
    std::string_view zh;
    std::string_view en;
};

struct FormRow {
    std::string_view code;
    std::string_view zh; ///< official wording, G2's where they differ
    std::string_view en;
    std::string_view
        group;      ///< requests: granted, partially_granted, denied, unavailable, refused, other; else ""
    bool g1 = true; ///< stands in the form of 2019
    bool g2 = true; ///< stands in the form of 2021
};

/// Rows in the order of the form: outcomes, routes or items.
std::span<const FormRow> rows(TableKind table);
/// The columns of requests and disputes; for disclosure all measures, see measures().
std::span<const FormColumn> columns(TableKind table);
/// Codes of the measures that an item of disclosure has in this generation; empty where the form has no such
/// item.
std::span<const std::string_view> measures(std::string_view item, Generation generation);

/// Codes of the columns, in the order of the form.
std::vector<std::string_view> column_codes(TableKind table);
/// requests.granted.total
std::string cell_code(TableKind table, std::string_view row, std::string_view column);

const FormRow* find_row(TableKind table, std::string_view code); ///< nullptr where there is none
const FormColumn* find_column(TableKind table, std::string_view code);

enum class SectionKind { preface, overview, disclosure, requests, disputes, improvements, other_matters };
inline constexpr SectionKind all_sections[] = {
    SectionKind::preface,  SectionKind::overview,     SectionKind::disclosure,   SectionKind::requests,
    SectionKind::disputes, SectionKind::improvements, SectionKind::other_matters};
std::string_view name_of(SectionKind kind);  ///< "preface", "overview", …
std::string_view label_of(SectionKind kind); ///< "前言", "总体情况", …
std::optional<SectionKind> section_from(std::string_view code);
/// The section that a person means: by code, by label, by numeral (五) or by a word that only one of them has
/// (改进, 诉讼, improve). Case does not count.
std::optional<SectionKind> section_meant(std::string_view typed);
std::vector<std::string> names_of(std::span<const SectionKind> kinds); ///< codes
SectionKind section_of(TableKind table);                               ///< the section that holds the table

} // namespace nianbao::report
