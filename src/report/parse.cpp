// The order of the work: strips, headings, title, refusal, tables, prose, checks. Tables are read from the
// parts of their own section; a report whose heading was lost has them looked for in the whole document.
#include "report/parse.hpp"

#include "report/body_claim.hpp"
#include "report/check.hpp"
#include "report/copies.hpp"
#include "report/flat_sections.hpp"
#include "report/flat_tables.hpp"
#include "report/glosses.hpp"
#include "report/headings.hpp"
#include "report/identity.hpp"
#include "report/page_numbers.hpp"
#include "report/prose.hpp"
#include "report/sections.hpp"
#include "report/strips.hpp"
#include "report/table_parts.hpp"
#include "report/tables.hpp"
#include "report/vocabulary.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace nianbao::report {

namespace {

/// A document is a report when this many of the six sections open, or table 3 is there with this many rows.
constexpr std::size_t enough_sections = 3;
constexpr std::size_t enough_rows = 10;
/// Labels of table 3 in one line that make it a flattened copy of the table, not prose.
constexpr std::size_t labels_of_a_flat_copy = 4;

Error not_a_report(const std::string& why_zh, const std::string& why_en) {
    return {ErrorCode::not_a_report,
            {"不是政府信息公开工作年度报告：" + why_zh, "not a disclosure annual report: " + why_en},
            {"解读、通知、表样、列表页不收录",
             "explanations, notices, empty forms and list pages are not stored"},
            ""};
}

TableReading read_table(TableKind table, const std::vector<Strip>& strips, Stretch stretch,
                        std::string_view own_body) {
    switch (table) {
    case TableKind::disclosure:
        return read_disclosure(strips, stretch);
    case TableKind::requests:
        return read_requests(strips, stretch);
    case TableKind::disputes:
        break;
    }
    return read_disputes(strips, stretch, own_body);
}

std::vector<document::Block> without_glosses(std::vector<document::Block> blocks) {
    drop_glosses(blocks);
    return blocks;
}

class Parser {
public:
    explicit Parser(document::Document document)
        : strips_(unfold_tables(unfold_sections(strips_of(without_glosses(std::move(document.blocks)))))),
          parts_(split_sections(strips_)), metadata_(std::move(document.metadata)),
          degraded_(document.degraded), used_(strips_.size()) {
        mark_page_numbers(strips_, parts_);
    }

    Result<Report> parse() {
        const std::size_t preface_end = parts_.front().end;
        title_ = find_title(strips_, preface_end);
        if (!title_ && is_paged()) title_ = find_title(strips_, behind_first_heading(preface_end));
        const bool several = titles_of_several_bodies(strips_, preface_end);
        if (!title_ || !body_in_title(title_->text) || several) {
            auto of_page = title_of_page(metadata_.title);
            if (of_page && (!title_ || body_in_title(of_page->text))) {
                if (title_) of_page->strips = std::move(title_->strips);
                title_ = std::move(of_page);
            } else if (title_ && several && !names_its_body(strips_, *title_)) {
                title_.reset(); // links to the reports of others, as far as can be told
            }
        }
        read_tables();
        if (auto refusal = refuse(preface_end)) return *refusal;
        set_generation();
        identify(report_, strips_, parts_, title_, metadata_);
        write_sections();
        note_missing();
        if (degraded_) note_degraded();
        for (Finding& finding : check_identities(report_)) report_.findings.push_back(std::move(finding));
        if (auto refusal = refuse_blank_form()) return *refusal;
        return std::move(report_);
    }

private:
    /// Text of pages: what stands apart on a page may be read in another order.
    bool is_paged() const { return !strips_.empty() && strips_.front().place.page != 0; }

    /// A title in large letters may come behind the heading below it.
    std::size_t behind_first_heading(std::size_t preface_end) const {
        constexpr std::size_t heading_and_title = 4; ///< lines
        return std::min(preface_end + heading_and_title, strips_.size());
    }

    /// The most complete reading of the table among the parts of its section; the others' strips are table
    /// too.
    void read_tables() {
        const auto named = title_ ? body_in_title(title_->text) : std::nullopt;
        const std::string own = text::fold(named.value_or(""));
        for (const TableKind table : all_tables) {
            for (const SectionPart& part : parts_) {
                if (part.kind != section_of(table)) continue;
                take(table, read_table(table, strips_, {part.begin, part.end}, own));
            }
            // Elsewhere only where the section's heading was lost: a table under another may be another
            // year's.
            if (readings_[table].empty() && !has_section(section_of(table)))
                take(table, read_table(table, strips_, {0, strips_.size()}, own));
            if (readings_[table].empty()) take_from_above(table, own);
        }
        settle();
    }

