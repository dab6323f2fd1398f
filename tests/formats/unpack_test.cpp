// Archives: members with their names in UTF-8, within limits, what no reader wants passed over.
#include "docx_support.hpp"

#include "document/reader_process.hpp"
#include "support/files.hpp"
#include "text/utf8.hpp"

#include <map>

using namespace nianbao;
using namespace nianbao::test;

namespace {

struct Unpacked {
    std::vector<std::string> members; ///< "name=bytes" or "name!code"
    std::string end;                  ///< "" or the error's code
};

Unpacked unpacked(const std::string& bytes) {
    Unpacked all;
    const auto done = formats::unpack(bytes, [&](std::string_view name,
                                                 const Result<std::string_view>& member) {
        CHECK(text::is_valid(name));
        all.members.push_back(std::string(name) + (member ? "=" + std::string(*member)
                                                          : "!" + std::string(name_of(member.error().code))));
    });
    if (!done) all.end = name_of(done.error().code);
    return all;
}

const std::string gbk_name = "\xC4\xEA\xB1\xA8.txt"; // 年报.txt

} // namespace

TEST_CASE("members come in their order with names in UTF-8") {
    const Pack kind = GENERATE(Pack::zip, Pack::tar, Pack::tar_gz);
    const auto all =
        unpacked(pack({{"2023/", ""}, {"2023/甲局.txt", "一"}, {gbk_name, "二"}, {"b.txt", ""}}, kind));
    CHECK(all.members == Lines{"2023/甲局.txt=一", "年报.txt=二", "b.txt="});
    CHECK(all.end.empty());
}

TEST_CASE("a single gzipped file has the name that the gzip has, or none") {
    CHECK(unpacked(pack({{"x", "正文"}}, Pack::gz)).members == Lines{"=正文"});
}

TEST_CASE("what systems leave behind is passed over") {
    CHECK(unpacked(pack({{"__MACOSX/._a.docx", "x"},
                         {".DS_Store", "x"},
                         {"a/.git/config", "x"},
                         {"a/Thumbs.db", "x"},
                         {"~$a.docx", "x"},
                         {"./a.txt", "甲"},
                         {"desktop.ini", "x"}}))
              .members == Lines{"./a.txt=甲"});
}

TEST_CASE("a path that leads out is only a name") {
    CHECK(unpacked(pack({{"../../etc/evil.txt", "x"}}, Pack::tar)).members == Lines{"../../etc/evil.txt=x"});
}

