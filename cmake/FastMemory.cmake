# nianbao_fast_memory(TARGET): the program takes its memory from mimalloc instead of the C library, by being linked before
# it; no source knows (docs/decisions/0008). The sanitizers bring an allocator of their own.
function(nianbao_fast_memory target)
  if(NOT NIANBAO_SANITIZE)
    # No symbol of it is named, so the linker must be told to keep it.
    target_link_libraries(${target} PRIVATE -Wl,--push-state,--no-as-needed mimalloc -Wl,--pop-state)
  endif()
endfunction()
