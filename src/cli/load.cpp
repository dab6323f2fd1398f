#include "cli/load.hpp"

#include "core/digest.hpp"
#include "core/file.hpp"
#include "document/reader.hpp"
#include "report/parse.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <istream>

namespace nianbao::cli {

namespace {

Error no_files_below(const std::string& folder) {
    return {ErrorCode::not_readable,
            {"这个文件夹里没有文件", "no files below this folder"},
            {"隐藏文件不算在内", "hidden files are passed over"},
            utf8_path(folder)};
}

} // namespace

std::string utf8_path(const std::string& path) {
    if (text::is_valid(path)) return path;
    std::string valid;
    for (std::size_t at = 0; at < path.size();) {
        const text::CodePoint point = text::decode_at(path, at);
        text::append(valid, point.value);
        at += std::max<std::size_t>(1, point.length);
    }
    return valid;
}

Inputs find_inputs(const std::vector<std::string>& paths) {
    Inputs inputs;
    for (const std::string& path : paths) {
        if (path == "-") {
            inputs.emplace_back(path);
            continue;
        }
        const Listing listing = list_files(path);
        for (const auto& file : listing.files) inputs.emplace_back(file.string());
        for (Error error : listing.errors) {
            error.where = utf8_path(error.where);
            inputs.emplace_back(std::move(error));
        }
        if (listing.files.empty() && listing.errors.empty()) inputs.emplace_back(no_files_below(path));
    }
    return inputs;
}

Result<Input> read_input(const std::string& path, const std::string& name, std::istream& in) {
    const bool from_stream = path == "-";
    auto bytes = from_stream ? read_stream(in) : read_file(path);
    const std::string shown = utf8_path(from_stream && !name.empty() ? name : path);
    if (!bytes) {
        Error error = bytes.error();
        error.where = shown;
        return error;
    }
    Input input;
    input.source.path = shown;
    input.source.sha256 = sha256_hex(*bytes);
    input.source.size = bytes->size();
    input.bytes = std::move(*bytes);
    return input;
}

Loaded parse_input(const Input& input, document::Readers& readers) {
    archive::Source source = input.source;
    const auto document = readers.read(input.bytes);
    if (document) {
        source.media_type = document->media_type;
        source.encoding = document->encoding;
    }
    auto report = document ? report::parse_report(*document) : Result<report::Report>(document.error());
    if (!report) report.error().where = source.path;
    return {std::move(source), std::move(report)};
}

} // namespace nianbao::cli
