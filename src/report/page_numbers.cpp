// Certain are numbers amid the prose and right behind the words of a header that no value follows. From one
// certain number to the next pages count up, and a page holds some strips: what does not fit between its
// neighbours is no page's number.
#include "report/page_numbers.hpp"

#include "report/vocabulary.hpp"
#include "text/contains.hpp"

#include <algorithm>
#include <optional>

namespace nianbao::report {

namespace {

struct Bare {
    std::size_t strip = 0;
    int value = 0;
};

std::optional<int> bare_number(const Strip& strip) {
    constexpr std::size_t most_digits = 3;
    const std::string& text = strip.folded;
    if (strip.is_row() || text.empty() || text.size() > most_digits || text.front() == '0')
        return std::nullopt;
    if (text.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    return std::stoi(text);
}

/// Words of the headers and groups of tables 2 and 3 behind which no value stands. 总计, 其他 and
/// （六）其他处理 may be rows, and under the header of table 4 values follow.
bool has_no_value(SectionKind kind, std::string_view folded) {
    if (kind == SectionKind::disclosure) {
        return is_table_text(TableKind::disclosure, folded) && !disclosure_item(folded) &&
               text::contains_any(folded, {"信息内容", "第二十条", "件数", "数量", "金额"});
    }
    if (kind != SectionKind::requests) return false;
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{
            "申请人情况", "自然人", "法人或其他组织", "商业企业", "企业", "科研机构", "机构", "社会公益组织",
            "法律服务机构", "三、本年度办理结果", "(三)不予公开", "(四)无法提供", "(五)不予处理"},
        [&](std::string_view words) { return folded == words; });
}

bool is_prose(SectionKind kind) {
    return kind != SectionKind::disclosure && kind != SectionKind::requests && kind != SectionKind::disputes;
}

class PageNumbers {
public:
    PageNumbers(const std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
        for (const SectionPart& part : parts) {
            for (std::size_t i = part.begin; i < part.end; ++i) {
                const auto value = bare_number(strips[i]);
                if (value) all_.push_back({i, *value});
                const bool certain = value && (is_prose(part.kind) ||
                                               (i > 0 && has_no_value(part.kind, strips[i - 1].folded)));
                if (certain) certain_.push_back({i, *value});
            }
        }
        keep_those_that_count_up();
    }

    std::vector<std::size_t> possible() const {
        std::vector<std::size_t> strips;
        if (certain_.empty()) return strips;
        auto next = certain_.begin();
        for (const Bare& bare : all_) {
            while (next != certain_.end() && next->strip < bare.strip) ++next;
            const bool above = next == certain_.begin() || counts_up(*std::prev(next), bare);
            const bool below = next == certain_.end() || next->strip == bare.strip || counts_up(bare, *next);
            if (above && below) strips.push_back(bare.strip);
        }
        return strips;
    }

private:
    /// As many pages lie between the two as their numbers say, at most.
    static bool counts_up(const Bare& before, const Bare& behind) {
        constexpr std::size_t least_strips = 10; ///< of a page
        constexpr std::size_t short_pages = 2;
        if (behind.value <= before.value) return false;
        const auto pages = static_cast<std::size_t>(behind.value - before.value);
        return pages <= short_pages + (behind.strip - before.strip) / least_strips;
    }

    /// The longest row of certain numbers that counts up: the others are something else.
    void keep_those_that_count_up() {
        constexpr std::size_t most = 500; ///< in a text of numbers none are told apart
        if (certain_.size() > most) certain_.clear();
        std::vector<std::size_t> length(certain_.size(), 1);
        std::vector<std::size_t> from(certain_.size());
        std::size_t last = 0;
        for (std::size_t i = 0; i < certain_.size(); ++i) {
            from[i] = i;
            for (std::size_t k = 0; k < i; ++k) {
                if (counts_up(certain_[k], certain_[i]) && length[k] + 1 > length[i]) {
                    length[i] = length[k] + 1;
                    from[i] = k;
                }
            }
            if (length[i] > length[last]) last = i;
        }
        if (certain_.empty()) return;
        std::vector<Bare> kept{certain_[last]};
        for (; from[last] != last; last = from[last]) kept.push_back(certain_[from[last]]);
        std::reverse(kept.begin(), kept.end());
        certain_ = std::move(kept);
    }

    std::vector<Bare> all_;
    std::vector<Bare> certain_;
};

} // namespace

void mark_page_numbers(std::vector<Strip>& strips, const std::vector<SectionPart>& parts) {
    for (const std::size_t index : PageNumbers(strips, parts).possible())
        strips[index].may_be_page_number = true;
}

} // namespace nianbao::report
