# nianbao_floor(NAME [LINKS …] [PRIVATE_LINKS …]): the static library of src/NAME, with every .cpp of that folder and its rooms.
# The floors it may include are those it links; tests/architecture checks that no #include runs back up.
function(nianbao_floor name)
  cmake_parse_arguments(FLOOR "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  list(FILTER sources EXCLUDE REGEX "/(main|extension)\\.cpp$")
  add_library(nianbao_${name} STATIC ${sources})
  target_include_directories(nianbao_${name} PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(nianbao_${name} PUBLIC ${FLOOR_LINKS} PRIVATE ${FLOOR_PRIVATE_LINKS})
endfunction()
