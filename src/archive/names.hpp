// From the names that the archive stores back to the values of the report floor. Internal to this floor.
#pragma once

#include <cstddef>
#include <string_view>

namespace nianbao::archive {

/// The value whose name_of() is `name`, out of those listed; the first of them where there is none.
template<class E, std::size_t Count>
E from_name(const E (&all)[Count], std::string_view name) {
    for (E one : all) {
        if (name_of(one) == name) return one;
    }
    return all[0];
}

} // namespace nianbao::archive
