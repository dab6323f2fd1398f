#include "support/layouts_html.hpp"

#include <algorithm>
#include <functional>

namespace nianbao::test {

namespace {

std::string span_attributes(const GridCell& cell, const std::string& quote) {
    std::string text;
    if (cell.columns > 1) text += " colspan=" + quote + std::to_string(cell.columns) + quote;
    if (cell.rows > 1) text += " rowspan=" + quote + std::to_string(cell.rows) + quote;
    return text;
}

std::string nbsp_if_blank(const std::string& text) {
    return text.empty() ? "&nbsp;" : text;
}

using Write = std::function<std::string(const GridCell&)>;

std::string html_rows(const std::vector<GridRow>& rows, const Write& cell, const std::string& row_end) {
    std::string text;
    for (const GridRow& row : rows) {
        text += "<tr>";
        for (const GridCell& one : row.cells) text += cell(one);
        text += row_end + "\n";
    }
    return text;
}

std::string clean_cell(const GridCell& cell) {
    return "<td" + span_attributes(cell, "\"") + ">" + cell.text + "</td>";
}

std::string clean_table(const std::vector<GridRow>& rows) {
    return "<table border=\"1\"><tbody>\n" + html_rows(rows, clean_cell, "</tr>") + "</tbody></table>\n";
}

std::string paragraph(const Part& part) {
    if (part.kind == PartKind::title) return "<h1>" + part.text + "</h1>\n";
    return "<p>　　" + part.text + "</p>\n";
}

using WriteTable = std::function<std::string(const Grid&)>;

std::string body_of(const Sheet& sheet, const WriteTable& table) {
    std::string text;
    for (const Part& part : sheet.parts)
        text += part.kind == PartKind::table ? table(part.grid) : paragraph(part);
    return text;
}

std::string page(const std::string& body, const std::string& charset = "utf-8") {
    return "<!DOCTYPE html>\n<html><head><meta charset=\"" + charset +
           "\"><title>信息公开</title></head><body>\n" + body + "</body></html>\n";
}

/// Every place of the grid as a cell of its own; empty where a merged cell covers it.
std::vector<GridRow> with_fillers(const Grid& grid) {
    std::vector<GridRow> rows = grid.rows;
    const auto fields = fields_of(grid, Merged::blank);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].cells = fields[i];
    return rows;
}

/// Mail's base64, 76 characters a line.
std::string base64(const std::string& bytes) {
    const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        unsigned block = 0;
        const std::size_t here = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k)
            block = block << 8 | (k < here ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) text += k <= here ? letters[block >> (18 - 6 * k) & 63U] : '=';
        if (i / 3 % 19 == 18) text += "\r\n";
    }
    return text;
}

/// Soft line ends after 75 characters at most, anywhere, within a character too.
std::string quoted_printable(const std::string& bytes) {
    const std::string digits = "0123456789ABCDEF";
    std::string text;
    std::size_t on_line = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        std::string next(1, c);
        if (c == '\n') {
            next = "\r\n";
        } else if (byte > 126 || byte < 32 || c == '=') {
            next = {'=', digits[byte >> 4], digits[byte & 15]};
        }
        if (c != '\n' && on_line + next.size() > 75) {
            text += "=\r\n";
            on_line = 0;
        }
        on_line = c == '\n' ? 0 : on_line + next.size();
        text += next;
    }
    return text;
}

std::string mail(const std::string& part_headers, const std::string& content) {
    const std::string boundary = "----MultipartBoundary--p7TrZ2----";
    return "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.invalid/bg.html\r\n"
           "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"" +
           boundary + "\"\r\n\r\n\r\n--" + boundary + "\r\n" + part_headers + "\r\n" + content + "\r\n--" +
           boundary + "\r\nContent-Type: text/css\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
           "td { width: 12px; }\r\n--" + boundary + "--\r\n";
}

} // namespace

std::string render_html(const Sheet& sheet, std::mt19937&) {
    return page(body_of(sheet, [](const Grid& grid) { return clean_table(grid.rows); }));
}

std::string render_html_soup(const Sheet& sheet, std::mt19937& random) {
    std::string text = "<HTML><HEAD><TITLE>信息公开</TITLE><BODY bgcolor=#FFFFFF>\n";
    const Write cell = [&](const GridCell& one) {
        const std::string open = "<TD align=center" + span_attributes(one, "") + ">";
        return open + (random() % 3 == 0 ? "<P align=center><FONT size=3>" : "") + nbsp_if_blank(one.text);
    };
    for (const Part& part : sheet.parts) {
        if (part.kind == PartKind::table) {
            text += "<TABLE border=1 width=100%>" + html_rows(part.grid.rows, cell, "") + "</TABLE>\n";
        } else {
            text += (random() % 2 == 0 ? "<P>　　<B>" : "<P><FONT face=宋体>") + part.text + "<BR>\n";
        }
    }
    return text;
}

