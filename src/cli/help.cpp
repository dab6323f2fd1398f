#include "cli/help.hpp"

#include "cli/layout.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace nianbao::cli {

namespace {

constexpr int page_columns = 80;

struct Entry {
    std::string name;
    std::string meaning;
};

void print_heading(std::ostream& out, Language language, Text heading) {
    out << '\n' << heading.in(language) << (language == Language::zh ? "：\n" : ":\n");
}

void print_wrapped(std::ostream& out, std::string_view words, int indent, int first_indent) {
    bool first = true;
    for (const std::string& line : wrap(words, page_columns - indent)) {
        out << std::string(static_cast<std::size_t>(first ? first_indent : indent), ' ') << line << '\n';
        first = false;
    }
}

void print_entries(std::ostream& out, const std::vector<Entry>& entries) {
    constexpr int widest_name = 26;
    int width = 0;
    for (const Entry& entry : entries)
        width = std::max(width, std::min(widest_name, text::width(entry.name)));
    for (const Entry& entry : entries) {
        const bool fits = text::width(entry.name) <= widest_name;
        out << "  " << (fits ? pad(entry.name, width) + "  " : entry.name + "\n");
        print_wrapped(out, entry.meaning, width + 4, fits ? 0 : width + 4);
    }
}

Entry entry_of(const OptionSpec& spec, Language language) {
    std::string name = spec.letter == 0 ? "    " : std::string("-") + spec.letter + ", ";
    name += "--" + std::string(spec.name);
    if (spec.takes_value()) name += " " + std::string(spec.value);
    return {name, std::string(spec.meaning.in(language))};
}

template<class Specs>
std::vector<Entry> entries_of(const Specs& specs, Language language) {
    std::vector<Entry> entries;
    for (const OptionSpec& spec : specs) entries.push_back(entry_of(spec, language));
    return entries;
}

void print_examples(std::ostream& out, Language language, const std::vector<Example>& examples) {
    print_heading(out, language, {"例子", "Examples"});
    for (const Example& example : examples) {
        out << "  nianbao " << example.line << '\n' << "      " << example.meaning.in(language) << '\n';
    }
}

void print_statuses(std::ostream& out, Language language) {
    print_heading(out, language, {"退出码", "Exit status"});
    const bool zh = language == Language::zh;
    print_entries(
        out, {{"0", zh ? "完成" : "done"},
              {"1", zh ? "search 没有命中" : "search matched nothing"},
              {"2", zh ? "用法有误：命令、选项、查询、参数或 SQL"
                       : "usage: command, option, query, parameter or SQL"},
              {"3", zh ? "有的输入没能读取，其余已完成" : "some inputs were refused, all others were done"},
              {"4", zh ? "档案库不能用：不存在、被占用、版本更新、已损坏"
                       : "the archive cannot be used: missing, locked, newer, corrupt"},
              {"130", zh ? "被中断；已提交的保留" : "interrupted; what was committed stays"}});
}

void print_environment(std::ostream& out, Language language) {
    print_heading(out, language, {"环境变量", "Environment"});
    const bool zh = language == Language::zh;
    print_entries(
        out,
        {{"NIANBAO_DB", zh ? "档案库文件，-d 优先" : "the archive; -d comes first"},
         {"NO_COLOR", zh ? "非空则不用颜色，--color 优先" : "not empty: no colours; --color comes first"},
         {"LC_ALL, LC_MESSAGES, LANG", zh ? "以 zh 开头则用中文" : "zh…: messages in Chinese"}});
}

} // namespace

std::string_view version() {
    return NIANBAO_VERSION;
}

void print_short_help(std::ostream& out, Language language) {
    const bool zh = language == Language::zh;
    out << (zh ? "nianbao：政府信息公开工作年度报告的本地档案库\n"
               : "nianbao: a local archive of Chinese government information disclosure annual reports\n");
    print_examples(
        out, language,
        {{"ingest reports/", {"把一个文件夹的报告收入档案库", "take a folder of reports into the archive"}},
         {"query litigation", {"哪些机关有行政诉讼", "which bodies were taken to court"}},
         {"search 依申请公开", {"全文检索", "search the text"}}});
    out << '\n' << (zh ? "全部命令：nianbao help\n" : "All commands: nianbao help\n");
}

