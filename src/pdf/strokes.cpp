#include "pdf/strokes.hpp"

#include "pdf/content_lexer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace nianbao::pdf {

namespace {

constexpr double thickest = 3.0; ///< points; a thicker bar is no line
constexpr double shortest = 1.0; ///< points; corner pieces and dots
constexpr double straight = 0.6; ///< points by which a line may be askew
constexpr std::size_t most_states = 256;
constexpr std::size_t most_rulings = 20'000; ///< a page
constexpr std::size_t most_points = 100'000; ///< a path
constexpr int deepest_form = 24;
constexpr int invisible = 3; ///< text rendering mode

struct Point {
    double x = 0;
    double y = 0;
};

using SubPath = std::vector<Point>;

struct State {
    Matrix matrix;
    double line_width = 1;
    int text_mode = 0;
};

Point apply(const Matrix& m, double x, double y) {
    return {m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f};
}

class Painter {
public:
    Painter(Budget& budget, Page& page) : budget_(budget), page_(page) {}

    void run(std::string_view content, const Matrix& matrix, const std::shared_ptr<Forms>& forms, int depth) {
        if (depth > deepest_form) throw OverBudget();
        Budget::take(budget_.bytes, content.size());
        std::vector<State> saved;
        State state;
        state.matrix = matrix;
        ContentLexer lexer(content);
        for (ContentToken token = lexer.next(); token.kind != ContentToken::Kind::end; token = lexer.next()) {
            if (token.kind == ContentToken::Kind::number) {
                push(token.number);
            } else if (token.kind == ContentToken::Kind::name) {
                name_ = token.text;
            } else if (token.kind == ContentToken::Kind::word) {
                Budget::take(budget_.operators, 1);
                if (token.text == "Do") {
                    paint_form(state, forms, depth);
                } else {
                    operate(token.text, state, saved);
                }
                count_ = 0;
            }
        }
        path_.clear();
    }

private:
    void push(double number) {
        if (count_ == operands_.size()) { // of an array: only the last are an operator's
            std::rotate(operands_.begin(), operands_.begin() + 1, operands_.end());
            --count_;
        }
        operands_[count_++] = number;
    }

    /// The last `wanted` operands, or nullptr where there are fewer.
    const double* operands(std::size_t wanted) const {
        return count_ < wanted ? nullptr : operands_.data() + (count_ - wanted);
    }

    void paint_form(const State& state, const std::shared_ptr<Forms>& forms, int depth) {
        Budget::take(budget_.forms, 1);
        auto form = forms ? forms->find(name_) : std::nullopt;
        if (!form) return;
        path_.clear();
        run(form->content, form->matrix * state.matrix, form->forms, depth + 1);
    }

    void operate(std::string_view op, State& state, std::vector<State>& saved) {
        if (op == "q") {
            if (saved.size() < most_states) saved.push_back(state);
        } else if (op == "Q") {
            if (!saved.empty()) {
                state = saved.back();
                saved.pop_back();
            }
        } else if (op == "cm") {
            if (const double* o = operands(6))
                state.matrix = Matrix{o[0], o[1], o[2], o[3], o[4], o[5]} * state.matrix;
        } else if (op == "w") {
            if (const double* o = operands(1)) state.line_width = o[0];
        } else if (op == "Tr") {
            if (const double* o = operands(1)) state.text_mode = static_cast<int>(std::clamp(o[0], 0.0, 7.0));
        } else if (op == "Tj" || op == "TJ" || op == "'" || op == "\"") {
            page_.hidden_text = page_.hidden_text || state.text_mode == invisible;
        } else if (!build(op, state)) {
            paint(op, state);
        }
    }

