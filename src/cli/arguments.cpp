// cxxopts is included here alone. Its regular expressions would overflow the stack on a very long word and
// stop at a line end, so its other parser is chosen; its vectors would split at commas, so values are read
// one by one.
#define CXXOPTS_NO_REGEX true
#include "cli/arguments.hpp"

#include "text/nearest.hpp"

#include <algorithm>
#include <cxxopts.hpp>
#include <optional>

namespace nianbao::cli {

namespace {

/// Every option that some command has: what stands before the command is read with this.
std::vector<const OptionSpec*> options_of_all_commands() {
    std::vector<const OptionSpec*> all;
    for (const Command& command : commands()) {
        for (const OptionSpec* spec : command.all_options()) all.push_back(spec);
    }
    return all;
}

std::vector<std::string> parameters_of_all_queries() {
    std::vector<std::string> names;
    for (const archive::NamedQuery& query : archive::named_queries()) {
        for (const archive::QueryParameter& parameter : query.parameters) names.push_back(parameter.name);
    }
    return names;
}

std::vector<std::string> parameters_of_query(std::string_view name) {
    std::vector<std::string> names;
    for (const archive::NamedQuery& query : archive::named_queries()) {
        if (query.name != name) continue;
        for (const archive::QueryParameter& parameter : query.parameters) names.push_back(parameter.name);
    }
    return names;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

/// No option but text is a dash before a space (a statement whose first line is a comment), a quote or a
/// character outside ASCII (-预算: a search without it).
bool is_option(std::string_view word) {
    const std::size_t name = word.find_first_not_of('-');
    const auto begins_text = [](char c) {
        return c == ' ' || c == '\n' || c == '"' || static_cast<unsigned char>(c) >= 0x80;
    };
    const bool is_text = name != std::string_view::npos && begins_text(word[name]);
    return word.size() > 1 && word.front() == '-' && !is_text;
}

/// Does the option take the word behind it? `words` may be `--name`, `--name=value`, `-n`, `-nvalue` or
/// `-abn`.
bool takes_next_word(std::string_view word, const std::vector<const OptionSpec*>& specs,
                     const std::vector<std::string>& parameters) {
    if (word.starts_with("--")) {
        if (word.find('=') != std::string_view::npos) return false;
        const std::string_view name = word.substr(2);
        const auto found = std::ranges::find(specs, name, &OptionSpec::name);
        return found != specs.end() ? (*found)->takes_value() : contains(parameters, name);
    }
    for (std::size_t at = 1; at < word.size(); ++at) {
        const auto found = std::ranges::find(specs, word[at], &OptionSpec::letter);
        if (found != specs.end() && (*found)->takes_value()) return at + 1 == word.size();
    }
    return false;
}

/// The first word that is neither an option nor an option's value; words.size() where there is none.
std::size_t first_plain_word(const std::vector<std::string>& words) {
    const auto specs = options_of_all_commands();
    const auto parameters = parameters_of_all_queries();
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == "--") return std::min(at + 1, words.size());
        if (!is_option(words[at])) return at;
        if (takes_next_word(words[at], specs, parameters)) ++at;
    }
    return words.size();
}

/// What is searched for may begin with a dash, too: -2020, -section:总体. One dash and a letter of no option.
bool leaves_out(std::string_view word, const std::vector<const OptionSpec*>& specs) {
    return word.size() > 1 && word[0] == '-' && word[1] != '-' &&
           std::ranges::find(specs, word[1], &OptionSpec::letter) == specs.end();
}

/// cxxopts reads `-ofile` only where the value is letters and digits, and takes text that begins with a dash
/// for a bad option: parts the first, and moves the second behind `--`.
std::vector<std::string> fit_for_cxxopts(const std::vector<std::string>& words,
                                         const std::vector<const OptionSpec*>& specs,
                                         const std::vector<std::string>& parameters, const Command* command) {
    const bool searches = command != nullptr && command->run == run_search;
    std::vector<std::string> fit;
    std::vector<std::string> behind{"--"};
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string& word = words[at];
        if (word == "--") {
            behind.insert(behind.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1, words.end());
            break;
        }
        if (!is_option(word) || (searches && leaves_out(word, specs))) {
            // What is searched for keeps its order: 公开 OR -预算 培训.
            (searches || (word.size() > 1 && word.front() == '-') ? behind : fit).push_back(word);
            continue;
        }
        const bool attached = word.size() > 2 && word[1] != '-';
        const auto spec = attached ? std::ranges::find(specs, word[1], &OptionSpec::letter) : specs.end();
        if (spec != specs.end() && (*spec)->takes_value()) {
            fit.push_back(word.substr(0, 2));
            fit.push_back(word.substr(2));
            continue;
        }
        fit.push_back(word);
        if (!takes_next_word(word, specs, parameters)) continue;
        if (at + 1 == words.size()) return fit; // its value is missing: nothing may take that place
        fit.push_back(words[++at]);
    }
    fit.insert(fit.end(), behind.begin(), behind.end());
    return fit;
}

