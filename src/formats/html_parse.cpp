#include "formats/html_parse.hpp"

#include "formats/html_arena.hpp"
#include "formats/html_attributes.hpp"

#include <gumbo.h>

#include <array>
#include <initializer_list>
#include <string>
#include <vector>

namespace nianbao::formats::html {

namespace {

constexpr std::size_t most_memory = std::size_t{384} << 20;

enum class Role : std::uint8_t {
    inline_text,
    left_out, ///< never shown, or shown as something else than this text
    block,
    heading,
    container,
    table,
    row_group,
    row,
    cell,
    line_break,
    preformatted,
    link,
    raised, ///< sup, sub: 5 with the note mark 1 is not 51
    input,
    meta,
};

using Roles = std::array<Role, GUMBO_TAG_LAST>;

constexpr Roles make_roles() {
    Roles roles{};
    const auto set = [&](Role role, std::initializer_list<GumboTag> tags) {
        for (const GumboTag tag : tags) roles[tag] = role;
    };
    set(Role::left_out,
        {GUMBO_TAG_HEAD,   GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
         GUMBO_TAG_SELECT, GUMBO_TAG_OPTION,   GUMBO_TAG_OPTGROUP, GUMBO_TAG_DATALIST, GUMBO_TAG_TEXTAREA,
         GUMBO_TAG_IFRAME, GUMBO_TAG_NOFRAMES, GUMBO_TAG_NOEMBED,  GUMBO_TAG_OBJECT,   GUMBO_TAG_APPLET,
         GUMBO_TAG_VIDEO,  GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS,   GUMBO_TAG_SVG,      GUMBO_TAG_MATH,
         GUMBO_TAG_RT,     GUMBO_TAG_RP,       GUMBO_TAG_DEL,      GUMBO_TAG_S,        GUMBO_TAG_STRIKE,
         GUMBO_TAG_TITLE,  GUMBO_TAG_COL,      GUMBO_TAG_COLGROUP, GUMBO_TAG_PROGRESS, GUMBO_TAG_METER});
    set(Role::block,
        {GUMBO_TAG_BODY,    GUMBO_TAG_ARTICLE,    GUMBO_TAG_SECTION, GUMBO_TAG_HGROUP,     GUMBO_TAG_HEADER,
         GUMBO_TAG_ADDRESS, GUMBO_TAG_P,          GUMBO_TAG_HR,      GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_OL,
         GUMBO_TAG_UL,      GUMBO_TAG_LI,         GUMBO_TAG_DL,      GUMBO_TAG_DT,         GUMBO_TAG_DD,
         GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_MAIN,    GUMBO_TAG_DIV,        GUMBO_TAG_CAPTION,
         GUMBO_TAG_FORM,    GUMBO_TAG_FIELDSET,   GUMBO_TAG_LEGEND,  GUMBO_TAG_DETAILS,    GUMBO_TAG_SUMMARY,
         GUMBO_TAG_MENU,    GUMBO_TAG_MENUITEM,   GUMBO_TAG_DIR,     GUMBO_TAG_CENTER,     GUMBO_TAG_MARQUEE,
         GUMBO_TAG_MULTICOL});
    set(Role::heading, {GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6});
    set(Role::container, {GUMBO_TAG_NAV, GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER});
    set(Role::row_group, {GUMBO_TAG_TBODY, GUMBO_TAG_THEAD, GUMBO_TAG_TFOOT});
    set(Role::cell, {GUMBO_TAG_TD, GUMBO_TAG_TH});
    set(Role::preformatted, {GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT});
    set(Role::raised, {GUMBO_TAG_SUP, GUMBO_TAG_SUB});
    roles[GUMBO_TAG_TABLE] = Role::table;
    roles[GUMBO_TAG_TR] = Role::row;
    roles[GUMBO_TAG_BR] = Role::line_break;
    roles[GUMBO_TAG_A] = Role::link;
    roles[GUMBO_TAG_INPUT] = Role::input;
    roles[GUMBO_TAG_META] = Role::meta;
    return roles;
}

constexpr Roles roles = make_roles();

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

/// In one walk over the attributes.
Looks looks_of(const GumboElement& element) {
    Looks looks;
    for (unsigned int i = 0; i < element.attributes.length; ++i) {
        const auto& one = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        add_look(looks, one.name, one.value);
    }
    return looks;
}

/// Word's own data islands hold no text: <xml>, <w:View> … (<o:p> and smart tags do).
bool is_word_data(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return false;
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    const std::string tag = lower_without_spaces(std::string_view(name.data, name.length));
    return tag == "xml" || tag.starts_with("w:") || (tag.starts_with("o:") && tag != "o:p");
}

class Flattener {
public:
    Flattener(Page& page, Hidden hidden) : page_(page), writer_(page), hidden_(hidden) {}

    void walk(const GumboNode& root) {
        enter(root);
        while (!stack_.empty()) {
            Frame& top = stack_.back();
            const GumboVector& children = top.node->v.element.children;
            if (top.next < children.length) {
                enter(*static_cast<const GumboNode*>(children.data[top.next++]));
            } else {
                leave(top);
                stack_.pop_back();
            }
        }
        writer_.close();
    }

private:
    struct Frame {
        const GumboNode* node;
        Role role;
        bool box;
        bool apart;
        unsigned int next = 0;
    };

    void enter(const GumboNode& node) {
        if (node.type == GUMBO_NODE_ELEMENT) return element(node);
        const bool text = node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
        if (text) writer_.text(node.v.text.text, static_cast<int>(node.v.text.start_pos.line));
    }

