#include "pdf/column_finder.hpp"

#include "text/fold.hpp"
#include "text/number.hpp"

#include <algorithm>

namespace nianbao::pdf {

namespace {

constexpr std::size_t fewest_columns = 5; ///< rows of fewer figures are right as plain lines
constexpr std::size_t longest_pause = 2;  ///< lines without a figure between two rows of a table
constexpr double column_gap = 0.35;       ///< ems between two figures
constexpr double between = 0.5;           ///< points between two columns

bool is_figure(const Segment& segment) {
    if (text::parse_number(segment.text)) return true;
    const std::string folded = text::fold(segment.text);
    return folded == "无" || folded == "/" || folded == "\\" ||
           (!folded.empty() && folded.size() <= 2 && folded.find_first_not_of('-') == std::string::npos);
}

bool overlap(const Span& span, const Segment& segment) {
    return segment.box.left < span.to + between && segment.box.right > span.from - between;
}

double label_end(const FigureLine& line) {
    double end = -1e9;
    for (const Segment& label : line.labels) end = std::max(end, label.box.right);
    return end;
}

class Finder {
public:
    explicit Finder(const std::vector<FigureLine>& lines) : lines_(lines), taken_(lines.size(), false) {}

    std::vector<ColumnTable> find() {
        // Rows with a figure in nearly every column first; then tables whose rows are mostly blank.
        for (const std::size_t fewest : {fewest_columns, std::size_t{1}}) {
            for (std::size_t i = 0; i < lines_.size(); ++i) {
                if (taken_[i] || own_columns(lines_[i]) < fewest) continue;
                ColumnTable table = table_from(i);
                std::sort(table.rows.begin(), table.rows.end());
                add_headed_columns(table);
                if (table.columns.size() >= fewest_columns) {
                    tables_.push_back(std::move(table));
                } else {
                    for (const std::size_t row : table.rows) taken_[row] = false;
                }
            }
        }
        return std::move(tables_);
    }

private:
    /// Figures side by side; those one below the other in a cell are one.
    static std::size_t own_columns(const FigureLine& line) {
        std::vector<Span> columns;
        for (const Segment& figure : line.figures) add_figure(columns, figure);
        return columns.size();
    }

    ColumnTable table_from(std::size_t seed) {
        ColumnTable table;
        right_of_labels_ = -1e9;
        take(table, seed);
        for (std::size_t pause = 0, i = seed + 1; i < lines_.size() && pause <= longest_pause; ++i)
            if (!extend(table, i, pause)) break;
        for (std::size_t pause = 0, i = seed; i-- > 0 && pause <= longest_pause;)
            if (!extend(table, i, pause)) break;
        return table;
    }

    /// False where the table ends before line `i`.
    bool extend(ColumnTable& table, std::size_t i, std::size_t& pause) {
        if (taken_[i]) return false;
        if (lines_[i].figures.empty()) {
            pause += lines_[i].weight;
            return true;
        }
        if (!fits(table, lines_[i])) return false;
        pause = 0;
        take(table, i);
        return true;
    }

    /// Its figures widen columns or make new ones, but join none, and stand behind all labels.
    bool fits(const ColumnTable& table, const FigureLine& line) const {
        std::vector<Span> columns = table.columns;
        for (const Segment& figure : line.figures) {
            if (figure.box.left < right_of_labels_) return false;
            const auto touched = std::count_if(columns.begin(), columns.end(),
                                               [&](const Span& column) { return overlap(column, figure); });
            if (touched > 1) return false;
            add_figure(columns, figure);
        }
        const double labels = label_end(line);
        return columns.empty() || labels < columns.front().from;
    }

    void take(ColumnTable& table, std::size_t i) {
        taken_[i] = true;
        table.rows.push_back(i);
        for (const Segment& figure : lines_[i].figures) add_figure(table.columns, figure);
        right_of_labels_ = std::max(right_of_labels_, label_end(lines_[i]));
    }

