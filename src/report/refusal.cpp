#include "report/refusal.hpp"

#include "report/body_claim.hpp"
#include "report/vocabulary.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>
#include <string>

namespace nianbao::report {

namespace {

/// A document is a report when this many of the six sections open, or table 3 is there with this many rows.
constexpr std::size_t enough_sections = 3;
constexpr std::size_t enough_rows = 10;

Error not_a_report(const std::string& why_zh, const std::string& why_en) {
    return {ErrorCode::not_a_report,
            {"不是政府信息公开工作年度报告：" + why_zh, "not a disclosure annual report: " + why_en},
            {"解读、通知、表样、列表页不收录",
             "explanations, notices, empty forms and list pages are not stored"},
            ""};
}

Error no_text() {
    Error error = not_a_report("文件中没有文字", "the file has no text");
    error.hint = {"文件可能没有下载完整，请重新下载",
                  "it may not have been downloaded whole: download it again"};
    return error;
}

/// At least one cell is not blank: a mark for "none" is an answer too.
bool is_filled_in(const FigureTable& figures) {
    return std::any_of(figures.rows.begin(), figures.rows.end(), [](const FigureRow& row) {
        return std::any_of(row.cells.begin(), row.cells.end(),
                           [](const Figure& cell) { return cell.state != CellState::blank; });
    });
}

/// How often a text speaks of places without a name: xx市.
std::size_t nameless_places(std::string_view folded) {
    std::size_t count = 0;
    for (const std::string_view nameless : {"xx", "XX", "××"}) {
        for (std::size_t at = text::find_word(folded, nameless); at != std::string::npos;
             at = text::find_word(folded, nameless, at + 1)) {
            const std::string_view behind = folded.substr(at + nameless.size());
            count += text::begins_with_any(behind, {"市", "县", "区", "镇", "乡", "局"}) ? 1U : 0U;
        }
    }
    return count;
}

/// Sections that only these reports have.
bool has_own(const std::set<SectionKind>& kinds) {
    return kinds.count(SectionKind::disclosure) != 0 || kinds.count(SectionKind::requests) != 0 ||
           kinds.count(SectionKind::disputes) != 0;
}

class Judge {
public:
    explicit Judge(const Candidate& candidate)
        : strips_(candidate.strips), parts_(candidate.parts), title_(candidate.title),
          report_(candidate.report), is_prose_(candidate.is_prose), preface_end_(parts_.front().end) {
        for (const SectionPart& part : parts_) kinds_.insert(part.kind);
        kinds_.erase(SectionKind::preface);
    }

    std::optional<Error> refusal() const {
        if (strips_.empty()) return no_text();
        if (title_ && is_of_another_period(title_->text))
            return not_a_report("“" + title_->text + "”", "its title is “" + title_->text + "”");
        const bool figures = report_.requests && is_filled_in(*report_.requests);
        // A copy that prints its own title and sections is a report, whatever the site says around it.
        const bool own_title = title_ && body_in_title(title_->text) && year_in_title(title_->text);
        const std::string other = figures || (own_title && kinds_.size() > enough_sections)
                                      ? ""
                                      : find_disqualifying_title(strips_, preface_end_);
        if (!other.empty()) return not_a_report("“" + other + "”", "its title is “" + other + "”");
        const bool table = report_.requests && report_.requests->rows.size() >= enough_rows;
        if (!table && is_sample())
            return not_a_report("没有写明是哪个机关的范文", "it is a sample without a body");
        if ((kinds_.size() >= enough_sections && speaks_of_disclosure()) || table) return std::nullopt;
        const bool named = title_ && body_in_title(title_->text) && year_in(title_->text);
        const bool presented = kinds_.size() + 1 >= enough_sections && has_own(kinds_) && presents_itself();
        if (!kinds_.empty() && (named || presented) && has_text()) return std::nullopt;
        return not_a_report("没有年度报告的章节和表格", "it has none of the sections and tables of one");
    }

private:
    /// More than a title and headings.
    bool has_text() const {
        constexpr std::size_t least = 180; ///< bytes: sixty characters
        std::size_t bytes = 0;
        for (const SectionPart& part : parts_) {
            bytes += part.inline_text.size();
            for (std::size_t i = part.begin; i < part.end; ++i)
                bytes += is_prose_(i) ? strips_[i].folded.size() : 0;
        }
        return bytes >= least;
    }

    /// Before its first section it names itself and says of what it consists, or that its figures are those
    /// of a whole year: 本报告所列数据的统计期限自 2016年1月1日起至12月31日止.
    bool presents_itself() const {
        std::string preface;
        for (std::size_t i = 0; i < std::min(preface_end_, strips_.size()); ++i) preface += strips_[i].folded;
        const auto says = [&](std::initializer_list<std::string_view> words) {
            return text::contains_any(preface, words);
        };
        if (says({"解读", "评估", "通报", "另行公布"})) return false; // it speaks of another
        if (year_claim(strips_, parts_) && says({"本报告由", "本年报由", "报告包括", "全文"})) return true;
        return says({"信息公开"}) && says({"年报", "年度报告", "工作报告"}) && says({"统计"}) &&
               says({"12月31日", "1231日"});
    }

    /// A text to be copied has no name: xx市环境保护局认真贯彻…. A report that has one may say XX区 of
    /// others.
    bool is_sample() const {
        constexpr std::size_t enough = 2;
        const auto named = title_ ? body_in_title(title_->text) : std::nullopt;
        if (named && year_in_title(title_->text) && nameless_places(text::fold(*named)) == 0) return false;
        std::size_t count = 0;
        for (const Strip& strip : strips_) count += nameless_places(strip.folded);
        return count >= enough;
    }

    /// 总体情况, 存在的问题 and 其他事项 are sections of any year's summary of work.
    bool speaks_of_disclosure() const {
        return has_own(kinds_) || std::any_of(strips_.begin(), strips_.end(), [](const Strip& strip) {
                   return text::contains(strip.folded, "信息公开");
               });
    }

    const std::vector<Strip>& strips_;
    const std::vector<SectionPart>& parts_;
    const std::optional<Title>& title_;
    const Report& report_;
    const std::function<bool(std::size_t)>& is_prose_;
    std::size_t preface_end_;
    std::set<SectionKind> kinds_; ///< of the sections that open
};

} // namespace

std::optional<Error> refusal(const Candidate& candidate) {
    return Judge(candidate).refusal();
}

std::optional<Error> refusal_of_blank_form(const Report& report) {
    bool any_table = false;
    for (const TableKind kind : all_tables) {
        if (!report.table(kind)) continue;
        any_table = true;
        if (is_filled_in(*report.table(kind))) return std::nullopt;
    }
    if (!any_table || (report.body && report.year)) return std::nullopt;
    return Error{ErrorCode::blank_form,
                 {"是没有填写的空白表样", "the form with nothing filled in"},
                 {"请下载填写了数据的报告", "download a report that has figures"},
                 ""};
}

} // namespace nianbao::report
