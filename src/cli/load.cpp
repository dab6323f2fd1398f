#include "cli/load.hpp"

#include "core/digest.hpp"
#include "core/file.hpp"
#include "document/media_type.hpp"
#include "report/parse.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <filesystem>
#include <istream>

namespace nianbao::cli {

namespace {

Error no_files_below(const std::string& folder) {
    return {ErrorCode::not_readable,
            {"这个文件夹里没有文件", "no files below this folder"},
            {"隐藏文件不算在内", "hidden files are passed over"},
            utf8_path(folder)};
}

constexpr int deepest_archive = 2; ///< an archive in an archive is opened, one within that is not

/// What a .gz that names no file holds: report.txt of reports/report.txt.gz.
std::string stem_of(const std::string& path) {
    return std::filesystem::path(path).stem().string();
}

Message name_the_archive() {
    return {"压缩包里的文件随压缩包一起读：写 !/ 之前的路径",
            "what is in an archive is read with it: name the path before !/"};
}

Error no_documents_in(const std::string& archive) {
    return {
        ErrorCode::not_readable,
        {"压缩包里没有文件", "no documents in this archive"},
        {"隐藏文件和程序附带的文件不算在内", "hidden files and what programs leave behind are passed over"},
        archive};
}

} // namespace

std::string utf8_path(const std::string& path) {
    return text::with_broken_bytes_replaced(path);
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
            if (error.where.find("!/") != std::string::npos) error.hint = name_the_archive();
            inputs.emplace_back(std::move(error));
        }
        if (listing.files.empty() && listing.errors.empty()) inputs.emplace_back(no_files_below(path));
    }
    return inputs;
}

Loader::Loader(std::istream& in, LoadOptions options) : in_(in), options_(std::move(options)) {}

void Loader::each(const std::string& path, const Take& take) {
    const bool from_stream = path == "-";
    auto bytes = from_stream ? read_stream(in_) : read_file(path);
    const std::string shown = utf8_path(from_stream && !options_.name.empty() ? options_.name : path);
    if (!bytes) {
        bytes.error().where = shown;
        take(bytes.error());
        return;
    }
    hand_over(std::move(*bytes), shown, 0, take);
}

bool Loader::hand_over(std::string bytes, const std::string& path, int depth, const Take& take) {
    if (depth < deepest_archive && document::is_archive(document::media_type_of(bytes)))
        return unpack(bytes, path, depth, take);
    Input input;
    input.source.path = path;
    input.source.sha256 = sha256_hex(bytes);
    input.source.size = bytes.size();
    input.bytes = std::move(bytes);
    return take(std::move(input));
}

bool Loader::unpack(std::string_view bytes, const std::string& path, int depth, const Take& take) {
    bool go_on = true;
    std::size_t members = 0;
    const auto take_member = [&](document::Member member) {
        const std::string own = member.name.empty() ? stem_of(path) : member.name;
        if (!may_be_document(own)) return true;
        ++members;
        const std::string name = path + "!/" + own;
        if (member.bytes) {
            go_on = hand_over(std::move(*member.bytes), name, depth + 1, take);
        } else {
            member.bytes.error().where = name;
            go_on = take(member.bytes.error());
        }
        return go_on;
    };
    auto unpacked = readers_.unpack(bytes, take_member);
    if (!go_on) return false;
    if (!unpacked) {
        unpacked.error().where = path;
        return take(unpacked.error());
    }
    return members > 0 || take(no_documents_in(path));
}

Loaded Loader::parse(const Input& input) {
    archive::Source source = input.source;
    auto document = readers_.read(input.bytes, {options_.encoding});
    if (document) {
        source.media_type = document->media_type;
        source.encoding = document->encoding;
    }
    auto report =
        document ? report::parse_report(std::move(*document)) : Result<report::Report>(document.error());
    if (!report) report.error().where = source.path;
    return {std::move(source), std::move(report)};
}

} // namespace nianbao::cli
