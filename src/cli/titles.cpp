#include "cli/titles.hpp"

#include "cli/options.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

struct Title {
    std::string_view column;
    Text title;
};

constexpr Title titles[] = {
    {"report_id", {"编号", "id"}},
    {"report", {"编号", "report"}},
    {"body", {"机关", "body"}},
    {"year", {"年度", "year"}},
    {"generation", {"格式", "form"}},
    {"scope", {"口径", "scope"}},
    {"title", {"标题", "title"}},
    {"published_on", {"公布日期", "published"}},
    {"revision", {"修订", "revision"}},
    {"revisions", {"修订数", "revisions"}},
    {"findings", {"问题数", "findings"}},
    {"reports", {"报告数", "reports"}},
    {"sections", {"章节数", "sections"}},
    {"first_year", {"最早年度", "first year"}},
    {"last_year", {"最近年度", "last year"}},
    {"years", {"年度", "years"}},
    {"source", {"来源", "source"}},
    {"path", {"文件", "path"}},
    {"sha256", {"SHA-256", "SHA-256"}},
    {"size", {"字节数", "bytes"}},
    {"media_type", {"类型", "type"}},
    {"encoding", {"编码", "encoding"}},
    {"ingested_at", {"入库时间", "ingested"}},
    {"error", {"错误码", "error"}},
    {"message_zh", {"说明", "message (Chinese)"}},
    {"message_en", {"说明（英文）", "message"}},
    {"hint_zh", {"建议", "hint (Chinese)"}},
    {"hint_en", {"建议（英文）", "hint"}},
    {"attempts", {"次数", "attempts"}},
    {"first_seen", {"首次", "first seen"}},
    {"last_seen", {"最近", "last seen"}},
    {"is_current", {"现行", "current"}},
    {"section", {"章节", "section"}},
    {"snippet", {"片段", "snippet"}},
    {"rank", {"相关度", "rank"}},
    {"line", {"行", "line"}},
    {"page", {"页", "page"}},
    {"repeats", {"雷同年度", "repeated in"}},
    {"of_reports", {"应有报告数", "of reports"}},
    {"part", {"部分", "part"}},
    {"term", {"词", "term"}},
    {"bodies", {"机关数", "bodies"}},
    {"of_sections", {"共", "of"}},
    {"elsewhere", {"其余", "elsewhere"}},
    {"of_elsewhere", {"共（其余）", "of"}},
    {"score", {"对数似然比", "log-likelihood"}},
    {"text", {"文字", "text"}},
    {"key", {"项目", "key"}},
    {"value", {"值", "value"}},
    {"name", {"名称", "name"}},
    {"zh", {"内容", "Chinese"}},
    {"en", {"内容（英文）", "question"}},
};

constexpr Title status_labels[] = {
    {"reports", {"报告", "reports"}},
    {"superseded_revisions", {"已被取代的修订", "superseded revisions"}},
    {"bodies", {"机关", "bodies"}},
    {"first_year", {"最早年度", "first year"}},
    {"last_year", {"最近年度", "last year"}},
    {"reports_without_body", {"未写明机关的报告", "reports without a body"}},
    {"reports_without_year", {"未写明年度的报告", "reports without a year"}},
    {"sources", {"来源文件", "source files"}},
    {"source_bytes", {"来源文件字节数", "bytes of source files"}},
    {"failures", {"未能入库的文件", "refused files"}},
    {"sections", {"章节", "sections"}},
    {"findings_fail", {"问题：不成立", "findings: fail"}},
    {"findings_uncertain", {"问题：存疑", "findings: uncertain"}},
    {"findings_not_assessable", {"问题：无法判断", "findings: not assessable"}},
    {"last_ingest", {"最近一次入库", "last ingest"}},
    {"archive_bytes", {"档案库字节数", "bytes of the archive"}},
    {"schema_version", {"档案库结构版本", "version of the schema"}},
    {"tokenizer_version", {"分词版本", "version of the tokenizer"}},
};

} // namespace

std::string status_label(const std::string& key, Language language) {
    const auto* found = std::ranges::find(status_labels, key, &Title::column);
    return found == std::end(status_labels) ? key : std::string(found->title.in(language));
}

TitleOf titles_of_commands(Language language) {
    return [language](const std::string& column) {
        const auto* found = std::ranges::find(titles, column, &Title::column);
        return found == std::end(titles) ? column : std::string(found->title.in(language));
    };
}

TitleOf titles_of_query(const archive::NamedQuery& query, Language language) {
    return [&query, language](const std::string& name) {
        const auto found = std::ranges::find(query.columns, name, &archive::QueryColumn::name);
        if (found == query.columns.end() || found->title.empty()) return name;
        return found->title.in(language);
    };
}

} // namespace nianbao::cli