TEST_CASE("an archive that is cut off gives its members, then is damaged") {
    std::mt19937 random(3);
    std::string noise;
    for (int i = 0; i < 400'000; ++i) noise += static_cast<char>(random());
    const Pack kind = GENERATE(Pack::zip, Pack::tar, Pack::tar_gz);
    const std::string whole = pack({{"a.txt", "甲"}, {"b.txt", noise}, {"c.txt", "丙"}}, kind);
    const auto all = unpacked(whole.substr(0, 300'000));
    REQUIRE(all.members.size() == 2);
    CHECK(all.members[0] == "a.txt=甲");
    CHECK(all.members[1] == "b.txt!damaged");
    CHECK(all.end == "damaged");
}

TEST_CASE("a member with a wrong checksum is damaged, the others are read") {
    std::string bytes = pack({{"a.txt", "11111"}, {"b.txt", "乙"}}, Pack::zip, "compression=store");
    bytes[bytes.find("11111")] = '7';
    CHECK(unpacked(bytes).members == Lines{"a.txt!damaged", "b.txt=乙"});
}

TEST_CASE("a gzip with a wrong checksum is damaged") {
    const Pack kind = GENERATE(Pack::tar_gz, Pack::gz);
    std::string bytes = pack({{"a.txt", "11111"}}, kind, "gzip:compression-level=0");
    REQUIRE(unpacked(bytes).end.empty());
    bytes[bytes.find("11111")] = '7';
    CHECK(unpacked(bytes).end == "damaged");
    CHECK(unpacked(bytes).members.empty());
}

TEST_CASE("no archive at all is damaged") {
    CHECK(unpacked("PK\x03\x04 nothing").end == "damaged");
    CHECK(unpacked("\x1F\x8B nothing").end == "damaged");
    CHECK(unpacked(std::string(600, 'x')).end == "damaged");
}

TEST_CASE("a member over the limit is refused, the others of a ZIP are read") {
    const auto all = unpacked(pack({{"bomb.txt", std::string(100 << 20, 'x')}, {"a.txt", "甲"}}));
    CHECK(all.members == Lines{"bomb.txt!too_large", "a.txt=甲"});
    CHECK(all.end.empty());
}

TEST_CASE("a bomb in a stream ends it") {
    const Pack kind = GENERATE(Pack::tar_gz, Pack::gz);
    CHECK(unpacked(pack({{"bomb.txt", std::string(100 << 20, 'x')}}, kind)).end == "too_large");
}

TEST_CASE("very many members are too many") {
    std::vector<Packed> members;
    for (int i = 0; i < 20'000; ++i) members.push_back({std::to_string(i) + ".txt", "x"});
    const auto all = unpacked(pack(members));
    CHECK(all.members.size() == 10'000);
    CHECK(all.end == "too_large");
}

TEST_CASE("an encrypted archive says so") {
    std::string bytes = pack({{"a.txt", "甲"}});
    bytes[6] |= 1;
    bytes[bytes.find("PK\x01\x02") + 8] |= 1;
    const auto all = unpacked(bytes);
    CHECK(all.members.empty());
    CHECK(all.end == "encrypted");
}

TEST_CASE("entries that overlap give no more than the file has") {
    // Ten entries of the list point at one and the same member.
    const std::string one = pack({{"a.txt", std::string(1000, '1')}});
    const std::size_t list = one.find("PK\x01\x02");
    const std::size_t end = one.find("PK\x05\x06");
    std::string bytes = one.substr(0, list);
    for (int i = 0; i < 10; ++i) bytes += one.substr(list, end - list);
    std::string tail = one.substr(end);
    tail[8] = tail[10] = 10;
    const std::size_t size = 10 * (end - list);
    tail[12] = static_cast<char>(size & 0xFF);
    tail[13] = static_cast<char>(size >> 8);
    CHECK(unpacked(bytes + tail).members.size() <= 10);
}

TEST_CASE("the reader program unpacks and goes on") {
    const std::string bomb(100 << 20, '\0');
    document::ReaderProcess reader(std::string(NIANBAO_PROGRAMS) + "/nianbao-reader");
    for (int round = 0; round < 2; ++round) {
        std::vector<std::string> names;
        const auto done = reader.unpack(pack({{gbk_name, "甲"}, {"bomb", bomb}, {"b", "乙"}}),
                                        [&](const document::Member& member) {
                                            names.push_back(member.name + (member.bytes ? "" : "!"));
                                            return true;
                                        });
        CHECK(done);
        CHECK(names == Lines{"年报.txt", "bomb!", "b"});
    }
}

TEST_CASE("the archives of the fixtures are read") {
    const auto [name, wanted] = GENERATE(table<std::string, Lines>({
        {"gbk_names.zip", {"松桥县/松桥县审计局2024年年报.txt", "松桥县/说明.txt"}},
        {"reports.tar.gz", {"reports/松桥县审计局2024年年报.txt", "reports/说明.txt"}},
        {"one_report.txt.gz", {"one_report.txt"}},
    }));
    const std::string bytes = read_bytes(source_dir() / "fixtures" / "archives" / name);
    Lines names;
    const auto done =
        formats::unpack(bytes, [&](std::string_view member, const Result<std::string_view>& content) {
            CHECK(content);
            names.emplace_back(member);
        });
    CHECK(done);
    CHECK(names == wanted);
}