std::string dashed(std::string_view name) {
    return (name.size() == 1 ? "-" : "--") + std::string(name);
}

std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + dashed(name);
    return all;
}

/// Which commands have an option that this one has not.
std::string owners_of(std::string_view option) {
    std::string owners;
    for (const Command& command : commands()) {
        const auto specs = command.all_options();
        if (std::ranges::find(specs, option, &OptionSpec::name) == specs.end()) continue;
        owners += (owners.empty() ? "" : ", ") + std::string(command.name);
    }
    return owners;
}

Error unknown_option(std::string_view option, const std::vector<const OptionSpec*>& specs,
                     const std::vector<std::string>& parameters, std::string_view command) {
    std::vector<std::string> names = parameters;
    for (const OptionSpec* spec : specs) names.emplace_back(spec->name);
    const std::string typed = dashed(option);
    Error error{
        ErrorCode::usage, {"没有 '" + typed + "' 这个选项", "unknown option '" + typed + "'"}, {}, {}};
    const std::string help = "nianbao " + std::string(command) + (command.empty() ? "" : " ") + "--help";
    error.hint = {"用法见：" + help, "see: " + help};
    if (const auto near = option.size() > 1 ? text::nearest(option, names) : std::nullopt) {
        error.message.zh += "。是不是 '--" + *near + "'？";
        error.message.en += ". Did you mean '--" + *near + "'?";
    } else if (!parameters.empty()) {
        error.hint = {"这个查询的参数：" + listed(parameters),
                      "parameters of this query: " + listed(parameters)};
    } else if (const std::string owners = owners_of(option); !owners.empty()) {
        error.hint = {"有这个选项的命令：" + owners, "it is an option of: " + owners};
    }
    return error;
}

/// The name that a message of cxxopts puts between its quotes.
std::string quoted_in(std::string_view message) {
    const std::size_t open = message.find(cxxopts::LQUOTE);
    const std::size_t close = message.find(cxxopts::RQUOTE, open == std::string_view::npos ? 0 : open + 1);
    if (open == std::string_view::npos || close == std::string_view::npos) return std::string(message);
    const std::size_t start = open + cxxopts::LQUOTE.size();
    return std::string(message.substr(start, close - start));
}

Error wants_value(std::string_view option) {
    return {ErrorCode::usage,
            {"选项 '" + dashed(option) + "' 后面要有值", "option '" + dashed(option) + "' needs a value"},
            {},
            {}};
}

/// What cxxopts found: options in order, and the plain words.
struct Split {
    std::vector<std::pair<std::string, std::string>> options;
    std::vector<std::string> plain;
};

