// The one main() of the test programs: Catch2 of Debian is header-only and slow to compile, so it stands
// alone.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
