// The table of commands. Whoever adds a command adds a row here and a file of its own.
#include "cli/command.hpp"
#include "text/nearest.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

const Command table[] = {
    {"ingest",
     "PATH…",
     {"把文件、文件夹收入档案库", "take files and folders into the archive"},
     {"读取网页（HTML、MHTML）、PDF、DOCX、文本；DOC、WPS、RTF、ODT 需要已安装 LibreOffice；.zip、.tar.gz "
      "中的每个文件算一个来源。文件夹连同子文件夹一起读（隐藏文件除外）；- "
      "读标准输入。档案库不存在时新建。内容相同的文件不会重复"
      "入库；同一机关、年度、口径的报告内容变了，存为新修订，旧的保留。按 Ctrl-C 时处理完当前文件并保存，"
      "再按一次立即停止。",
      "Web pages (HTML, MHTML), PDF, DOCX and text are read; DOC, WPS, RTF and ODT where LibreOffice is "
      "installed; every file in a .zip or .tar.gz is a source of its own. Folders are read with all that is "
      "below them, hidden files left out; - reads standard input. The "
      "archive is made where there is none. The same bytes are never stored twice; a changed report of "
      "the same body, year and scope becomes a new revision and the old one is kept. Ctrl-C finishes the "
      "file at hand and keeps what was read; a second one stops at once."},
     Need::write,
     false,
     {"name", "encoding", "dry-run"},
     {{"ingest fixtures/*.txt", {"收入几个文件", "some files"}},
      {"ingest reports/ -v", {"收入一个文件夹，每个文件说一行", "a folder, with a line for every file"}},
      {"ingest - --name report.txt -d county.db < report.txt",
       {"从标准输入读，指定档案库", "from standard input, into an archive of your choice"}}},
     run_ingest},
    {"parse",
     "PATH…",
     {"只解析并显示，不入库", "print what is read from files, without an archive"},
     {"每个文件输出一个对象（格式见 docs/formats.md）；读不了的文件输出 error 对象，其余继续。",
      "One object a file (docs/formats.md); a file that cannot be read gives an error object and the "
      "others go on."},
     Need::nothing,
     false,
     {"format", "output", "evidence", "name", "encoding"},
     {{"parse fixtures/*.txt --format ndjson", {"每个文件一行 JSON", "one line of JSON a file"}},
      {"parse report.txt --format text --evidence",
       {"给人看，带出处", "for people, with the place of every figure"}}},
     run_parse},
    {"list",
     "[reports|bodies|sources|failures]",
     {"列出报告、机关、来源文件或失败的文件", "list reports, bodies, source files or refused files"},
     {},
     Need::read,
     true,
     {"year", "body"},
     {{"list", {"全部报告", "all reports"}},
      {"list reports --year 2023", {"2023 年度的报告", "the reports of 2023"}},
      {"list failures", {"没能入库的文件和原因", "what was refused, and why"}}},
     run_list},
    {"show",
     "REF",
     {"显示一份报告", "show one report"},
     {"REF 是报告编号（见 list）或机关名称；机关有多份报告时用 --year 选。",
      "REF is the id of a report (see list) or the name of a body; --year chooses where it has several "
      "reports."},
     Need::read,
     false,
     {"format", "output", "year", "section", "evidence"},
     {{"show 1", {"编号为 1 的报告", "the report with id 1"}},
      {"show 清溪县人民政府 --year 2023", {"按机关和年度", "by body and year"}},
      {"show 1 --section improvements", {"只看一个章节", "one section"}},
      {"show 1 -f json", {"JSON", "as JSON"}}},
     run_show},
    {"query",
     "[NAME]",
     {"运行现成的查询；不带 NAME 时列出全部", "run a named query; without NAME list them"},
     {"查询的参数写作 --参数 值。query NAME --help 列出它的参数，--sql 显示它的 SQL。",
      "Parameters of a query are options: --PARAMETER VALUE. query NAME --help lists them, --sql prints "
      "the SQL."},
     Need::read,
     true,
     {"sql"},
     {{"query", {"有哪些查询", "which queries there are"}},
      {"query litigation", {"哪些机关有行政诉讼", "which bodies were taken to court"}},
      {"query disputes -f json", {"以 JSON 输出", "as JSON"}}},
     run_query},
    {"search",
     "TEXT…",
     {"全文检索报告正文", "full text search of the narrative sections"},
     {"空格隔开的各词都要出现；\"引号\"内的文字须连在一起；甲 OR 乙：有一个即可（先于其他结合）；-预算："
      "不含；20*：以此开头；section:改进、year:2021-2023、body:湛河区 限定范围，前面加 - "
      "为排除。其余一律当作文"
      "字。中文按字面匹配，一个字也能查。见 docs/search.md；--explain 显示怎样理解。没有命中时退出码为 1。",
      "All words must occur; text in \"quotes\" must stand together; A OR B: either (it binds first); "
      "-budget: without; 20*: what begins so; section:improvements, year:2021-2023 and body:湛河区 say "
      "where, with a - before them where not. All else is text. Chinese is found as it is written, a "
      "single character too. docs/search.md has more; --explain says how a text is understood. Exit "
      "status 1 where nothing matches."},
     Need::read,
     true,
     {"section", "year", "body", "sort", "group-by", "count", "fold", "variants", "explain", "context",
      "offset"},
     {{"search 依申请公开", {"一个词", "one word"}},
      {"search 培训 section:改进 year:2023", {"限定章节和年度", "in one section and one year"}},
      {"search '征地拆迁 OR 房屋征收 -公示' --sort year",
       {"任一词、不含某词，由新到旧", "either word, without a third, newest first"}},
      {"search 智能问答 --group-by year", {"各年度有多少份报告提到", "how many reports of each year say so"}},
      {"search '-培训 section:改进' --fold",
       {"改进部分没有提到培训的", "improvement plans that do not speak of training"}}},
     run_search},
    {"terms",
     "",
     {"某年度、某机关的特征词；各年反复的话", "what sets a year or a body apart; what is said again"},
     {"--year 或 --body 指定的章节里比其余章节更常出现的词，按对数似然比排列；sections 是含有该词的章节数，"
      "elsewhere 是其余章节中的数目。词是多处共有的连续汉字，不靠词典。--repeated：同一机关在两个以上年度说"
      "过的分句（数字不计），按机关数排列。",
      "Terms that stand in the sections named by --year or --body more often than in the rest, by "
      "log-likelihood: `sections` counts those that hold the term, `elsewhere` those of the rest. A term is "
      "a "
      "string of Han characters that many sections share; there is no dictionary. --repeated: clauses that a "
      "body says in more than one year, digits disregarded, those of most bodies first."},
     Need::read,
     true,
     {"year", "body", "section", "repeated"},
     {{"terms --year 2023", {"2023 年的特征词", "what 2023 speaks of"}},
      {"terms --body 教育局 --section improvements",
       {"教育局的改进部分", "improvement plans of education bureaus"}},
      {"terms --repeated", {"改进部分里年年说的话", "what improvement plans say year after year"}}},
     run_terms},
    {"sql",
     "[STATEMENT]",
     {"运行只读 SQL", "run read-only SQL"},
     {"语句可写在命令行、文件（--file）或标准输入（-）里。可用的视图：reports、requests、disputes、"
      "disclosure、summary、sections、figures、findings。-f 后面若是已有的文件或以 .sql 结尾，即为 SQL 文"
      "件，否则为输出格式；--file 和 --format 没有歧义。-p 的值像整数或小数的按数字绑定，空值为 NULL，其"
      "余为文字。",
      "The statement is an argument, a file (--file) or standard input (-). Views: reports, requests, "
      "disputes, disclosure, summary, sections, figures, findings. -f names a file of SQL where such a "
      "file exists or the name ends in .sql, else the output format; --file and --format say which is "
      "meant. A value of -p that looks like a number is bound as a number, an empty one is NULL, all "
      "else is text."},
     Need::read,
     true,
     {"param", "file"},
     {{"sql 'select body, year, total from disputes where total > 0'", {"一条语句", "one statement"}},
      {"sql 'select * from summary where year = :year' -p year=2023", {"带参数", "with a parameter"}},
      {"sql --file question.sql -o answer.csv", {"从文件读，写成 CSV", "from a file, into CSV"}}},
     run_sql},
    {"status",
     "",
     {"档案库里有什么", "what the archive holds"},
     {},
     Need::read,
     true,
     {},
     {{"status", {"概况", "an overview"}}, {"status -f json", {"以 JSON 输出", "as JSON"}}},
     run_status},
    {"verify",
     "",
     {"档案库是否完整", "whether the archive is whole"},
     {"逐项检查 SQLite 的完整性、外键、行与表的对应和全文索引；有一项不成立时退出码为 4。--rebuild "
      "先重建全文索引：索引由另一版本建立或与正文"
      "不一致时使用。",
      "SQLite's own integrity, foreign keys, rows against their tables and the full-text index, check by "
      "check; exit status 4 where one does not hold. --rebuild makes the full-text index anew first: where "
      "another version of the program made it, or it is out of step."},
     Need::read,
     true,
     {"rebuild"},
     {{"verify", {"检查", "check it"}},
      {"verify --rebuild", {"重建全文索引再检查", "make the full-text index anew, then check"}}},
     run_verify},
    {"help",
     "[COMMAND]",
     {"显示帮助", "show help"},
     {},
     Need::nothing,
     false,
     {},
     {{"help", {"全部命令", "all commands"}}, {"help search", {"一个命令", "one command"}}},
     run_help},
};

} // namespace