    /// Behind the heading nothing, directly above it its table: a page was put together in the wrong order.
    void take_from_above(TableKind table, std::string_view own) {
        for (std::size_t i = 1; i < parts_.size(); ++i) {
            const SectionPart& above = parts_[i - 1];
            if (parts_[i].kind != section_of(table) || parts_[i].begin != parts_[i].end ||
                !parts_[i].inline_text.empty())
                continue;
            TableReading reading = read_table(table, strips_, {above.begin, above.end}, own);
            if (!reading.strips.empty() && reading.strips.back() + 1 == above.end)
                take(table, std::move(reading));
        }
    }

    bool has_section(SectionKind kind) const {
        return std::any_of(parts_.begin(), parts_.end(),
                           [&](const SectionPart& part) { return part.kind == kind; });
    }

    void take(TableKind table, TableReading reading) {
        for (const std::size_t strip : reading.strips) used_[strip] = true;
        if (reading.table) readings_[table].push_back(std::move(reading));
    }

    /// What was read of the chosen copies; findings of the others are of no concern.
    void settle() {
        for (auto& [table, readings] : readings_) {
            if (readings.empty()) continue;
            std::vector<FigureTable> copies;
            for (TableReading& reading : readings) copies.push_back(*std::move(reading.table));
            const SettledCopies settled = settle_copies(copies);
            append(report_.findings, std::move(readings[settled.fullest].findings));
            report_.table(table) = std::move(copies[settled.fullest]);
            forms_[table] = readings[settled.fullest].generation;
            if (settled.differ) report_.findings.push_back(copies_differ_finding(table));
        }
    }

    static void append(std::vector<Finding>& to, std::vector<Finding> from) {
        for (Finding& finding : from) to.push_back(std::move(finding));
    }

    /// At least one cell is not blank: a mark for "none" is an answer too.
    static bool is_filled_in(const FigureTable& figures) {
        return std::any_of(figures.rows.begin(), figures.rows.end(), [](const FigureRow& row) {
            return std::any_of(row.cells.begin(), row.cells.end(),
                               [](const Figure& cell) { return cell.state != CellState::blank; });
        });
    }

    /// More than a title and headings.
    bool has_text() const {
        constexpr std::size_t least = 180; ///< bytes: sixty characters
        std::size_t bytes = 0;
        for (const SectionPart& part : parts_) {
            bytes += part.inline_text.size();
            for (std::size_t i = part.begin; i < part.end; ++i)
                bytes += is_prose(i) ? strips_[i].folded.size() : 0;
        }
        return bytes >= least;
    }

    /// Before its first section it says that its figures are those of a whole year:
    /// 本报告所列数据的统计期限自 2016年1月1日起至12月31日止.
    bool presents_itself(std::size_t preface_end) const {
        std::string preface;
        for (std::size_t i = 0; i < std::min(preface_end, strips_.size()); ++i) preface += strips_[i].folded;
        const auto says = [&](std::initializer_list<std::string_view> words) {
            return text::contains_any(preface, words);
        };
        if (year_claim(strips_, parts_) && says({"本报告由", "本年报由", "报告包括", "全文"})) return true;
        return says({"信息公开"}) && says({"年报", "年度报告", "工作报告"}) && says({"统计"}) &&
               says({"12月31日", "1231日"});
    }

    /// A text to be copied has no name: xx市环境保护局认真贯彻…. A report that has one may say XX区 of
    /// others.
    bool is_sample() const {
        constexpr std::size_t enough = 2;
        const auto places = [](std::string_view folded) {
            std::size_t count = 0;
            for (const std::string_view nameless : {"xx", "XX", "××"}) {
                for (std::size_t at = text::find_word(folded, nameless); at != std::string::npos;
                     at = text::find_word(folded, nameless, at + 1)) {
                    const std::string_view behind = folded.substr(at + nameless.size());
                    count += text::begins_with_any(behind, {"市", "县", "区", "镇", "乡", "局"}) ? 1U : 0U;
                }
            }
            return count;
        };
        const auto named = title_ ? body_in_title(title_->text) : std::nullopt;
        if (named && places(text::fold(*named)) == 0) return false;
        std::size_t count = 0;
        for (const Strip& strip : strips_) count += places(strip.folded);
        return count >= enough;
    }

    /// Sections that only these reports have.
    static bool has_own(const std::set<SectionKind>& kinds) {
        return kinds.count(SectionKind::disclosure) != 0 || kinds.count(SectionKind::requests) != 0 ||
               kinds.count(SectionKind::disputes) != 0;
    }

