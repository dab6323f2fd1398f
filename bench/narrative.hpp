// Narrative sections as reports have them, made from a seed: a Zipf-like stock of clauses, clauses of verb
// and topic, words of a made-up dictionary, and names that occur once. The same seed gives the same text.
#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace nianbao::bench {

/// The texts of one report: preface and sections 一 to 六, in that order.
using Sections = std::array<std::string, 7>;

class Narrative {
public:
    explicit Narrative(std::uint32_t seed);

    /// About 4.9 KB in all.
    Sections report(const std::string& body, int year);
    std::string body_name();
    std::size_t below(std::size_t limit) { return engine_() % limit; }

private:
    std::size_t zipf(std::size_t size);
    std::string hanzi();
    std::string name();
    std::string dictionary_word();
    std::string clause();
    std::string paragraph(std::size_t bytes);

    std::mt19937 engine_;
    std::vector<std::string> characters_; // the 3,755 common ones, commonest first
    std::vector<std::string> dictionary_;
    std::vector<std::string> stock_;
};

} // namespace nianbao::bench
