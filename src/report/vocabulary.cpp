#include "report/vocabulary.hpp"

#include "text/character_set.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/word_finder.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace nianbao::report {

namespace {

struct Core {
    std::string_view row;
    std::string_view words;
};

/// The words of a table of cores, what they name, and their finder.
template<std::size_t Count>
struct WordsOf {
    template<class CodeOf>
    WordsOf(const std::array<Core, Count>& cores, const CodeOf& code_of)
        : words(of_each(cores, [](const Core& core) { return core.words; })),
          codes(of_each(cores, [&](const Core& core) { return code_of(core.row)->code; })), finder(words) {}

    template<class Get>
    static std::array<std::string_view, Count> of_each(const std::array<Core, Count>& cores, const Get& get) {
        std::array<std::string_view, Count> out;
        std::transform(cores.begin(), cores.end(), out.begin(), get);
        return out;
    }

    std::array<std::string_view, Count> words;
    std::array<std::string_view, Count> codes; ///< point into form.hpp
    text::WordFinder finder;
};

/// Cores of table 3, official wording first, then misprints and local forms that occur.
constexpr auto request_cores = std::to_array<Core>({
    {"new_received", "本年新收"},
    {"new_received", "本年度新收"},
    {"new_received", "本年收到政府信息公开申请"},
    {"carried_in", "上年结转"},
    {"carried_in", "上年度结转"},
    {"carried_in", "上一年结转"},
    {"carried_in", "上一年度结转"},
    {"granted", "予以公开"},
    {"partially_granted", "部分公开"},
    {"denied_state_secret", "国家秘密"},
    {"denied_prohibited_by_law", "法律行政法规禁止"},
    {"denied_prohibited_by_law", "法律、行政法规禁止"},
    {"denied_security_and_stability", "三安全一稳定"},
    {"denied_third_party_rights", "第三方"},
    {"denied_third_party_rights", "第三人"},
    {"denied_internal_affairs", "内部事务"},
    {"denied_deliberative_process", "过程性"},
    {"denied_enforcement_file", "执法案卷"},
    {"denied_administrative_inquiry", "查询事项"},
    {"unavailable_not_held", "不掌握"},
    {"unavailable_must_be_created", "没有现成"},
    {"unavailable_must_be_created", "另行制作"},
    {"unavailable_still_unclear", "仍不明确"},
    {"refused_petition", "信访举报"},
    {"refused_petition", "信访、举报"},
    {"refused_repeated", "重复申请"},
    {"refused_published_material", "公开出版物"},
    {"refused_excessive", "大量反复"},
    {"refused_confirmation", "重新出具"},
    {"other_not_corrected_in_time", "无正当理由逾期"},
    {"other_not_corrected_in_time", "逾期不补正"},
    {"other_fee_not_paid", "未按收费通知"},
    {"carried_out", "结转下"},
    {"carried_out", "结转至下"},
});

/// Labels that are one common word: they count only where nothing but their value follows.
struct FinalWord {
    std::string_view row;
    std::string_view words;
    bool whole; ///< the whole text must be these words
};

constexpr auto request_final_words = std::to_array<FinalWord>({
    {"other_remaining", "3.其他", false},
    {"other_remaining", "3、其他", false},
    {"other_remaining", "(3)其他", false},
    {"other_remaining", "3其他", false},
    {"other_remaining", "3.其它", false},
    {"other_remaining", "3.其他情形", false},
    {"other_remaining", "3、其他情形", false},
    {"other_remaining", "其他", true},
    {"other_processing", "其他处理", false},
    {"total_processed", "总计", false},
    {"total_processed", "(七)合计", false},
    {"total_processed", "合计", true},
});

constexpr auto disclosure_items = std::to_array<Core>({
    {"normative_documents", "行政规范性文件"},
    {"normative_documents", "规范性文件"},
    {"regulations", "规章"},
    {"licensing", "行政许可"},
    {"other_services", "其他对外管理服务事项"},
    {"other_services", "对外管理服务事项"},
    {"penalties", "行政处罚"},
    {"coercive_measures", "行政强制"},
    {"fees", "行政事业性收费"},
    {"procurement", "政府集中采购"},
});

constexpr auto measure_cores = std::to_array<Core>({
    {"issued", "制发"},
    {"repealed", "废止"},
    {"repealed", "度止件"}, // 本年度止件数, a misprint that is copied from report to report
    {"in_force", "现行有效"},
    {"created", "新制作"},
    {"newly_disclosed", "新公开"},
    {"total_disclosed", "对外公开总"},
    {"previous_items", "上一年项目"},
    {"change", "本年增"},
    {"decisions", "处理决定"},
    {"decisions", "处理绝对"},
    {"amount", "收费金额"},
    {"projects", "采购项目"},
    {"amount", "采购总金额"},
});

/// What headers and group labels consist of, folded and without numerals: a line that is a piece of these is
/// table.
constexpr std::array<std::string_view, 3> header_texts = {
    "第二十条第(一)项|第二十条第(五)项|第二十条第(六)项|第二十条第(八)项|第二十条第(九)项|信息内容|"
    "本年制发件数|本年度止件数|规范性文件|第二十条|规章(设区的市级以上政府及部门应提供相关数据)|"
    "本年废止件数|现行有效件数|本年处理决定数量|本年处理绝对数量|本年收费金额(单位:万元)|本年新制作数量|"
    "本年新公开数量|"
    "对外公开总数量|"
    "上一年项目数量|本年增/"
    "减|处理决定数量|采购项目数量|采购总金额|采购总金额(万元)|行政规范性文件|规章|行政许可|"
    "其他对外管理服务事项|行政处罚|行政强制|行政事业性收费|政府集中采购|主动公开政府信息情况|"
    "该部分以表格形式报告",
    "(本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)|申请人情况|自然人|法人或其他组织|"
    "商业企业|"
    "科研机构|社会公益组织|法律服务机构|其他|总计|商业计|三、本年度办理结果|(一)予以公开|"
    "(二)部分公开(区分处理的,只计这一情形,不计其他情形)|(三)不予公开|(四)无法提供|(五)不予处理|(六)其他处理|("
    "七)总计",
    "行政复议|行政诉讼|未经复议直接起诉|复议后起诉|结果维持|结果纠正|其他结果|尚未审结|总计|行政复议行政诉讼|"
    "未经复议直接起诉复议后起诉|结果维持结果纠正其他结果尚未审结总计",
};

/// True where `piece` lies within one word of the list, or is several whole words of it one behind the other.
bool is_made_of(std::string_view list, std::string_view piece) {
    while (true) {
        std::size_t whole = 0; // bytes of the longest word that the piece begins with
        for (std::string_view left = list; !left.empty();) {
            const std::size_t bar = left.find('|');
            const std::string_view word = left.substr(0, bar);
            if (text::contains(word, piece)) return true;
            if (piece.starts_with(word)) whole = std::max(whole, word.size());
            left.remove_prefix(bar == std::string_view::npos ? left.size() : bar + 1);
        }
        if (whole == 0) return false;
        piece.remove_prefix(whole);
    }
}

/// The words of a table's headers.
class HeaderWords {
public:
    explicit HeaderWords(TableKind table) {
        for (std::string_view left = header_texts[static_cast<std::size_t>(table)]; !left.empty();) {
            const std::size_t bar = std::min(left.find('|'), left.size());
            words_.push_back(left.substr(0, bar));
            begins_.add(text::decode_at(words_.back(), 0).value);
            left.remove_prefix(std::min(bar + 1, left.size()));
        }
    }

