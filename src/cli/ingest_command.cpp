// `ingest`: files into the archive, in batches, so that what was read stays whatever comes. A refused file is
// remembered and named; it never stops the others.
#include "cli/command.hpp"
#include "cli/load.hpp"
#include "cli/progress.hpp"

#include <filesystem>
#include <optional>

namespace nianbao::cli {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int files_a_batch = 200;
constexpr std::chrono::seconds longest_batch{2};

/// Our own archive and its companions, met in a folder that is read: passed over without a word.
bool belongs_to_archive(const std::string& path, const std::string& archive) {
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
        if (std::filesystem::equivalent(path, archive + suffix, ignored)) return true;
    }
    return false;
}

Inputs without_archive(const Inputs& found, const std::string& archive) {
    Inputs kept;
    for (const auto& path : found) {
        if (!path || *path == "-" || !belongs_to_archive(*path, archive)) kept.push_back(path);
    }
    return kept;
}

/// One run of ingest: counts, the open batch, and what is said meanwhile. Errors of its functions end the
/// run.
class Ingest {
public:
    Ingest(const Context& context, std::optional<archive::Archive> archive, std::size_t total)
        : context_(context), archive_(std::move(archive)),
          loader_(context.invocation.in, {context.options.name, context.options.encoding}),
          progress_(context.console, total) {
        counts_.started_at = iso_time(context.invocation.now());
    }

    /// The document at a path, or all documents in the archive there.
    Result<void> take(const Result<std::string>& path) {
        if (!path) return take_one(path.error());
        Result<void> taken;
        std::size_t documents = 0;
        loader_.each(*path, [&](const Result<Input>& input) {
            if (++documents > 1) progress_.one_more();
            taken = take_one(input);
            return taken && !context_.interrupted();
        });
        return taken;
    }

    Result<void> finish() {
        progress_.clear();
        if (!archive_) return {};
        if (auto committed = commit(); !committed) return committed;
        counts_.finished_at = iso_time(context_.invocation.now());
        if (auto stored = archive_->put_run(counts_); !stored) return stored;
        return archive_->finish_writing();
    }

    const archive::Archive::Run& counts() const { return counts_; }
    double seconds() const { return std::chrono::duration<double>(Clock::now() - began_).count(); }

private:
    Result<void> take_one(const Result<Input>& input) {
        auto taken = input ? take_input(*input) : refuse_unread(input.error());
        if (!taken) return taken;
        progress_.step(counts_);
        return commit_when_due();
    }

    Result<void> take_input(const Input& input) {
        if (archive_) {
            const auto known = archive_->find_source(input.source.sha256);
            if (!known) return known.error();
            if (*known) {
                ++counts_.unchanged;
                say(input.source.path, {"未变", "unchanged"});
                return archive_->forget_failure(input.source);
            }
        }
        Loaded loaded = loader_.parse(input);
        loaded.source.ingested_at = iso_time(context_.invocation.now());
        if (!loaded.report) return refuse(loaded.source, loaded.report.error());
        return store(loaded);
    }

    Result<void> store(const Loaded& loaded) {
        if (!archive_) {
            ++counts_.added;
            say(loaded.source.path, {"可以收入", "can be added"});
            return {};
        }
        if (auto begun = begin_when_needed(); !begun) return begun;
        const auto stored = archive_->put(loaded.source, *loaded.report);
        // One report that does not fit the archive stops no other; a lock or a full disk stops them all.
        if (!stored && stored.error().code == ErrorCode::archive_corrupt)
            return refuse(loaded.source, stored.error());
        if (!stored) return stored.error();
        switch (stored->outcome) {
        case archive::Outcome::added:
            ++counts_.added;
            say(loaded.source.path, {"新增", "added"});
            if (stored->namesake) tell_of_namesake(loaded.source.path, *stored->namesake);
            break;
        case archive::Outcome::revised:
            ++counts_.revised;
            say(loaded.source.path, {"修订", "revised"});
            if (!stored->current && stored->revises) tell_of_worse_copy(loaded.source.path, *stored->revises);
            break;
        case archive::Outcome::unchanged:
            ++counts_.unchanged;
            say(loaded.source.path, {"未变", "unchanged"});
            break;
        }
        return {};
    }

    Result<void> refuse_unread(const Error& error) {
        archive::Source source;
        source.path = error.where;
        source.ingested_at = iso_time(context_.invocation.now());
        return refuse(source, error);
    }

    Result<void> refuse(const archive::Source& source, const Error& error) {
        ++counts_.failed;
        progress_.clear();
        context_.console.complain_of_input(error);
        if (!archive_) return {};
        if (auto begun = begin_when_needed(); !begun) return begun;
        return archive_->put_failure(source, error);
    }

