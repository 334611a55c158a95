idcounter_add_test(imaging/tst_livecheck idcounter_imaging idcounter_practice)
idcounter_add_test(imaging/tst_facefinder idcounter_imaging)
idcounter_add_test(imaging/tst_photoagreement idcounter_imaging)
idcounter_add_test(imaging/tst_photocheck idcounter_imaging)
idcounter_add_test(imaging/tst_photocrop idcounter_imaging)
idcounter_add_test(imaging/tst_photofile idcounter_imaging)
idcounter_add_test(imaging/tst_photomaker idcounter_imaging idcounter_practice)
idcounter_add_test(imaging/tst_whitener idcounter_imaging opencv_core opencv_imgproc)

# Measures; no test, because its figures are judged by a person.
qt_add_executable(bench_photo bench/bench_photo.cpp)
target_link_libraries(bench_photo PRIVATE
    idcounter_test_support idcounter_camera idcounter_imaging idcounter_practice opencv_core opencv_imgcodecs opencv_imgproc)

# The photo page with a running camera: bench_window [MINUTES]
qt_add_executable(bench_window bench/bench_window.cpp)
target_link_libraries(bench_window PRIVATE idcounter_test_support idcounter_widgets idcounter_camera idcounter_practice)
