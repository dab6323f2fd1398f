// `verify`: whether the archive is whole, check by check.
#include "cli/command.hpp"
#include "cli/row_output.hpp"
#include "cli/titles.hpp"

namespace nianbao::cli {

Result<ExitStatus> run_verify(const Context& context) {
    if (!context.options.arguments.empty()) {
        return Error{ErrorCode::usage,
                     {"多出来的词 '" + context.options.arguments.front() + "'",
                      "unexpected '" + context.options.arguments.front() + "'"},
                     {"用 --db 指定档案库", "name the archive with --db"},
                     "verify"};
    }
    if (const auto format = choose_row_format(context); !format) return format.error();
    auto archive = open_archive(context);
    if (!archive) return archive.error();
    if (context.options.rebuild) {
        if (auto rebuilt = archive->rebuild_index(); !rebuilt) return rebuilt.error();
        context.console.note({"全文索引已重建", "the full-text index was made anew"});
    }
    bool whole = false;
    const auto printed = print_rows(context, titles_of_commands(context.console.language),
                                    [&](archive::RowSink& sink) -> Result<void> {
                                        const auto verified = archive->verify(sink);
                                        if (!verified) return verified.error();
                                        whole = *verified;
                                        return {};
                                    });
    if (!printed) return printed.error();
    if (whole) return ExitStatus::done;
    return Error{
        ErrorCode::archive_corrupt,
        {"档案库不完整，见上面不成立的各项", "the archive is not whole: see the checks that do not hold"},
        {"只有 full_text 不成立时：nianbao verify --rebuild；否则把原始文件重新 ingest 到新的档案库",
         "where full_text alone does not hold: nianbao verify --rebuild; else ingest the documents into a "
         "new archive"},
        archive_path(context)};
}

} // namespace nianbao::cli
