#include "search_corpus.hpp"

#include "archive/archive.hpp"
#include "archive/connection.hpp"
#include "text/utf8.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>

namespace nianbao::bench {

namespace {

constexpr int reports_a_folder = 1000;
constexpr int reports_a_batch = 2000;

report::Report report_of(const std::string& body, int year, const Sections& sections) {
    report::Report report;
    report.body = body;
    report.year = year;
    report.scope = "own";
    report.generation = year < 2021 ? report::Generation::g1 : report::Generation::g2;
    for (const report::SectionKind kind : report::all_sections) {
        const std::string& text = sections[static_cast<std::size_t>(kind)];
        if (!text.empty()) report.sections.push_back({kind, std::string(label_of(kind)), text, 1});
    }
    return report;
}

template<class T>
T need(Result<T> result) {
    if (result) return std::move(*result);
    std::cerr << result.error().message.en << '\n';
    std::exit(1);
}

void need(const Result<void>& result) {
    if (result) return;
    std::cerr << result.error().message.en << '\n';
    std::exit(1);
}

void write_text(const std::filesystem::path& path, const report::Report& report) {
    std::ofstream out(path, std::ios::binary);
    for (const report::Section& section : report.sections)
        out << section.heading << '\n' << section.text << '\n';
}

} // namespace

SearchCorpus::SearchCorpus(const std::filesystem::path& folder, int reports) : folder_(folder) {
    std::filesystem::create_directories(texts());
    auto archive = need(archive::Archive::open(this->archive(), archive::Access::create));
    Narrative narrative(7);
    for (int i = 0; i < reports; ++i) {
        if (i % reports_a_batch == 0) need(archive.begin_batch());
        const auto shelf = texts() / std::to_string(i / reports_a_folder);
        if (i % reports_a_folder == 0) std::filesystem::create_directories(shelf);
        const std::string body = narrative.body_name();
        const int year = 2019 + static_cast<int>(narrative.below(6));
        const auto report = report_of(body, year, narrative.report(body, year));
        const auto path = shelf / (std::to_string(i) + ".txt");
        write_text(path, report);
        archive::Source source{path, std::to_string(i), 1, "text/plain", "utf-8", "2025-01-01T00:00:00Z"};
        need(archive.put(source, report));
        if ((i + 1) % reports_a_batch == 0 || i + 1 == reports) need(archive.commit_batch());
    }
    need(archive.finish_writing());
    read_sections();
}

void SearchCorpus::read_sections() {
    const auto connection =
        need(archive::connect(archive(), archive::Access::read_only, std::chrono::seconds(5)));
    auto query = connection->prepare("select id, text from section order by id");
    while (query.step()) {
        sections_.push_back({query.integer(0), query.text(1)});
        text_bytes_ += static_cast<double>(sections_.back().text.size());
    }
}

std::string SearchCorpus::piece(std::size_t characters, Narrative& random) const {
    for (;;) {
        const std::string& text = sections_[random.below(sections_.size())].text;
        std::size_t at = random.below(text.size());
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
        std::string piece;
        std::size_t count = 0;
        for (; count < characters && at < text.size(); ++count) {
            const text::CodePoint c = text::decode_at(text, at);
            if (!text::is_han(c.value)) break;
            piece += text.substr(at, c.length);
            at += c.length;
        }
        if (count == characters) return piece;
    }
}

} // namespace nianbao::bench