std::string render_html_word(const Sheet& sheet, std::mt19937& random) {
    // Word cuts runs of text wherever fonts change: Chinese, digits, a cursor that once stood there.
    const auto runs = [&](const std::string& text) {
        std::string out;
        for (const std::string& piece : pieces(text, any_of(random, 2, 30)))
            out += "<span lang=EN-US style='font-size:10.5pt;font-family:仿宋_GB2312'>" + piece + "</span>";
        return out;
    };
    const Write cell = [&](const GridCell& one) {
        return "<td width=62" + span_attributes(one, "") +
               " valign=top style='border:solid windowtext 1.0pt;mso-border-alt:solid .5pt'>\n"
               "<p class=MsoNormal align=center style='text-align:center'>" +
               (one.text.empty() ? "<span lang=EN-US><o:p>&nbsp;</o:p></span>"
                                 : runs(one.text) + "<span lang=EN-US><o:p></o:p></span>") +
               "</p>\n</td>\n";
    };
    std::string text = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv="
                       "Content-Type content=\"text/html; charset=utf-8\"><style><!-- p.MsoNormal "
                       "{margin:0cm} --></style></head><body lang=ZH-CN><div class=WordSection1>\n";
    for (const Part& part : sheet.parts) {
        if (part.kind == PartKind::table) {
            text += "<table class=MsoNormalTable border=1 cellspacing=0>\n" +
                    html_rows(part.grid.rows, cell, "</tr>") +
                    "<![if !supportMisalignedColumns]><![endif]></table>\n";
        } else {
            text += "<p class=MsoNormal style='text-indent:32.0pt'>" + runs(part.text) + "</p>\n";
        }
    }
    return text + "</div></body></html>\n";
}

std::string render_html_filler(const Sheet& sheet, std::mt19937&) {
    return page(body_of(sheet, [](const Grid& grid) { return clean_table(with_fillers(grid)); }));
}

std::string render_html_filler_head(const Sheet& sheet, std::mt19937&) {
    return page(body_of(sheet, [](const Grid& grid) {
        std::vector<GridRow> rows = grid.rows;
        if (grid.table == report::TableKind::disclosure) return clean_table(rows);
        // 自然人 and 总计 stand above an empty cell instead of being two rows high.
        const std::size_t head = header_rows(grid);
        GridRow below{"", {}};
        std::size_t next = 0;
        for (GridCell& cell : rows[head - 2].cells) {
            if (cell.rows == 2) below.cells.push_back({"", 1, 1, CellKind::header});
            for (int k = 0; cell.rows == 1 && k < cell.columns; ++k)
                below.cells.push_back(rows[head - 1].cells[next++]);
            cell.rows = 1;
        }
        rows[head - 1] = below;
        return clean_table(rows);
    }));
}

std::string render_html_site(const Sheet& sheet, std::mt19937&) {
    const std::string content = body_of(sheet, [](const Grid& grid) { return clean_table(grid.rows); });
    return page(
        "<table width=\"1000\"><tr><td colspan=\"2\"><a href=\"/\">首页</a> | <a href=\"/zw\">政务公开"
        "</a> | <a href=\"/hd\">互动交流</a></td></tr><tr><td width=\"200\"><ul><li>政府信息公开指南"
        "</li><li>政府信息公开年报</li><li>行政处罚 12</li></ul></td><td>\n<table><tr><td>发布时间："
        "2024-01-18 浏览次数：235</td></tr><tr><td>\n" +
        content +
        "</td></tr></table></td></tr><tr><td colspan=\"2\">主办：示例市人民政府 访问量达22399人次"
        "</td></tr></table>\n");
}

std::string render_html_split(const Sheet& sheet, std::mt19937& random) {
    return page(body_of(sheet, [&](const Grid& grid) {
        if (grid.table != report::TableKind::requests) return clean_table(grid.rows);
        // The page of the source ended here: the rest is a table of its own, and the row spans end with it.
        std::vector<GridRow> rows = grid.rows;
        const std::size_t cut = any_of(random, header_rows(grid) + 3, rows.size() - 2);
        std::vector<GridRow> rest(rows.begin() + static_cast<std::ptrdiff_t>(cut), rows.end());
        std::vector<GridCell> carried;
        for (std::size_t i = 0; i < cut; ++i) {
            for (GridCell& cell : rows[i].cells) {
                const int beyond = static_cast<int>(i) + cell.rows - static_cast<int>(cut);
                if (beyond <= 0) continue;
                cell.rows -= beyond;
                carried.push_back({"", cell.columns, beyond, cell.kind});
            }
        }
        rows.resize(cut);
        rest.front().cells.insert(rest.front().cells.begin(), carried.begin(), carried.end());
        return clean_table(rows) + clean_table(rest);
    }));
}

std::string render_mhtml_quoted(const Sheet& sheet, std::mt19937& random) {
    return mail("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                "Content-Location: https://example.invalid/bg.html\r\n",
                quoted_printable(render_html(sheet, random)));
}

std::string render_mhtml_base64(const Sheet& sheet, std::mt19937& random) {
    return mail("Content-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: base64\r\n"
                "Content-Location: file:///C:/bg.htm\r\n",
                base64(render_html_word(sheet, random)));
}

} // namespace nianbao::test
