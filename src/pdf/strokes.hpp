// The straight lines that a content stream paints: stroked ones, and the thin filled rectangles that many
// producers use instead. Curves, clipping and colours are passed over.
#pragma once

#include "pdf/page.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace nianbao::pdf {

/// x' = a x + c y + e; y' = b x + d y + f
struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    Matrix operator*(const Matrix& outer) const; ///< first this, then `outer`
};

class Forms;

struct Form {
    std::string content;
    Matrix matrix;
    std::shared_ptr<Forms> forms; ///< those that it may paint itself
};

/// What the operator Do finds by its name.
class Forms {
public:
    virtual ~Forms() = default;
    virtual std::optional<Form> find(std::string_view name) = 0; ///< nullopt for a picture, too
};

/// More work than any report asks for: a bomb.
struct OverBudget : std::runtime_error {
    OverBudget() : std::runtime_error("too much content") {}
};

/// What is left for the whole document.
struct Budget {
    std::size_t operators = 4'000'000;
    std::size_t forms = 20'000;
    std::size_t bytes = 96U << 20;

    static void take(std::size_t& left, std::size_t amount) {
        if (amount > left) throw OverBudget();
        left -= amount;
    }
};

/// Adds the rulings of `content` to `page`. `to_page` leads from the stream's units to the page's. Throws
/// OverBudget.
void add_strokes(std::string_view content, const Matrix& to_page, const std::shared_ptr<Forms>& forms,
                 Budget& budget, Page& page);

} // namespace nianbao::pdf