Result<Split> split(const std::vector<std::string>& words, const std::vector<const OptionSpec*>& specs,
                    const std::vector<std::string>& parameters, std::string_view command) {
    cxxopts::Options grammar("nianbao");
    for (const OptionSpec* spec : specs) {
        if (contains(parameters, spec->name)) continue; // a parameter of the query hides an option of rows
        const std::string letter = spec->letter == 0 ? "" : std::string(1, spec->letter) + ",";
        const auto value = spec->takes_value()
                               ? std::static_pointer_cast<cxxopts::Value>(cxxopts::value<std::string>())
                               : std::static_pointer_cast<cxxopts::Value>(cxxopts::value<bool>());
        grammar.add_options()(letter + std::string(spec->name), "", value);
    }
    for (const std::string& name : parameters) grammar.add_options()(name, "", cxxopts::value<std::string>());

    std::vector<const char*> pointers{"nianbao"};
    for (const std::string& word : words) pointers.push_back(word.c_str());
    try {
        const auto parsed = grammar.parse(static_cast<int>(pointers.size()), pointers.data());
        Split found;
        for (const cxxopts::KeyValue& option : parsed.arguments())
            found.options.emplace_back(option.key(), option.value());
        found.plain = parsed.unmatched();
        return found;
    } catch (const cxxopts::exceptions::no_such_option& trouble) {
        return unknown_option(quoted_in(trouble.what()), specs, parameters, command);
    } catch (const cxxopts::exceptions::missing_argument& trouble) {
        return wants_value(quoted_in(trouble.what()));
    } catch (const cxxopts::exceptions::option_requires_argument& trouble) {
        return wants_value(quoted_in(trouble.what()));
    } catch (const cxxopts::exceptions::exception& trouble) {
        const std::string word = quoted_in(trouble.what());
        return Error{
            ErrorCode::usage,
            {"看不懂 '" + word + "'", "cannot read '" + word + "'"},
            {"以 - 开头的文字放在最后，前面加 --", "put text that begins with a dash last, behind --"},
            {}};
    }
}

Result<Options> read_options(const std::vector<std::string>& words, const Command* command) {
    std::vector<const OptionSpec*> specs;
    if (command != nullptr) {
        specs = command->all_options();
    } else {
        for (const OptionSpec& spec : global_options()) specs.push_back(&spec);
    }
    std::vector<std::string> parameters;
    if (command != nullptr && command->run == run_query) {
        const std::size_t name = first_plain_word(words);
        if (name < words.size()) parameters = parameters_of_query(words[name]);
    }
    const std::string_view command_name = command == nullptr ? "" : command->name;
    auto found = split(fit_for_cxxopts(words, specs, parameters, command), specs, parameters, command_name);
    if (!found) return found.error();
    Options options;
    options.arguments = std::move(found->plain);
    for (const auto& [name, value] : found->options) {
        if (contains(parameters, name)) {
            options.parameters[name] = value;
            continue;
        }
        const auto spec = std::ranges::find(specs, name, &OptionSpec::name);
        if (!(*spec)->takes_value() && value != "true") continue; // --count=false
        if (auto applied = (*spec)->apply(options, value); !applied) return applied.error();
    }
    return options;
}

} // namespace

Result<CommandLine> read_command_line(const std::vector<std::string>& words) {
    CommandLine line;
    std::vector<std::string> rest = words;
    const std::size_t at = first_plain_word(words);
    if (at < words.size()) {
        line.command = find_command(words[at]);
        if (line.command == nullptr) return unknown_command(words[at]);
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    }
    auto options = read_options(rest, line.command);
    if (!options) {
        Error error = options.error();
        if (line.command != nullptr) error.where = line.command->name;
        return error;
    }
    line.options = std::move(*options);
    return line;
}

std::optional<Language> language_asked_for(const std::vector<std::string>& words) {
    std::optional<Language> asked;
    for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
        std::string_view value;
        if (words[at].starts_with("--lang=")) value = std::string_view(words[at]).substr(7);
        if (words[at] == "--lang" && at + 1 < words.size()) value = words[at + 1];
        if (value == "zh") asked = Language::zh;
        if (value == "en") asked = Language::en;
    }
    return asked;
}

} // namespace nianbao::cli
