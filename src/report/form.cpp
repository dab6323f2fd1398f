#include "report/form.hpp"

#include "text/ascii.hpp"
#include "text/contains.hpp"

#include <algorithm>
#include <array>

namespace nianbao::report {

namespace {

constexpr auto request_rows = std::to_array<FormRow>({
    {"new_received", "一、本年新收政府信息公开申请数量", "requests newly received", ""},
    {"carried_in", "二、上年结转政府信息公开申请数量", "carried over from last year", ""},
    {"granted", "（一）予以公开", "disclosed", "granted"},
    {"partially_granted", "（二）部分公开", "disclosed in part", "partially_granted"},
    {"denied_state_secret", "（三）1.属于国家秘密", "denied: state secret", "denied"},
    {"denied_prohibited_by_law", "（三）2.其他法律行政法规禁止公开", "denied: forbidden by law", "denied"},
    {"denied_security_and_stability", "（三）3.危及“三安全一稳定”", "denied: security and stability",
     "denied"},
    {"denied_third_party_rights", "（三）4.保护第三方合法权益", "denied: rights of third parties", "denied"},
    {"denied_internal_affairs", "（三）5.属于三类内部事务信息", "denied: internal affairs", "denied"},
    {"denied_deliberative_process", "（三）6.属于四类过程性信息", "denied: deliberative process", "denied"},
    {"denied_enforcement_file", "（三）7.属于行政执法案卷", "denied: enforcement file", "denied"},
    {"denied_administrative_inquiry", "（三）8.属于行政查询事项", "denied: administrative inquiry", "denied"},
    {"unavailable_not_held", "（四）1.本机关不掌握相关政府信息", "unavailable: not held", "unavailable"},
    {"unavailable_must_be_created", "（四）2.没有现成信息需要另行制作", "unavailable: would have to be made",
     "unavailable"},
    {"unavailable_still_unclear", "（四）3.补正后申请内容仍不明确", "unavailable: still unclear",
     "unavailable"},
    {"refused_petition", "（五）1.信访举报投诉类申请", "not handled: petition or complaint", "refused"},
    {"refused_repeated", "（五）2.重复申请", "not handled: repeated", "refused"},
    {"refused_published_material", "（五）3.要求提供公开出版物", "not handled: published material",
     "refused"},
    {"refused_excessive", "（五）4.无正当理由大量反复申请", "not handled: excessive", "refused"},
    {"refused_confirmation", "（五）5.要求行政机关确认或重新出具已获取信息", "not handled: confirmation",
     "refused"},
    {"other_not_corrected_in_time", "（六）1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     "other: not corrected in time", "other", false, true},
    {"other_fee_not_paid", "（六）2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
     "other: fee not paid", "other", false, true},
    {"other_remaining", "（六）3.其他", "other: remaining", "other", false, true},
    {"other_processing", "（六）其他处理", "other processing", "other", true, false},
    {"total_processed", "（七）总计", "processed in all", ""},
    {"carried_out", "四、结转下年度继续办理", "carried over to next year", ""},
});

constexpr auto request_columns = std::to_array<FormColumn>({
    {"natural_person", "自然人", "natural persons"},
    {"business", "商业企业", "businesses"},
    {"research_institution", "科研机构", "research institutions"},
    {"social_organization", "社会公益组织", "social organizations"},
    {"legal_service", "法律服务机构", "legal services"},
    {"other_organization", "其他", "other organizations"},
    {"total", "总计", "total"},
});

constexpr auto dispute_rows = std::to_array<FormRow>({
    {"reconsideration", "行政复议", "administrative reconsideration", ""},
    {"litigation_direct", "行政诉讼（未经复议直接起诉）", "litigation without reconsideration", ""},
    {"litigation_after_reconsideration", "行政诉讼（复议后起诉）", "litigation after reconsideration", ""},
});

constexpr auto dispute_columns = std::to_array<FormColumn>({
    {"upheld", "结果维持", "upheld"},
    {"corrected", "结果纠正", "corrected"},
    {"other", "其他结果", "other result"},
    {"pending", "尚未审结", "pending"},
    {"total", "总计", "total"},
});

constexpr auto disclosure_rows = std::to_array<FormRow>({
    {"regulations", "规章", "regulations", ""},
    {"normative_documents", "行政规范性文件", "normative documents", ""},
    {"licensing", "行政许可", "licensing", ""},
    {"other_services", "其他对外管理服务事项", "other services to the public", "", true, false},
    {"penalties", "行政处罚", "penalties", ""},
    {"coercive_measures", "行政强制", "coercive measures", ""},
    {"fees", "行政事业性收费", "administrative fees", ""},
    {"procurement", "政府集中采购", "central procurement", "", true, false},
});

constexpr auto disclosure_measures = std::to_array<FormColumn>({
    {"issued", "本年制发件数", "issued"},
    {"repealed", "本年废止件数", "repealed"},
    {"in_force", "现行有效件数", "in force"},
    {"created", "本年新制作数量", "newly made"},
    {"newly_disclosed", "本年新公开数量", "newly disclosed"},
    {"total_disclosed", "对外公开总数量", "disclosed in all"},
    {"previous_items", "上一年项目数量", "items last year"},
    {"change", "本年增/减", "change"},
    {"decisions", "处理决定数量", "decisions"},
    {"projects", "采购项目数量", "projects"},
    {"amount", "金额", "amount"},
});

/// What an item is measured by, in the order of the form's cells.
struct ItemMeasures {
    std::string_view item;
    std::array<std::string_view, 3> g1;
    std::array<std::string_view, 3> g2;
};

constexpr std::array<std::string_view, 3> documents_g1 = {"created", "newly_disclosed", "total_disclosed"};
constexpr std::array<std::string_view, 3> documents_g2 = {"issued", "repealed", "in_force"};
constexpr std::array<std::string_view, 3> services_g1 = {"previous_items", "change", "decisions"};

constexpr auto item_measures = std::to_array<ItemMeasures>({
    {"regulations", documents_g1, documents_g2},
    {"normative_documents", documents_g1, documents_g2},
    {"licensing", services_g1, {"decisions"}},
    {"other_services", services_g1, {}},
    {"penalties", services_g1, {"decisions"}},
    {"coercive_measures", services_g1, {"decisions"}},
    {"fees", {"previous_items", "change"}, {"amount"}},
    {"procurement", {"projects", "amount"}, {}},
});

struct SectionName {
    std::string_view code;
    std::string_view label;
};
constexpr std::array<SectionName, 7> section_names = {{
    {"preface", "前言"},
    {"overview", "总体情况"},
    {"disclosure", "主动公开政府信息情况"},
    {"requests", "收到和处理政府信息公开申请情况"},
    {"disputes", "政府信息公开行政复议、行政诉讼情况"},
    {"improvements", "存在的主要问题及改进情况"},
    {"other_matters", "其他需要报告的事项"},
}};

/// Codes that came from these tables are known by where they stand; others are compared.
template<class Entry>
const Entry* find_code(std::span<const Entry> entries, std::string_view code) {
    for (const Entry& entry : entries) {
        if (entry.code.data() == code.data()) return &entry;
    }
    for (const Entry& entry : entries) {
        if (entry.code == code) return &entry;
    }
    return nullptr;
}

} // namespace

std::string_view name_of(Generation generation) {
    switch (generation) {
    case Generation::unknown:
        return "";
    case Generation::g0:
        return "G0";
    case Generation::g1:
        return "G1";
    case Generation::g2:
        return "G2";
    }
    return "";
}

std::string_view name_of(TableKind table) {
    switch (table) {
    case TableKind::disclosure:
        return "disclosure";
    case TableKind::requests:
        return "requests";
    case TableKind::disputes:
        return "disputes";
    }
    return "";
}

std::span<const FormRow> rows(TableKind table) {
    switch (table) {
    case TableKind::disclosure:
        return disclosure_rows;
    case TableKind::requests:
        return request_rows;
    case TableKind::disputes:
        return dispute_rows;
    }
    return {};
}

std::span<const FormColumn> columns(TableKind table) {
    switch (table) {
    case TableKind::disclosure:
        return disclosure_measures;
    case TableKind::requests:
        return request_columns;
    case TableKind::disputes:
        return dispute_columns;
    }
    return {};
}

std::span<const std::string_view> measures(std::string_view item, Generation generation) {
    for (const ItemMeasures& one : item_measures) {
        if (one.item != item) continue;
        const auto& codes = generation == Generation::g1 ? one.g1 : one.g2;
        const auto end = std::find(codes.begin(), codes.end(), std::string_view());
        return {codes.begin(), end};
    }
    return {};
}

std::vector<std::string_view> column_codes(TableKind table) {
    std::vector<std::string_view> codes;
    for (const FormColumn& column : columns(table)) codes.push_back(column.code);
    return codes;
}

std::string cell_code(TableKind table, std::string_view row, std::string_view column) {
    return std::string(name_of(table)) + "." + std::string(row) + "." + std::string(column);
}

const FormRow* find_row(TableKind table, std::string_view code) {
    return find_code(rows(table), code);
}

const FormColumn* find_column(TableKind table, std::string_view code) {
    return find_code(columns(table), code);
}

SectionKind section_of(TableKind table) {
    switch (table) {
    case TableKind::disclosure:
        return SectionKind::disclosure;
    case TableKind::requests:
        return SectionKind::requests;
    case TableKind::disputes:
        break;
    }
    return SectionKind::disputes;
}

std::string_view name_of(SectionKind kind) {
    return section_names[static_cast<std::size_t>(kind)].code;
}

std::string_view label_of(SectionKind kind) {
    return section_names[static_cast<std::size_t>(kind)].label;
}

std::optional<SectionKind> section_from(std::string_view code) {
    for (const SectionKind kind : all_sections) {
        if (name_of(kind) == code) return kind;
    }
    return std::nullopt;
}

std::optional<SectionKind> section_meant(std::string_view typed) {
    constexpr std::string_view numerals[] = {"", "一", "二", "三", "四", "五", "六"};
    const std::string name = text::ascii_lower(typed);
    std::optional<SectionKind> found;
    for (const SectionKind kind : all_sections) {
        const std::string_view numeral = numerals[static_cast<std::size_t>(kind)];
        if (!numeral.empty() && (name == numeral || name == std::string(numeral) + "、")) return kind;
        if (name == name_of(kind) || name == label_of(kind)) return kind;
        if (!text::contains(label_of(kind), name) && !name_of(kind).starts_with(name)) continue;
        if (found) return std::nullopt;
        found = kind;
    }
    return found;
}

std::vector<std::string> names_of(std::span<const SectionKind> kinds) {
    std::vector<std::string> names;
    for (const SectionKind kind : kinds) names.emplace_back(name_of(kind));
    return names;
}

} // namespace nianbao::report
