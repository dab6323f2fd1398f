// An archive that has taken in a folder: two bodies, one of them with two years.
#pragma once

#include "e2e/program.hpp"

#include <string>
#include <vector>

namespace nianbao::test {

struct ThreeReports : Workplace {
    ThreeReports() {
        folder.write("in/a.txt", small_report("河东区教育局", 2022));
        folder.write("in/b.txt", small_report("河东区教育局", 2023, 5));
        folder.write("in/deep/c.txt", small_report("河西区民政局", 2023, 0));
        first = run({"ingest", in()});
    }
    std::string in() const { return (folder.path() / "in").string(); }
    Json json(std::vector<std::string> words) const {
        words.insert(words.end(), {"-f", "json"});
        return Json::parse(run(std::move(words)).out);
    }

    Finished first; ///< the ingest
};

} // namespace nianbao::test
