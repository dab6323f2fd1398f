// From a path to a parsed report: the one way in, for `parse` and `ingest` alike.
#pragma once

#include "archive/archive.hpp"
#include "core/result.hpp"
#include "document/reader.hpp"
#include "report/report.hpp"

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

namespace nianbao::cli {

/// Files to read, in the order of the words that named them; a path is bytes, "-" is standard input. What
/// could not be listed, and a folder without any file, is an error in its place (`where` is the path).
using Inputs = std::vector<Result<std::string>>;
Inputs find_inputs(const std::vector<std::string>& paths);

/// The bytes of one document and what they are known by.
struct Input {
    std::string bytes;
    archive::Source source; ///< path (valid UTF-8), sha256 and size; no media type yet
};

struct Loaded {
    archive::Source source; ///< media type and encoding empty where no reader took the bytes
    Result<report::Report> report;
};

struct LoadOptions {
    std::string name;     ///< stands for the path of standard input where it is not empty
    std::string encoding; ///< of text and HTML; empty: found by content
};

/// Reads inputs one by one. A packed file is not a document: its members are, each a source of its own
/// (bundle.zip!/a/b.html), archives within archives to a depth of two.
class Loader {
public:
    Loader(std::istream& in, LoadOptions options);

    /// False to go no further.
    using Take = std::function<bool(Result<Input>)>;
    /// Hands over the document at a path, or those in it. Errors: not_readable, too_large, and those of
    /// archives.
    void each(const std::string& path, const Take& take);

    /// Errors (with `where` = the path): all those of readers and the parser.
    Loaded parse(const Input& input);

private:
    bool hand_over(std::string bytes, const std::string& path, int depth, const Take& take);
    bool unpack(std::string_view bytes, const std::string& path, int depth, const Take& take);

    std::istream& in_;
    LoadOptions options_;
    document::Readers readers_;
};

/// A path is bytes; the program's text is UTF-8. Broken bytes become U+FFFD.
std::string utf8_path(const std::string& path);

} // namespace nianbao::cli
