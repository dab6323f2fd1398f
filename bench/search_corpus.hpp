// What the search benchmarks share: generated reports in an archive, as text files, and in memory.
#pragma once

#include "narrative.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace nianbao::bench {

struct StoredSection {
    std::int64_t id = 0; ///< in the archive
    std::string text;
};

class SearchCorpus {
public:
    /// Makes `folder`/archive.db and `folder`/texts/ with this many reports, and keeps their sections.
    SearchCorpus(const std::filesystem::path& folder, int reports);

    std::filesystem::path archive() const { return folder_ / "archive.db"; }
    std::filesystem::path texts() const { return folder_ / "texts"; }
    const std::vector<StoredSection>& sections() const { return sections_; }
    double text_bytes() const { return text_bytes_; }

    /// Han characters that stand next to each other somewhere in the texts.
    std::string piece(std::size_t characters, Narrative& random) const;

private:
    void read_sections();

    std::filesystem::path folder_;
    std::vector<StoredSection> sections_;
    double text_bytes_ = 0;
};

} // namespace nianbao::bench
