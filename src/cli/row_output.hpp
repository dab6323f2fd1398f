// From the rows of a question to the chosen format in the chosen place: --format, --output, --limit,
// --no-headers, --wide.
#pragma once

#include "cli/command.hpp"
#include "cli/format.hpp"
#include "cli/writers.hpp"

#include <fstream>
#include <memory>
#include <optional>

namespace nianbao::cli {

/// Where a command prints: standard output, or the file of --output, which is made only when something is
/// printed.
class Output {
public:
    explicit Output(const Context& context) : context_(context) {}

    /// Error: output (the file cannot be written, or is the archive itself).
    Result<void> open();
    std::ostream& stream() { return file_.is_open() ? file_ : context_.console.out; }
    bool good() { return stream().good(); }
    /// Error: output (disk full, …).
    Result<void> close();
    bool to_terminal() const { return context_.options.output.empty() && context_.console.out_terminal; }

private:
    const Context& context_;
    std::ofstream file_;
};

class RowOutput final : public archive::RowSink {
public:
    RowOutput(const Context& context, Format format, TitleOf title);

    void begin(const std::vector<std::string>& columns) override;
    bool row(const std::vector<archive::Value>& values) override;
    void end() override;

    /// To be called whatever the question came to: what was begun is ended, so that JSON is whole.
    /// Errors: output, interrupted.
    Result<void> finish();
    std::size_t rows() const { return rows_; }

private:
    const Context& context_;
    Output output_;
    Format format_;
    RowStyle style_;
    std::unique_ptr<archive::RowSink> writer_; ///< between begin() and end()
    std::optional<Error> error_;
    std::size_t rows_ = 0;
};

/// True for a table on a terminal that may leave things out.
bool for_people(const Context& context, Format format);

/// The format of rows as the options have it.
Result<Format> choose_row_format(const Context& context);

/// Runs a question that fills a sink, prints its rows and ends the output. `rows` is how many were printed.
using Question = std::function<Result<void>(archive::RowSink& sink)>;
Result<std::size_t> print_rows(const Context& context, TitleOf title, const Question& question);

} // namespace nianbao::cli
