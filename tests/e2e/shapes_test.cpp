// Every shape through the program itself: the good ones are stored, each bad one ends in its own code within
// the limits, and the two never hinder each other.
#include "e2e/program.hpp"

#include <catch2/catch.hpp>
#include <set>

namespace fs = std::filesystem;
using namespace nianbao::test;

namespace {

fs::path fixtures() {
    return fs::path(NIANBAO_SOURCE_DIR) / "fixtures";
}

/// Code by the file's own name, of all refused files.
std::map<std::string, std::string> failures_of(const Workplace& place) {
    std::map<std::string, std::string> codes;
    for (const Json& failure : Json::parse(place.run({"list", "failures", "-f", "json"}).out))
        codes[fs::path(failure.at("path").get<std::string>()).filename().string()] = failure.at("error");
    return codes;
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

TEST_CASE("pages, Word files, PDFs and archives of them are stored side by side") {
    const Workplace place;
    const Finished ingest = place.run({"ingest", (fixtures() / "html").string(),
                                       (fixtures() / "docx" / "hand_written_2024.docx").string(),
                                       (fixtures() / "docx" / "wps_2022.docx").string(),
                                       (fixtures() / "archives" / "gbk_names.zip").string(),
                                       (fixtures() / "pdf" / "handwritten.pdf").string()});
    INFO(ingest.err);
    const Json sources = Json::parse(place.run({"list", "sources", "-f", "json"}).out);
    std::set<std::string> types;
    bool member = false;
    for (const Json& source : sources) {
        types.insert(source.at("media_type").get<std::string>());
        member = member ||
                 source.at("path").get<std::string>().find("gbk_names.zip!/松桥县/") != std::string::npos;
    }
    CHECK(types.count("text/html") == 1);
    CHECK(types.count("multipart/related") == 1);
    CHECK(types.count("application/vnd.openxmlformats-officedocument.wordprocessingml.document") == 1);
    CHECK(member);
    SECTION("and the same archive again changes nothing") {
        const Finished again = place.run({"ingest", (fixtures() / "archives" / "gbk_names.zip").string()});
        CHECK(again.err.find("0 added, 0 revised, 1 unchanged") != std::string::npos);
    }
}

TEST_CASE("the name of a member is no path, and the hint says what is") {
    const Finished parse =
        run_nianbao({"parse", "-f", "ndjson",
                     (fixtures() / "archives" / "gbk_names.zip").string() + "!/松桥县/说明.txt"});
    CHECK(parse.status == 3);
    CHECK(objects_of(parse.out).at(0).at("error").at("hint").get<std::string>().find("!/") !=
          std::string::npos);
}

TEST_CASE("hostile files end in their codes while the others are stored") {
    const Workplace place;
    place.folder.write("in/a_good.txt", small_report("河东区教育局", 2023));
    place.folder.write("in/nested.html", "<html><body>" + repeated("<div>", 100000) + "0");
    place.folder.write("in/attributes.html",
                       "<html><body><p " + repeated("a=1 ", 50000) + ">0</p></body></html>");
    place.folder.write("in/colspan.html",
                       "<html><body><table><tr><td colspan=999999999 rowspan=999999999>0</td></tr>" +
                           repeated("<tr><td>0</td></tr>", 1000) + "</table></body></html>");
    place.folder.write("in/cut.pdf", bytes_of(fixtures() / "pdf" / "handwritten.pdf").substr(0, 700));
    place.folder.write("in/cut.docx", bytes_of(fixtures() / "docx" / "wps_2022.docx").substr(0, 900));
    place.folder.write("in/cut.zip", bytes_of(fixtures() / "archives" / "gbk_names.zip").substr(0, 120));
    place.folder.write("in/huge.html", "");
    fs::resize_file(place.folder.path() / "in" / "huge.html", 1ULL << 30);
    fs::copy_file(fixtures() / "pdf" / "encrypted.pdf", place.folder.path() / "in" / "encrypted.pdf");
    place.folder.write("in/z_good.txt", small_report("河西区教育局", 2023));
    const Finished ingest = place.run({"ingest", (place.folder.path() / "in").string()});
    INFO(ingest.err);
    CHECK(ingest.status == 3);
    const auto codes = failures_of(place);
    CHECK(codes.at("nested.html") == "not_a_report");
    CHECK(codes.at("attributes.html") == "not_a_report");
    CHECK(codes.at("colspan.html") == "not_a_report");
    CHECK(codes.at("cut.pdf") == "damaged");
    CHECK(codes.at("cut.docx") == "damaged");
    CHECK(codes.at("cut.zip") == "damaged");
    CHECK(codes.at("huge.html") == "too_large");
    CHECK(codes.at("encrypted.pdf") == "encrypted");
    CHECK(Json::parse(place.run({"list", "-f", "json"}).out).size() == 2);
}

TEST_CASE("a named encoding overrides what is found, and a name that is none is usage") {
    const Workplace place;
    const auto file = place.folder.write("a.txt", bytes_of(fixtures() / "gb18030_full_width_2022.txt"));
    const Finished right = run_nianbao({"parse", "--format", "ndjson", "--encoding", "gbk", file.string()});
    CHECK(right.status == 0);
    CHECK(objects_of(right.out).at(0).at("encoding") == "gb18030");
    const Finished wrong = run_nianbao({"parse", "--format", "ndjson", "--encoding", "utf-8", file.string()});
    CHECK(wrong.status == 3);
    CHECK(objects_of(wrong.out).at(0).at("error").at("code") == "not_readable");
    CHECK(run_nianbao({"parse", "--encoding", "ebcdic", file.string()}).status == 2);
}

TEST_CASE("a file that vanishes after it was listed is one failure") {
    const Workplace place;
    const auto stays = place.folder.write("stays.txt", small_report("河东区教育局", 2023));
    const Finished ingest =
        place.run({"ingest", stays.string(), (place.folder.path() / "gone.txt").string()});
    CHECK(ingest.status == 3);
    CHECK(ingest.err.find("gone.txt") != std::string::npos);
    CHECK(Json::parse(place.run({"list", "-f", "json"}).out).size() == 1);
}
