#include "cli/options.hpp"

#include "text/encoding.hpp"
#include "text/join.hpp"
#include "text/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace nianbao::cli {

namespace {

Error bad_value(std::string_view option, const std::string& value, const Message& expected) {
    const std::string typed = "--" + std::string(option) + " '" + value + "'";
    return {ErrorCode::usage, {typed + " 不对：" + expected.zh, typed + ": " + expected.en}, {}, {}};
}

template<class Number>
std::optional<Number> whole_number(const std::string& value) {
    Number number{};
    const char* end = value.data() + value.size();
    const auto [stop, failure] = std::from_chars(value.data(), end, number);
    if (failure != std::errc() || stop != end) return std::nullopt;
    return number;
}

template<class Number>
Result<void> read_count(Number& into, std::string_view option, const std::string& value) {
    const auto number = whole_number<Number>(value);
    if (!number || static_cast<long long>(*number) < 0) {
        return bad_value(option, value, {"应是不小于 0 的整数", "expected a whole number, 0 or more"});
    }
    into = *number;
    return {};
}

Result<void> read_year(Options& options, const std::string& value) {
    const auto year = whole_number<int>(value);
    if (!year || *year < 1900 || *year > 2999) {
        return bad_value("year", value, {"应是四位年份，如 2023", "expected a year such as 2023"});
    }
    options.year = *year;
    return {};
}

Result<void> read_color(Options& options, const std::string& value) {
    if (value == "auto") {
        options.color = Color::automatic;
    } else if (value == "always") {
        options.color = Color::always;
    } else if (value == "never") {
        options.color = Color::never;
    } else {
        return bad_value("color", value, {"可用 auto、always、never", "use auto, always or never"});
    }
    return {};
}

Result<void> read_language(Options& options, const std::string& value) {
    if (value != "zh" && value != "en") {
        return bad_value("lang", value, {"可用 zh、en", "use zh or en"});
    }
    options.language = value == "zh" ? Language::zh : Language::en;
    return {};
}

Result<void> read_section(Options& options, const std::string& value) {
    if (const auto kind = report::section_meant(value)) {
        options.sections.push_back(*kind);
        return {};
    }
    const std::vector<std::string> names = report::names_of(report::all_sections);
    const std::string all = text::join(names, ", ");
    Error error = bad_value("section", value, {"没有这一章节", "no such section"});
    if (const auto near = text::nearest(value, names)) {
        error.message.zh += "。是不是 '" + *near + "'？";
        error.message.en += ". Did you mean '" + *near + "'?";
    }
    error.hint = {"可用：" + all, "one of: " + all};
    return error;
}

/// One of a few names.
template<class Value, std::size_t Count>
Result<Value> read_choice(std::string_view option, const std::string& typed,
                          const std::pair<std::string_view, Value> (&choices)[Count]) {
    std::vector<std::string> names;
    for (const auto& [name, value] : choices) {
        if (typed == name) return value;
        names.emplace_back(name);
    }
    const std::string all = text::join(names, ", ");
    return bad_value(option, typed, {"可用：" + all, "use one of: " + all});
}

Result<void> read_sort(Options& options, const std::string& value) {
    using archive::SearchOrder;
    constexpr std::pair<std::string_view, SearchOrder> orders[] = {
        {"rank", SearchOrder::rank}, {"year", SearchOrder::year}, {"body", SearchOrder::body}};
    const auto order = read_choice("sort", value, orders);
    if (!order) return order.error();
    options.sort = *order;
    return {};
}

Result<void> read_group_by(Options& options, const std::string& value) {
    using archive::SearchGroup;
    constexpr std::pair<std::string_view, SearchGroup> groups[] = {
        {"body", SearchGroup::body}, {"year", SearchGroup::year}, {"section", SearchGroup::section}};
    const auto group = read_choice("group-by", value, groups);
    if (!group) return group.error();
    options.group_by = *group;
    return {};
}

Result<void> read_encoding(Options& options, const std::string& value) {
    if (!text::is_encoding(value)) {
        return bad_value("encoding", value,
                         {"可用 utf-8、gb18030、big5、utf-16le、utf-16be",
                          "use utf-8, gb18030, big5, utf-16le or utf-16be"});
    }
    options.encoding = value;
    return {};
}

Result<void> read_binding(Options& options, const std::string& value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string::npos || equals == 0) {
        return bad_value("param", value,
                         {"应写作 名称=值，如 year=2023", "expected name=value, as in year=2023"});
    }
    const std::size_t start = value.find_first_not_of(":@$");
    options.bindings.emplace_back(value.substr(start, equals - start), value.substr(equals + 1));
    return {};
}

