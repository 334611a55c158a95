set(platform idcounter_platformstation idcounter_platformservice idcounter_platformstore)
idcounter_add_test(platform/tst_stationapi ${platform})
idcounter_add_test(platform/tst_twostations ${platform})

# tests/support/pagebench.h: the pages without a socket.
set(pages idcounter_platformpages idcounter_platformpractice ${platform})
idcounter_add_test(platform/tst_accounts ${platform})
foreach(unit bookingform bookingpages multipart pages pagewords phonepages pictures reissuepages visits)
    idcounter_add_test(platform/tst_${unit} ${pages})
endforeach()
foreach(unit multipart pagewords pictures)
    target_link_libraries(tst_${unit} PRIVATE idcounter_imaging)
endforeach()
idcounter_add_test(platform/tst_programsender ${pages} idcounter_platformsender)
target_compile_definitions(tst_programsender PRIVATE IDCOUNTER_PLATFORM="$<TARGET_FILE:idcounter-platform>")
add_dependencies(tst_programsender idcounter-platform)
target_link_libraries(tst_pagewords PRIVATE PkgConfig::zbar)
target_compile_definitions(tst_pagewords PRIVATE IDCOUNTER_LUPDATE="$<TARGET_FILE:Qt6::lupdate>")

# tests/support/linkedstation.h: a station and a platform with a real line between them.
# tests/support/givenpicture.h: the same, with pictures of papers.
idcounter_add_test(platform/tst_bookingpictures ${platform} idcounter_platformhttp idcounter_workflow idcounter_practice)
idcounter_add_test(platform/tst_platformfiles ${platform} idcounter_platformhttp idcounter_workflow idcounter_practice)
idcounter_add_test(platform/tst_platformlink ${platform} idcounter_platformhttp idcounter_workflow idcounter_practice)

# tests/support/rawvisitor.h: the server itself, with the interface and the pages behind it.
idcounter_add_test(platform/tst_httpserver ${pages} idcounter_platformhttp Qt6::Network)
# nginx in front of the server, with the settings that are handed out.
idcounter_add_test(platform/tst_proxy ${platform} idcounter_platformhttp Qt6::Network)
# tests/support/privatepostgres.h: many at once, also on a PostgreSQL of the test's own.
idcounter_add_test(platform/tst_capacity ${platform})
idcounter_add_test(platform/tst_platformfaults ${platform} idcounter_platformhttp idcounter_workflow idcounter_practice)
target_compile_definitions(tst_platformfaults PRIVATE IDCOUNTER_PLATFORM="$<TARGET_FILE:idcounter-platform>")
add_dependencies(tst_platformfaults idcounter-platform)
set_tests_properties(tst_platformfaults PROPERTIES
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QTEST_FUNCTION_TIMEOUT=600000"
    TIMEOUT 600
)
foreach(unit bookingrecords deskbookings places)
    idcounter_add_test(widgets/tst_${unit} ${platform} idcounter_platformhttp idcounter_widgets idcounter_practice)
    qt_add_resources(tst_${unit} translations
        PREFIX /i18n
        BASE ${PROJECT_BINARY_DIR}/translations
        FILES
            ${PROJECT_BINARY_DIR}/translations/idcounter_zh_CN.qm
            ${PROJECT_BINARY_DIR}/translations/idcounter_en.qm
    )
endforeach()
idcounter_add_test(widgets/tst_picturesbox ${platform} idcounter_platformhttp idcounter_widgets idcounter_practice)
qt_add_resources(tst_picturesbox translations
    PREFIX /i18n
    BASE ${PROJECT_BINARY_DIR}/translations
    FILES
        ${PROJECT_BINARY_DIR}/translations/idcounter_zh_CN.qm
        ${PROJECT_BINARY_DIR}/translations/idcounter_en.qm
)
# The same on a PostgreSQL of the test's own; skipped, aloud, where there is none.
foreach(unit accounts bookingpages phonepages programsender reissuepages stationapi twostations)
    add_test(NAME tst_${unit}_postgres COMMAND tst_${unit})
    set_tests_properties(tst_${unit}_postgres PROPERTIES
        ENVIRONMENT "IDCOUNTER_TEST_DATABASE=postgres;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC"
        SKIP_RETURN_CODE 77
        TIMEOUT 300
    )
endforeach()
# Waiting requests take their 20 seconds.
set_tests_properties(tst_platformlink tst_bookingrecords tst_deskbookings tst_places PROPERTIES TIMEOUT 600)

# What the platform bears: bench_platform PLATFORM [postgres]
qt_add_executable(bench_platform bench/bench_platform.cpp)
target_link_libraries(bench_platform PRIVATE idcounter_test_support ${platform})

# The platform behind Prism's validating proxy, the counter's client against Prism's mock; skipped, aloud, as the contract's checks.
qt_add_executable(prismclient prism/prismclient.cpp)
target_link_libraries(prismclient PRIVATE idcounter_test_support idcounter_exchange)
add_test(NAME prism COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/prism/run.sh ${CMAKE_CURRENT_BINARY_DIR}/prism
    $<TARGET_FILE:idcounter-platform> $<TARGET_FILE:prismclient>
)
set_tests_properties(prism PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 300)
