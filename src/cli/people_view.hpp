// What a person sees of rows that are complete for machines: columns left out, words put in place of keys.
// Used for tables on a terminal only; --wide and every other format have all.
#pragma once

#include "archive/rows.hpp"
#include "core/result.hpp"

#include <functional>
#include <string>
#include <vector>

namespace nianbao::cli {

/// Passes on the columns for which `keeps` holds, each value through `shown`.
class PeopleView final : public archive::RowSink {
public:
    using Keeps = std::function<bool(const std::string& column)>;
    using Shown = std::function<archive::Value(const std::string& column, const archive::Value& value)>;
    PeopleView(archive::RowSink& sink, Keeps keeps, Shown shown = {});

    void begin(const std::vector<std::string>& columns) override;
    bool row(const std::vector<archive::Value>& values) override;
    void end() override { sink_.end(); }

private:
    archive::RowSink& sink_;
    Keeps keeps_;
    Shown shown_;
    std::vector<std::string> columns_;
    std::vector<bool> kept_;
};

} // namespace nianbao::cli
