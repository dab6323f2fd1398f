#include "report/request_labels.hpp"

#include "report/vocabulary.hpp"
#include "text/fold.hpp"
#include "text/word_finder.hpp"

#include <optional>
#include <string>

namespace nianbao::report {

namespace {

struct OfficialLabel {
    std::string_view row;
    std::string words; ///< folded, without group and item mark
};

constexpr std::size_t least_part = 6; ///< bytes of a label before its values: two characters

/// The official labels, found in a text by their first two characters.
struct OfficialLabels {
    OfficialLabels() : labels(official()), beginnings(beginnings_of(labels)), finder(beginnings) {}

    OfficialLabels(const OfficialLabels&) = delete;
    OfficialLabels& operator=(const OfficialLabels&) = delete;

    static std::vector<OfficialLabel> official() {
        std::vector<OfficialLabel> labels;
        for (const FormRow& row : rows(TableKind::requests)) {
            std::string words = text::fold(row.zh);
            for (const std::string_view mark : {")", ".", "、"}) {
                const std::size_t at = words.find(mark);
                if (at != std::string::npos && at <= 8) words.erase(0, at + mark.size());
            }
            if (row.code == "partially_granted") words += "(区分处理的,只计这一情形,不计其他情形)";
            labels.push_back({row.code, std::move(words)});
        }
        return labels;
    }

    static std::vector<std::string_view> beginnings_of(const std::vector<OfficialLabel>& labels) {
        std::vector<std::string_view> found;
        for (const OfficialLabel& label : labels)
            found.push_back(std::string_view(label.words).substr(0, least_part));
        return found;
    }

    std::vector<OfficialLabel> labels;
    std::vector<std::string_view> beginnings;
    text::WordFinder finder;
};

struct Wrapped {
    std::string_view row;
    std::size_t behind = 0; ///< bytes of the label that stand behind the values
};

/// The label of which one part ends `before` and all the rest begins `behind`; of several the one with the
/// longer first part.
std::optional<Wrapped> wrapped_label(std::string_view before, std::string_view behind) {
    static const OfficialLabels official;
    if (behind.empty() || before.size() < least_part) return std::nullopt;
    std::optional<Wrapped> best;
    const auto take = [&](text::WordFinder::Hit hit) {
        const OfficialLabel& label = official.labels[hit.word];
        const std::string_view words = label.words;
        const std::string_view part = before.substr(hit.begin);
        if (part.size() >= words.size() || !words.starts_with(part)) return true;
        if (!behind.starts_with(words.substr(part.size()))) return true;
        best = Wrapped{label.row, words.size() - part.size()};
        return false; // the first place is that of the longest part, the first label there that of the form
    };
    official.finder.for_each(before, take);
    return best;
}

/// True where the text behind a label's core is not the rest of that label: the next label has begun there,
/// and is itself wrapped around the values.
bool next_label_begins(std::string_view behind) {
    constexpr std::string_view numerals[] = {"(一)", "(二)", "(三)", "(四)", "(五)", "(六)",
                                             "(七)", "一、", "二、", "三、", "四、"};
    for (const std::string_view numeral : numerals) {
        if (behind.find(numeral) != std::string_view::npos) return true;
    }
    for (std::size_t i = 0; i + 1 < behind.size(); ++i) {
        const bool digit = behind[i] >= '1' && behind[i] <= '9';
        if (digit && (behind.substr(i + 1).starts_with(".") || behind.substr(i + 1).starts_with("、")))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string_view> rows_of_runs(const Region& region) {
    std::vector<std::string> texts;
    texts.reserve(region.runs.size() + 1);
    for (const Run& run : region.runs) texts.push_back(run.label_text());
    texts.push_back(joined(region.tail));
    std::vector<std::string_view> found;
    found.reserve(region.runs.size());
    std::size_t taken = 0; ///< bytes of the next label text that belong to the run before
    for (std::size_t i = 0; i < region.runs.size(); ++i) {
        const std::string_view before = std::string_view(texts[i]).substr(taken);
        const std::string_view behind = texts[i + 1];
        taken = 0;
        const auto wrapped = region.runs[i].row ? std::nullopt : wrapped_label(before, behind);
        if (wrapped) {
            found.push_back(wrapped->row);
            taken = wrapped->behind;
        } else if (const auto match = last_request_label(before);
                   match && !next_label_begins(before.substr(match->end))) {
            found.push_back(match->row);
        } else {
            found.emplace_back();
        }
    }
    return found;
}

} // namespace nianbao::report
