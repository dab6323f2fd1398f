// Rows as JSON: an array of objects, or one object a line. Keys are the columns in their order; a name that
// comes twice gets a number, since an object has each key once.
#include "cli/writers.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace nianbao::cli {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const archive::Value& value) {
    return std::visit(
        [](const auto& held) -> Json {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>) {
                return nullptr;
            } else {
                return held;
            }
        },
        value);
}

std::vector<std::string> unique_keys(const std::vector<std::string>& columns) {
    std::vector<std::string> keys;
    for (const std::string& column : columns) {
        std::string key = column;
        for (int copy = 2; std::ranges::find(keys, key) != keys.end(); ++copy)
            key = column + "_" + std::to_string(copy);
        keys.push_back(key);
    }
    return keys;
}

class JsonWriter final : public archive::RowSink {
public:
    JsonWriter(std::ostream& out, bool array) : out_(out), array_(array) {}

    void begin(const std::vector<std::string>& columns) override {
        keys_ = unique_keys(columns);
        if (array_) out_ << '[';
    }

    bool row(const std::vector<archive::Value>& values) override {
        Json object = Json::object();
        for (std::size_t at = 0; at < std::min(keys_.size(), values.size()); ++at)
            object[keys_[at]] = to_json(values[at]);
        if (array_) out_ << (first_ ? "\n" : ",\n");
        first_ = false;
        out_ << object.dump(-1, ' ', false, Json::error_handler_t::replace);
        if (!array_) out_ << '\n';
        return true;
    }

    void end() override {
        if (array_) out_ << (first_ ? "]\n" : "\n]\n");
    }

private:
    std::ostream& out_;
    bool array_;
    bool first_ = true;
    std::vector<std::string> keys_;
};

} // namespace

std::unique_ptr<archive::RowSink> json_writer(std::ostream& out) {
    return std::make_unique<JsonWriter>(out, true);
}

std::unique_ptr<archive::RowSink> ndjson_writer(std::ostream& out) {
    return std::make_unique<JsonWriter>(out, false);
}

} // namespace nianbao::cli
