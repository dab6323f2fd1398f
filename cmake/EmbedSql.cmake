# nianbao_embed_sql(TARGET): makes sql/schema/*.sql and sql/queries/*.sql part of TARGET, byte for byte, as
# nianbao::archive::embedded_schema() and embedded_queries(), in the order of their file names (embedded_sql.hpp).
function(nianbao_embed_sql target)
  set(out "${CMAKE_CURRENT_BINARY_DIR}/embedded_sql.cpp")
  file(GLOB schema CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/sql/schema/*.sql")
  file(GLOB queries CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/sql/queries/*.sql")
  list(SORT schema)
  list(SORT queries)
  add_custom_command(
    OUTPUT "${out}"
    COMMAND "${CMAKE_COMMAND}" "-DOUT=${out}" "-DSCHEMA=${schema}" "-DQUERIES=${queries}"
            -P "${PROJECT_SOURCE_DIR}/cmake/EmbedSqlScript.cmake"
    DEPENDS ${schema} ${queries} "${PROJECT_SOURCE_DIR}/cmake/EmbedSqlScript.cmake"
    VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()
