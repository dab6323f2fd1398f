// The order of the work: strips, headings, title, tables, refusal, prose, checks. Tables are read from the
// parts of their own section; a report whose heading was lost has them looked for in the whole document.
#include "report/parse.hpp"

#include "report/check.hpp"
#include "report/copies.hpp"
#include "report/flat_sections.hpp"
#include "report/flat_tables.hpp"
#include "report/glosses.hpp"
#include "report/headings.hpp"
#include "report/identity.hpp"
#include "report/page_numbers.hpp"
#include "report/prose.hpp"
#include "report/refusal.hpp"
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

/// Before it reports were free in form.
constexpr int first_year_of_the_form = 2019;
/// Labels of table 3 in one line that make it a flattened copy of the table, not prose.
constexpr std::size_t labels_of_a_flat_copy = 4;

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

std::vector<document::Block> without_glosses(std::vector<document::Block> blocks, bool& dropped) {
    dropped = drop_glosses(blocks);
    return blocks;
}

class Parser {
public:
    explicit Parser(document::Document document)
        : strips_(unfold_tables(
              unfold_sections(strips_of(without_glosses(std::move(document.blocks), glosses_dropped_))))),
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
        const Candidate candidate{strips_, parts_, title_, report_,
                                  [this](std::size_t i) { return is_prose(i); }};
        if (auto error = refusal(candidate)) return *error;
        identify(report_, strips_, parts_, title_, metadata_);
        set_generation();
        write_sections();
        note_missing();
        if (degraded_) note_degraded();
        if (glosses_dropped_) note_glosses();
        for (Finding& finding : check_identities(report_)) report_.findings.push_back(std::move(finding));
        if (auto error = refusal_of_blank_form(report_)) return *error;
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
            const auto last = std::max_element(reading.strips.begin(), reading.strips.end());
            if (last != reading.strips.end() && *last + 1 == above.end) take(table, std::move(reading));
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

    /// No table of the forms of 2019 and 2021, and headings or an annex that only the free form before them
    /// has.
    bool is_free_form() const {
        const bool any_table = std::any_of(std::begin(all_tables), std::end(all_tables),
                                           [&](TableKind kind) { return report_.table(kind).has_value(); });
        if (any_table || report_.year.value_or(0) >= first_year_of_the_form) return false;
        const bool heading = std::any_of(parts_.begin(), parts_.end(), [](const SectionPart& part) {
            return part.free_form && part.kind == SectionKind::other_matters;
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
        const auto behind =
            std::upper_bound(parts_.begin(), parts_.end(), index,
                             [](std::size_t i, const SectionPart& part) { return i < part.begin; });
        const SectionPart& part = *(behind - 1); // the first begins at 0
        const bool prose = part.kind == SectionKind::overview || part.kind == SectionKind::improvements;
        return prose && part.begin < index && index < part.end && ends_within_sentence(strips_[index - 1]) &&
               !is_site_chrome(strips_[index - 1].folded);
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
            std::set<std::string> headings;
            bool present = false;
            for (const SectionPart& part : parts_) {
                if (part.kind != kind) continue;
                if (!present) section.line = part.line;
                if (!present) section.page = part.page;
                present = true;
                if (!part.heading.empty() && headings.insert(part.heading).second)
                    section.heading += (section.heading.empty() ? "" : "\n") + part.heading;
                const std::string text = prose_of(part);
                if (!section.text.empty() && !text.empty()) section.text += '\n';
                section.text += text;
            }
            if (present && (kind != SectionKind::preface || !section.text.empty())) {
                report_.sections.push_back(std::move(section));
            }
        }
    }

    void note_degraded() {
        report_.findings.push_back({"structure_lost",
                                    FindingStatus::uncertain,
                                    {},
                                    {},
                                    {},
                                    "原文件的表格结构无法可靠读出，按文字读取；请对照原件"});
    }

    void note_glosses() {
        report_.findings.push_back({"readings_removed",
                                    FindingStatus::uncertain,
                                    {},
                                    {},
                                    {},
                                    "转换程序在文字后面加注的读音（如“報(bào)”）已去掉"});
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

    bool glosses_dropped_ = false; // set while the strips are made
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
