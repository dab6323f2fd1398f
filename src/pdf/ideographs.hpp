// Fonts without a proper map to Unicode give a character's twin: 页 comes as the radical ⻚ (U+2EDA), 行 as
// ⾏ (U+2F8F). Here each becomes the ideograph that is meant.
#pragma once

namespace nianbao::pdf {

/// The ideograph that a radical or a compatibility ideograph is printed for; any other character itself.
char32_t unified(char32_t character);

} // namespace nianbao::pdf
