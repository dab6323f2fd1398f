#include "report/body_claim.hpp"

#include "report/body_name.hpp"
#include "report/identity.hpp"
#include "report/inner_office.hpp"
#include "text/contains.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

using text::begins_with_any;
using text::contains_any;

/// A folded text, and the same with its characters as printed: names are found in the one and taken from the
/// other, at the same offsets.
struct Passage {
    std::string folded;
    std::string printed;

    void add(const Strip& strip) {
        folded += strip.folded;
        printed += text::fold(strip.text, text::Forms::as_printed);
    }
    void end_line() {
        folded += '\n';
        printed += '\n';
    }
};

/// The text before the first section, wherever copies of a table stand above it; where there is none, the
/// first paragraph of that section.
Passage preface_of(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    std::size_t end = parts[0].end;
    for (const SectionPart& part : parts) {
        if (part.kind != SectionKind::overview) continue;
        const bool opens = end == 0 && part.end > part.begin;
        end = std::max(end, opens ? part.begin + 1 : part.begin);
        break;
    }
    Passage preface;
    for (std::size_t i = 0; i < std::min(end, strips.size()); ++i) preface.add(strips[i]);
    return preface;
}

/// A part of a folded text.
struct Clause {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Bytes of what makes 信息公开 the name of a report, behind it: 工作年度报告; 0 where it is another's.
std::size_t report_length(std::string_view behind) {
    std::size_t at = 0;
    while (at < behind.size()) {
        const std::string_view rest = behind.substr(at);
        for (const std::string_view end : {"报告", "年报"}) {
            if (rest.starts_with(end)) return at + end.size();
        }
        std::size_t word = 0;
        for (const std::string_view one : {"工作", "年度", "年", "情况", "的", "总结"}) {
            if (word == 0 && rest.starts_with(one)) word = one.size();
        }
        if (word == 0 && rest.front() >= '0' && rest.front() <= '9') word = 1;
        if (word == 0) return 0;
        at += word;
    }
    return 0;
}

/// Behind the report's name the sentence ends, or says that it is made public. 报告格式, 报告编制工作 and
/// 报告解读 are about reports.
bool ends_name(std::string_view behind) {
    return behind.empty() || begins_with_any(behind, {"。", ",", ";", "(", "》", "\n", "如下", "公布", "发布",
                                                      "向社会", "公开", "予以", "根据", "于", "并"});
}

/// Where to look from for what stands before a place: no name is longer, and a long text has many places.
std::size_t window_begin(std::size_t at) {
    constexpr std::size_t window = 300; ///< bytes
    return at > window ? at - window : 0;
}

/// Where the words begin that a verb of publishing has for its object: behind the last mark or verb.
std::size_t object_begin(std::string_view folded, std::size_t end) {
    const std::size_t from = window_begin(end);
    const std::string_view before = folded.substr(from, end - from);
    std::size_t begin = 0;
    for (const std::string_view mark :
         {"。",   ",",      ";",        ":",    "《",   "》",   "\n",   "公布", "发布", "编制了", "编制",
          "编写", "现公开", "社会公开", "现将", "兹将", "并将", "特将", "谨将", "现就", "报送"}) {
        for (std::size_t at = before.rfind(mark); at != std::string_view::npos && at + mark.size() > begin;
             at = at == 0 ? std::string_view::npos : before.rfind(mark, at - 1)) {
            if (mark == "编制" && before.substr(0, at).ends_with("机构")) continue; // 机构编制委员会
            begin = at + mark.size();
            break;
        }
    }
    return from + begin;
}

/// The names of the report itself in a text: 某局2023年政府信息公开工作年度报告 behind a verb of publishing,
/// in 《》, or at the beginning of a sentence. A 《》 that goes on is another document.
std::vector<Clause> report_names(std::string_view folded) {
    constexpr std::string_view core = "信息公开";
    constexpr std::size_t longest = 240; ///< bytes
    std::vector<Clause> found;
    for (std::size_t at = folded.find(core); at != std::string_view::npos; at = folded.find(core, at + 1)) {
        const std::size_t length = report_length(folded.substr(at + core.size()));
        if (length == 0) continue;
        const std::size_t end = at + core.size() + length;
        const std::string_view behind = folded.substr(end);
        const std::size_t begin = object_begin(folded, at);
        const std::string_view near = folded.substr(window_begin(at), at - window_begin(at));
        const std::size_t opened = near.rfind("《");
        const bool quoted =
            opened != std::string_view::npos && near.substr(opened).find("》") == std::string_view::npos;
        if (quoted &&
            (!behind.starts_with("》") || begin != window_begin(at) + opened + std::string_view("《").size()))
            continue;
        if (ends_name(behind) && end - begin <= longest) found.push_back({begin, end});
    }
    return found;
}

/// 某镇政府（机关）, 某部（含某局）: what stands in brackets behind a name is a part of it.
bool is_name(std::string_view folded) {
    if (contains_any(folded,
                     {"根据", "按照", "依据", "关于", "结合", "要求", "通知", "包括", "内容", "报告"}))
        return false;
    if (folded.ends_with(")")) {
        const std::size_t bracket = folded.rfind('(');
        if (bracket != std::string_view::npos && bracket != 0) folded = folded.substr(0, bracket);
    }
    // 某街, 某市气象部门, 某市教育系统 name a body here; elsewhere they are an address or everybody.
    for (const std::string_view ending : {"街", "部门", "系统"}) {
        if (!folded.ends_with(ending)) continue;
        return !begins_with_any(folded, {"各", "全", "有关", "相关"}) &&
               looks_like_body(std::string(folded) + "局");
    }
    return looks_like_body(folded);
}

/// The body that the name of the report in a sentence gives; without a year it is no report's name.
std::string published_body(const Passage& passage, std::optional<int> period) {
    for (const Clause& clause : report_names(passage.folded)) {
        std::string title = passage.printed.substr(clause.begin, clause.end - clause.begin);
        // 结合实际，将某局2023年…报告如下. Behind a verb it is a name's: 现公布将军路街道….
        constexpr std::string_view verb = "将";
        const bool begins_clause =
            clause.begin > 0 &&
            std::string_view(",。;").find(passage.folded[clause.begin - 1]) != std::string_view::npos;
        if (begins_clause && title.starts_with(verb) && !title.starts_with("将乐"))
            title.erase(0, verb.size());
        const auto year = year_in_title(title);
        const auto name = body_in_title(title);
        if (name && year && (!period || *year == *period) && is_name(text::fold(*name))) return *name;
    }
    return {};
}

/// The sentence around a place.
std::string_view sentence_at(std::string_view folded, std::size_t at) {
    constexpr std::string_view stop = "。";
    constexpr std::size_t longest = 1200; ///< bytes to either side
    const std::size_t from = at > longest ? at - longest : 0;
    const std::size_t before = folded.substr(from, at - from).rfind(stop);
    const std::size_t begin = before == std::string_view::npos ? from : from + before + stop.size();
    const std::string_view rest = folded.substr(begin, at - begin + longest);
    return rest.substr(0, rest.find(stop, at - begin));
}

/// The body of a name at this place of a passage, without the office inside it.
std::string body_at(const Passage& passage, std::size_t begin, std::string_view name,
                    std::string_view whole) {
    if (!looks_like_body(name)) return {};
    const std::string_view body = without_inner_office(name, whole);
    return passage.printed.substr(begin, body.size());
}

/// Where the subject of a sentence begins that ends before `end`; 由 of 自由 begins nothing.
std::size_t subject_begin(std::string_view folded, std::size_t end) {
    std::size_t begin = 0;
    for (const std::string_view mark : {",", "。", ";", "\n", "由", "现将"}) {
        std::size_t found = folded.substr(0, end).rfind(mark);
        while (found != std::string_view::npos && mark == "由" && folded.substr(0, found).ends_with("自"))
            found = found == 0 ? std::string_view::npos : folded.rfind(mark, found - 1);
        if (found != std::string_view::npos) begin = std::max(begin, found + mark.size());
    }
    return begin;
}

/// Who a sentence says has compiled the report: 由某局编制, …要求，某局编制了2023年…, 由某办根据…汇总编制.
std::string compiler_in(const Passage& passage, std::string_view whole) {
    const std::string_view folded = passage.folded;
    for (const std::string_view verb : {"负责编制", "编制"}) {
        for (std::size_t at = folded.find(verb); at != std::string_view::npos;
             at = folded.find(verb, at + 1)) {
            const std::string_view behind = folded.substr(at + verb.size());
            if (!contains_any(sentence_at(folded, at), {"报告", "年报", "年度"}) &&
                !begins_with_any(behind, {"。全文", "。本报告", "。本年"}))
                continue;
            const std::size_t begin = subject_begin(folded, at);
            if (std::string name = body_at(passage, begin, folded.substr(begin, at - begin), whole);
                !name.empty())
                return name;
        }
    }
    for (const std::string_view source : {"根据", "依据", "按照", "综合", "汇总"}) {
        for (std::size_t at = folded.find(source); at != std::string_view::npos;
             at = folded.find(source, at + 1)) {
            if (!contains_any(sentence_at(folded, at), {"编制本", "编制而成", "编写而成", "编制完成"}))
                continue;
            const std::size_t begin = subject_begin(folded, at);
            if (std::string name = body_at(passage, begin, folded.substr(begin, at - begin), whole);
                !name.empty())
                return name;
        }
    }
    return {};
}

/// Whose work a sentence says the report tells of: 结合某局2023年政府信息公开工作实际，编制本报告.
std::string worker_in(const Passage& passage) {
    constexpr std::string_view core = "信息公开";
    const std::string_view folded = passage.folded;
    for (const std::string_view lead : {"结合", "根据"}) {
        for (std::size_t at = folded.find(lead); at != std::string_view::npos;
             at = folded.find(lead, at + 1)) {
            const std::size_t begin = at + lead.size();
            const std::size_t end = folded.find(core, begin);
            if (end == std::string_view::npos) return {};
            const std::string_view behind = folded.substr(end + core.size());
            if (begins_with_any(behind, {"情况通报", "工作情况通报"})) continue; // another document
            if (!begins_with_any(behind, {"工作实际", "工作开展", "工作有关", "工作情况", "情况"}) ||
                !contains_any(sentence_at(folded, at), {"编制", "编写"}))
                continue;
            const auto name = body_in_title(passage.printed.substr(begin, end + core.size() - begin));
            if (name && is_name(text::fold(*name))) return *name;
        }
    }
    return {};
}

/// Whom to call: 请与某局办公室（地址…）联系, 请联系某局。
std::string contact_in(const Passage& passage) {
    constexpr std::array<std::string_view, 10> ends = {"联系", "(",    ",", "。",   ";",
                                                       "\n",   "电话", ":", "咨询", "反映"};
    const std::string_view folded = passage.folded;
    for (const std::string_view lead :
         {"请与", "可与", "直接与", "请联系:", "请联系", "请径与", "联系单位:", "编制单位:"}) {
        for (std::size_t at = folded.find(lead); at != std::string_view::npos;
             at = folded.find(lead, at + 1)) {
            const std::size_t begin = at + lead.size();
            constexpr std::size_t longest = 240; ///< bytes
            const std::string_view behind = folded.substr(begin, longest);
            std::size_t length = behind.size();
            for (const std::string_view mark : ends) length = std::min(length, behind.find(mark));
            if (std::string name = body_at(passage, begin, behind.substr(0, length), folded); !name.empty())
                return name;
        }
    }
    return {};
}

/// Where the subject of a sentence begins that opens with a year: behind 2023年以来，在区委领导下，; npos
/// where it does not.
std::size_t subject_behind_year(std::string_view folded) {
    constexpr std::string_view sign = "年";
    constexpr std::size_t none = std::string_view::npos;
    std::size_t begin = folded.find(sign);
    if (begin != 4 || !year_in(folded.substr(0, begin + sign.size()))) return none;
    begin += sign.size();
    for (const std::string_view word : {"度", "以来", ","}) {
        if (folded.substr(begin).starts_with(word)) begin += word.size();
    }
    if (!folded.substr(begin).starts_with("在")) return begin;
    constexpr std::string_view under = "下,"; // 在…领导下,
    const std::size_t end = folded.find(under, begin);
    return end == none || folded.find("。", begin) < end ? none : end + under.size();
}

/// Who a sentence speaks of that opens the report with its year: 2023年，在区委领导下，某街道办事处认真贯彻….
std::string subject_of(const Strip& strip) {
    constexpr std::size_t five_characters = 15; // 市政府, 县教育局 may be anybody's
    const std::string_view folded = strip.folded;
    const std::size_t begin = subject_behind_year(folded);
    if (begin == std::string_view::npos) return {};
    std::size_t end = std::string_view::npos;
    for (const std::string_view verb :
         {"坚持", "认真", "严格", "深入", "全面", "始终", "以习近平", "按照", "在", "紧紧", "紧扣", "积极",
          "持续", "进一步", "高度重视", "扎实", "切实"})
        end = std::min(end, folded.find(verb, begin));
    if (end == std::string_view::npos) return {};
    const std::string_view name = folded.substr(begin, end - begin);
    const bool anybody =
        begins_with_any(name, {"省", "市", "县", "区", "州", "旗", "全", "各", "国务院", "中共"});
    if (name.size() < five_characters || anybody || !looks_like_body(name)) return {};
    return text::fold(strip.text, text::Forms::as_printed).substr(begin, name.size());
}

/// The first line of the preface or of the overview that opens with a year.
std::string subject_of_opening(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    for (const SectionPart& part : parts) {
        if (part.kind != SectionKind::overview && part.kind != SectionKind::preface) continue;
        const std::size_t end = part.kind == SectionKind::overview ? part.begin + 1 : part.end;
        for (std::size_t i = part.begin; i < std::min(end, part.end); ++i) {
            if (std::string name = subject_of(strips[i]); !name.empty()) return name;
        }
    }
    return {};
}

/// The rest of the line behind a label; empty where it is no name.
std::string labelled(const Passage& passage, std::string_view label) {
    const std::string_view folded = passage.folded;
    for (std::size_t at = folded.find(label); at != std::string_view::npos; at = folded.find(label, at + 1)) {
        const std::size_t begin = at + label.size();
        const std::size_t end = folded.find('\n', begin);
        if (end == std::string_view::npos) return {};
        const std::string_view name = folded.substr(begin, end - begin);
        if (looks_like_body(name)) return passage.printed.substr(begin, name.size());
    }
    return {};
}

} // namespace

