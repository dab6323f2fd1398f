// The office inside a body that answers the telephone: 某局办公室, 某镇党政办公室, 某市政府办公厅政务公开处.
#pragma once

#include <string_view>

namespace nianbao::report {

/// The body whose inner office is named, of a folded name; the whole name where it is no inner office's.
/// Empty where what is left is a bare place, or nothing (局办公室), which names no body. A 委员会办公室 is a
/// body of its own or an inner office: `whole`, the folded text of the document, tells by speaking of the
/// 委员会 alone.
std::string_view without_inner_office(std::string_view folded, std::string_view whole);

} // namespace nianbao::report
