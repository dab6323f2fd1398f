// A content stream as numbers, names and operators (ISO 32000-1, 7.8.2). Strings, arrays, dictionaries and
// inline pictures are passed over: no line is drawn by them.
#pragma once

#include <string_view>

namespace nianbao::pdf {

struct ContentToken {
    enum class Kind { number, name, word, other, end };
    Kind kind = Kind::end;
    double number = 0;
    std::string_view text; ///< of a name (without its slash) or a word
};

class ContentLexer {
public:
    explicit ContentLexer(std::string_view content) : content_(content) {}
    ContentToken next();

private:
    void skip_blanks();
    void skip_string();
    void skip_hexadecimal();
    void skip_picture();
    std::string_view regular();

    std::string_view content_;
    std::size_t at_ = 0;
};

} // namespace nianbao::pdf
