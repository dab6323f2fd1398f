// How fast text reports are read, from bytes to figures and prose, beside what merely normalising the same
// text costs (utf8proc's NFKC with case folding, the library that every reader of such text could not do
// without).
#include "document/reader.hpp"
#include "report/parse.hpp"
#include "stopwatch.hpp"
#include "text/encoding.hpp"

#include <cstdio>
#include <cstdlib>
#include <utf8proc.h>

using namespace nianbao;

namespace {

constexpr int runs = 5;
constexpr int rounds = 40; ///< times that the files are read in one run

double parse_seconds(const std::vector<std::string>& files) {
    return bench::best_of(runs, [&] {
        for (int i = 0; i < rounds; ++i) {
            for (const std::string& file : files) {
                const auto decoded = text::decode(file);
                if (!decoded || !report::parse_report(document::read_text(decoded->utf8))) std::abort();
            }
        }
    });
}

double normalise_seconds(const std::vector<std::string>& files) {
    std::vector<std::string> texts;
    for (const std::string& file : files) texts.push_back(text::decode(file)->utf8);
    return bench::best_of(runs, [&] {
        for (int i = 0; i < rounds; ++i) {
            for (const std::string& utf8 : texts) {
                utf8proc_uint8_t* out = nullptr;
                utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                             static_cast<utf8proc_ssize_t>(utf8.size()), &out,
                             static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE |
                                                            UTF8PROC_COMPAT | UTF8PROC_CASEFOLD));
                std::free(out);
            }
        }
    });
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : NIANBAO_FIXTURES;
    const auto files = bench::files_of(folder, {".txt"});
    const double size = bench::megabytes(files) * rounds;
    const double parse = parse_seconds(files);
    const double normalise = normalise_seconds(files);
    std::printf(
        "text   %zu files  %.1f MB/s  (aim: 20)  %.2f times utf8proc's NFKC of the same text (%.1f MB/s)\n",
        files.size(), size / parse, parse / normalise, size / normalise);
    return 0;
}
