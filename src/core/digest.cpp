#include "core/digest.hpp"

#include <cstdint>
#include <sha2.h>

namespace nianbao {

std::string sha256_hex(std::string_view bytes) {
    SHA2_CTX context;
    SHA256Init(&context);
    SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256End(&context, hex);
    return hex;
}

} // namespace nianbao
