#include "support/layouts.hpp"

#include "support/layouts_columns.hpp"
#include "support/layouts_docx.hpp"
#include "support/layouts_encoding.hpp"
#include "support/layouts_html.hpp"
#include "support/layouts_pipe.hpp"
#include "support/layouts_text.hpp"

#include <array>

namespace nianbao::test {

namespace {

constexpr auto layouts = std::to_array<Layout>({
    {"tsv", Blanks::kept, render_tsv},
    {"tsv_shifted", Blanks::shifted, render_tsv_shifted},
    {"tsv_rows_shifted", Blanks::shifted, render_tsv_rows_shifted},
    {"tsv_trimmed", Blanks::lost, render_tsv_trimmed},
    {"cell_a_line", Blanks::kept, render_cell_a_line},
    {"cell_a_line_spaced", Blanks::kept, render_cell_a_line_spaced},
    {"cell_a_line_no_blanks", Blanks::lost, render_cell_a_line_no_blanks},
    {"cell_a_line_numbered", Blanks::any, render_cell_a_line_numbered},
    {"columns", Blanks::lost, render_columns},
    {"columns_paged", Blanks::lost, render_columns_paged},
    {"flow", Blanks::lost, render_flow},
    {"flow_paged", Blanks::lost, render_flow_paged},
    {"flow_numbered", Blanks::any, render_flow_numbered},
    {"flip_book", Blanks::lost, render_flip_book},
    {"section_a_line", Blanks::lost, render_section_a_line},
    {"one_line", Blanks::lost, render_one_line},
    {"pipes", Blanks::kept, render_pipes},
    {"pipes_open", Blanks::kept, render_pipes_open},
    {"pipes_between", Blanks::kept, render_pipes_between},
    {"pipes_doubled", Blanks::kept, render_pipes_doubled},
    {"pipes_wide", Blanks::kept, render_pipes_wide},
    {"markdown", Blanks::kept, render_markdown},
    {"pipes_dropped", Blanks::kept, render_pipes_dropped},
    {"pipes_repeated", Blanks::kept, render_pipes_repeated},
    {"pipes_trailing", Blanks::lost, render_pipes_trailing},
    {"pipe_behind", Blanks::kept, render_pipe_behind},
    {"pipe_behind_row_end", Blanks::lost, render_pipe_behind_row_end},
    {"pipe_before", Blanks::kept, render_pipe_before},
    {"pipe_row_begin", Blanks::lost, render_pipe_row_begin},
    {"pipe_own_line", Blanks::kept, render_pipe_own_line},
    {"html", Blanks::kept, render_html},
    {"html_soup", Blanks::kept, render_html_soup},
    {"html_word", Blanks::kept, render_html_word},
    {"html_filler", Blanks::kept, render_html_filler},
    {"html_filler_head", Blanks::kept, render_html_filler_head},
    {"html_site", Blanks::kept, render_html_site},
    {"html_split", Blanks::kept, render_html_split},
    {"html_gb18030", Blanks::kept, render_html_gb18030},
    {"html_utf16", Blanks::kept, render_html_utf16},
    {"html_big5", Blanks::kept, render_html_big5, true},
    {"mhtml_quoted", Blanks::kept, render_mhtml_quoted},
    {"mhtml_base64", Blanks::kept, render_mhtml_base64},
    {"docx", Blanks::kept, render_docx},
    {"gb18030", Blanks::kept, render_gb18030},
    {"utf16le", Blanks::kept, render_utf16le},
    {"utf16be", Blanks::kept, render_utf16be},
    {"utf16le_bom", Blanks::kept, render_utf16le_bom},
    {"utf16be_bom", Blanks::kept, render_utf16be_bom},
    {"big5", Blanks::kept, render_big5, true},
    {"traditional", Blanks::kept, render_traditional, true},
});

} // namespace

std::span<const Layout> all_layouts() {
    return layouts;
}

} // namespace nianbao::test