void print_help(std::ostream& out, Language language) {
    const bool zh = language == Language::zh;
    out << (zh ? "nianbao：政府信息公开工作年度报告的本地档案库\n\n用法：\n"
               : "nianbao: a local archive of Chinese government information disclosure annual reports\n"
                 "\nUsage:\n")
        << (zh ? "  nianbao [选项] 命令 [选项] [参数]\n"
               : "  nianbao [options] COMMAND [options] [arguments]\n");
    print_heading(out, language, {"命令", "Commands"});
    std::vector<Entry> entries;
    for (const Command& command : commands()) {
        entries.push_back({std::string(command.name), std::string(command.summary.in(language))});
    }
    print_entries(out, entries);
    print_heading(out, language, {"各命令通用的选项", "Options of every command"});
    print_entries(out, entries_of(global_options(), language));
    print_heading(out, language, {"输出表格的命令的选项", "Options of commands that print rows"});
    print_entries(out, entries_of(row_options(), language));
    print_examples(out, language,
                   {{"ingest fixtures/*.txt -d demo.db", {"收入几份报告", "take some reports in"}},
                    {"query disputes -d demo.db", {"运行现成的查询", "run a named query"}},
                    {"help query", {"一个命令的用法", "how to use one command"}}});
    print_statuses(out, language);
    print_environment(out, language);
}

void print_command_help(std::ostream& out, Language language, const Command& command) {
    const bool zh = language == Language::zh;
    out << "nianbao " << command.name << (zh ? "：" : ": ") << command.summary.in(language) << "\n\n"
        << (zh ? "用法：\n" : "Usage:\n") << "  nianbao " << command.name << (zh ? " [选项] " : " [options] ")
        << command.arguments << '\n';
    if (!command.details.zh.empty()) {
        out << '\n';
        print_wrapped(out, command.details.in(language), 0, 0);
    }
    std::vector<OptionSpec> own;
    for (const std::string_view name : command.options) own.push_back(special_option(name));
    if (command.prints_rows) own.insert(own.end(), row_options().begin(), row_options().end());
    if (!own.empty()) {
        print_heading(out, language, {"选项", "Options"});
        print_entries(out, entries_of(own, language));
    }
    print_heading(out, language, {"通用选项", "Global options"});
    print_entries(out, entries_of(global_options(), language));
    print_examples(out, language, command.examples);
    print_statuses(out, language);
    print_environment(out, language);
}

void print_query_help(std::ostream& out, Language language, const archive::NamedQuery& query) {
    const bool zh = language == Language::zh;
    out << "nianbao query " << query.name << (zh ? "：" : ": ") << query.title.in(language) << '\n';
    if (query.parameters.empty()) {
        out << '\n' << (zh ? "没有参数。\n" : "It has no parameters.\n");
    } else {
        print_heading(out, language, {"参数", "Parameters"});
    }
    std::vector<Entry> entries;
    for (const archive::QueryParameter& parameter : query.parameters) {
        const bool integer = parameter.type == archive::ParameterType::integer;
        std::string meaning = parameter.description.in(language);
        if (!parameter.allowed.empty()) {
            meaning += zh ? "；可用：" : "; one of: ";
            for (const std::string& value : parameter.allowed) {
                meaning += (&value == &parameter.allowed.front() ? "" : ", ") + value;
            }
        }
        if (!parameter.fallback.empty()) meaning += (zh ? "；默认 " : "; default ") + parameter.fallback;
        entries.push_back({"--" + parameter.name + (integer ? " N" : " TEXT"), meaning});
    }
    print_entries(out, entries);
    print_heading(out, language, {"列", "Columns"});
    entries.clear();
    for (const archive::QueryColumn& column : query.columns)
        entries.push_back({column.name, column.title.in(language)});
    print_entries(out, entries);
    print_examples(out, language, {{"query " + query.name, {"运行", "run it"}}});
}

} // namespace nianbao::cli
