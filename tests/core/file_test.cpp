#include "core/digest.hpp"
#include "core/file.hpp"
#include "support/temp_folder.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>
#include <sys/stat.h>

using namespace nianbao;
using nianbao::test::TempFolder;

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace

TEST_CASE("a file is read whole, byte by byte") {
    const TempFolder folder;
    const std::string bytes("a\0b\r\n\xFF", 6);
    write(folder.path() / "one", bytes);
    const auto read = read_file(folder.path() / "one");
    REQUIRE(read);
    CHECK(*read == bytes);
}

TEST_CASE("what is no regular file is refused with a reason and never waited for") {
    const TempFolder folder;
    CHECK(read_file(folder.path() / "missing").error().code == ErrorCode::not_readable);
    CHECK(read_file(folder.path()).error().code == ErrorCode::not_readable);
    const auto pipe = folder.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(read_file(pipe).error().code == ErrorCode::not_readable);
}

TEST_CASE("a file over the limit is refused before it is read") {
    const TempFolder folder;
    write(folder.path() / "large", std::string(101, 'x'));
    CHECK(read_file(folder.path() / "large", 100).error().code == ErrorCode::too_large);
    CHECK(read_file(folder.path() / "large", 101));
    std::istringstream stream(std::string(101, 'x'));
    CHECK(read_stream(stream, 100).error().code == ErrorCode::too_large);
}

TEST_CASE("a folder is listed in the order of names, without what cannot be a document") {
    const TempFolder folder;
    write(folder.path() / "b.txt", "");
    write(folder.path() / "a" / "2.txt", "");
    write(folder.path() / "a" / "10.txt", "");
    write(folder.path() / ".hidden", "");
    write(folder.path() / "a" / "2.json", "");
    write(folder.path() / ".git" / "config", "");
    std::filesystem::create_directory_symlink(folder.path(), folder.path() / "a" / "loop");
    const Listing listing = list_files(folder.path());
    std::vector<std::string> names;
    for (const auto& file : listing.files)
        names.push_back(std::filesystem::relative(file, folder.path()).string());
    CHECK(names == std::vector<std::string>{"a/10.txt", "a/2.txt", "b.txt"});
    CHECK(listing.errors.empty());
    CHECK(list_files(folder.path() / "missing").errors.size() == 1);
    CHECK(list_files(folder.path() / "a" / "2.json").files.size() == 1); // named itself
}

TEST_CASE("the digest is SHA-256 of FIPS 180-4") {
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}
