# How rooms, their parts and their tests are declared.
#
# A room is seen through an include view of its own: build/rooms/<room>/<room> links to the source folder, and a target gets only
# the views that it may include. So an upward include does not compile.

set(FLOE_ROOMS_DIR "${CMAKE_BINARY_DIR}/rooms")
foreach(room kernels engine app ui)
  file(MAKE_DIRECTORY "${FLOE_ROOMS_DIR}/${room}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${room}" "${FLOE_ROOMS_DIR}/${room}/${room}" SYMBOLIC)
endforeach()

add_library(floe_options INTERFACE)
target_compile_options(floe_options INTERFACE -Wall -Wextra -Wshadow -Wno-missing-field-initializers
  # GCC 12 sees them falsely where std::variant meets Qt's lists, and in joined strings.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>)
if(FLOE_SANITIZE)
  target_compile_options(floe_options INTERFACE -fsanitize=${FLOE_SANITIZE} -fno-omit-frame-pointer -g1)
  target_link_options(floe_options INTERFACE -fsanitize=${FLOE_SANITIZE})
endif()

# floe_follow_processes(<target>)
# Lets ThreadSanitizer follow a Qt program that starts others; nothing in any other build.
function(floe_follow_processes target)
  if(FLOE_SANITIZE STREQUAL "thread")
    target_sources(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests/support/tsan_clone.cpp")
  endif()
endfunction()

# floe_part(<target> SEES <rooms> SOURCES <files> [LINKS <libraries>])
# One folder of a room as a static library. SEES lists the rooms whose headers it may include, its own first.
function(floe_part target)
  cmake_parse_arguments(PART "" "" "SEES;SOURCES;LINKS" ${ARGN})
  add_library(${target} STATIC ${PART_SOURCES})
  foreach(room ${PART_SEES})
    target_include_directories(${target} PRIVATE "${FLOE_ROOMS_DIR}/${room}")
  endforeach()
  target_link_libraries(${target} PRIVATE floe_options ${PART_LINKS})
endfunction()

# floe_test(<name> SEES <rooms> SOURCES <files> LINKS <libraries> [QT] [SLOW])
# A GoogleTest program, or a Qt Test program (QT), which must not start a debugger when it fails: on a busy machine that never ends. Registered with ctest as one test; SLOW ones carry the label `slow` and run last.
function(floe_test name)
  cmake_parse_arguments(TEST "QT;SLOW" "" "SEES;SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  foreach(room ${TEST_SEES})
    target_include_directories(${name} PRIVATE "${FLOE_ROOMS_DIR}/${room}")
  endforeach()
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_link_libraries(${name} PRIVATE floe_options floe_test_paths ${TEST_LINKS})
  if(TEST_QT)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE Qt6::Test)
    # Without the two folders that Qt adds for QFINDTESTDATA: the compiler's cache would serve one checkout alone.
    set_property(TARGET Qt6::Test PROPERTY INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)
    floe_follow_processes(${name})
  else()
    target_link_libraries(${name} PRIVATE GTest::gtest_main)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QTEST_DISABLE_STACK_DUMP=1" TIMEOUT 600)
  if(TEST_SLOW)
    set_tests_properties(${name} PROPERTIES LABELS slow COST 0 TIMEOUT 1800)
  else()
    set_tests_properties(${name} PROPERTIES COST 100)
  endif()
endfunction()
