// The thin glue between tokenize() and FTS5. It is compiled twice,
// into the program and into the loadable extension; sqlite3ext.h decides how the calls go out (see
// CMakeLists.txt).
#include "fts/sqlite_tokenizer.hpp"

#include "fts/fts5_interface.hpp"
#include "fts/tokenizer.hpp"

#include <sqlite3ext.h>

#include <new>
#include <string_view>

SQLITE_EXTENSION_INIT3

namespace nianbao::fts {
namespace {

using FtsTokenCallback = int (*)(void* context, int flags, const char* token, int length, int begin, int end);

// The tokenizer has neither state nor options, but FTS5 takes a null instance for a missing one.
char instance = 0;

int create(void*, const char**, int option_count, Fts5Tokenizer** tokenizer) {
    if (option_count > 0) return SQLITE_ERROR;
    *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&instance);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) {}

// FTS5_TOKENIZE_AUX (highlight, snippet) reads documents again and must see them as they were indexed.
Purpose purpose_of(int flags) {
    return (flags & FTS5_TOKENIZE_QUERY) != 0 ? Purpose::query : Purpose::document;
}

int tokenize_for_fts5(Fts5Tokenizer*, void* context, int flags, const char* text, int length,
                      FtsTokenCallback callback) {
    if (text == nullptr || length <= 0) return SQLITE_OK;
    try {
        int status = SQLITE_OK;
        const auto pass_on = [&](std::string_view token, std::size_t begin, std::size_t end) {
            status = callback(context, 0, token.data(), static_cast<int>(token.size()),
                              static_cast<int>(begin), static_cast<int>(end));
            return status == SQLITE_OK;
        };
        tokenize({text, static_cast<std::size_t>(length)}, purpose_of(flags), pass_on);
        return status;
    } catch (const std::bad_alloc&) {
        return SQLITE_NOMEM;
    } catch (...) { // no exception may cross SQLite's C frames
        return SQLITE_ERROR;
    }
}

} // namespace

int register_tokenizer(sqlite3* connection) {
    fts5_api* api = nullptr;
    const int status = find_fts5(connection, &api);
    if (status != SQLITE_OK) return status;
    fts5_tokenizer methods{&create, &destroy, &tokenize_for_fts5};
    return api->xCreateTokenizer(api, tokenizer_name, nullptr, &methods, nullptr);
}

} // namespace nianbao::fts
