// Rows as a Markdown table or as the table of an HTML page. Whatever the text holds, it stays text.
#include "cli/layout.hpp"
#include "cli/writers.hpp"

namespace nianbao::cli {

namespace {

using archive::Value;

bool is_number(const Value& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
}

std::string replaced(const std::string& text, const std::string& special,
                     const std::vector<std::string>& by) {
    std::string safe;
    for (const char c : text) {
        const std::size_t at = special.find(c);
        safe += at == std::string::npos ? std::string(1, c) : by[at];
    }
    return safe;
}

std::string html_text(const std::string& text) {
    return replaced(printable(text), "&<>\"\n", {"&amp;", "&lt;", "&gt;", "&quot;", "<br>"});
}

std::string markdown_text(const std::string& text) {
    return replaced(printable(text), "\\|`*_<>[]&\n",
                    {"\\\\", "\\|", "\\`", "\\*", "\\_", "&lt;", "&gt;", "\\[", "\\]", "&amp;", "<br>"});
}

std::vector<std::string> titles_of(const std::vector<std::string>& columns, const RowStyle& style) {
    std::vector<std::string> titles;
    for (const std::string& column : columns) titles.push_back(style.title ? style.title(column) : column);
    return titles;
}

class MarkdownWriter final : public archive::RowSink {
public:
    MarkdownWriter(std::ostream& out, const RowStyle& style) : out_(out), style_(style) {}

    void begin(const std::vector<std::string>& columns) override {
        // A table of Markdown cannot be without a heading: without headers it is an empty one.
        for (const std::string& title : titles_of(columns, style_)) {
            out_ << "| " << (style_.headers ? markdown_text(title) : "") << ' ';
        }
        out_ << "|\n";
        for (std::size_t at = 0; at < columns.size(); ++at) out_ << "| --- ";
        out_ << "|\n";
    }

    bool row(const std::vector<Value>& values) override {
        for (const Value& value : values) out_ << "| " << markdown_text(plain_text(value)) << ' ';
        out_ << "|\n";
        return true;
    }

private:
    std::ostream& out_;
    RowStyle style_;
};

class HtmlWriter final : public archive::RowSink {
public:
    HtmlWriter(std::ostream& out, const RowStyle& style) : out_(out), style_(style) {}

    void begin(const std::vector<std::string>& columns) override {
        out_ << "<!doctype html>\n<meta charset=\"utf-8\">\n<title>nianbao</title>\n<table>\n";
        if (style_.headers) {
            out_ << "<thead><tr>";
            for (const std::string& title : titles_of(columns, style_))
                out_ << "<th>" << html_text(title) << "</th>";
            out_ << "</tr></thead>\n";
        }
        out_ << "<tbody>\n";
    }

    bool row(const std::vector<Value>& values) override {
        out_ << "<tr>";
        for (const Value& value : values) {
            out_ << (is_number(value) ? "<td align=\"right\">" : "<td>") << html_text(plain_text(value))
                 << "</td>";
        }
        out_ << "</tr>\n";
        return true;
    }

    void end() override { out_ << "</tbody>\n</table>\n"; }

private:
    std::ostream& out_;
    RowStyle style_;
};

} // namespace

std::unique_ptr<archive::RowSink> markdown_writer(std::ostream& out, const RowStyle& style) {
    return std::make_unique<MarkdownWriter>(out, style);
}

std::unique_ptr<archive::RowSink> html_writer(std::ostream& out, const RowStyle& style) {
    return std::make_unique<HtmlWriter>(out, style);
}

} // namespace nianbao::cli
