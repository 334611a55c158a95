# Plays a whole case and looks at what is left behind: pictures, papers, the summary, an intact database. Then the controls:
# what is not as expected must end with an error.
function(run expected)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE errors)
    if(NOT status EQUAL expected)
        message(FATAL_ERROR "${ARGN} ended with ${status} instead of ${expected}:\n${output}\n${errors}")
    endif()
    set(output "${output}" PARENT_SCOPE)
endfunction()

foreach(part "" _tables _price _face _fingers _fine _mixed _queue)
    file(REMOVE_RECURSE ${FOLDER}${part})
endforeach()
run(0 ${PROGRAM} --rehearse ${FOLDER} --lang ${LANGUAGE})

file(READ ${FOLDER}/summary.json summary)
string(JSON number GET "${summary}" acceptanceNumber)
string(JSON state GET "${summary}" state)
string(JSON fee GET "${summary}" feeFen)
string(JSON final GET "${summary}" finalState)
string(JSON steps LENGTH "${summary}" timeline)
if(NOT final STREQUAL "CLOSED" OR steps LESS 8)
    message(FATAL_ERROR "Not to the end: ${summary}")
endif()
if(NOT number MATCHES "^650102999[0-9]+00001$" OR NOT state STREQUAL "ACCEPTED" OR NOT fee EQUAL 2000)
    message(FATAL_ERROR "Not the case that was played: ${summary}")
endif()
file(GLOB pictures ${FOLDER}/*.png)
file(GLOB papers ${FOLDER}/papers/*.pdf)
list(LENGTH pictures pictureCount)
list(LENGTH papers paperCount)
if(pictureCount LESS 15 OR NOT paperCount EQUAL 5)
    message(FATAL_ERROR "${pictureCount} pictures and ${paperCount} papers")
endif()
run(0 ${CTL} --json db check --dir ${FOLDER})
string(JSON cases GET "${output}" cases)
if(NOT cases EQUAL 1)
    message(FATAL_ERROR "The database holds ${cases} cases")
endif()

# A station that is there already is not played over.
run(2 ${PROGRAM} --rehearse ${FOLDER})

# A changed price is not as expected.
file(MAKE_DIRECTORY ${FOLDER}_tables)
get_filename_component(tables ${CMAKE_CURRENT_LIST_DIR}/../../resources/tables ABSOLUTE)
file(READ ${tables}/fees.csv fees)
string(REPLACE "RENEW,有效期满换领,,2000" "RENEW,有效期满换领,,2500" fees "${fees}")
file(WRITE ${FOLDER}_tables/fees.csv "${fees}")
run(1 ${PROGRAM} --rehearse ${FOLDER}_price --tables ${FOLDER}_tables)

# A picture without a face is not as expected.
run(1 ${PROGRAM} --rehearse ${FOLDER}_face --face ${CMAKE_CURRENT_LIST_DIR}/../data/wall.png)

# Fingers from pictures: the right ones are as expected, one that is another person's in the middle is found.
run(0 ${DRAW} ${FOLDER}_fingers/fine 11=1,1,1,1 16=2,2,2,2)
run(0 ${PROGRAM} --rehearse ${FOLDER}_fine --fingers ${FOLDER}_fingers/fine)
run(0 ${DRAW} ${FOLDER}_fingers/mixed 11=1,3,4,5 16=2,2,2,2)
run(1 ${PROGRAM} --rehearse ${FOLDER}_mixed --fingers ${FOLDER}_fingers/mixed)

# A print queue that is not there is not as expected.
run(1 ${CMAKE_COMMAND} -E env CUPS_SERVER=127.0.0.1:1 ${PROGRAM} --rehearse ${FOLDER}_queue --printer nowhere)