    /// A column without any figure is seen in the heading above: a word behind the labels that stands over no
    /// column, and no wider than columns are apart.
    void add_headed_columns(ColumnTable& table) const {
        double labels = -1e9;
        for (const std::size_t row : table.rows) labels = std::max(labels, label_end(lines_[row]));
        const Segment& figure = lines_[table.rows.front()].figures.front();
        const double pitch = table.columns.size() < fewest_columns
                                 ? figure.box.height() * 4
                                 : (table.columns.back().to - table.columns.front().from) /
                                       static_cast<double>(table.columns.size() - 1);
        std::vector<Span> headed; // from the lowest line upwards: words over several columns stand higher
        constexpr std::size_t highest_heading = 8;
        for (std::size_t i = table.rows.front(), n = 0; i-- > 0 && n < highest_heading; ++n) {
            if (!lines_[i].figures.empty()) break;
            for (const Segment& word : lines_[i].words) {
                const auto over = [&](const Span& column) { return overlap(column, word); };
                if (word.box.left > labels && word.box.width() < pitch * 1.2 &&
                    std::none_of(table.columns.begin(), table.columns.end(), over) &&
                    std::none_of(headed.begin(), headed.end(), over))
                    add_figure(headed, word);
            }
        }
        for (const Span& span : headed) {
            const auto behind = std::find_if(table.columns.begin(), table.columns.end(),
                                             [&](const Span& column) { return column.from > span.from; });
            table.columns.insert(behind, span);
        }
    }

    const std::vector<FigureLine>& lines_;
    std::vector<bool> taken_;
    double right_of_labels_ = 0;
    std::vector<ColumnTable> tables_;
};

} // namespace

void add_figure(std::vector<Span>& columns, const Segment& figure) {
    Span span{figure.box.left, figure.box.right};
    std::erase_if(columns, [&](const Span& column) {
        if (!overlap(column, figure)) return false;
        span.from = std::min(span.from, column.from);
        span.to = std::max(span.to, column.to);
        return true;
    });
    const auto behind = std::find_if(columns.begin(), columns.end(),
                                     [&](const Span& column) { return column.from > span.from; });
    columns.insert(behind, span);
}

FigureLine figure_line(const PrintLine& line) {
    FigureLine row;
    std::vector<Segment> parts = line.segments(column_gap);
    row.words = parts;
    std::size_t labels = parts.size();
    while (labels > 0 && is_figure(parts[labels - 1])) --labels;
    row.figures.assign(parts.begin() + static_cast<std::ptrdiff_t>(labels), parts.end());
    for (const Segment& part : line.segments(1)) {
        if (labels > 0 && part.box.left < parts[labels - 1].box.right) row.labels.push_back(part);
    }
    // A label and a figure may stand closer than labels stand apart: then the figure is in the label's part.
    if (labels > 0 && labels < parts.size() && label_end(row) > parts[labels].box.left) {
        row.labels.assign(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(labels));
    }
    return row;
}

FigureLine figure_line(const std::vector<PrintLine>& lines) {
    FigureLine row;
    for (const PrintLine& line : lines) {
        FigureLine part = figure_line(line);
        row.words.insert(row.words.end(), part.words.begin(), part.words.end());
        row.labels.insert(row.labels.end(), part.labels.begin(), part.labels.end());
        row.figures.insert(row.figures.end(), part.figures.begin(), part.figures.end());
    }
    const double labels = label_end(row);
    const bool behind = std::all_of(row.figures.begin(), row.figures.end(),
                                    [&](const Segment& figure) { return figure.box.left > labels; });
    if (!behind) row.figures.clear();
    return row;
}

std::vector<ColumnTable> find_columns(const std::vector<FigureLine>& lines) {
    return Finder(lines).find();
}

std::size_t column_of(const std::vector<Span>& columns, const Segment& figure) {
    std::size_t found = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!overlap(columns[i], figure)) continue;
        if (found != columns.size()) return columns.size();
        found = i;
    }
    return found;
}

} // namespace nianbao::pdf