    /// Bytes of the longest word that a text begins with; 0 where there is none.
    std::size_t longest_at_begin(std::string_view text) const {
        std::size_t longest = 0;
        if (!begins_.holds_first_of(text)) return longest;
        for (const std::string_view word : words_) {
            if (text.starts_with(word)) longest = std::max(longest, word.size());
        }
        return longest;
    }

private:
    std::vector<std::string_view> words_;
    text::CharacterSet begins_;
};

/// Official labels of a table's rows, folded.
std::span<const std::string> folded_labels(TableKind table) {
    static const auto all = [] {
        std::array<std::vector<std::string>, 3> labels;
        for (const TableKind kind : all_tables) {
            for (const FormRow& row : rows(kind))
                labels[static_cast<std::size_t>(kind)].push_back(text::fold(row.zh));
        }
        return labels;
    }();
    return all[static_cast<std::size_t>(table)];
}

/// The characters of a table's headers and labels: text with any other is none of them, which most text is.
text::CharacterSet characters_of(TableKind table) {
    text::CharacterSet characters(header_texts[static_cast<std::size_t>(table)]);
    for (const std::string& label : folded_labels(table)) characters.add(label);
    return characters;
}

const WordsOf<request_cores.size()>& request_words() {
    static const WordsOf<request_cores.size()> words(
        request_cores, [](std::string_view row) { return find_row(TableKind::requests, row); });
    return words;
}

/// The common word that a text ends with, where it is a label; nullptr where there is none.
const FinalWord* final_word(std::string_view folded) {
    static const text::CharacterSet last_characters = [] {
        text::CharacterSet last;
        for (const FinalWord& word : request_final_words)
            last.add(text::decode_before(word.words, word.words.size()).value);
        return last;
    }();
    if (folded.empty() || !last_characters.holds(text::decode_before(folded, folded.size()).value))
        return nullptr;
    const auto found =
        std::find_if(request_final_words.begin(), request_final_words.end(), [&](const FinalWord& word) {
            return word.whole ? folded == word.words : folded.ends_with(word.words);
        });
    return found == request_final_words.end() ? nullptr : &*found;
}

} // namespace

