// Whose report it is and for which year: title, issuing body, year covered, date of publication, scope. Each
// fact comes with the evidence used; where the document does not say, nothing is said.
#pragma once

#include "report/report.hpp"
#include "report/sections.hpp"
#include "report/strips.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

struct Title {
    std::string text;                ///< line breaks removed
    std::vector<std::size_t> strips; ///< all that print it
};

/// The title among the strips before the first heading; nullopt where there is none.
std::optional<Title> find_title(const std::vector<Strip>& strips, std::size_t end);

/// True where the strips before the first heading hold titles of reports of different bodies: links, of which
/// no order tells the report's own.
bool titles_of_several_bodies(const std::vector<Strip>& strips, std::size_t end);
/// The text names the title's body, or the end of its name, outside of titles, or prints the title twice.
bool names_its_body(const std::vector<Strip>& strips, const Title& title);

/// The title that the file's metadata name, without the site that stands behind it.
std::optional<Title> title_of_page(std::string_view page_title);

/// True for the title of a report of half a year, a quarter or a school year, or of news of a report.
bool is_of_another_period(std::string_view title);

/// Title of a document about reports: 解读, 通知, 方案, 学年, 季度 … Empty where the strips name none.
std::string find_disqualifying_title(const std::vector<Strip>& strips, std::size_t end);

/// The body that a title names: what is left of it before the last 政府信息公开 without the year.
std::optional<std::string> body_in_title(std::string_view title);
/// The year that a title names, dates of publication left out.
std::optional<int> year_in_title(std::string_view title);
/// 2023, 2023年度, 二〇二三年 …; the first year in the text that a report can cover, numbers of documents in
/// 〔〕 left out.
std::optional<int> year_in(std::string_view text);
/// YYYY-MM-DD of the first complete date in the text.
std::optional<std::string> date_in(std::string_view text);

/// Fills title, body, year, date and scope with their evidence and findings.
void identify(Report& report, const std::vector<Strip>& strips, const std::vector<SectionPart>& parts,
              const std::optional<Title>& title, const document::Metadata& metadata);

} // namespace nianbao::report
