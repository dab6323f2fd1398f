#include "pdf/frames.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nianbao::pdf {

namespace {

constexpr double dash_gap = 3.0;            ///< points between the pieces of one line
constexpr std::size_t most_lines = 2'500;   ///< a page, after joining; more is a drawing
constexpr double longest_stub = 7.0;        ///< points
constexpr double shortest_in_a_frame = 4.0; ///< points

/// Lines of one direction and place, joined where they overlap or nearly meet.
void join_pieces(std::vector<Ruling>& pieces, std::vector<Ruling>& joined) {
    std::sort(pieces.begin(), pieces.end(), [](const Ruling& a, const Ruling& b) { return a.from < b.from; });
    double at = 0;
    for (const Ruling& piece : pieces) at += piece.at;
    at /= static_cast<double>(pieces.size());
    const std::size_t first = joined.size();
    for (const Ruling& piece : pieces) {
        if (joined.size() > first && piece.from <= joined.back().to + dash_gap) {
            joined.back().to = std::max(joined.back().to, piece.to);
        } else {
            joined.push_back({piece.horizontal, at, piece.from, piece.to});
        }
    }
}

std::vector<Ruling> joined_lines(std::vector<Ruling> rulings) {
    std::sort(rulings.begin(), rulings.end(), [](const Ruling& a, const Ruling& b) { return a.at < b.at; });
    std::vector<Ruling> joined;
    std::vector<Ruling> same;
    for (const Ruling& ruling : rulings) {
        if (!same.empty() && ruling.at - same.front().at > snap) {
            join_pieces(same, joined);
            same.clear();
        }
        same.push_back(ruling);
    }
    if (!same.empty()) join_pieces(same, joined);
    std::erase_if(joined, [](const Ruling& line) { return line.to - line.from < shortest_in_a_frame; });
    return joined;
}

bool touch(const Ruling& horizontal, const Ruling& vertical) {
    return vertical.at >= horizontal.from - snap && vertical.at <= horizontal.to + snap &&
           horizontal.at >= vertical.from - snap && horizontal.at <= vertical.to + snap;
}

class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::size_t find(std::size_t i) {
        while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) { parent_[find(a)] = find(b); }

private:
    std::vector<std::size_t> parent_;
};

/// An end of a line where no crossing line stands.
struct LooseEnd {
    double at = 0;    ///< where the missing border would be
    double place = 0; ///< the line's own place
};

/// A crossing line stands at the end, or so near to it that no text finds room behind: a stub.
bool is_met(const Ruling& line, double end, const std::vector<Ruling>& crossing) {
    return std::any_of(crossing.begin(), crossing.end(), [&](const Ruling& other) {
        const bool crosses = line.at >= other.from - snap && line.at <= other.to + snap &&
                             other.at >= line.from - snap && other.at <= line.to + snap;
        return crosses && std::abs(other.at - end) <= longest_stub;
    });
}

/// Where the missing border at a loose end begins and ends: at the next lines that reach its place.
Ruling border_at(const LooseEnd& end, const std::vector<Ruling>& lines, bool horizontal) {
    Ruling border{horizontal, end.at, end.place, end.place};
    bool below = false;
    for (const Ruling& line : lines) { // by at
        if (line.from > end.at + snap || line.to < end.at - snap) continue;
        if (line.at < end.place - snap) {
            border.from = line.at;
        } else if (line.at > end.place + snap && !below) {
            border.to = line.at;
            below = true;
        }
    }
    return border;
}

/// Borders for ends that two lines at least leave open at the same place. True where one was put in.
bool close_ends(const std::vector<Ruling>& lines, std::vector<Ruling>& crossing, bool far_end) {
    std::vector<LooseEnd> ends;
    for (const Ruling& line : lines) {
        const double end = far_end ? line.to : line.from;
        if (!is_met(line, end, crossing)) ends.push_back({end, line.at});
    }
    std::sort(ends.begin(), ends.end(), [](const LooseEnd& a, const LooseEnd& b) { return a.at < b.at; });
    std::vector<Ruling> borders;
    for (std::size_t i = 0; i < ends.size();) {
        std::size_t behind = i;
        double at = 0;
        for (; behind < ends.size() && ends[behind].at - ends[i].at <= snap; ++behind) at += ends[behind].at;
        at /= static_cast<double>(behind - i);
        for (std::size_t k = i; behind - i > 1 && k < behind; ++k)
            borders.push_back(border_at({at, ends[k].place}, lines, !lines.front().horizontal));
        i = behind;
    }
    std::erase_if(borders, [](const Ruling& line) { return line.to - line.from < shortest_in_a_frame; });
    crossing.insert(crossing.end(), borders.begin(), borders.end());
    return !borders.empty();
}