    /// Operators that build the path.
    bool build(std::string_view op, const State& state) {
        if (op == "m") {
            if (const double* o = operands(2)) path_.push_back({apply(state.matrix, o[0], o[1])});
        } else if (op == "l") {
            if (const double* o = operands(2)) line_to(apply(state.matrix, o[0], o[1]));
        } else if (op == "c") {
            if (const double* o = operands(6)) line_to(apply(state.matrix, o[4], o[5]));
        } else if (op == "v" || op == "y") {
            if (const double* o = operands(4)) line_to(apply(state.matrix, o[2], o[3]));
        } else if (op == "h") {
            close();
        } else if (op == "re") {
            if (const double* o = operands(4)) rectangle(state.matrix, o[0], o[1], o[2], o[3]);
        } else {
            return false;
        }
        points_ = path_.empty() ? 0 : points_ + 1;
        if (points_ > most_points) path_.clear();
        return true;
    }

    void line_to(Point point) {
        if (!path_.empty()) path_.back().push_back(point);
    }

    void close() {
        if (!path_.empty() && !path_.back().empty()) path_.back().push_back(path_.back().front());
    }

    void rectangle(const Matrix& matrix, double x, double y, double width, double height) {
        path_.push_back({apply(matrix, x, y), apply(matrix, x + width, y),
                         apply(matrix, x + width, y + height), apply(matrix, x, y + height),
                         apply(matrix, x, y)});
    }

    void paint(std::string_view op, const State& state) {
        const bool closes = op == "s" || op == "b" || op == "b*";
        const bool strokes = closes || op == "S" || op == "B" || op == "B*";
        const bool fills =
            op == "f" || op == "F" || op == "f*" || op == "B" || op == "B*" || op == "b" || op == "b*";
        if (!strokes && !fills && op != "n") return;
        if (closes) close();
        for (const SubPath& sub_path : path_) {
            if (fills && fill(sub_path)) continue;
            if (strokes) stroke(sub_path, state);
        }
        path_.clear();
        points_ = 0;
    }

    /// True where the shape is as thin as a line.
    bool fill(const SubPath& shape) {
        if (shape.size() < 2) return false;
        Box box{shape[0].x, shape[0].y, shape[0].x, shape[0].y};
        for (const Point& point : shape) box.add({point.x, point.y, point.x, point.y});
        if (box.height() <= thickest && box.width() > 2 * box.height()) {
            add({true, box.middle_y(), box.left, box.right});
            return true;
        }
        if (box.width() <= thickest && box.height() > 2 * box.width()) {
            add({false, box.middle_x(), box.top, box.bottom});
            return true;
        }
        return false;
    }

    void stroke(const SubPath& line, const State& state) {
        const Matrix& m = state.matrix;
        const double scale = std::sqrt(std::abs(m.a * m.d - m.b * m.c));
        if (state.line_width * scale > thickest) return;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const Point a = line[i - 1];
            const Point b = line[i];
            if (std::abs(a.y - b.y) <= straight && std::abs(a.x - b.x) > straight) {
                add({true, (a.y + b.y) / 2, std::min(a.x, b.x), std::max(a.x, b.x)});
            } else if (std::abs(a.x - b.x) <= straight && std::abs(a.y - b.y) > straight) {
                add({false, (a.x + b.x) / 2, std::min(a.y, b.y), std::max(a.y, b.y)});
            }
        }
    }

    void add(const Ruling& ruling) {
        const bool sound = std::isfinite(ruling.at) && std::isfinite(ruling.from) && std::isfinite(ruling.to);
        if (!sound || ruling.to - ruling.from < shortest || page_.rulings.size() >= most_rulings) return;
        page_.rulings.push_back(ruling);
    }

    Budget& budget_;
    Page& page_;
    std::array<double, 6> operands_{};
    std::size_t count_ = 0;
    std::size_t points_ = 0;
    std::string name_; ///< a copy: the content of a form ends before its caller goes on
    std::vector<SubPath> path_;
};

} // namespace

Matrix Matrix::operator*(const Matrix& outer) const {
    return {a * outer.a + b * outer.c,           a * outer.b + b * outer.d,
            c * outer.a + d * outer.c,           c * outer.b + d * outer.d,
            e * outer.a + f * outer.c + outer.e, e * outer.b + f * outer.d + outer.f};
}

void add_strokes(std::string_view content, const Matrix& to_page, const std::shared_ptr<Forms>& forms,
                 Budget& budget, Page& page) {
    Painter(budget, page).run(content, to_page, forms, 0);
}

} // namespace nianbao::pdf
