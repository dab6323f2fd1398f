// How fast web pages are read, beside gumbo's parse of the same pages alone: the reader, and everything from
// the page to figures.
#include "document/reader.hpp"
#include "formats/formats.hpp"
#include "report/parse.hpp"
#include "stopwatch.hpp"
#include "text/encoding.hpp"

#include <cstdio>
#include <cstdlib>
#include <gumbo.h>

using namespace nianbao;

namespace {

constexpr int runs = 5;
constexpr int rounds = 20;

template<class Work>
double seconds(const std::vector<std::string>& pages, const Work& work) {
    return bench::best_of(runs, [&] {
        for (int i = 0; i < rounds; ++i) {
            for (const std::string& page : pages) work(page);
        }
    });
}

void parse_with_gumbo(const std::string& page) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
    gumbo_destroy_output(&options, output);
}

/// The pages with a site's navigation around them, as they are downloaded: some 100 KB.
std::string with_site(const std::string& page) {
    std::string site;
    for (int i = 0; i < 900; ++i)
        site += "<li class=\"nav-item\"><a href=\"/zwgk/" + std::to_string(i) +
                ".html\" target=\"_blank\">栏目</a></li>\n";
    const std::size_t body = page.find("<body>");
    return body == std::string::npos ? page : std::string(page).insert(body + 6, "<ul>" + site + "</ul>");
}

void measure(const char* name, const std::vector<std::string>& pages) {
    const double gumbo = seconds(pages, parse_with_gumbo);
    const double reader = seconds(pages, [](const std::string& page) {
        if (!formats::read_html(page)) std::abort();
    });
    const double all = seconds(pages, [](const std::string& page) {
        (void)report::parse_report(std::move(*formats::read_html(page)));
    });
    const double size = bench::megabytes(pages) * rounds;
    std::printf(
        "%s  %zu pages  reader %.2f times gumbo alone (aim: 2), to figures %.2f times  (gumbo %.1f MB/s)\n",
        name, pages.size(), reader / gumbo, all / gumbo, size / gumbo);
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : NIANBAO_FIXTURES "/html";
    std::vector<std::string> pages;
    for (const std::string& file : bench::files_of(folder, {".html", ".htm", ".shtml"}))
        pages.push_back(text::decode(file)->utf8);
    std::vector<std::string> sites;
    for (const std::string& page : pages) sites.push_back(with_site(page));
    measure("html bare ", pages);
    measure("html sites", sites);
    return 0;
}