    /// 总体情况, 存在的问题 and 其他事项 are sections of any year's summary of work.
    bool speaks_of_disclosure(const std::set<SectionKind>& kinds) const {
        return has_own(kinds) || std::any_of(strips_.begin(), strips_.end(), [](const Strip& strip) {
                   return text::contains(strip.folded, "信息公开");
               });
    }

    std::optional<Error> refuse(std::size_t preface_end) const {
        if (strips_.empty()) return not_a_report("文件中没有文字", "the file has no text");
        if (title_ && is_of_another_period(title_->text))
            return not_a_report("“" + title_->text + "”", "its title is “" + title_->text + "”");
        std::set<SectionKind> kinds;
        for (const SectionPart& part : parts_) kinds.insert(part.kind);
        kinds.erase(SectionKind::preface);
        const bool figures = report_.requests && is_filled_in(*report_.requests);
        // A copy that prints its own title and sections is a report, whatever the site says around it.
        const bool own_title = title_ && body_in_title(title_->text) && year_in_title(title_->text);
        const std::string other = figures || (own_title && kinds.size() > enough_sections)
                                      ? ""
                                      : find_disqualifying_title(strips_, preface_end);
        if (!other.empty()) return not_a_report("“" + other + "”", "its title is “" + other + "”");
        const bool table = report_.requests && report_.requests->rows.size() >= enough_rows;
        if (!table && is_sample())
            return not_a_report("没有写明是哪个机关的范文", "it is a sample without a body");
        if ((kinds.size() >= enough_sections && speaks_of_disclosure(kinds)) || table) return std::nullopt;
        const bool named = title_ && body_in_title(title_->text) && year_in(title_->text);
        const bool presented =
            kinds.size() + 1 >= enough_sections && has_own(kinds) && presents_itself(preface_end);
        if (!kinds.empty() && (named || presented) && has_text()) return std::nullopt;
        return not_a_report("没有年度报告的章节和表格", "it has none of the sections and tables of one");
    }

    /// The form itself: labels without any value, and no body that filled it in.
    std::optional<Error> refuse_blank_form() const {
        bool any_table = false;
        for (const TableKind kind : all_tables) {
            if (!report_.table(kind)) continue;
            any_table = true;
            if (is_filled_in(*report_.table(kind))) return std::nullopt;
        }
        if (!any_table || (report_.body && report_.year)) return std::nullopt;
        return Error{ErrorCode::blank_form,
                     {"是没有填写的空白表样", "the form with nothing filled in"},
                     {"请下载填写了数据的报告", "download a report that has figures"},
                     ""};
    }

    /// No table of the forms of 2019 and 2021, and headings or an annex that only the free form before them
    /// has.
    bool is_free_form() const {
        const bool any_table = std::any_of(std::begin(all_tables), std::end(all_tables),
                                           [&](TableKind kind) { return report_.table(kind).has_value(); });
        if (any_table) return false;
        const bool heading = std::any_of(parts_.begin(), parts_.end(), [](const SectionPart& part) {
            return is_free_form_heading(text::fold(part.heading));
        });
        return heading || std::any_of(strips_.begin(), strips_.end(), [](const Strip& strip) {
                   return strip.folded.starts_with("统计指标") ||
                          strip.folded.ends_with("信息公开情况统计表");
               });
    }

    /// By the labels of table 2, which differ most; else by the rows under （六） of table 3.
    void set_generation() {
        if (is_free_form()) {
            report_.generation = Generation::g0;
            return;
        }
        for (const TableKind table : {TableKind::disclosure, TableKind::requests}) {
            const auto form = forms_.find(table);
            if (form == forms_.end() || form->second == Generation::unknown) continue;
            report_.generation = form->second;
            return;
        }
        report_.findings.push_back(
            {"generation_unknown", FindingStatus::uncertain, {}, {}, {}, "不能从标签判断报告格式的版本"});
    }

    bool is_prose(std::size_t index) const {
        if (prose_.size() != strips_.size()) prose_.assign(strips_.size(), Prose::unknown);
        Prose& known = prose_[index];
        if (known == Prose::unknown) known = find_prose(index) ? Prose::yes : Prose::no;
        return known == Prose::yes;
    }

    bool find_prose(std::size_t index) const {
        const Strip& strip = strips_[index];
        if (used_[index]) return false;
        if (is_site_chrome(strip.folded) && !goes_on_before(index)) return false;
        if (title_ && std::find(title_->strips.begin(), title_->strips.end(), index) != title_->strips.end())
            return false;
        return !holds_request_labels(strip.folded, labels_of_a_flat_copy) || is_sentence_about_rows(strip);
    }

