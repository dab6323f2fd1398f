// A reader program that is missing, dies or says nonsense costs the one document, not the run.
#include "support/readers.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>

using namespace nianbao;
using namespace nianbao::document;

namespace {

const std::string page =
    "<html><head><title>某局2023年政府信息公开工作年度报告</title></head><body><p>一、总体情况</p>"
    "<p>全年公开信息12条。</p></body></html>";

std::filesystem::path script(const test::TempFolder& folder, const std::string& text) {
    const auto path = folder.write("nianbao-reader", "#!/bin/sh\n" + text + "\n");
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
    return path;
}

} // namespace

TEST_CASE("a reader that is not there is said to be missing") {
    const test::TempFolder folder;
    const auto read = Readers(folder.path()).read(page);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::not_readable);
    CHECK(read.error().message.en.find("nianbao-reader") != std::string::npos);
}

TEST_CASE("a reader that dies makes the document damaged, and the next one is tried again") {
    const test::TempFolder folder;
    script(folder, "exit 1");
    Readers readers(folder.path());
    for (int i = 0; i < 2; ++i) {
        const auto read = readers.read(page);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::damaged);
    }
}

TEST_CASE("a reader that closes its socket and lives on is not waited for") {
    const test::TempFolder folder;
    script(folder, "exec 0<&- 0>&-; exec sleep 3600"); // a defect here is a test that does not end
    CHECK_FALSE(Readers(folder.path()).read(page));
}

TEST_CASE("a reader whose libraries are missing is at fault, not the document") {
    const test::TempFolder folder;
    script(folder, "exit 127");
    const auto read = Readers(folder.path()).read(page);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::not_readable);
}

TEST_CASE("an answer that is no answer is refused") {
    const test::TempFolder folder;
    script(folder, "head -c 100 <&0 >/dev/null; head -c 4000 /dev/zero >&0; sleep 1");
    const auto read = Readers(folder.path()).read(page);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::damaged);
}

TEST_CASE("plain text needs no reader program") {
    const test::TempFolder folder;
    CHECK(Readers(folder.path()).read("一、总体情况\n"));
}

TEST_CASE("one process reads many documents, and a named encoding is believed") {
    for (int i = 0; i < 50; ++i) REQUIRE(test::readers().read(page));
    const std::string gbk = "\xCE\xC4\xB1\xBE\n"; // 文本
    CHECK(test::readers().read(gbk, {"gb18030"})->encoding == "gb18030");
    CHECK_FALSE(test::readers().read(gbk, {"utf-8"}));
    const auto unknown = test::readers().read(gbk, {"latin-9"});
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::usage);
}
