// How fast PDFs are read, beside poppler's own text extraction of the same files.
#include "pdf/pdf.hpp"
#include "stopwatch.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <poppler-document.h>
#include <poppler-page.h>

using namespace nianbao;

namespace {

constexpr int runs = 3;

void extract_with_poppler(const std::string& bytes) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return;
    for (int i = 0; i < document->pages(); ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        if (page) (void)page->text();
    }
}

} // namespace

int main(int argc, char** argv) {
    const std::filesystem::path folder = argc > 1 ? argv[1] : NIANBAO_FIXTURES "/pdf";
    std::vector<std::string> files;
    for (std::string& file : bench::files_of(folder, {".pdf"})) {
        if (pdf::read_pdf(file)) files.push_back(std::move(file)); // not the broken ones
    }
    const double poppler = bench::best_of(runs, [&] {
        for (const std::string& file : files) extract_with_poppler(file);
    });
    const double reader = bench::best_of(runs, [&] {
        for (const std::string& file : files) (void)pdf::read_pdf(file);
    });
    std::printf("pdf    %zu files  reader %.2f times poppler's text alone (aim: 2)  %.0f ms a file\n",
                files.size(), reader / poppler,
                1000 * reader / static_cast<double>(std::max<std::size_t>(1, files.size())));
    return 0;
}
