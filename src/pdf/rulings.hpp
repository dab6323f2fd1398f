// The ruling lines of a PDF: the only user of qpdf. It also weighs what a page holds before poppler reads it:
// poppler aborts its process when memory ends.
#pragma once

#include "pdf/page.hpp"
#include "pdf/strokes.hpp"

#include <memory>
#include <string_view>

namespace nianbao::pdf {

class Rulings {
public:
    /// `bytes` must outlive the object. A file that qpdf cannot read has no rulings.
    explicit Rulings(std::string_view bytes);
    ~Rulings();
    Rulings(const Rulings&) = delete;
    Rulings& operator=(const Rulings&) = delete;

    /// Adds the rulings of a page, counted from 0. Throws OverBudget.
    void add_to(Page& page, int index);

private:
    struct File;
    std::unique_ptr<File> file_;
    Budget budget_;
};

} // namespace nianbao::pdf
