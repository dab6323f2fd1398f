// The program under test, and what its answers are read with.
#pragma once

#include "support/process.hpp"
#include "support/temp_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace nianbao::test {

using Json = nlohmann::json;

inline Finished run_nianbao(std::vector<std::string> words, const std::string& input = "",
                            const Environment& environment = {}) {
    words.insert(words.begin(), NIANBAO_PROGRAM);
    return run_process(std::move(words), input, environment);
}

/// The program with an archive of its own in a temporary folder.
struct Workplace {
    TempFolder folder;
    std::string archive = (folder.path() / "test.db").string();

    Finished run(std::vector<std::string> words, const std::string& input = "",
                 const Environment& environment = {}) const {
        words.insert(words.begin(), {"--db", archive});
        return run_nianbao(std::move(words), input, environment);
    }
    bool has_archive() const { return std::filesystem::exists(archive); }
};

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

inline std::vector<Json> objects_of(const std::string& ndjson) {
    std::vector<Json> objects;
    for (const std::string& line : lines_of(ndjson)) objects.push_back(Json::parse(line));
    return objects;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Files of a folder with this suffix, in order.
inline std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder,
                                                   const std::string& suffix) {
    std::vector<std::filesystem::path> files;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
        if (entry.path().string().ends_with(suffix)) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A small report of the form of 2021, in tab-separated tables.
inline std::string small_report(const std::string& body, int year, int requests = 3) {
    const std::string n = std::to_string(requests);
    const auto row = [](const std::string& label, const std::string& first) {
        return label + "\t" + first + "\t0\t0\t0\t0\t0\t" + first + "\n";
    };
    std::string text = body + std::to_string(year) +
                       "年政府信息公开工作年度报告\n\n本报告所列数据仅限本机关。\n一、总体情况\n" + body +
                       "认真做好依申请公开工作，开展业务培训。\n二、主动公开政府信息情况\n"
                       "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
                       "规章\t0\t0\t0\n行政规范性文件\t1\t0\t2\n"
                       "三、收到和处理政府信息公开申请情况\n";
    text += row("一、本年新收政府信息公开申请数量", n) + row("二、上年结转政府信息公开申请数量", "0") +
            row("三、本年度办理结果\t（一）予以公开", n) +
            row("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "0");
    for (const char* label :
         {"（三）不予公开\t1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
          "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷",
          "8.属于行政查询事项", "（四）无法提供\t1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作",
          "3.补正后申请内容仍不明确", "（五）不予处理\t1.信访举报投诉类申请", "2.重复申请",
          "3.要求提供公开出版物", "4.无正当理由大量反复申请", "5.要求行政机关确认或重新出具已获取信息",
          "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
          "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "3.其他"}) {
        text += row(label, "0");
    }
    text += row("（七）总计", n) + row("四、结转下年度继续办理", "0");
    return text +
           "四、政府信息公开行政复议、行政诉讼情况\n"
           "行政复议\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉\n"
           "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n"
           "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"
           "五、存在的主要问题及改进情况\n公开意识有待加强。下一步加强培训。\n"
           "六、其他需要报告的事项\n无。\n";
}

} // namespace nianbao::test
