#include "formats/html_arena.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace nianbao::formats::html {

void* Arena::take(std::size_t size) {
    constexpr std::size_t block_size = std::size_t{64} << 10;
    constexpr std::size_t alignment = alignof(std::max_align_t);
    size = (size + alignment - 1) / alignment * alignment;
    if (size > in_block_) {
        const std::size_t wanted = std::max(size, block_size);
        std::unique_ptr<std::byte[]> block;
        if (wanted <= left_) block.reset(new (std::nothrow) std::byte[wanted]);
        if (!block) std::longjmp(full_, 1); // NOLINT: the caller above Gumbo cleans up, and it is all here
        left_ -= wanted;
        next_ = block.get();
        in_block_ = wanted;
        blocks_.push_back(std::move(block));
    }
    in_block_ -= size;
    return std::exchange(next_, next_ + size);
}

} // namespace nianbao::formats::html
