add_library(idcounter_device_test_support STATIC support/ridges.cpp support/ridges.h)
target_link_libraries(idcounter_device_test_support PUBLIC idcounter_test_support Qt6::Gui)
target_compile_definitions(idcounter_device_test_support PUBLIC
    IDCOUNTER_FINGERD="$<TARGET_FILE:idcounter-fingerd>"
)

idcounter_add_test(devices/tst_practicescanner idcounter_practice idcounter_device_test_support)
