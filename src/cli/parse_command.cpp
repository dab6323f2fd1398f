// `parse`: what the parser reads, without an archive. Documents are printed one by one, in order, as they are
// read.
#include "cli/load.hpp"
#include "cli/report_json.hpp"
#include "cli/report_text.hpp"
#include "cli/row_output.hpp"

#include <filesystem>

namespace nianbao::cli {

namespace {

/// Writes reports and errors in the chosen format; an array of JSON is whole whatever comes.
class ReportPrinter {
public:
    ReportPrinter(const Context& context, Format format, std::ostream& out, int columns)
        : context_(context), format_(format),
          out_(out), style_{context.console.language, columns, context.options.evidence} {
        if (format_ == Format::json) out_ << '[';
    }

    void print(const Loaded& loaded) {
        if (!loaded.report) return print(loaded.report.error());
        if (format_ != Format::text) {
            return print_json(report_to_json(loaded.source, *loaded.report, context_.options.evidence));
        }
        if (!first_) out_ << '\n';
        first_ = false;
        archive::StoredReport shown;
        shown.source = loaded.source;
        shown.report = *loaded.report;
        print_report(out_, shown, false, style_);
    }

    void print(const Error& error) {
        ++failed_;
        if (format_ == Format::text) return context_.console.complain_of_input(error);
        print_json(error_to_json(error, context_.console.language));
    }

    void end() {
        if (format_ == Format::json) out_ << (first_ ? "]\n" : "\n]\n");
    }

    std::size_t failed() const { return failed_; }

private:
    void print_json(const Json& json) {
        if (format_ == Format::json) out_ << (first_ ? "\n" : ",\n");
        first_ = false;
        out_ << dump(json, false);
        if (format_ == Format::ndjson) out_ << '\n';
    }

    const Context& context_;
    Format format_;
    std::ostream& out_;
    TextStyle style_;
    bool first_ = true;
    std::size_t failed_ = 0;
};

void print_summary(const Context& context, std::size_t read, std::size_t failed) {
    if (failed == 0) return;
    context.console.note(
        {"共 " + std::to_string(read) + " 个，其中 " + std::to_string(failed) + " 个没能读取",
         std::to_string(failed) + " of " + std::to_string(read) + " inputs could not be read"});
}

/// A document that is read must not be what is written.
Result<void> spare_inputs(const Inputs& inputs, const std::string& output) {
    std::error_code ignored;
    for (const Result<std::string>& path : inputs) {
        if (output.empty() || !path || !std::filesystem::equivalent(*path, output, ignored)) continue;
        return Error{ErrorCode::usage,
                     {"这是要解析的文件，不能覆盖", "that is a document to be parsed: not overwritten"},
                     {"请换一个输出文件名", "choose another name for --output"},
                     output};
    }
    return {};
}

} // namespace

Result<ExitStatus> run_parse(const Context& context) {
    if (context.options.arguments.empty()) {
        return Error{ErrorCode::usage,
                     {"要解析哪些文件？", "which files?"},
                     {"例如：nianbao parse report.txt，或 - 表示标准输入",
                      "as in: nianbao parse report.txt, or - for standard input"},
                     "parse"};
    }
    const auto format = choose_format(context, report_formats, Format::text, Format::ndjson);
    if (!format) return format.error();
    const Inputs inputs = find_inputs(context.options.arguments);
    if (const auto harmless = spare_inputs(inputs, context.options.output); !harmless)
        return harmless.error();
    Output output(context);
    if (auto opened = output.open(); !opened) return opened.error();
    ReportPrinter printer(context, *format, output.stream(),
                          output.to_terminal() ? context.console.columns : 0);
    Loader loader(context.invocation.in, {context.options.name, context.options.encoding});
    std::size_t read = 0;
    const auto print = [&](const Result<Input>& input) {
        ++read;
        if (input) {
            printer.print(loader.parse(*input));
        } else {
            printer.print(input.error());
        }
        return output.good();
    };
    for (const Result<std::string>& path : inputs) {
        if (!output.good()) break;
        if (path) {
            loader.each(*path, print);
        } else {
            print(path.error());
        }
    }
    printer.end();
    if (auto closed = output.close(); !closed) return closed.error();
    print_summary(context, read, printer.failed());
    return printer.failed() == 0 ? ExitStatus::done : ExitStatus::inputs_failed;
}

} // namespace nianbao::cli
