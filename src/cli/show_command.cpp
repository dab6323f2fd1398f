// `show`: one report of the archive, by its id or by body and year.
#include "cli/layout.hpp"
#include "cli/report_json.hpp"
#include "cli/report_text.hpp"
#include "cli/row_output.hpp"

#include <algorithm>
#include <charconv>

namespace nianbao::cli {

namespace {

using archive::Archive;
using archive::StoredReport;

Error usage(Message message, Message hint) {
    return {ErrorCode::usage, std::move(message), std::move(hint), "show"};
}

std::optional<std::int64_t> as_id(const std::string& ref) {
    std::int64_t id = 0;
    const auto [stop, failure] = std::from_chars(ref.data(), ref.data() + ref.size(), id);
    if (failure != std::errc() || stop != ref.data() + ref.size()) return std::nullopt;
    return id;
}

/// Says which reports a name may mean, one a line, and asks for a choice.
Error ambiguous(const Context& context, Archive& archive, const std::string& ref,
                const std::vector<std::int64_t>& ids) {
    constexpr std::size_t most = 20;
    for (std::size_t at = 0; at < std::min(most, ids.size()); ++at) {
        const auto stored = archive.report(ids[at]);
        if (!stored) continue;
        const auto& report = stored->report;
        context.console.err << "  " << stored->id << "  "
                            << (report.year ? std::to_string(*report.year) : "-") << "  "
                            << one_line(report.body.value_or("-")) << "  " << one_line(report.scope) << '\n';
    }
    const std::string more = ids.size() > most ? std::to_string(ids.size() - most) : "";
    if (!more.empty())
        context.console.err << context.console.say(
            {"  ……另有 " + more + " 份\n", "  … and " + more + " more\n"});
    const std::string count = std::to_string(ids.size());
    return usage({"'" + ref + "' 有 " + count + " 份报告", count + " reports match '" + ref + "'"},
                 {"请用 --year 或编号选一份", "choose one with --year or by its id"});
}

Result<std::int64_t> find_id(const Context& context, Archive& archive, const std::string& ref) {
    if (const auto id = as_id(ref)) return *id;
    const auto ids = archive.find_reports(ref, context.options.year);
    if (!ids) return ids.error();
    if (ids->size() == 1) return ids->front();
    if (!ids->empty()) return ambiguous(context, archive, ref, *ids);
    const std::string year = context.options.year ? std::to_string(*context.options.year) : "";
    return usage({"没有 '" + ref + "'" + (year.empty() ? "" : " " + year + " 年度") + "的报告",
                  "no report of '" + ref + "'" + (year.empty() ? "" : " for " + year)},
                 {"有哪些机关：nianbao list bodies", "which bodies there are: nianbao list bodies"});
}

Result<void> print_one_section(std::ostream& out, const StoredReport& stored, report::SectionKind kind,
                               Format format, const TextStyle& style) {
    const report::Section* section = stored.report.section(kind);
    if (section == nullptr) {
        std::string present;
        for (const auto& each : stored.report.sections) {
            present += (present.empty() ? "" : ", ") + std::string(name_of(each.kind));
        }
        const std::string name(name_of(kind));
        return usage({"这份报告没有 " + name + " 章节", "this report has no section " + name},
                     {"有：" + present, "it has: " + present});
    }
    if (format == Format::text) {
        print_section(out, stored.report, kind, style);
        return {};
    }
    const auto& report = stored.report;
    Json json = {{"schema", report_schema},
                 {"id", stored.id},
                 {"body", {{"name", report.body ? Json(*report.body) : Json(nullptr)}}},
                 {"year", report.year ? Json(*report.year) : Json(nullptr)},
                 {"sections", Json::array({{{"kind", std::string(name_of(section->kind))},
                                            {"heading", section->heading},
                                            {"text", section->text}}})}};
    // The table of the section, as the whole report has it.
    Json whole = stored_to_json(stored, style.evidence);
    const std::string name(name_of(kind));
    if (whole.contains(name)) json[name] = whole[name];
    out << dump(json, format == Format::json) << '\n';
    return {};
}

Result<void> print(const Context& context, const StoredReport& stored, Format format) {
    Output output(context);
    if (auto opened = output.open(); !opened) return opened;
    const TextStyle style{context.console.language, output.to_terminal() ? context.console.columns : 0,
                          context.options.evidence};
    if (!context.options.sections.empty()) {
        for (const report::SectionKind kind : context.options.sections) {
            if (auto printed = print_one_section(output.stream(), stored, kind, format, style); !printed)
                return printed;
        }
    } else if (format == Format::text) {
        print_report(output.stream(), stored, true, style);
    } else {
        output.stream() << dump(stored_to_json(stored, context.options.evidence), format == Format::json)
                        << '\n';
    }
    return output.close();
}

} // namespace

Result<ExitStatus> run_show(const Context& context) {
    const auto& words = context.options.arguments;
    if (words.size() != 1) {
        return usage({"要看哪一份报告？", "which report?"},
                     {"例如：nianbao show 1，或 nianbao show 机关名称 --year 2024；编号见 nianbao list",
                      "as in: nianbao show 1, or nianbao show BODY --year 2024; ids are in: nianbao list"});
    }
    const auto format = choose_format(context, report_formats, Format::text, Format::text);
    if (!format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    const auto id = find_id(context, *archive, words.front());
    if (!id) return id.error();
    const auto stored = archive->report(*id);
    if (!stored) {
        Error error = stored.error();
        if (error.where.empty()) error.where = "show";
        return error;
    }
    if (auto printed = print(context, *stored, *format); !printed) return printed.error();
    return ExitStatus::done;
}

} // namespace nianbao::cli
