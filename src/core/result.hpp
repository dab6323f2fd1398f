// What can go wrong, and the value that says so. An odd document is no error: it is a Finding
// (report/report.hpp).
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace nianbao {

/// The language of what is said to a person. The data itself stays as its document has it.
enum class Language { en, zh };

/// One sentence in both languages of the program.
struct Message {
    std::string zh;
    std::string en;

    const std::string& in(Language language) const { return language == Language::zh ? zh : en; }
    bool empty() const { return zh.empty() && en.empty(); }
    bool operator==(const Message&) const = default;
};

/// Every kind of trouble has a name; the first eight are those of the JSON contract (docs/formats.md).
enum class ErrorCode {
    not_a_report,       ///< a readable document that is no annual report
    blank_form,         ///< the form with nothing filled in
    no_text_layer,      ///< a scan
    encrypted,          ///< asks for a password
    damaged,            ///< cut off or inconsistent
    unsupported_type,   ///< a type that no reader reads
    too_large,          ///< over a limit
    not_readable,       ///< missing, no permission, or no text in any encoding
    usage,              ///< unknown command, option, query or parameter, or bad SQL
    archive_missing,    ///< there is no such archive
    archive_locked,     ///< another process writes, past the wait
    archive_newer,      ///< made by a later version of nianbao
    archive_corrupt,    ///< not an archive, or not whole
    archive_unwritable, ///< read-only, or the disk is full
    output,             ///< what was asked for cannot be written
    interrupted,        ///< Ctrl-C
};

/// The code's name as JSON and the archive write it, e.g. "not_a_report".
std::string_view name_of(ErrorCode code);

struct Error {
    ErrorCode code;
    Message message;   ///< what happened, one line
    Message hint;      ///< what to try next; may be empty
    std::string where; ///< the file or argument concerned; may be empty

    bool operator==(const Error&) const = default;
};

/// A value or the error that took its place.
template<class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const { return state_.index() == 0; }
    T& value() { return assert(*this), *std::get_if<0>(&state_); }
    const T& value() const { return assert(*this), *std::get_if<0>(&state_); }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    Error& error() { return assert(!*this), *std::get_if<1>(&state_); }
    const Error& error() const { return assert(!*this), *std::get_if<1>(&state_); }

private:
    std::variant<T, Error> state_;
};

template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    explicit operator bool() const { return !error_; }
    Error& error() { return assert(error_), *error_; }
    const Error& error() const { return assert(error_), *error_; }

private:
    std::optional<Error> error_;
};

} // namespace nianbao
