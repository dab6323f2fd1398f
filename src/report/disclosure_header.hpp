// The header of a block of table 2: what each value under it measures. A value goes by its header's word, not
// by its place; a word that is none of the form's (上年数, 备注) holds its column and shifts nothing.
#pragma once

#include "report/form.hpp"
#include "report/runs.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nianbao::report {

/// Codes of measures, in the order of the cells; empty where a cell is none of the form's.
using Measures = std::vector<std::string_view>;

/// What the values of one item are.
struct ItemColumns {
    Measures form;       ///< the measures that the form has for the item
    Measures printed;    ///< of the printed cells
    bool certain = true; ///< false where the header has columns that cannot be told apart
};

class DisclosureHeader {
public:
    DisclosureHeader() = default;
    /// The last header among the pieces; `found` is false where there is none.
    explicit DisclosureHeader(const std::vector<LabelPiece>& pieces);

    /// The columns of an item in a table of the form `whole`.
    ItemColumns columns_of(std::string_view item, Generation whole) const;

    bool found = false;
    /// Where the first value stands behind its item, known from a header row: 信息内容 and its first measure;
    /// 0 where the header is no row of cells.
    int item_column = 0;
    int first_measure = 0;
    /// Cells under each measure: some exporters write a merged cell again in every column it covered.
    std::vector<std::size_t> covered;
    std::string_view unit;
    /// The words that are none of the form's.
    std::string unknown_words() const;

private:
    ItemColumns by_words(std::span<const std::string_view> form) const;
    ItemColumns by_cells(std::span<const std::string_view> form) const;
    void read_row(const std::vector<LabelPiece>& pieces, std::size_t begin);

    std::string words_;
    Measures measures_;               ///< all that the header names, in its order
    std::vector<std::string> labels_; ///< its cells, where they are known one by one
};

} // namespace nianbao::report
