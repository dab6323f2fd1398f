// Rows in columns for people. The widths come from the first rows, so that an answer of any length needs no
// memory for all of it. On a terminal long text is shortened to fit; where even that is not enough, each row
// becomes a card.
#include "cli/layout.hpp"
#include "cli/writers.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace nianbao::cli {

namespace {

using archive::Value;

constexpr std::size_t rows_measured = 1000;
constexpr int gap = 2;
constexpr int narrowest_text = 24; ///< twelve characters: of a message or a name less tells nothing
constexpr int narrowest_path = 20;

struct Line {
    std::vector<std::string> cells;
};

/// A code, a date or a single short word: litigation_direct, 2024-01-30, utf-8.
bool is_code(const std::string& text) {
    constexpr std::size_t longest = 40;
    const auto belongs = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
               std::string_view("_-.:+").find(c) != std::string_view::npos;
    };
    return text.size() <= longest && std::ranges::all_of(text, belongs);
}

class TableWriter final : public archive::RowSink {
public:
    TableWriter(std::ostream& out, RowStyle style) : out_(out), style_(std::move(style)) {}

    void begin(const std::vector<std::string>& columns) override {
        for (const std::string& column : columns) {
            titles_.push_back(one_line(style_.title ? style_.title(column) : column));
            is_path_.push_back(column == "path" || column == "source");
        }
        numeric_.assign(columns.size(), true);
        filled_.assign(columns.size(), false);
        may_cut_.assign(columns.size(), false);
    }

    bool row(const std::vector<Value>& values) override {
        Line line;
        for (std::size_t at = 0; at < titles_.size(); ++at) {
            const Value& value = values[at];
            const bool is_text = std::holds_alternative<std::string>(value);
            if (!measured_ && is_text) {
                numeric_[at] = false;
                if (!is_code(std::get<std::string>(value))) may_cut_[at] = true;
            }
            if (!std::holds_alternative<std::monostate>(value)) filled_[at] = true;
            line.cells.push_back(one_line(plain_text(value)));
        }
        if (measured_) {
            print(line);
        } else {
            waiting_.push_back(std::move(line));
            if (waiting_.size() == rows_measured) flush();
        }
        return true;
    }

    void end() override {
        if (!measured_) flush();
    }

private:
    void measure() {
        for (std::size_t at = 0; at < titles_.size(); ++at) {
            if (!filled_[at]) numeric_[at] = false; // nothing but NULL
            int width = style_.headers ? text::width(titles_[at]) : 0;
            for (const Line& line : waiting_) width = std::max(width, text::width(line.cells[at]));
            widths_.push_back(width);
        }
        measured_ = true;
    }

    int total_width() const {
        const int gaps = gap * std::max(0, static_cast<int>(widths_.size()) - 1);
        return std::accumulate(widths_.begin(), widths_.end(), gaps);
    }

    int* widest_above(const std::vector<bool>& candidates, int floor) {
        int* widest = nullptr;
        for (std::size_t at = 0; at < widths_.size(); ++at) {
            const bool can_give = candidates[at] && widths_[at] > floor;
            if (can_give && (widest == nullptr || widths_[at] >= *widest)) widest = &widths_[at];
        }
        return widest;
    }

    /// Takes one column of the terminal at a time: from paths first, whose ends tell most, then from the
    /// widest prose, the rightmost of equals. Numbers, dates and codes are never cut: half of one is a lie.
    void fit() {
        if (style_.columns <= 0) return;
        for (int over = total_width() - style_.columns; over > 0; --over) {
            int* widest = widest_above(is_path_, narrowest_path);
            if (widest == nullptr) widest = widest_above(may_cut_, narrowest_text);
            if (widest == nullptr) {
                cards_ = true;
                return;
            }
            --*widest;
        }
    }

    void flush() {
        measure();
        fit();
        if (style_.headers && !cards_) print_headings();
        for (const Line& line : waiting_) print(line);
        waiting_.clear();
    }

    std::string cell(std::size_t at, const std::string& text) const {
        std::string shown = text;
        if (style_.columns > 0 && may_cut_[at]) {
            shown = is_path_[at] ? shorten_front(text, widths_[at]) : shorten(text, widths_[at]);
        }
        return pad(shown, widths_[at], numeric_[at] ? Align::right : Align::left);
    }

    void put(const std::string& line) {
        out_ << std::string_view(line).substr(0, line.find_last_not_of(' ') + 1) << '\n';
    }

    void print_headings() {
        std::string names;
        std::string rule;
        for (std::size_t at = 0; at < titles_.size(); ++at) {
            const std::string space(at == 0 ? 0 : static_cast<std::size_t>(gap), ' ');
            names += space + cell(at, titles_[at]);
            rule += space;
            for (int column = 0; column < widths_[at]; ++column) rule += "─";
        }
        names.erase(names.find_last_not_of(' ') + 1);
        out_ << (style_.color ? "\x1b[1m" + names + "\x1b[0m" : names) << '\n' << rule << '\n';
    }

    void print(const Line& line) {
        if (cards_) return print_card(line);
        std::string whole;
        for (std::size_t at = 0; at < line.cells.size(); ++at) {
            whole += std::string(at == 0 ? 0 : static_cast<std::size_t>(gap), ' ') + cell(at, line.cells[at]);
        }
        put(whole);
    }

    void print_card(const Line& line) {
        int width = 0;
        for (const std::string& title : titles_) width = std::max(width, text::width(title));
        width = std::min(width, style_.columns / 2);
        if (cards_printed_) out_ << '\n';
        cards_printed_ = true;
        for (std::size_t at = 0; at < line.cells.size(); ++at) {
            put(pad(shorten(titles_[at], width), width) + "  " +
                shorten(line.cells[at], std::max(narrowest_text, style_.columns - width - gap)));
        }
    }

    std::ostream& out_;
    RowStyle style_;
    std::vector<std::string> titles_;
    std::vector<bool> is_path_; ///< by the column's name
    std::vector<bool> numeric_; ///< no cell of the column is text
    std::vector<bool> may_cut_; ///< some cell is prose: the column may be shortened
    std::vector<bool> filled_;  ///< some cell of the column is not NULL
    std::vector<int> widths_;
    std::vector<Line> waiting_;
    bool measured_ = false;
    bool cards_ = false;
    bool cards_printed_ = false;
};

} // namespace

std::unique_ptr<archive::RowSink> table_writer(std::ostream& out, const RowStyle& style) {
    return std::make_unique<TableWriter>(out, style);
}

} // namespace nianbao::cli
