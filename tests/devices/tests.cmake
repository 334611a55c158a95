idcounter_add_test(devices/tst_cameradevicenode idcounter_camera)
idcounter_add_test(devices/tst_cameraframesource idcounter_camera)
foreach(part failures frames lifetime)
    idcounter_add_test(devices/tst_camera${part} idcounter_camera opencv_core opencv_videoio)
endforeach()
idcounter_add_test(devices/tst_camerav4l2cameras idcounter_camera)
idcounter_add_test(devices/tst_devicerack idcounter_devices)
add_library(idcounter_device_test_support STATIC
    support/recordedscanner.cpp support/recordedscanner.h
    support/ridges.cpp support/ridges.h
)
target_link_libraries(idcounter_device_test_support PUBLIC idcounter_test_support idcounter_domain Qt6::Gui)
target_compile_definitions(idcounter_device_test_support PUBLIC
    IDCOUNTER_FINGERD="$<TARGET_FILE:idcounter-fingerd>"
    IDCOUNTER_FAKE_FINGERD="$<TARGET_FILE:fakefingerd>"
)
add_dependencies(idcounter_device_test_support fakefingerd)

qt_add_executable(fakefingerd support/fakefingerd.cpp)
target_link_libraries(fakefingerd PRIVATE idcounter_fingerprotocol)

idcounter_add_test(devices/tst_fingerprotocol idcounter_fingerprotocol)
idcounter_add_test(devices/tst_heatbudget idcounter_fingerscanner)
idcounter_add_test(devices/tst_libfprintscanner idcounter_practice idcounter_device_test_support)
idcounter_add_test(devices/tst_fingerdprocess idcounter_practice idcounter_device_test_support)
idcounter_add_test(devices/tst_recordedscanners idcounter_fingerscanner idcounter_device_test_support)
idcounter_add_test(devices/tst_practicescanner idcounter_practice idcounter_device_test_support)

# tests/support/fakereader.h
idcounter_add_test(devices/tst_sdtframe idcounter_cardreader)
idcounter_add_test(devices/tst_sdtreader idcounter_practice)

# A scanner that comes and goes: only where umockdev's development files are.
pkg_check_modules(umockdev QUIET IMPORTED_TARGET umockdev-1.0)
find_program(UMOCKDEV_WRAPPER umockdev-wrapper)
if(umockdev_FOUND AND UMOCKDEV_WRAPPER)
    idcounter_add_test(devices/tst_hotplug
        idcounter_fingerscanner idcounter_device_test_support PkgConfig::umockdev
    )
    # What CTest starts it with.
    set_property(TARGET tst_hotplug PROPERTY CROSSCOMPILING_EMULATOR ${UMOCKDEV_WRAPPER})
    # Its preloaded library comes before AddressSanitizer's.
    set_property(TEST tst_hotplug APPEND PROPERTY ENVIRONMENT "ASAN_OPTIONS=verify_asan_link_order=0")
endif()
add_dependencies(tst_devicerack idcounter-fingerd)