void sort_lines(std::vector<Ruling>& lines) {
    std::sort(lines.begin(), lines.end(),
              [](const Ruling& a, const Ruling& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
}

void finish(Frame& frame) {
    sort_lines(frame.horizontal);
    sort_lines(frame.vertical);
    // Sides first: a table open at its sides may be cut by a page break, too.
    std::vector<Ruling> sides = frame.vertical;
    close_ends(frame.horizontal, sides, false);
    close_ends(frame.horizontal, sides, true);
    frame.vertical = std::move(sides);
    sort_lines(frame.vertical);
    frame.open_top = close_ends(frame.vertical, frame.horizontal, false);
    frame.open_bottom = close_ends(frame.vertical, frame.horizontal, true);
    sort_lines(frame.horizontal);
    sort_lines(frame.vertical);
    bool first = true;
    const auto cover = [&](const Ruling& line) {
        const Box box = line.horizontal ? Box{line.from, line.at, line.to, line.at}
                                        : Box{line.at, line.from, line.at, line.to};
        if (first) frame.box = box;
        first = false;
        frame.box.add(box);
    };
    for (const Ruling& line : frame.horizontal) cover(line);
    for (const Ruling& line : frame.vertical) cover(line);
}

/// Horizontal lines alone, one below the other: tables whose columns no line parts.
std::vector<Frame> open_frames(std::vector<Ruling> lines) {
    sort_lines(lines);
    std::vector<Frame> frames;
    for (const Ruling& line : lines) {
        Frame* home = nullptr;
        for (Frame& frame : frames) {
            const double shared = std::min(frame.box.right, line.to) - std::max(frame.box.left, line.from);
            if (shared >= 0.9 * (line.to - line.from)) home = &frame;
        }
        const Box box{line.from, line.at, line.to, line.at};
        if (!home) {
            frames.emplace_back();
            home = &frames.back();
            home->box = box;
            home->bare = true;
        }
        home->box.add(box);
        home->horizontal.push_back(line);
    }
    std::erase_if(frames, [](const Frame& frame) { // underlines, the red line below a letterhead
        return frame.horizontal.size() < 3;
    });
    for (Frame& frame : frames) finish(frame);
    return frames;
}

} // namespace

std::vector<Frame> frames_of(std::vector<Ruling> rulings) {
    const auto middle =
        std::partition(rulings.begin(), rulings.end(), [](const Ruling& line) { return line.horizontal; });
    const std::vector<Ruling> horizontal = joined_lines({rulings.begin(), middle});
    const std::vector<Ruling> vertical = joined_lines({middle, rulings.end()});
    if (horizontal.size() + vertical.size() > most_lines) return {};

    Groups groups(horizontal.size() + vertical.size());
    for (std::size_t h = 0; h < horizontal.size(); ++h) {
        for (std::size_t v = 0; v < vertical.size(); ++v) {
            if (touch(horizontal[h], vertical[v])) groups.join(h, horizontal.size() + v);
        }
    }
    std::vector<Frame> by_group(horizontal.size() + vertical.size());
    for (std::size_t h = 0; h < horizontal.size(); ++h)
        by_group[groups.find(h)].horizontal.push_back(horizontal[h]);
    for (std::size_t v = 0; v < vertical.size(); ++v)
        by_group[groups.find(horizontal.size() + v)].vertical.push_back(vertical[v]);

    std::vector<Frame> frames;
    std::vector<Ruling> alone;
    for (Frame& frame : by_group) {
        if (frame.vertical.empty()) {
            alone.insert(alone.end(), frame.horizontal.begin(), frame.horizontal.end());
            continue;
        }
        finish(frame);
        if (frame.horizontal.size() > 1 && frame.vertical.size() > 1) frames.push_back(std::move(frame));
    }
    for (Frame& frame : open_frames(std::move(alone))) frames.push_back(std::move(frame));
    std::sort(frames.begin(), frames.end(),
              [](const Frame& a, const Frame& b) { return a.box.top < b.box.top; });
    return frames;
}

} // namespace nianbao::pdf
