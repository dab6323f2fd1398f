// Two stages. fold() turns each code point into the characters of its NFKC case-folded form, every one still
// knowing the bytes it came from; Segmenter joins those into runs and emits the runs' tokens:
//
//     公开Ａ４级   →   公 开 | a 4 | 级   →   公开 开 a4 级
//
// A Han run c1…cn gives c1c2, c2c3, …, cn: position n of a run is its n-th character. A run ends at anything
// else, but positions run on over the gap, so that the phrase 2023年 also finds `2023 年`.
#include "fts/tokenizer.hpp"

#include "text/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <new>
#include <optional>
#include <string>

namespace nianbao::fts {
namespace {

/// One character of the folded text and the bytes of the original it came from.
struct Character {
    char32_t value = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool literal = false; // those bytes are the character itself
};

constexpr bool is_ascii_alphanumeric(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9');
}

constexpr char32_t ascii_lower(char32_t c) {
    return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c;
}

/// Puts back together what fold() took apart: canonical order and composition (NFC).
std::string composed(const std::string& decomposed) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(decomposed.data());
    utf8proc_uint8_t* result = nullptr;
    const auto length = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(decomposed.size()), &result,
                                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
    if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
    if (length < 0) return decomposed;
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

class Segmenter {
public:
    Segmenter(std::string_view source, Purpose purpose, const TokenSink& sink)
        : source_(source), purpose_(purpose), sink_(sink) {}

    bool stopped() const { return stopped_; }

    void han(const Character& c) {
        if (state_ == State::han) {
            emit_pair();
            previous_ = last_;
        } else {
            begin_run(State::han);
            previous_.reset();
        }
        last_ = c;
    }

    void letter(const Character& c) {
        if (state_ != State::word) {
            begin_run(State::word);
            word_.clear();
            word_begin_ = c.begin;
        }
        append_to_word(c);
    }

    void mark(const Character& c) {
        if (state_ == State::word) append_to_word(c);
        if (state_ == State::han) last_ = {last_.value, last_.begin, c.end};
    }

    void end_run() {
        if (state_ == State::word) emit(word_is_ascii() ? word_ : composed(word_), word_begin_, word_end_);
        if (state_ == State::han) end_han_run();
        state_ = State::between;
    }

private:
    enum class State { between, han, word };

    void begin_run(State state) {
        end_run();
        if (held_) emit_single(*held_); // the run before was not the last one
        held_.reset();
        state_ = state;
    }

    void end_han_run() {
        emit_pair();
        if (purpose_ == Purpose::query && previous_)
            held_ = last_;
        else
            emit_single(last_);
    }

    void append_to_word(const Character& c) {
        if (word_.size() < max_token_bytes) text::append(word_, c.value);
        word_end_ = c.end;
    }

    bool word_is_ascii() const {
        for (const char byte : word_)
            if (static_cast<unsigned char>(byte) >= 0x80) return false;
        return true;
    }

    // Pairs are emitted one character late: a mark may still follow their second character.
    void emit_pair() {
        if (!previous_) return;
        const bool literal = previous_->literal && last_.literal && previous_->end == last_.begin;
        emit_han({*previous_, last_}, literal);
    }

    void emit_single(const Character& c) { emit_han({c}, c.literal); }

    // Nearly every token is two characters side by side: no need to spell them anew.
    void emit_han(std::initializer_list<Character> characters, bool literal) {
        const std::size_t begin = characters.begin()->begin;
        const std::size_t end = std::prev(characters.end())->end;
        if (literal) return emit(source_.substr(begin, end - begin), begin, end);
        std::string token;
        for (const Character& c : characters) text::append(token, c.value);
        emit(token, begin, end);
    }

    void emit(std::string_view token, std::size_t begin, std::size_t end) {
        if (!stopped_) stopped_ = !sink_(token, begin, end);
    }

    const std::string_view source_;
    const Purpose purpose_;
    const TokenSink& sink_;
    State state_ = State::between;
    bool stopped_ = false;
    std::optional<Character> previous_; // the character before last_ in the same Han run
    Character last_;
    std::optional<Character> held_; // a query's run-final character, emitted only if another run follows
    std::string word_;
    std::size_t word_begin_ = 0;
    std::size_t word_end_ = 0;
};

void add_ascii(Segmenter& segmenter, const Character& c) {
    if (is_ascii_alphanumeric(c.value))
        segmenter.letter({ascii_lower(c.value), c.begin, c.end});
    else
        segmenter.end_run();
}

void add_folded(Segmenter& segmenter, const Character& c) {
    if (text::is_han(c.value)) return segmenter.han(c);
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c.value));
    const bool is_mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
    const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
    const bool is_number = category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
    if (is_mark) return segmenter.mark(c);
    if (is_letter || is_number) return segmenter.letter(c);
    segmenter.end_run();
}

/// Folds one code point and adds what it becomes: nothing, itself, or up to 18 characters (U+FDFA).
void fold(Segmenter& segmenter, const Character& c) {
    constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    std::array<utf8proc_int32_t, 64> folded{};
    int boundary_class = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.value), folded.data(),
                                               utf8proc_ssize_t{folded.size()}, options, &boundary_class);
    if (count < 0 || count > utf8proc_ssize_t{folded.size()}) return segmenter.end_run();
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
        add_folded(segmenter, {static_cast<char32_t>(folded[i]), c.begin, c.end});
}

/// Dashes, “”‘’…, 、。〈〉《》「」 and their like: all of these two blocks that only part words.
constexpr bool is_common_punctuation(char32_t c) {
    return (c >= 0x2010 && c <= 0x2027) || (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020);
}

/// Nearly all text of a report goes one of the first four ways, which need no table of Unicode and give what
/// fold() would give.
void add(Segmenter& segmenter, const Character& c) {
    if (c.value < 0x80) return add_ascii(segmenter, c);
    if (c.value >= 0x4E00 && c.value <= 0x9FFF) return segmenter.han({c.value, c.begin, c.end, true});
    if (is_common_punctuation(c.value)) return segmenter.end_run();
    if (c.value >= 0xFF01 && c.value <= 0xFF5E) // full-width ASCII
        return add_ascii(segmenter, {c.value - 0xFEE0, c.begin, c.end});
    fold(segmenter, c);
}

} // namespace

void tokenize(std::string_view utf8, Purpose purpose, const TokenSink& sink) {
    Segmenter segmenter(utf8, purpose, sink);
    for (std::size_t at = 0; at < utf8.size() && !segmenter.stopped();) {
        const text::CodePoint c = text::decode_at(utf8, at);
        add(segmenter, {c.value, at, at + c.length});
        at += c.length;
    }
    segmenter.end_run();
}

} // namespace nianbao::fts
