# Writes embedded_sql.cpp: each file's bytes as hexadecimal character literals, so that every byte survives.
function(embed_list function_name files result)
  set(arrays "")
  set(entries "")
  set(index 0)
  foreach(file IN LISTS files)
    get_filename_component(name "${file}" NAME_WE)
    file(READ "${file}" hex HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
    string(APPEND arrays "constexpr char ${function_name}_${index}[] = {${bytes} 0};\n")
    string(APPEND entries "    {\"${name}\", std::string_view(${function_name}_${index}, sizeof ${function_name}_${index} - 1)},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  set(${result}
      "namespace {\n${arrays}constexpr EmbeddedSql ${function_name}_files[] = {\n${entries}};\n} // namespace\n\nstd::span<const EmbeddedSql> ${function_name}() { return ${function_name}_files; }\n"
      PARENT_SCOPE)
endfunction()

embed_list(embedded_schema "${SCHEMA}" schema_code)
embed_list(embedded_queries "${QUERIES}" queries_code)
file(WRITE "${OUT}"
     "// Generated from sql/ by cmake/EmbedSqlScript.cmake.\n#include \"archive/embedded_sql.hpp\"\n\nnamespace nianbao::archive {\n\n${schema_code}\n${queries_code}\n} // namespace nianbao::archive\n")