    void element(const GumboNode& node) {
        const GumboElement& element = node.v.element;
        const Role role = roles[element.tag];
        if (element.tag == GUMBO_TAG_HEAD) return head(element);
        if (role == Role::meta) return meta(element);
        if (role == Role::line_break) return writer_.break_line();
        if (role == Role::left_out || is_word_data(element)) return;
        const Looks looks = looks_of(element);
        if (is_hidden(looks, role) && hidden_ == Hidden::leave_out && element.tag != GUMBO_TAG_BODY) return;
        if (role == Role::input) return input(element);
        const bool box = has_box(role) || looks.block;
        if (box) writer_.open(box_of(element, role, looks));
        if (role == Role::preformatted) writer_.preformatted(true);
        if (role == Role::cell) ++cells_;
        if (role == Role::link) {
            ++links_;
            writer_.link(true);
        }
        // In a cell a link or a raised digit is the mark of a note: 112 with the note 1 is not 1121.
        const bool apart = role == Role::raised || (cells_ > 0 && (role == Role::link || looks.raised));
        if (apart) writer_.part();
        stack_.push_back({&node, role, box, apart});
    }

    void leave(const Frame& frame) {
        if (frame.role == Role::preformatted) writer_.preformatted(false);
        if (frame.role == Role::cell) --cells_;
        if (frame.role == Role::link) writer_.link(--links_ != 0);
        if (frame.apart) writer_.part();
        if (frame.box) writer_.close();
    }

    /// A cell that is hidden from screen readers, or left blank, stands in its table all the same.
    static bool is_hidden(const Looks& looks, Role role) {
        const bool table_part = role == Role::cell || role == Role::row || role == Role::row_group;
        return looks.hidden || (looks.hidden_in_place && !table_part);
    }

    static bool has_box(Role role) {
        return role != Role::inline_text && role != Role::link && role != Role::raised;
    }

    static Box box_of(const GumboElement& element, Role role, const Looks& looks) {
        Box box;
        switch (role) {
        case Role::heading:
            box.kind = BoxKind::heading;
            break;
        case Role::container:
            box.kind = BoxKind::container;
            break;
        case Role::table:
            box.kind = BoxKind::table;
            break;
        case Role::row_group:
            box.kind = BoxKind::row_group;
            break;
        case Role::row:
            box.kind = BoxKind::row;
            break;
        case Role::cell:
            box.kind = BoxKind::cell;
            box.column_span = span_in(attribute(element, "colspan"), 1, most_columns_of_cell);
            box.row_span = span_in(attribute(element, "rowspan"), 0, most_rows_of_cell);
            break;
        default:
            break;
        }
        box.named_title = looks.title || element.tag == GUMBO_TAG_H1 || element.tag == GUMBO_TAG_H2;
        box.line = static_cast<int>(element.start_pos.line);
        return box;
    }

    /// A form filled in on screen shows the values of its fields in the cells of the table.
    void input(const GumboElement& element) {
        const std::string type = lower_without_spaces(attribute(element, "type"));
        if (cells_ == 0 || (!type.empty() && type != "text" && type != "number")) return;
        writer_.part();
        writer_.text(attribute(element, "value"), static_cast<int>(element.start_pos.line));
        writer_.part();
    }

    void head(const GumboElement& element) {
        for (unsigned int i = 0; i < element.children.length; ++i) {
            const auto& child = *static_cast<const GumboNode*>(element.children.data[i]);
            if (child.type != GUMBO_NODE_ELEMENT) continue;
            if (child.v.element.tag == GUMBO_TAG_META) meta(child.v.element);
            if (child.v.element.tag == GUMBO_TAG_TITLE) title(child.v.element);
        }
    }

    void title(const GumboElement& element) {
        if (element.children.length == 0 || !page_.metadata.title.empty()) return;
        const auto& text = *static_cast<const GumboNode*>(element.children.data[0]);
        if (text.type == GUMBO_NODE_TEXT) page_.metadata.title = one_line(text.v.text.text);
    }

    /// What the content systems of government sites (GB/T 33190 and its kin) say of an article.
    void meta(const GumboElement& element) {
        const std::string name = lower_without_spaces(attribute(element, "name"));
        const std::string content = one_line(attribute(element, "content"));
        if (content.empty()) return;
        if (name == "articletitle") article_title_ = content;
        if (name == "contentsource") page_.metadata.publisher = content;
        if (name == "author" && page_.metadata.publisher.empty()) page_.metadata.publisher = content;
        if (name == "pubdate") page_.metadata.published = content;
        if (!article_title_.empty()) page_.metadata.title = article_title_;
    }

    Page& page_;
    PageWriter writer_;
    Hidden hidden_;
    std::vector<Frame> stack_;
    std::string article_title_;
    int links_ = 0; ///< that are open
    int cells_ = 0;
};

void* take_from(void* arena, std::size_t size) {
    return static_cast<Arena*>(arena)->take(size);
}

void give_back(void*, void*) {}

/// No object with a destructor may live in this frame: the arena jumps back here.
const GumboOutput* gumbo_tree(std::string_view utf8, Arena& arena) {
    if (setjmp(arena.full()) != 0) return nullptr;
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    options.allocator = take_from;
    options.deallocator = give_back;
    options.userdata = &arena;
    return gumbo_parse_with_options(&options, utf8.data(), utf8.size());
}

} // namespace

std::optional<Page> parse(std::string_view utf8, Hidden hidden) {
    Arena arena(most_memory);
    const GumboOutput* tree = gumbo_tree(utf8, arena);
    if (!tree) return std::nullopt;
    Page page;
    Flattener(page, hidden).walk(*tree->root);
    return page;
}

} // namespace nianbao::formats::html
