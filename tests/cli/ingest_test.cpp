// `ingest` inside the test: interrupted between two files, and in the way of another writer.
#include "cli/invocation.hpp"

#include "archive/archive.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace nianbao;
using namespace nianbao::cli;

namespace {

/// Raises before the n-th question.
class After final : public Interrupts {
public:
    explicit After(int questions) : left_(questions) {}
    bool raised() const override { return left_-- <= 0; }

private:
    mutable int left_;
};

struct Outcome {
    std::string out;
    std::string err;
    int status = -1;
};

Outcome run_with(const std::vector<std::string>& words, Interrupts* interrupts = nullptr,
                 bool terminal = false) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Invocation invocation{words, in, out, err};
    invocation.interrupts = interrupts;
    invocation.out_terminal = terminal;
    invocation.err_terminal = terminal;
    const int status = run(invocation);
    return {out.str(), err.str(), status};
}

/// A report of prose alone: enough to be stored.
std::string report_of(const std::string& body) {
    return body + "2023年政府信息公开工作年度报告\n一、总体情况\n" + body +
           "认真开展工作。\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
           "四、政府信息公开行政复议、行政诉讼情况\n复议0件。\n五、存在的主要问题及改进情况\n无。\n"
           "六、其他需要报告的事项\n无。\n";
}

struct ThreeReports {
    test::TempFolder folder;
    std::string in = (folder.path() / "in").string();
    std::string archive = (folder.path() / "x.db").string();
    ThreeReports() {
        folder.write("in/a.txt", report_of("甲局"));
        folder.write("in/b.txt", report_of("乙局"));
        folder.write("in/c.txt", report_of("丙局"));
    }
};

} // namespace

TEST_CASE("an interrupted ingest keeps what it has read, and the next run goes on from there") {
    const ThreeReports three;
    After one_file(1);
    const Outcome first = run_with({"ingest", three.in, "-d", three.archive}, &one_file);
    CHECK(first.status == 130);
    CHECK(first.err.starts_with("1 added, 0 revised, 0 unchanged, 0 failed"));
    CHECK(first.err.find("interrupted") != std::string::npos);
    const Outcome second = run_with({"ingest", three.in, "-d", three.archive});
    CHECK(second.status == 0);
    CHECK(second.err.starts_with("2 added, 0 revised, 1 unchanged, 0 failed"));
}

TEST_CASE("an interrupted answer is still valid json") {
    const ThreeReports three;
    run_with({"ingest", three.in, "-d", three.archive});
    After one_row(1);
    const Outcome outcome = run_with({"list", "--format", "json", "-d", three.archive}, &one_row);
    CHECK(outcome.status == 130);
    CHECK(outcome.out.starts_with("[\n{"));
    CHECK(outcome.out.ends_with("}\n]\n"));
}

TEST_CASE("an archive that another process is writing to is unusable, and that is said") {
    const ThreeReports three;
    run_with({"ingest", three.in, "-d", three.archive});
    auto other = archive::Archive::open(three.archive, archive::Access::read_write);
    REQUIRE(other);
    REQUIRE(other->begin_batch());
    three.folder.write("in/d.txt", report_of("丁局"));
    const Outcome writing = run_with({"ingest", three.in, "-d", three.archive}); // waits five seconds
    CHECK(writing.status == 4);
    CHECK(writing.out.empty());
    CHECK(writing.err.starts_with("nianbao: "));
    CHECK(run_with({"list", "-d", three.archive}).status == 0); // readers go on
}

TEST_CASE("on a terminal a row is one line that fits, and hits are in colour") {
    const ThreeReports three;
    run_with({"ingest", three.in, "-d", three.archive});
    const Outcome list = run_with({"list", "-d", three.archive}, nullptr, true);
    CHECK(list.out.find("甲局") != std::string::npos);
    CHECK(list.out.find("─") != std::string::npos);
    const Outcome colored = run_with({"search", "认真", "-d", three.archive}, nullptr, true);
    CHECK(colored.out.find("\x1b[1;31m认真\x1b[0m") != std::string::npos);
    CHECK(colored.out.find('[' + std::string("认真]")) == std::string::npos);
    const Outcome plain =
        run_with({"search", "认真", "-d", three.archive, "--color", "never"}, nullptr, true);
    CHECK(plain.out.find("[认真]") != std::string::npos);
    CHECK(plain.out.find('\x1b') == std::string::npos);
}
