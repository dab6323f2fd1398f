#include "formats/unpack_gzip.hpp"

#include "formats/unpack_stream.hpp"

#include <array>
#include <cstdint>

namespace nianbao::formats {

namespace {

constexpr std::uint64_t most_bytes = 512ULL << 20; ///< beyond it, checking takes too long

constexpr std::array<std::uint32_t, 256> make_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
        std::uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}
constexpr auto crc_table = make_table();

std::uint32_t last_number(std::string_view bytes, std::size_t from_end) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[bytes.size() - from_end + i]);
    return value;
}

} // namespace

bool has_wrong_checksum(std::string_view gzip) {
    constexpr std::size_t least_bytes = 18;
    if (gzip.size() < least_bytes) return false;
    std::uint32_t crc = 0xFFFFFFFF;
    std::uint64_t size = 0;
    ArchiveStream stream(gzip, ArchiveKind::gzip_file);
    if (stream.next() != ArchiveStream::Step::member) return false;
    const bool whole = stream.pass(most_bytes, [&](std::string_view block) {
        size += block.size();
        for (const char c : block) crc = crc_table[(crc ^ static_cast<unsigned char>(c)) & 0xFF] ^ (crc >> 8);
    });
    return whole && static_cast<std::uint32_t>(size) == last_number(gzip, 4) && ~crc != last_number(gzip, 8);
}

} // namespace nianbao::formats
