#include "formats/docx_flow.hpp"

#include "formats/docx_text.hpp"
#include "formats/docx_xml.hpp"
#include "text/fold.hpp"

#include <algorithm>
#include <utility>

namespace nianbao::formats {

namespace {

/// A list's number and the text behind it; a space keeps `1.` and `2023年` apart.
std::string numbered(const std::string& number, const std::string& text) {
    if (number.empty()) return text;
    const auto last = static_cast<unsigned char>(number.back());
    return number + (last < 0x80 && last != ' ' ? " " : "") + text;
}

Merge merge_of(pugi::xml_node property) {
    if (!property) return Merge::none;
    return attribute_of(property, "val") == "restart" ? Merge::restart : Merge::go_on;
}

int twips_of(pugi::xml_node width) {
    const bool twips = width && attribute_of(width, "type") != "pct" && attribute_of(width, "type") != "auto";
    return twips ? number_of(width, "w", -1) : -1;
}

class FlowReader {
public:
    FlowReader(const Styles& styles, Numbering& numbering) : styles_(styles), numbering_(numbering) {}

    void blocks(pugi::xml_node container, Flow& flow, int depth) {
        std::string carried; // of paragraphs whose end was deleted: they go on in the next one
        each(container, depth, [&](pugi::xml_node node, std::string_view name, int at) {
            if (name == "p") {
                paragraph(node, flow, carried);
            } else if (name == "tbl") {
                flow.push_back({"", {}});
                flow.back().tables.push_back(table(node, at + 1));
            } else {
                return false;
            }
            return true;
        });
        if (!carried.empty()) flow.push_back({std::move(carried), {}});
    }

    bool incomplete = false;

private:
    /// Calls `take` for the elements of a container; what it does not take is a wrapper (w:sdt, w:ins …)
    /// whose elements are taken instead.
    template<class Take>
    void each(pugi::xml_node container, int depth, const Take& take) {
        if (depth > deepest_element) {
            incomplete = true;
            return;
        }
        for (const pugi::xml_node child : container.children()) {
            if (child.type() != pugi::node_element) continue;
            const std::string_view name = local_name(child);
            if (is_left_out(name) || take(child, name, depth)) continue;
            each(name == "AlternateContent" ? child_of(child, "Choice") : child, depth + 1, take);
        }
    }

    void paragraph(pugi::xml_node node, Flow& flow, std::string& carried) {
        const pugi::xml_node properties = child_of(node, "pPr");
        const ParagraphStyle own = own_properties(properties);
        const ParagraphStyle style = styles_.paragraph(attribute_of(child_of(properties, "pStyle"), "val"));
        ParagraphText read = paragraph_text(node, styles_, style.hidden.value_or(false));
        incomplete = incomplete || read.too_deep;
        std::string text = std::exchange(carried, {}) + read.text;
        const pugi::xml_node mark = child_of(properties, "rPr");
        if (child_of(mark, "del") || child_of(mark, "moveFrom")) {
            carried = std::move(text);
            return;
        }
        const bool blank = text::trim(text).empty();
        if (blank && own.hidden.value_or(false)) return;
        const ListPlace place{own.list.list ? own.list.list : style.list.list,
                              own.list.level ? own.list.level : style.list.level};
        const std::string number = numbering_.next(place, own.list.list ? "" : style.list_style);
        if (blank) {
            text.clear();
        } else {
            text = numbered(number, text);
            const bool indented = own.indented.value_or(style.indented.value_or(false));
            if (indented && text::trim(text).data() == text.data()) text.insert(0, "　　");
        }
        flow.push_back({std::move(text), {}});
    }

    FlowTable table(pugi::xml_node node, int depth) {
        FlowTable table;
        for (const pugi::xml_node column : child_of(node, "tblGrid").children()) {
            if (local_name(column) == "gridCol")
                table.widths.push_back(std::max(0, number_of(column, "w", 0)));
        }
        each(node, depth, [&](pugi::xml_node row_node, std::string_view name, int at) {
            if (name != "tr") return false;
            const pugi::xml_node properties = child_of(row_node, "trPr");
            const bool gone = child_of(properties, "del") || is_on(child_of(properties, "hidden"));
            if (!gone) table.rows.push_back(row(row_node, properties, at + 1));
            return true;
        });
        return table;
    }

    FlowRow row(pugi::xml_node node, pugi::xml_node properties, int depth) {
        FlowRow row;
        row.before = number_of(child_of(properties, "gridBefore"), "val", 0);
        row.after = number_of(child_of(properties, "gridAfter"), "val", 0);
        row.before_width = twips_of(child_of(properties, "wBefore"));
        row.after_width = twips_of(child_of(properties, "wAfter"));
        each(node, depth, [&](pugi::xml_node cell_node, std::string_view name, int at) {
            if (name != "tc") return false;
            const pugi::xml_node cell_properties = child_of(cell_node, "tcPr");
            if (!child_of(cell_properties, "cellDel"))
                row.cells.push_back(cell(cell_node, cell_properties, at + 1));
            return true;
        });
        return row;
    }

    FlowCell cell(pugi::xml_node node, pugi::xml_node properties, int depth) {
        FlowCell cell;
        cell.columns = number_of(child_of(properties, "gridSpan"), "val", 1);
        cell.down = merge_of(child_of(properties, "vMerge"));
        cell.across = merge_of(child_of(properties, "hMerge"));
        blocks(node, cell.content, depth);
        return cell;
    }

    const Styles& styles_;
    Numbering& numbering_;
};

bool has_text(const FlowItem& item) {
    if (!text::trim(item.text).empty()) return true;
    for (const FlowTable& table : item.tables) {
        for (const FlowRow& row : table.rows) {
            for (const FlowCell& cell : row.cells) {
                if (nianbao::formats::has_text(cell.content)) return true;
            }
        }
    }
    return false;
}

} // namespace

ReadFlow read_flow(pugi::xml_node container, const Styles& styles, Numbering& numbering) {
    FlowReader reader(styles, numbering);
    ReadFlow flow;
    reader.blocks(container, flow.items, 0);
    flow.incomplete = reader.incomplete;
    return flow;
}

bool has_text(const Flow& flow) {
    return std::any_of(flow.begin(), flow.end(), [](const FlowItem& item) { return has_text(item); });
}

} // namespace nianbao::formats
