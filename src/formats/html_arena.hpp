// Memory for one parsed page. Gumbo frees its tree node by node, by recursion; from an arena it is dropped at
// once, which no depth of nesting can hurt, and a page that wants more than its share is given up.
#pragma once

#include <csetjmp>
#include <cstddef>
#include <memory>
#include <vector>

namespace nianbao::formats::html {

class Arena {
public:
    explicit Arena(std::size_t limit) : left_(limit) {}

    /// Never nullptr: beyond the limit it jumps to `full`, past frames of C only.
    void* take(std::size_t size);
    std::jmp_buf& full() { return full_; }

private:
    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t in_block_ = 0;
    std::size_t left_;
    std::jmp_buf full_;
};

} // namespace nianbao::formats::html
