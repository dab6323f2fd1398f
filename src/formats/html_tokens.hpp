// The tags of a page in one linear walk, without a tree: names, attributes counted, text between. Comments,
// declarations and the contents of scripts and styles are passed over as browsers do it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nianbao::formats::html {

struct Token {
    enum class Kind : std::uint8_t { text, start, end } kind = Kind::text;
    std::string name;           ///< of a tag, in lower case
    std::string_view text;      ///< as it stands in the page: the whole tag, or text with its entities
    std::size_t attributes = 0; ///< of a start tag
};

class Tokens {
public:
    explicit Tokens(std::string_view page) : page_(page) {}

    /// False at the end of the page.
    bool next(Token& token);
    /// Of the page, where `token` begins.
    std::size_t offset() const { return begin_; }

private:
    bool skip_declaration();
    void read_tag(Token& token);
    void skip_raw_text(std::string_view name);

    std::string_view page_;
    std::size_t begin_ = 0;
    std::size_t at_ = 0;
};

/// Elements that have no end tag.
bool is_void(std::string_view name);

} // namespace nianbao::formats::html
