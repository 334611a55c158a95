#include "app/workflow/movemessage.h"

#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

struct ReasonText
{
    MoveReason reason;
    const char *chinese;
    const char *english;
};
constexpr std::array reasonTexts{
    ReasonText{MoveReason::DayClosed, "当天不对外办公", "the office is closed on that day"},
    ReasonText{MoveReason::Holiday, "当天为法定节假日", "that day is a public holiday"},
    ReasonText{MoveReason::NoHours, "当天不再办理预约业务", "there are no booking hours on that day any more"},
    ReasonText{MoveReason::OtherTimes, "办理时间有调整", "the opening hours have changed"},
    ReasonText{MoveReason::FewerWindows, "当天窗口减少", "fewer windows are open on that day"},
};

QString reasonText(MoveReason reason, bool inEnglish)
{
    for (const ReasonText &text : reasonTexts) {
        if (text.reason == reason)
            return QString::fromUtf8(inEnglish ? text.english : text.chinese);
    }
    Q_UNREACHABLE();
}

} // namespace

QString moveMessage(const BookingRow &row, const BookingPlace &place)
{
    const Appointment &at = row.booking.appointment;
    const bool inEnglish = row.booking.isEnglish;
    const QLocale locale(inEnglish ? QLocale::English : QLocale::Chinese);
    const QString when = locale.toString(at.day, inEnglish ? u"dddd, d MMMM yyyy"_s : u"yyyy年M月d日（dddd）"_s) + u' '
        + at.time.toString(u"HH:mm"_s);
    const QString why = reasonText(row.mustMove.value_or(MoveReason::OtherTimes), inEnglish);
    if (inEnglish) {
        const QString call = place.phone.isEmpty() ? QString() : u" or call %1"_s.arg(place.phone);
        return u"Your time on %1 at %2 cannot be kept: %3. Please choose another time on this website%4. Your booking "
               "stays valid until then; we are sorry for the trouble."_s.arg(when, place.nameEn, why, call);
    }
    const QString call = place.phone.isEmpty() ? QString() : u"，或致电 %1"_s.arg(place.phone);
    return u"您预约的%1在%2办理，因%3，届时无法办理。请在本网站改选其他时间%4。改期前您的预约仍然保留。给您带来不便，"
           "敬请谅解。"_s.arg(when, place.nameZh, why, call);
}

} // namespace idcounter
