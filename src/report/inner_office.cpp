#include "report/inner_office.hpp"

#include "report/body_name.hpp"
#include "text/contains.hpp"
#include "text/utf8.hpp"

#include <string>

namespace nianbao::report {

namespace {

using text::contains_any;

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (text.ends_with(word)) return true;
    }
    return false;
}

/// 政务（政府信息）公开 → 政务公开
std::string without_brackets(std::string_view text) {
    std::string kept;
    int depth = 0;
    for (const char c : text) {
        if (c == '(') ++depth;
        if (depth == 0) kept += c;
        if (c == ')') --depth;
    }
    return kept;
}

/// Only words that name an office inside a body, the last of them its kind.
bool is_office(std::string_view tail) {
    static constexpr std::string_view words[] = {
        "党政", "综合管理", "综合", "行政", "政务",     "政府信息", "信息", "公开",
        "新闻", "秘书",     "文秘", "宣传", "政策",     "法规",     "机关", "单位",
        "督查", "文电",     "工作", "与",   "领导小组", "协调小组"};
    const std::string office = without_brackets(tail);
    std::string_view rest = office;
    for (const std::string_view kind : {"办公室", "科室", "办", "科", "处", "组", "股", "室", "公开中心"}) {
        if (!rest.ends_with(kind)) continue;
        rest.remove_suffix(kind.size());
        break;
    }
    if (rest.size() == office.size()) return false;
    if (rest.starts_with("办公室")) rest.remove_prefix(std::string_view("办公室").size());
    while (!rest.empty()) {
        bool taken = false;
        for (const std::string_view word : words) {
            if (!rest.starts_with(word)) continue;
            rest.remove_prefix(word.size());
            taken = true;
            break;
        }
        if (!taken) return false;
    }
    return true;
}

bool is_township(std::string_view body) {
    if (body.ends_with("人民政府")) body.remove_suffix(std::string_view("人民政府").size());
    if (body.ends_with("政府")) body.remove_suffix(std::string_view("政府").size());
    return ends_with_any(body, {"镇", "乡", "街道", "苏木"});
}

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

/// 某县人民政府办公室, 某省政府新闻办公室 are bodies, and so is many a 委员会办公室.
bool is_body_of_its_own(std::string_view head, std::string_view tail, std::string_view whole) {
    if (head.ends_with("政府") && !is_township(head))
        return tail.starts_with("办公室") || !contains_any(tail, {"公开", "党政"});
    if (!ends_with_any(head, {"委员会", "委"}) || (tail != "办公室" && tail != "办")) return false;
    const std::string full = std::string(head) + std::string(tail);
    return count(whole, head) == count(whole, full);
}

} // namespace

std::string_view without_inner_office(std::string_view folded, std::string_view whole) {
    for (const std::string_view kind : {"局", "厅", "委", "院", "部", "会", "镇", "乡", "区", "县", "市"}) {
        if (folded.starts_with(kind) && is_office(folded.substr(kind.size()))) return {}; // 局办公室: whose?
    }
    for (std::size_t at = 0; at < folded.size(); at += text::decode_at(folded, at).length) {
        const std::string_view head = folded.substr(0, at);
        const std::string_view tail = folded.substr(at);
        if (!looks_like_body(head) || !is_office(tail) || is_body_of_its_own(head, tail, whole)) continue;
        if (ends_with_any(head, {"省", "市", "县", "区", "旗", "州", "盟"}) &&
            !ends_with_any(head, {"开发区", "高新区", "新区", "园区"}))
            return {};
        return head;
    }
    return folded;
}

} // namespace nianbao::report