using Apply = Result<void> (*)(Options&, const std::string&);

Result<void> read_format(Options& options, const std::string& value) {
    options.format = value;
    options.formats.push_back(value);
    return {};
}

template<bool Options::*Member, bool value = true>
Result<void> turn(Options& options, const std::string&) {
    options.*Member = value;
    return {};
}

template<std::string Options::*Member>
Result<void> keep(Options& options, const std::string& value) {
    options.*Member = value;
    return {};
}

constexpr Apply read_limit = [](Options& options, const std::string& value) -> Result<void> {
    return read_count(options.limit.emplace(), "limit", value);
};
constexpr Apply read_offset = [](Options& options, const std::string& value) -> Result<void> {
    return read_count(options.offset, "offset", value);
};
constexpr Apply read_context = [](Options& options, const std::string& value) -> Result<void> {
    return read_count(options.context, "context", value);
};

constexpr OptionSpec global_table[] = {
    {"db",
     'd',
     "FILE",
     {"档案库文件；默认取 NIANBAO_DB，再默认 nianbao.db", "the archive; else NIANBAO_DB, else nianbao.db"},
     keep<&Options::database>},
    {"quiet", 'q', "", {"不显示进度和小结", "no progress, no summary"}, turn<&Options::quiet>},
    {"verbose",
     'v',
     "",
     {"多说一些：每个文件一行、用的是哪个档案库", "say more: a line a file, which archive is used"},
     turn<&Options::verbose>},
    {"color", 0, "WHEN", {"颜色：auto、always、never", "colours: auto, always or never"}, read_color},
    {"lang",
     0,
     "LANG",
     {"提示语言：zh、en；默认看 LC_ALL、LC_MESSAGES、LANG",
      "language: zh or en; else from LC_ALL, LC_MESSAGES, LANG"},
     read_language},
    {"help", 'h', "", {"显示帮助", "show help"}, turn<&Options::help>},
    {"version", 0, "", {"显示版本", "show the version"}, turn<&Options::version>},
};

constexpr OptionSpec row_table[] = {
    {"format",
     'f',
     "FORMAT",
     {"table、csv、tsv、json、ndjson、markdown、html；终端上默认 table，否则 tsv",
      "table, csv, tsv, json, ndjson, markdown, html; table on a terminal, else tsv"},
     read_format},
    {"output",
     'o',
     "FILE",
     {"写入文件，格式由后缀定", "write to a file; its suffix chooses the format"},
     keep<&Options::output>},
    {"limit", 0, "N", {"最多 N 行，0 为全部", "at most N rows, 0 is all"}, read_limit},
    {"no-headers", 0, "", {"不要表头", "no heading row"}, turn<&Options::headers, false>},
    {"bom",
     0,
     "",
     {"csv、tsv 开头加字节序标记，供 Excel 识别 UTF-8", "csv, tsv: a byte order mark first, for Excel"},
     turn<&Options::bom>},
    {"wide", 0, "", {"终端上也不截短", "do not shorten on a terminal"}, turn<&Options::wide>},
};