std::vector<const OptionSpec*> Command::all_options() const {
    std::vector<const OptionSpec*> all;
    for (const std::string_view option : options) all.push_back(&special_option(option));
    if (prints_rows) {
        for (const OptionSpec& spec : row_options()) all.push_back(&spec);
    }
    for (const OptionSpec& spec : global_options()) all.push_back(&spec);
    return all;
}

std::span<const Command> commands() {
    return table;
}

const Command* find_command(std::string_view name) {
    const auto* found = std::ranges::find(table, name, &Command::name);
    return found == std::end(table) ? nullptr : found;
}

Error unknown_command(std::string_view name) {
    std::vector<std::string> names;
    for (const Command& command : table) names.emplace_back(command.name);
    const std::string typed(name);
    Error error{ErrorCode::usage,
                {"没有 '" + typed + "' 这个命令", "unknown command '" + typed + "'"},
                {"全部命令见：nianbao help", "all commands: nianbao help"},
                {}};
    if (const auto near = text::nearest(name, names)) {
        error.message.zh += "。是不是 '" + *near + "'？";
        error.message.en += ". Did you mean '" + *near + "'?";
    }
    return error;
}

std::string archive_path(const Context& context) {
    if (!context.options.database.empty()) return context.options.database;
    const auto named = context.invocation.environment.find("NIANBAO_DB");
    const bool usable = named != context.invocation.environment.end() && !named->second.empty();
    return usable ? named->second : "nianbao.db";
}

Result<archive::Archive> open_archive(const Context& context) {
    const std::string path = archive_path(context);
    context.console.detail({"档案库：" + path, "archive: " + path});
    if (context.command.need == Need::write) return archive::Archive::open(path, archive::Access::create);
    const bool changes = context.options.rebuild;
    return archive::Archive::open(path, changes ? archive::Access::read_write : archive::Access::read_only);
}

} // namespace nianbao::cli