BodyClaim body_claim(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts,
                     const std::string& signed_off, std::optional<int> period) {
    Passage whole;
    for (const Strip& strip : strips) {
        whole.add(strip);
        whole.end_line();
    }
    const Passage preface = preface_of(strips, parts);
    const std::string published = published_body(preface, period);
    std::string compiler = compiler_in(preface, whole.folded);
    // 某县教育局编制了县教育局2020年…: the fuller of the two names.
    if (!published.empty() && !compiler.ends_with(published)) return {published, Evidence::preface};
    if (!compiler.empty()) return {std::move(compiler), Evidence::preface};
    if (std::string name = worker_in(preface); !name.empty()) return {std::move(name), Evidence::preface};
    if (!signed_off.empty()) return {signed_off, Evidence::sign_off};
    if (std::string name = contact_in(whole); !name.empty()) return {std::move(name), Evidence::contact};
    if (std::string name = subject_of_opening(strips, parts); !name.empty())
        return {std::move(name), Evidence::body_text};
    for (const std::string_view label : {"发布机构:", "公开机构:", "发布单位:"}) {
        if (std::string name = labelled(whole, label); !name.empty())
            return {std::move(name), Evidence::metadata};
    }
    return {};
}

std::optional<int> year_claim(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    const Passage preface = preface_of(strips, parts);
    for (const Clause& clause : report_names(preface.folded)) {
        const std::string_view name =
            std::string_view(preface.folded).substr(clause.begin, clause.end - clause.begin);
        if (const auto year = year_in_title(name)) return year;
    }
    return std::nullopt;
}

} // namespace nianbao::report
