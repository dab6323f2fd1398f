// The other side of reader_process.hpp: the life of a reader program (nianbao-reader, nianbao-pdf). It takes
// requests from its standard input, a socket, until that closes, within limits that it sets on itself before
// it has seen a byte of any document.
#pragma once

#include "core/result.hpp"
#include "document/document.hpp"
#include "document/frames.hpp"

#include <functional>
#include <string_view>

namespace nianbao::document {

/// Where an answer's members go.
class MemberSink {
public:
    explicit MemberSink(int socket) : socket_(socket) {}
    void member(std::string_view name, std::string_view bytes);
    void refused(std::string_view name, const Error& error);

private:
    int socket_;
};

/// Answers one request. Exceptions and out-of-memory become `damaged` and `too_large`.
using Handler = std::function<Result<Document>(const Frame& request, MemberSink& members)>;

/// Runs until the socket closes; the exit status of the program.
int serve(const Handler& handler);

} // namespace nianbao::document
