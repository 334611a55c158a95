#pragma once

#include "platform/pages/view.h"

// The functions behind the routes. Each answers one call; nothing is kept from one to the next.
namespace idcounter::platform {

// homepages.cpp
HttpResponse showHome(const Call &call);
HttpResponse showMine(const Call &call);
HttpResponse showMessages(const Call &call);

// loginpages.cpp
HttpResponse showLogIn(const Call &call);
HttpResponse askCode(const Call &call);
HttpResponse showCode(const Call &call);
HttpResponse tryCode(const Call &call);
HttpResponse logOut(const Call &call);
HttpResponse showRealName(const Call &call);
HttpResponse setRealName(const Call &call);

// phonepages.cpp
HttpResponse showPhone(const Call &call);
HttpResponse askPhoneCode(const Call &call);
HttpResponse showPhoneCode(const Call &call);
HttpResponse tryPhoneCode(const Call &call);

// bookingpages.cpp
HttpResponse showNewBooking(const Call &call);
HttpResponse submitBooking(const Call &call);
HttpResponse showAnswer(const Call &call);
HttpResponse submitAnswer(const Call &call);

// bookingstate.cpp
HttpResponse showBooking(const Call &call);
HttpResponse confirmBooking(const Call &call);
HttpResponse askCancelBooking(const Call &call);
HttpResponse cancelBooking(const Call &call);
HttpResponse showMove(const Call &call);
HttpResponse moveBooking(const Call &call);

// picturepages.cpp
HttpResponse showPictures(const Call &call);
HttpResponse addPicture(const Call &call);
HttpResponse removePicture(const Call &call);

// reissuepages.cpp
HttpResponse showReissue(const Call &call);
HttpResponse checkReissue(const Call &call);
HttpResponse submitReissue(const Call &call);

// applicationpages.cpp
HttpResponse showApplication(const Call &call);
HttpResponse askWithdraw(const Call &call);
HttpResponse withdrawApplication(const Call &call);
HttpResponse payApplication(const Call &call);
HttpResponse showPaid(const Call &call);
HttpResponse takeProviderEvent(const Call &call);

// practicepages.cpp
HttpResponse showPracticeMessages(const Call &call);
HttpResponse showPracticePayment(const Call &call);
HttpResponse playPracticePayment(const Call &call);

// style.cpp
HttpResponse showStyle(const Call &call);

} // namespace idcounter::platform
