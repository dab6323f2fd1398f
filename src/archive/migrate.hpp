// The schema's age: numbered files applied in order, and the refusal of files that are not ours or from the
// future. Internal to this floor.
#pragma once

#include "archive/connection.hpp"

namespace nianbao::archive {

/// The number of the last file of sql/schema: pragma user_version of an archive of this program.
int schema_version();

/// Makes a new file an archive, brings an older one up to date where writing is allowed, fills the vocabulary
/// and rebuilds a full-text index of another tokenizer. Errors: archive_newer, archive_corrupt. Throws
/// SQLite::Exception.
Result<void> prepare_schema(Connection& connection, Access access);

/// Makes the full-text index anew, by this program's tokenizer. The caller holds the transaction. Throws
/// SQLite::Exception.
void rebuild_index(Connection& connection);

/// Version of the tokenizer that made the full-text index.
int indexed_tokenizer_version(Connection& connection);

} // namespace nianbao::archive
