// CSV as RFC 4180 has it, but with \n at line ends; TSV with tab, line end and backslash written as \t, \n,
// \r and \\, so that a row is always one line and nothing is lost. The byte order mark of
// --bom is row_output's.
#include "cli/writers.hpp"

namespace nianbao::cli {

namespace {

using archive::Value;

/// Quotes where needed. Empty text is quoted, so that it is told from NULL.
std::string csv_field(const std::string& text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

std::string tsv_field(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
        case '\t':
            escaped += "\\t";
            break;
        case '\n':
            escaped += "\\n";
            break;
        case '\r':
            escaped += "\\r";
            break;
        case '\\':
            escaped += "\\\\";
            break;
        default:
            escaped += c;
        }
    }
    return escaped;
}

class DelimitedWriter final : public archive::RowSink {
public:
    DelimitedWriter(std::ostream& out, bool headers, char delimiter, std::string (*field)(const std::string&))
        : out_(out), headers_(headers), delimiter_(delimiter), field_(field) {}

    void begin(const std::vector<std::string>& columns) override {
        if (!headers_) return;
        for (std::size_t at = 0; at < columns.size(); ++at) put(at, field_(columns[at]));
        out_ << '\n';
    }

    bool row(const std::vector<Value>& values) override {
        for (std::size_t at = 0; at < values.size(); ++at) {
            const bool is_null = std::holds_alternative<std::monostate>(values[at]);
            put(at, is_null ? std::string() : field_(plain_text(values[at])));
        }
        out_ << '\n';
        return true;
    }

private:
    void put(std::size_t at, const std::string& field) {
        if (at > 0) out_ << delimiter_;
        out_ << field;
    }

    std::ostream& out_;
    bool headers_;
    char delimiter_;
    std::string (*field_)(const std::string&);
};

} // namespace

std::unique_ptr<archive::RowSink> csv_writer(std::ostream& out, const RowStyle& style) {
    return std::make_unique<DelimitedWriter>(out, style.headers, ',', csv_field);
}

std::unique_ptr<archive::RowSink> tsv_writer(std::ostream& out, const RowStyle& style) {
    return std::make_unique<DelimitedWriter>(out, style.headers, '\t', tsv_field);
}

} // namespace nianbao::cli
