// The readers as the program has them; their processes start when they are first needed.
#pragma once

#include "document/reader.hpp"

namespace nianbao::test {

inline document::Readers& readers() {
    static document::Readers all(NIANBAO_PROGRAMS);
    return all;
}

inline Result<document::Document> read_document(std::string_view bytes) {
    return readers().read(bytes);
}

} // namespace nianbao::test
