// Every option of the program: one value that holds them, and one table that names them. The parser, the help
// and the suggestions all read the table.
#pragma once

#include "archive/search.hpp"
#include "core/result.hpp"
#include "report/form.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::cli {

enum class Color { automatic, always, never };

struct Options {
    std::vector<std::string> arguments; ///< the words behind the command

    std::string database; ///< empty: NIANBAO_DB, else nianbao.db
    bool quiet = false;
    bool verbose = false;
    Color color = Color::automatic;
    std::optional<Language> language;
    bool help = false;
    bool version = false;

    std::string format;               ///< as typed; which names are allowed is the command's to say
    std::vector<std::string> formats; ///< every -f and --format, in order: `sql` takes a file by -f, too
    std::string output;
    std::optional<std::size_t> limit; ///< 0 is all
    bool headers = true;
    bool bom = false;
    bool wide = false;

    bool evidence = false;
    bool dry_run = false;
    bool count = false;
    bool print_sql = false;
    std::string name;     ///< of what comes from standard input
    std::string encoding; ///< of text and HTML; empty: found by content
    std::string file;     ///< with SQL
    std::optional<int> year;
    std::string body;
    std::vector<report::SectionKind> sections;
    std::size_t offset = 0;
    int context = 40;
    archive::SearchOrder sort = archive::SearchOrder::automatic;
    std::optional<archive::SearchGroup> group_by;
    bool fold = false;
    bool variants = false;
    bool explain = false;
    bool rebuild = false;
    bool repeated = false;
    std::vector<std::pair<std::string, std::string>> bindings; ///< -p name=value, in order
    std::map<std::string, std::string> parameters;             ///< of a named query, as typed
};

/// A sentence of the help in both languages.
struct Text {
    std::string_view zh;
    std::string_view en;
    std::string_view in(Language language) const { return language == Language::zh ? zh : en; }
};

struct OptionSpec {
    std::string_view name;  ///< behind the two dashes
    char letter = 0;        ///< behind one dash; 0 for none
    std::string_view value; ///< what its value is called in the help; empty for a switch
    Text meaning;
    /// Reads the value into Options. Its error has no `where`: the caller knows the command.
    Result<void> (*apply)(Options& options, const std::string& value);

    bool takes_value() const { return !value.empty(); }
};

std::span<const OptionSpec> global_options(); ///< of every command
std::span<const OptionSpec> row_options();    ///< of every command that prints rows
/// Options of single commands, by name. Asserts that there is one.
const OptionSpec& special_option(std::string_view name);

} // namespace nianbao::cli
