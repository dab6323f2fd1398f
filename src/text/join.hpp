// Words one after the other, with something between them.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nianbao::text {

std::string join(std::span<const std::string> words, std::string_view separator);

} // namespace nianbao::text