std::vector<LabelMatch> request_labels(std::string_view folded, std::size_t behind) {
    constexpr std::size_t longest_core =
        std::max_element(request_cores.begin(), request_cores.end(), [](const Core& a, const Core& b) {
            return a.words.size() < b.words.size();
        })->words.size();
    std::size_t from = behind > longest_core ? behind - longest_core : 0;
    while (from > 0 && (static_cast<unsigned char>(folded[from]) & 0xC0U) == 0x80U) --from;
    std::vector<LabelMatch> found;
    const auto add = [&](text::WordFinder::Hit hit) {
        const std::size_t end = hit.begin + request_cores[hit.word].words.size();
        if (end > behind) found.push_back({request_words().codes[hit.word], hit.begin, end});
        return true;
    };
    request_words().finder.for_each(folded, add, from);
    if (const FinalWord* word = folded.size() > behind ? final_word(folded) : nullptr)
        found.push_back({find_row(TableKind::requests, word->row)->code, folded.size() - word->words.size(),
                         folded.size()});
    const auto by_end = [](const LabelMatch& a, const LabelMatch& b) { return a.end < b.end; };
    if (!std::is_sorted(found.begin(), found.end(), by_end))
        std::stable_sort(found.begin(), found.end(), by_end);
    return found;
}

bool holds_request_labels(std::string_view folded, std::size_t count) {
    std::size_t found = final_word(folded) ? 1 : 0;
    if (found < count) {
        request_words().finder.for_each(folded, [&](text::WordFinder::Hit) { return ++found < count; });
    }
    return found >= count;
}

std::optional<LabelMatch> last_request_label(std::string_view folded) {
    const std::vector<LabelMatch> found = request_labels(folded);
    if (found.empty()) return std::nullopt;
    return found.back();
}

std::optional<std::string_view> disclosure_item(std::string_view folded) {
    // A label may carry instructions: 规章(设区的市…应提供相关数据).
    if (folded.ends_with(")")) folded = folded.substr(0, folded.rfind('('));
    const std::size_t mark = folded.find_first_not_of("0123456789.()");
    folded.remove_prefix(std::min(mark, folded.size()));
    if (folded.starts_with("、")) folded.remove_prefix(std::string_view("、").size());
    for (const Core& item : disclosure_items) {
        if (folded == item.words) return find_row(TableKind::disclosure, item.row)->code;
    }
    return std::nullopt;
}

std::vector<std::string_view> disclosure_measures_in(std::string_view folded) {
    static const WordsOf<measure_cores.size()> cores(
        measure_cores, [](std::string_view column) { return find_column(TableKind::disclosure, column); });
    std::vector<std::string_view> codes;
    cores.finder.for_each(folded, [&](text::WordFinder::Hit hit) {
        const std::string_view code = cores.codes[hit.word];
        if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
        return true;
    });
    return codes;
}

std::string_view unit_in_header(std::string_view folded) {
    if (text::contains(folded, "万元")) return "万元";
    return text::contains_any(folded, {"(元)", "单位:元", "(单位元)"}) ? "元" : "";
}

bool is_table_text(TableKind table, std::string_view folded) {
    if (folded.empty()) return true;
    if (table == TableKind::requests && holds_request_labels(folded, 1)) return true;
    return is_piece_of_table(table, folded);
}

bool is_piece_of_table(TableKind table, std::string_view folded) {
    static const std::array<text::CharacterSet, 3> characters = {characters_of(TableKind::disclosure),
                                                                 characters_of(TableKind::requests),
                                                                 characters_of(TableKind::disputes)};
    if (!characters[static_cast<std::size_t>(table)].holds_all_of(folded)) return false;
    if (is_made_of(header_texts[static_cast<std::size_t>(table)], folded)) return true;
    const auto official = folded_labels(table);
    return std::any_of(official.begin(), official.end(),
                       [&](const std::string& label) { return text::contains(label, folded); });
}

std::vector<std::size_t> ends_of_words(TableKind table, std::string_view folded) {
    static const std::array<HeaderWords, 3> all = {HeaderWords(TableKind::disclosure),
                                                   HeaderWords(TableKind::requests),
                                                   HeaderWords(TableKind::disputes)};
    const HeaderWords& words = all[static_cast<std::size_t>(table)];
    std::vector<std::size_t> ends;
    bool known = false; // the part so far begins with a known word
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t word = words.longest_at_begin(folded.substr(at));
        if (word == 0) {
            at += text::decode_at(folded, at).length;
            continue;
        }
        if (at > 0 && (known || ends.empty())) ends.push_back(at);
        at += word;
        known = true;
    }
    ends.push_back(folded.size());
    return ends;
}

bool opens_table(TableKind table, std::string_view folded) {
    switch (table) {
    case TableKind::disclosure:
        return folded == "信息内容" ||
               (folded.starts_with("信息内容") && !disclosure_measures_in(folded).empty()) ||
               folded.starts_with("第二十条第(") || folded.starts_with("第二十条(");
    case TableKind::requests:
        return folded.starts_with("申请人情况") || folded.starts_with("(本列数据的勾稽关系") ||
               folded.starts_with("本列数据的勾稽关系") || folded.starts_with("一、本年新收政府信息公开") ||
               folded == "自然人";
    case TableKind::disputes:
        return folded == "行政复议" || folded == "行政诉讼" || folded.starts_with("行政诉讼行政复议") ||
               folded.starts_with("行政复议行政") || folded == "结果维持" ||
               folded.starts_with("结果维持结果纠正");
    }
    return false;
}

} // namespace nianbao::report