    void tell_of_worse_copy(const std::string& path, std::int64_t better) {
        const std::string id = std::to_string(better);
        progress_.clear();
        context_.console.note(
            {path + "：报告 " + id + " 的另一份，但缺表、缺章节或缺数字；已保存，仍以报告 " + id + " 为准",
             path + ": another copy of report " + id +
                 " that lacks a table, a section or numbers; kept, but report " + id +
                 " stays the current one"});
    }

    void tell_of_namesake(const std::string& path, std::int64_t namesake) {
        const std::string id = std::to_string(namesake);
        progress_.clear();
        context_.console.note(
            {path + "：与报告 " + id + " 机关同名、年度相同而内容不同，作为另一机关的报告收入",
             path + ": same body name and year as report " + id +
                 ", but another text and other figures; kept as a report of another body"});
    }

    void say(const std::string& path, const Message& outcome) {
        if (!context_.console.verbose) return;
        progress_.clear();
        context_.console.detail({path + "：" + outcome.zh, path + ": " + outcome.en});
    }

    Result<void> begin_when_needed() {
        ++files_in_batch_;
        if (files_in_batch_ > 1) return {};
        batch_began_ = Clock::now();
        return archive_->begin_batch();
    }

    Result<void> commit_when_due() {
        const bool due = files_in_batch_ >= files_a_batch || Clock::now() - batch_began_ > longest_batch;
        return due ? commit() : Result<void>();
    }

    Result<void> commit() {
        if (files_in_batch_ == 0) return {};
        files_in_batch_ = 0;
        return archive_->commit_batch();
    }

    const Context& context_;
    std::optional<archive::Archive> archive_; ///< none: a dry run
    Loader loader_;
    Progress progress_;
    archive::Archive::Run counts_;
    Clock::time_point began_ = Clock::now();
    Clock::time_point batch_began_{};
    int files_in_batch_ = 0; ///< 0: no batch is open
};

Message summary_of(const Ingest& ingest, bool dry_run) {
    const auto& counts = ingest.counts();
    const auto text = [](std::int64_t count) { return std::to_string(count); };
    const std::string seconds = tenths(ingest.seconds());
    if (dry_run) {
        return {"可收入 " + text(counts.added) + "，失败 " + text(counts.failed) + "；没有入库（" + seconds +
                    " 秒）",
                text(counts.added) + " readable, " + text(counts.failed) + " failed; nothing was stored (" +
                    seconds + " s)"};
    }
    return {"新增 " + text(counts.added) + "，修订 " + text(counts.revised) + "，未变 " +
                text(counts.unchanged) + "，失败 " + text(counts.failed) + "（" + seconds + " 秒）",
            text(counts.added) + " added, " + text(counts.revised) + " revised, " + text(counts.unchanged) +
                " unchanged, " + text(counts.failed) + " failed (" + seconds + " s)"};
}

Error nothing_named() {
    return {ErrorCode::usage,
            {"要收入哪些文件？", "which files?"},
            {"例如：nianbao ingest reports/", "as in: nianbao ingest reports/"},
            "ingest"};
}

/// Where nothing can be opened at all, no archive is made.
bool any_file(const Inputs& inputs) {
    for (const auto& input : inputs) {
        if (input) return true;
    }
    return false;
}

} // namespace

Result<ExitStatus> run_ingest(const Context& context) {
    if (context.options.arguments.empty()) return nothing_named();
    const Inputs inputs = without_archive(find_inputs(context.options.arguments), archive_path(context));
    std::optional<archive::Archive> archive;
    if (!context.options.dry_run && any_file(inputs)) {
        auto opened = open_archive(context);
        if (!opened) return opened.error();
        archive.emplace(std::move(*opened));
    }
    Ingest ingest(context, std::move(archive), inputs.size());
    if (context.invocation.interrupts != nullptr) context.invocation.interrupts->arm();
    for (const auto& input : inputs) {
        if (context.interrupted()) break;
        if (auto taken = ingest.take(input); !taken) return taken.error();
    }
    if (auto finished = ingest.finish(); !finished) return finished.error();
    context.console.note(summary_of(ingest, context.options.dry_run));
    if (context.interrupted()) {
        return Error{ErrorCode::interrupted,
                     {"已中断；上面这些已经保存", "interrupted; what is counted above was stored"},
                     {"再运行一次即可接着做", "run the same command again to go on"},
                     {}};
    }
    return ingest.counts().failed == 0 ? ExitStatus::done : ExitStatus::inputs_failed;
}

} // namespace nianbao::cli
