// A run is one row a line where most of its lines have two pipes or more, else one cell a line. There the
// ends of rows are lost: a text behind values begins the next row, as it does for a reader's eye.
#include "document/pipe_rows.hpp"

#include "document/markdown.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>

namespace nianbao::document {

namespace {

constexpr auto pipes = std::to_array<std::string_view>({"|", "｜", "│", "┃", "¦"});

/// Bytes of the pipe at `at`; 0 where there is none.
std::size_t pipe_at(std::string_view text, std::size_t at) {
    for (const std::string_view pipe : pipes) {
        if (text.substr(at).starts_with(pipe)) return pipe.size();
    }
    return 0;
}

/// The text between the pipes, one piece more than there are pipes.
std::vector<std::string_view> pieces_of(std::string_view line) {
    std::vector<std::string_view> pieces;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < line.size();) {
        const auto byte = static_cast<unsigned char>(line[i]);
        const std::size_t pipe = byte == '|' || byte >= 0xC2 ? pipe_at(line, i) : 0;
        if (pipe == 0) {
            ++i;
            continue;
        }
        pieces.push_back(text::trim(line.substr(begin, i - begin)));
        i += pipe;
        begin = i;
    }
    pieces.push_back(text::trim(line.substr(begin)));
    return pieces;
}

/// A line of the run that is not blank.
struct PipeLine {
    std::vector<std::string_view> pieces; ///< one: no pipe
    SourceLine source;

    std::size_t pipes() const { return pieces.size() - 1; }
    std::size_t texts() const {
        return static_cast<std::size_t>(std::count_if(pieces.begin(), pieces.end(),
                                                      [](std::string_view piece) { return !piece.empty(); }));
    }
    bool bare() const { return pipes() > 0 && texts() == 0; }
    bool pipes_are_doubled() const;
};

/// || a || b ||: pipes stand in pairs only.
bool PipeLine::pipes_are_doubled() const {
    const std::string_view text = source.text;
    if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '|')) != pipes())
        return false; // ｜ stands alone
    for (std::size_t i = text.find('|'); i < text.size(); i = text.find('|', i)) {
        const std::size_t end = std::min(text.find_first_not_of('|', i), text.size());
        if ((end - i) % 2 != 0) return false;
        i = end;
    }
    return true;
}

/// Lines without a pipe that may stand between lines with one: a wrapped label, a heading, a cell whose pipe
/// is below.
constexpr std::size_t most_between = 2;

struct PipeRun {
    std::vector<PipeLine> lines;
    std::size_t end = 0; ///< index behind the last line with a pipe
};

PipeRun run_from(const std::vector<SourceLine>& all, std::size_t begin) {
    PipeRun run;
    run.end = begin;
    std::vector<PipeLine> between;
    for (std::size_t i = begin; i < all.size(); ++i) {
        if (text::trim(all[i].text).empty()) continue;
        PipeLine line{pieces_of(all[i].text), all[i]};
        if (line.pipes() == 0) {
            between.push_back(std::move(line));
            if (between.size() > most_between) break;
            continue;
        }
        std::move(between.begin(), between.end(), std::back_inserter(run.lines));
        between.clear();
        run.lines.push_back(std::move(line));
        run.end = i + 1;
    }
    return run;
}

bool row_a_line(const PipeRun& run) {
    std::size_t rows = 0;
    std::size_t cells = 0;
    for (const PipeLine& line : run.lines) {
        if (line.pipes() == 0) continue;
        const bool row = line.texts() > 1 || line.pipes() > 2 || (line.pipes() == 2 && line.texts() == 1);
        (row ? rows : cells) += 1;
    }
    return rows > cells;
}

class RunWriter {
public:
    explicit RunWriter(std::vector<Block>& blocks) : blocks_(blocks) {}

    void line(const SourceLine& source) {
        end_row();
        table_ = false;
        blocks_.emplace_back(Line{without_markup(source.text), {source.number, 0, 0, 0}});
    }

    void cell(std::string_view text, int number) {
        Cell cell{without_markup(text), {number, 0, 0, static_cast<int>(row_.size()) + 1}, 1, 1};
        row_.push_back(std::move(cell));
    }

    void end_row() {
        if (row_.empty()) return;
        if (!table_) blocks_.emplace_back(Table{});
        table_ = true;
        Table& table = std::get<Table>(blocks_.back());
        for (Cell& cell : row_) cell.place.row = static_cast<int>(table.rows.size()) + 1;
        table.rows.push_back(std::move(row_));
        row_.clear();
    }

    const Row& row() const { return row_; }
    /// Rows of the table so far; 0 where none is open.
    std::size_t rows() const { return table_ ? std::get<Table>(blocks_.back()).rows.size() : 0; }

private:
    std::vector<Block>& blocks_;
    Row row_;
    bool table_ = false; ///< the last block is this run's table
};

/// |---|:---:| below the heading row of Markdown; in any other place a row of dashes is a row of values.
bool is_delimiter(const PipeLine& line) {
    return line.texts() > 0 &&
           std::all_of(line.pieces.begin(), line.pieces.end(), [](std::string_view piece) {
               return piece.find_first_not_of("-:") == std::string_view::npos;
           });
}

