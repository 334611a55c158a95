<<<<<<< HEAD
idcounter_add_test(practice/tst_practicefinger idcounter_practice opencv_imgproc)

idcounter_add_test(practice/tst_practicematching idcounter_practice PkgConfig::fprint)
target_sources(tst_practicematching PRIVATE practice/virtualscanner.cpp practice/virtualscanner.h)
=======
idcounter_add_test(practice/tst_practiceface idcounter_practice idcounter_imaging)
>>>>>>> acaba9ef5767ae5128aa01a1fe13ced20fc34ff9
