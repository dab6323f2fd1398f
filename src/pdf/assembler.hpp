// The pages' lines and tables to the blocks of a document, in reading order.
#pragma once

#include "document/document.hpp"
#include "pdf/columns.hpp"
#include "pdf/grid.hpp"
#include "pdf/page_marks.hpp"

#include <optional>
#include <vector>

namespace nianbao::pdf {

class Assembler {
public:
    /// `margin`: where the flush lines of the text begin.
    Assembler(document::Document& document, double margin) : document_(document), margin_(margin) {}

    /// The next page; `grids` by their upper ends. Pages count from 1.
    void page(PageText text, std::vector<Grid> grids, int number);
    void finish();

private:
    void add_table(Grid grid, bool first_on_page, int number);
    bool goes_on_with(const Grid& grid, int number) const;
    void flush();
    void emit(Grid grid);
    void emit(FlowReading reading);

    document::Document& document_;
    double margin_;
    std::optional<Grid> open_;     ///< the table that the next page may go on with
    int open_page_ = 0;            ///< where it ends
    std::vector<FlowLine> beside_; ///< text over it that is in no cell: a watermark
    std::vector<FlowLine> flow_;   ///< lines behind it
};

} // namespace nianbao::pdf
