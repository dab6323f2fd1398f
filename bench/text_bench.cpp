// How fast text reports are read, from bytes to figures and prose, beside what merely normalising the same
// text costs (utf8proc's NFKC with case folding, the library that every reader of such text could not do
// without). The fixtures are nearly all table, which is what costs: they are read as they are, and with as
// much prose as reports have (about 7 KB in all).
#include "document/reader.hpp"
#include "narrative.hpp"
#include "report/parse.hpp"
#include "stopwatch.hpp"
#include "text/encoding.hpp"

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utf8proc.h>

using namespace nianbao;

namespace {

using Files = std::vector<std::string>;

constexpr int runs = 5;
constexpr int rounds = 40; ///< times that the files are read in one run

/// Folders of fixtures, one or more for each layout of text; "" is tabs and one cell a line.
constexpr std::string_view layouts[] = {"", "pipe", "one_line", "layout_c", "layout_d", "layout_e"};

double parse_seconds(const Files& files) {
    return bench::best_of(runs, [&] {
        for (int i = 0; i < rounds; ++i) {
            for (const std::string& file : files) {
                const auto decoded = text::decode(file);
                if (!decoded || !report::parse_report(document::read_text(decoded->utf8))) std::abort();
            }
        }
    });
}

double normalise_seconds(const Files& files) {
    Files texts;
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

/// The prose in lines of a page's width, as a PDF's text has it, or in one line with the text around it.
std::string laid_out(std::string_view prose, std::string_view layout) {
    constexpr std::size_t page_width = 38 * 3; ///< bytes
    const bool paged = layout.starts_with("layout_");
    std::string out;
    std::size_t in_line = 0;
    for (const char c : prose) {
        const bool begins_character = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (paged && begins_character && in_line >= page_width) {
            out += '\n';
            in_line = 0;
        }
        if (c == '\n' && layout == "one_line") continue;
        in_line = c == '\n' ? 0 : in_line + 1;
        out += c;
    }
    return out;
}

/// The prose behind the first sentence that follows the numeral.
void lengthen(std::string& report, std::size_t numeral, std::string_view prose, std::string_view layout) {
    constexpr std::string_view stop = "。";
    const std::size_t end = numeral == std::string::npos ? numeral : report.find(stop, numeral);
    if (end != std::string::npos) report.insert(end + stop.size(), laid_out(prose, layout));
}

Files lengthened(const Files& files, std::string_view layout) {
    bench::Narrative narrative(7);
    Files longer;
    for (const std::string& file : files) {
        std::string text = text::decode(file)->utf8;
        const bench::Sections sections = narrative.report(narrative.body_name(), 2023);
        lengthen(text, text.rfind("五、"), sections[5], layout);
        lengthen(text, text.find("一、"), sections[1], layout);
        longer.push_back(std::move(text));
    }
    return longer;
}

void print(const char* what, const Files& files) {
    const double size = bench::megabytes(files) * rounds;
    const double parse = parse_seconds(files);
    const double normalise = normalise_seconds(files);
    std::printf("text   %-28s %3zu files of %4.1f KB  %5.1f MB/s  %5.2f times utf8proc's NFKC (%.1f MB/s)\n",
                what, files.size(), size / rounds / static_cast<double>(files.size()) * 1e3, size / parse,
                parse / normalise, size / normalise);
}

void append(Files& to, const Files& from) {
    to.insert(to.end(), from.begin(), from.end());
}

} // namespace

/// Without arguments the fixtures; else the .txt files of the folder named.
int main(int argc, char** argv) {
    if (argc > 1) {
        print(argv[1], bench::files_of(argv[1], {".txt"}));
        return 0;
    }
    Files all;
    Files all_longer;
    for (const std::string_view layout : layouts) {
        const Files files = bench::files_of(std::filesystem::path(NIANBAO_FIXTURES) / layout, {".txt"});
        const Files longer = lengthened(files, layout);
        print(layout.empty() ? "tabs, a cell a line" : std::string(layout).c_str(), longer);
        append(all, files);
        append(all_longer, longer);
    }
    print("all, as long as reports are", all_longer);
    print("all, with next to no prose", all);
    std::puts("text   aim: 20 MB/s of reports");
    return 0;
}