constexpr OptionSpec special_table[] = {
    {"format",
     'f',
     "FORMAT",
     {"ndjson、json、text；show 默认 text，parse 在终端上默认 text，否则 ndjson",
      "ndjson, json, text; show: text, parse: text on a terminal, else ndjson"},
     read_format},
    {"output",
     'o',
     "FILE",
     {"写入文件，格式由后缀定（.json .ndjson .txt）",
      "write to a file; .json, .ndjson or .txt chooses the format"},
     keep<&Options::output>},
    {"evidence",
     0,
     "",
     {"带上每个数字的原文和位置", "with the raw text and the place of every figure"},
     turn<&Options::evidence>},
    {"dry-run", 0, "", {"只解析，不入库", "parse and report, store nothing"}, turn<&Options::dry_run>},
    {"name",
     0,
     "NAME",
     {"标准输入的名称（配合 -）", "a name for what comes from standard input (-)"},
     keep<&Options::name>},
    {"encoding",
     0,
     "NAME",
     {"文本和 HTML 的编码，不自动判断：utf-8、gb18030、big5、utf-16le、utf-16be",
      "the encoding of text and HTML, instead of finding it: utf-8, gb18030, big5, utf-16le, utf-16be"},
     read_encoding},
    {"year", 0, "YEAR", {"只看这一年度", "only this year"}, read_year},
    {"body",
     0,
     "NAME",
     {"只看名称含此文字的机关", "only bodies whose name contains this"},
     keep<&Options::body>},
    {"section",
     0,
     "KIND",
     {"只看这一章节：preface、overview、disclosure、requests、disputes、improvements、other_matters",
      "only this section: preface, overview, disclosure, requests, disputes, improvements, other_matters"},
     read_section},
    {"count",
     0,
     "",
     {"只给出匹配的章节数和报告数", "only how many sections and reports match"},
     turn<&Options::count>},
    {"offset", 0, "N", {"跳过前 N 行", "pass over the first N rows"}, read_offset},
    {"context",
     0,
     "N",
     {"命中处前后各 N 个字（默认 40）", "N characters on each side of a hit (default 40)"},
     read_context},
    {"sort",
     0,
     "ORDER",
     {"rank 按相关度，year 由新到旧，body 按机关；默认 rank，命中超过 5000 处时为 year",
      "rank, year (newest first) or body; rank by default, year above 5,000 matches"},
     read_sort},
    {"group-by",
     0,
     "WHAT",
     {"按 body、year 或 section 给出命中的章节数和报告数",
      "how many sections and reports match by body, year or section"},
     read_group_by},
    {"fold",
     0,
     "",
     {"同一机关各年度雷同的文字只显示一次", "show a text that a body repeats over the years once"},
     turn<&Options::fold>},
    {"variants",
     0,
     "",
     {"简体、繁体互相命中", "simplified and traditional characters find each other"},
     turn<&Options::variants>},
    {"explain",
     0,
     "",
     {"说明怎样理解所查的文字，不检索", "say how the text is understood, search nothing"},
     turn<&Options::explain>},
    {"repeated",
     0,
     "",
     {"各年反复出现的话（默认只看改进情况）",
      "clauses said again from year to year (in the improvement plans)"},
     turn<&Options::repeated>},
    {"rebuild", 0, "", {"先重建全文索引", "make the full-text index anew first"}, turn<&Options::rebuild>},
    {"sql",
     0,
     "",
     {"显示查询的 SQL，不执行", "print the SQL of the query, do not run it"},
     turn<&Options::print_sql>},
    {"param",
     'p',
     "NAME=VALUE",
     {"SQL 中 :NAME 的值，可重复；空值为 NULL", "the value of :NAME, repeatable; nothing is NULL"},
     read_binding},
    {"file",
     0,
     "FILE",
     {"从文件读 SQL；- 为标准输入", "read the SQL from a file; - is standard input"},
     keep<&Options::file>},
};

} // namespace

std::span<const OptionSpec> global_options() {
    return global_table;
}

std::span<const OptionSpec> row_options() {
    return row_table;
}

const OptionSpec& special_option(std::string_view name) {
    const auto* found = std::ranges::find(special_table, name, &OptionSpec::name);
    assert(found != std::end(special_table));
    return *found;
}

} // namespace nianbao::cli
