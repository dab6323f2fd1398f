#include "text/variants.hpp"

#include <algorithm>
#include <exception>
#include <memory>
#include <opencc/SimpleConverter.hpp>

namespace nianbao::text {

namespace {

/// One conversion of OpenCC, its dictionaries read at the first use.
class Converter {
public:
    explicit Converter(const char* config) : config_(config) {}

    /// The text as it was where it cannot be converted.
    std::string convert(const std::string& utf8) {
        try {
            if (!converter_) converter_ = std::make_unique<opencc::SimpleConverter>(config_);
            return converter_->Convert(utf8);
        } catch (const std::exception&) { // no dictionaries
            return utf8;
        }
    }

private:
    const char* config_;
    std::unique_ptr<opencc::SimpleConverter> converter_;
};

} // namespace

std::vector<std::string> variants_of(const std::string& utf8) {
    static Converter simplify("t2s.json");
    static Converter traditional[] = {Converter("s2t.json"), Converter("s2tw.json"), Converter("s2hk.json")};
    std::vector<std::string> forms;
    const auto add = [&](std::string form) {
        if (form != utf8 && std::ranges::find(forms, form) == forms.end()) forms.push_back(std::move(form));
    };
    const std::string simple = simplify.convert(utf8);
    add(simple);
    for (Converter& one : traditional) add(one.convert(simple));
    return forms;
}

} // namespace nianbao::text