/// Pipes that frame every row of the run, and are no cells.
struct Frame {
    bool leading = true;
    bool trailing = true;
    bool doubled = true; ///< || is one pipe
};

Frame frame_of(const PipeRun& run) {
    std::size_t rows = 0;
    std::size_t open_left = 0;
    std::size_t open_right = 0;
    Frame frame;
    for (const PipeLine& line : run.lines) {
        if (line.pipes() == 0) continue;
        ++rows;
        if (!line.pieces.front().empty()) ++open_left;
        if (!line.pieces.back().empty()) ++open_right;
        frame.doubled = frame.doubled && line.pipes_are_doubled();
    }
    // Some line of text with a pipe in it may stand among the rows.
    constexpr std::size_t few = 10;
    frame.leading = open_left * few <= rows;
    frame.trailing = open_right * few <= rows;
    return frame;
}

void write_rows(const PipeRun& run, RunWriter& out) {
    const Frame frame = frame_of(run);
    for (std::size_t k = 0; k < run.lines.size(); ++k) {
        const PipeLine& line = run.lines[k];
        if (line.pipes() == 0) {
            out.line(line.source);
            continue;
        }
        const bool below_heading =
            out.rows() == 1 && k + 1 < run.lines.size() && run.lines[k + 1].pipes() > 0;
        if (below_heading && is_delimiter(line)) continue;
        const std::size_t step = frame.doubled ? 2 : 1;
        const std::size_t first = frame.leading && line.pieces.front().empty() ? step : 0;
        const std::size_t last =
            line.pieces.size() - (frame.trailing && line.pieces.back().empty() ? step : 0);
        for (std::size_t i = first; i < last; i += step) out.cell(line.pieces[i], line.source.number);
        out.end_row();
    }
}

/// Text that heads values: two ideographs at least, and no number with its unit (12.5万元, 8件).
bool is_heading_text(std::string_view cell) {
    int ideographs = 0;
    bool unit = false;
    char32_t before = 0;
    for (std::size_t i = 0; i < cell.size();) {
        const text::CodePoint point = text::decode_at(cell, i);
        i += point.length;
        if (text::is_han(point.value)) {
            if (ideographs++ == 0) unit = text::is_digit(before);
        }
        before = point.value;
    }
    return ideographs >= 2 && !(unit && ideographs <= 2);
}

/// Cells one a line. `规章 |`, `| 规章`, and `规章` with a bare pipe on the next line are all one cell.
class CellLines {
public:
    CellLines(const PipeRun& run, RunWriter& out) : lines_(run.lines), out_(out) {}

    void write() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const PipeLine& line = lines_[i];
            if (line.pipes() == 0) {
                const bool pipe_below = i + 1 < lines_.size() && lines_[i + 1].bare();
                if (!pipe_below) {
                    out_.line(line.source);
                    continue;
                }
                add(line.pieces.front(), line.source.number);
                ++i; // the pipe below is this cell's
                for (std::size_t more = 1; more < lines_[i].pipes(); ++more) add("", lines_[i].source.number);
            } else if (line.bare()) {
                for (std::size_t blank = 0; blank < line.pipes(); ++blank) add("", line.source.number);
            } else {
                add_pieces(line);
            }
        }
        out_.end_row();
    }

private:
    void add_pieces(const PipeLine& line) {
        const std::size_t first = line.pieces.front().empty() ? 1 : 0;
        const std::size_t last = line.pieces.size() - (line.pieces.back().empty() ? 1 : 0);
        for (std::size_t i = first; i < last; ++i) add(line.pieces[i], line.source.number);
    }

    void add(std::string_view text, int number) {
        const Row& row = out_.row();
        if (is_heading_text(text) && !row.empty() && !is_heading_text(row.back().text)) out_.end_row();
        out_.cell(text, number);
    }

    const std::vector<PipeLine>& lines_;
    RunWriter& out_;
};

} // namespace

bool holds_pipe(std::string_view line) {
    return std::any_of(pipes.begin(), pipes.end(),
                       [&](std::string_view pipe) { return line.find(pipe) != std::string_view::npos; });
}

std::size_t read_pipe_run(const std::vector<SourceLine>& lines, std::size_t begin,
                          std::vector<Block>& blocks) {
    const PipeRun run = run_from(lines, begin);
    // One line with a pipe or two is a line of text: a title and its site, a trail of links.
    std::size_t with_pipes = 0;
    std::size_t pipes_of_all = 0;
    for (const PipeLine& line : run.lines) {
        if (line.pipes() > 0) ++with_pipes;
        pipes_of_all += line.pipes();
    }
    constexpr std::size_t enough = 3;
    if (with_pipes < 2 && pipes_of_all < enough) return begin;
    RunWriter out(blocks);
    if (row_a_line(run)) {
        write_rows(run, out);
    } else {
        CellLines(run, out).write();
    }
    return run.end;
}

} // namespace nianbao::document
