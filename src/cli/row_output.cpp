#include "cli/row_output.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace nianbao::cli {

namespace {

Error cannot_write(const std::string& where, int error) {
    const std::string reason = error == 0 ? "" : std::strerror(error);
    return {ErrorCode::output, {"无法写出：" + reason, "cannot be written: " + reason}, {}, where};
}

std::unique_ptr<archive::RowSink> writer_of(Format format, std::ostream& out, const RowStyle& style) {
    switch (format) {
    case Format::csv:
        return csv_writer(out, style);
    case Format::tsv:
        return tsv_writer(out, style);
    case Format::json:
        return json_writer(out);
    case Format::ndjson:
        return ndjson_writer(out);
    case Format::markdown:
        return markdown_writer(out, style);
    case Format::html:
        return html_writer(out, style);
    case Format::table:
    case Format::text:
        break;
    }
    return table_writer(out, style);
}

} // namespace

Result<void> Output::open() {
    const std::string& path = context_.options.output;
    if (path.empty() || path == "-" || file_.is_open()) return {};
    std::error_code ignored;
    if (std::filesystem::equivalent(path, archive_path(context_), ignored)) {
        return Error{ErrorCode::output,
                     {"这是档案库本身，不能覆盖", "that is the archive itself: not overwritten"},
                     {"请换一个输出文件名", "choose another name for --output"},
                     path};
    }
    errno = 0;
    file_.open(path, std::ios::binary | std::ios::trunc);
    if (!file_) return cannot_write(path, errno);
    return {};
}

Result<void> Output::close() {
    errno = 0;
    stream().flush();
    if (good()) return {};
    const std::string& path = context_.options.output;
    return cannot_write(path.empty() ? "stdout" : path, errno);
}

RowOutput::RowOutput(const Context& context, Format format, TitleOf title)
    : context_(context), output_(context), format_(format) {
    const bool fits = output_.to_terminal() && !context.options.wide;
    style_ = {context.options.headers, std::move(title), fits ? context.console.columns : 0,
              context.console.color && context.options.output.empty()};
}

void RowOutput::begin(const std::vector<std::string>& columns) {
    if (auto opened = output_.open(); !opened) {
        error_ = opened.error();
        return;
    }
    const bool marked = format_ == Format::csv || format_ == Format::tsv;
    if (context_.options.bom && marked) output_.stream() << "\xEF\xBB\xBF";
    writer_ = writer_of(format_, output_.stream(), style_);
    writer_->begin(columns);
}

bool RowOutput::row(const std::vector<archive::Value>& values) {
    if (!writer_ || !output_.good()) return false;
    if (context_.interrupted()) {
        error_ = Error{ErrorCode::interrupted, {"已中断", "interrupted"}, {}, {}};
        return false;
    }
    const std::size_t limit = context_.options.limit.value_or(0);
    if (limit > 0 && rows_ >= limit) return false;
    ++rows_;
    writer_->row(values);
    return limit == 0 || rows_ < limit;
}

void RowOutput::end() {
    if (writer_) writer_->end();
    writer_.reset();
}

Result<void> RowOutput::finish() {
    end();
    if (error_) return *error_;
    return output_.close();
}

bool for_people(const Context& context, Format format) {
    return format == Format::table && Output(context).to_terminal() && !context.options.wide;
}

Result<Format> choose_row_format(const Context& context) {
    return choose_format(context, row_formats, Format::table, Format::tsv);
}

Result<std::size_t> print_rows(const Context& context, TitleOf title, const Question& question) {
    const auto format = choose_row_format(context);
    if (!format) return format.error();
    RowOutput output(context, *format, std::move(title));
    const auto answered = question(output);
    const auto finished = output.finish();
    if (!answered) return answered.error();
    if (!finished) return finished.error();
    return output.rows();
}

} // namespace nianbao::cli