    /// Inside the long sections, below a line that ends within a sentence, 主办单位 or 访问量 is a word of
    /// that sentence.
    bool goes_on_before(std::size_t index) const {
        return std::any_of(parts_.begin(), parts_.end(), [&](const SectionPart& part) {
            const bool prose = part.kind == SectionKind::overview || part.kind == SectionKind::improvements;
            return prose && part.begin < index && index < part.end &&
                   ends_within_sentence(strips_[index - 1]) && !is_site_chrome(strips_[index - 1].folded);
        });
    }

    std::string prose_of(const SectionPart& part) const {
        std::vector<const Strip*> lines;
        for (std::size_t i = part.begin; i < part.end; ++i) {
            if (is_prose(i)) lines.push_back(&strips_[i]);
        }
        std::string text = part.inline_text;
        const std::string rest = reflow(lines, wrap_);
        if (!text.empty() && !rest.empty()) text += '\n';
        return text + rest;
    }

    void find_wrap() {
        std::vector<const Strip*> lines;
        for (std::size_t i = 0; i < strips_.size(); ++i) {
            if (is_prose(i)) lines.push_back(&strips_[i]);
        }
        wrap_ = wrap_width(lines);
    }

    /// Parts of one kind become one section; two wordings of a doubled heading are both kept.
    void write_sections() {
        find_wrap();
        for (const SectionKind kind : all_sections) {
            Section section;
            section.kind = kind;
            bool present = false;
            for (const SectionPart& part : parts_) {
                if (part.kind != kind) continue;
                if (!present) section.line = part.line;
                present = true;
                add_heading(section.heading, part.heading);
                const std::string text = prose_of(part);
                if (!section.text.empty() && !text.empty()) section.text += '\n';
                section.text += text;
            }
            if (present && (kind != SectionKind::preface || !section.text.empty())) {
                report_.sections.push_back(std::move(section));
            }
        }
    }

    static void add_heading(std::string& headings, const std::string& heading) {
        const std::string lines = "\n" + headings + "\n";
        if (heading.empty() || lines.find("\n" + heading + "\n") != std::string::npos) return;
        if (!headings.empty()) headings += '\n';
        headings += heading;
    }

    void note_degraded() {
        report_.findings.push_back({"structure_lost",
                                    FindingStatus::uncertain,
                                    {},
                                    {},
                                    {},
                                    "原文件的表格结构无法可靠读出，按文字读取；请对照原件"});
    }

    /// A table that the report does not have is absent, and said to be.
    void note_missing() {
        if (report_.generation == Generation::g0) return; // its annex is not one of these tables
        for (const TableKind kind : all_tables) {
            const std::string name(name_of(kind));
            if (!report_.table(kind)) {
                report_.findings.push_back({"table_missing",
                                            FindingStatus::not_assessable,
                                            {name},
                                            {},
                                            {},
                                            "没有找到“" + std::string(label_of(section_of(kind))) + "”一表"});
                continue;
            }
            std::vector<std::string> absent;
            for (const FormRow& row : rows(kind)) {
                const bool in_form = report_.generation == Generation::g1 ? row.g1 : row.g2;
                if (in_form && !report_.table(kind)->row(row.code))
                    absent.push_back(name + "." + std::string(row.code));
            }
            if (absent.empty()) continue;
            const std::string count = std::to_string(absent.size());
            report_.findings.push_back(
                {"rows_missing",
                 FindingStatus::not_assessable,
                 std::move(absent),
                 {},
                 {},
                 "“" + std::string(label_of(section_of(kind))) + "”一表缺 " + count + " 行"});
        }
    }

    std::vector<Strip> strips_;
    std::vector<SectionPart> parts_;
    document::Metadata metadata_;
    bool degraded_;
    int wrap_ = 0;
    std::optional<Title> title_;
    Report report_;
    std::vector<bool> used_; ///< by strip: those that are table
    enum class Prose : unsigned char { unknown, yes, no };
    mutable std::vector<Prose> prose_;                        ///< by strip, once the tables are read
    std::map<TableKind, std::vector<TableReading>> readings_; ///< all copies
    std::map<TableKind, Generation> forms_;                   ///< by the labels of the copy that was taken
};

} // namespace

Result<Report> parse_report(document::Document document) {
    return Parser(std::move(document)).parse();
}

} // namespace nianbao::report
