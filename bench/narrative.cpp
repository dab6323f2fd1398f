#include "narrative.hpp"

#include "text/encoding.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace nianbao::bench {
namespace {

constexpr std::array<std::string_view, 40> verbs{
    "健全", "完善", "推进", "落实", "加强", "规范", "优化", "深化", "强化", "细化",
    "拓展", "提升", "开展", "组织", "编制", "修订", "公布", "更新", "梳理", "整合",
    "统筹", "督促", "检查", "通报", "考核", "培训", "指导", "答复", "受理", "回应",
    "解读", "发布", "清理", "核对", "归集", "备案", "审查", "征集", "采纳", "反馈"};

constexpr std::array<std::string_view, 72> topics{
    "主动公开目录",     "依申请公开流程",   "信息发布审核制度", "政策解读质量",     "政务新媒体账号",
    "门户网站栏目",     "公开专区",         "行政规范性文件库", "重点领域信息",     "财政预决算信息",
    "征地拆迁补偿信息", "食品药品监管信息", "义务教育招生信息", "公共资源交易信息", "安全生产检查结果",
    "行政处罚决定",     "双随机抽查事项",   "权责清单",         "办事指南",         "便民服务事项",
    "乡村振兴资金",     "社会救助名单",     "生态环境监测数据", "建议提案办理结果", "常务会议议题",
    "重大行政决策",     "公众意见",         "留言办理时限",     "智能问答知识库",   "无障碍浏览功能",
    "信息查阅点",       "公开保密审查",     "属性认定源头管理", "答复文书格式",     "补正告知程序",
    "行政复议应诉",     "诉讼败诉风险",     "业务人员能力",     "业务培训计划",     "责任分工",
    "督查通报机制",     "社会评议",         "年度考核指标",     "基层试点领域",     "标准化规范化目录",
    "村务公开栏",       "政府公报",         "新闻发布会",       "图解和视频解读",   "主要负责人解读",
    "惠企政策",         "营商环境举措",     "就业创业补贴",     "医疗保障待遇",     "养老服务设施",
    "住房公积金缴存",   "水利工程建设",     "道路交通整治",     "房屋征收公告",     "国有土地出让",
    "历史文件",         "废止文件清单",     "现行有效文件",     "政务热线数据",     "信用信息",
    "统计数据",         "人事信息",         "机构职能",         "联系方式",         "公开指南",
    "信息检索",         "数据开放目录"};

constexpr std::array<std::string_view, 24> endings{"",
                                                   "工作",
                                                   "情况",
                                                   "力度",
                                                   "水平",
                                                   "，取得一定成效",
                                                   "，责任到人",
                                                   "，按时完成",
                                                   "，未发生差错",
                                                   "，群众反映良好",
                                                   "，逐项核实",
                                                   "，做到应公开尽公开",
                                                   "，限期整改",
                                                   "，及时公开",
                                                   "，形成闭环",
                                                   "，全年无超期",
                                                   "，并向社会公布",
                                                   "，尚有差距",
                                                   "，内容不够全面",
                                                   "，更新不够及时",
                                                   "，人员流动较大",
                                                   "，认识还不到位",
                                                   "，形式较为单一",
                                                   "，下一步将继续改进"};

constexpr std::array<std::string_view, 24> leads{
    "一是",         "二是",         "三是",         "全年",         "一年来",       "同时",
    "此外",         "按照要求",     "结合实际",     "下一步",       "今后",         "年内",
    "对照清单",     "围绕中心工作", "在上级指导下", "针对上述问题", "为此",         "其中",
    "坚持问题导向", "会同有关科室", "通过集中学习", "由办公室牵头", "以季度为单位", "经过自查"};

std::string of(std::string_view view) {
    return std::string(view);
}

} // namespace

Narrative::Narrative(std::uint32_t seed) : engine_(seed) {
    // Level 1 of GB 2312, in its own table: rows 16 to 55.
    for (int row = 0xB0; row <= 0xD7; ++row) {
        for (int cell = 0xA1; cell <= (row == 0xD7 ? 0xF9 : 0xFE); ++cell) {
            const std::string bytes{static_cast<char>(row), static_cast<char>(cell)};
            if (const auto decoded = text::decode(bytes, "gb18030")) characters_.push_back(decoded->utf8);
        }
    }
    std::shuffle(characters_.begin(), characters_.end(), engine_);
    for (int i = 0; i < 60'000; ++i)
        dictionary_.push_back(hanzi() + hanzi() + (below(3) == 0 ? hanzi() : ""));
    for (int i = 0; i < 400; ++i) {
        std::string one = of(leads[below(leads.size())]) + of(verbs[below(verbs.size())]) +
                          of(topics[below(topics.size())]) + of(endings[below(endings.size())]);
        if (below(2) == 0) one += "和" + of(topics[below(topics.size())]);
        stock_.push_back(one);
    }
}

/// A rank: small ones are drawn far more often.
std::size_t Narrative::zipf(std::size_t size) {
    const double uniform = static_cast<double>(engine_()) / 4294967296.0;
    const double rank = std::pow(static_cast<double>(size), uniform) - 1;
    return std::min(size - 1, static_cast<std::size_t>(rank));
}

std::string Narrative::hanzi() {
    return characters_[zipf(characters_.size())];
}

std::string Narrative::name() {
    std::string result;
    for (std::size_t i = 2 + below(4); i > 0; --i) result += characters_[below(characters_.size())];
    return result;
}

std::string Narrative::dictionary_word() {
    return dictionary_[zipf(dictionary_.size())];
}

std::string Narrative::clause() {
    const std::size_t kind = below(100);
    if (kind < 42) return stock_[zipf(stock_.size())];
    if (kind < 72) {
        return of(verbs[below(verbs.size())]) + of(topics[below(topics.size())]) +
               std::to_string(1 + below(400)) + (below(2) == 0 ? "件" : "条") +
               of(endings[below(endings.size())]);
    }
    if (kind < 86) {
        std::string words;
        for (std::size_t i = 3 + below(4); i > 0; --i) words += dictionary_word();
        return words;
    }
    return "《" + name() + name() + "》由" + name() + "公司" + of(verbs[below(verbs.size())]);
}

std::string Narrative::paragraph(std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
        for (std::size_t i = 1 + below(4); i > 0; --i) text += clause() + (i > 1 ? "，" : "。");
        if (below(5) == 0) text += "\n";
    }
    return text;
}

std::string Narrative::body_name() {
    static constexpr std::array<std::string_view, 8> suffixes{"区人民政府办公室", "县教育局", "镇人民政府",
                                                              "街道办事处",       "市水务局", "乡人民政府",
                                                              "区民政局",         "县统计局"};
    return name() + of(suffixes[below(suffixes.size())]);
}

Sections Narrative::report(const std::string& body, int year) {
    const std::string y = std::to_string(year);
    Sections sections;
    sections[0] = "根据《中华人民共和国政府信息公开条例》规定，" + body + "编制" + y +
                  "年政府信息公开工作年度报告。数据统计期限自" + y + "年1月1日至12月31日。";
    sections[1] = paragraph(1200 + below(1600));
    sections[2] = below(3) == 0 ? paragraph(60) : "";
    sections[3] = paragraph(100 + below(500));
    sections[4] = below(2) == 0 ? "本年度未发生因政府信息公开引起的行政复议和行政诉讼。" : paragraph(100);
    sections[5] = paragraph(700 + below(1400));
    sections[6] = below(2) == 0 ? "无其他需要报告的事项。" : paragraph(200);
    return sections;
}

} // namespace nianbao::bench
