idcounter_add_test(biometrics/tst_fingerindex idcounter_biometrics)
idcounter_add_test(biometrics/tst_fingermatcher idcounter_biometrics)
idcounter_add_test(biometrics/tst_fingerquality idcounter_biometrics)
idcounter_add_test(biometrics/tst_isorecords idcounter_biometrics idcounter_practice)
idcounter_add_test(biometrics/tst_minutiae idcounter_biometrics)

# Measures on folders of prints; no test, because its figures are judged by a person: bench_finger FOLDER…
qt_add_executable(bench_finger bench/bench_finger.cpp)
target_sources(bench_finger PRIVATE practice/virtualscanner.cpp practice/virtualscanner.h)
target_link_libraries(bench_finger PRIVATE idcounter_biometrics idcounter_practice PkgConfig::fprint)
