set(platform idcounter_platformstation idcounter_platformservice idcounter_platformstore)
idcounter_add_test(platform/tst_stationapi ${platform})

# tests/support/pagebench.h: the pages without a socket.
set(pages idcounter_platformpages idcounter_platformpractice ${platform})
idcounter_add_test(platform/tst_accounts ${platform})
idcounter_add_test(platform/tst_pages ${pages})

# tests/support/linkedstation.h: a station and a platform with a real line between them.
idcounter_add_test(platform/tst_platformlink ${platform} idcounter_platformhttp idcounter_workflow idcounter_practice)
