#include "app/documents/bookingsection.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::paper {

namespace {

// By the kind of a decision on a booking.
QString bookingWord(const QString &kind)
{
    static const QHash<QString, QString> words{{u"approve"_s, u"准予预约"_s},
                                               {u"move"_s, u"改期"_s},
                                               {u"ask"_s, u"要求补充"_s},
                                               {u"refuse"_s, u"不予预约"_s},
                                               {u"cancel"_s, u"取消"_s}};
    return words.value(kind, kind);
}

QString applicationWord(const QString &kind)
{
    static const QHash<QString, QString> words{{u"eligible"_s, u"符合条件，通知缴费"_s},
                                               {u"sendToCounter"_s, u"转窗口办理"_s},
                                               {u"takeOver"_s, u"缴费后受理"_s},
                                               {u"refuse"_s, u"不予办理"_s},
                                               {u"refund"_s, u"决定退费"_s}};
    return words.value(kind, kind);
}

ReportLine counted(const QString &item, int count)
{
    return {item, QString::number(count)};
}

} // namespace

ReportSection bookingSection(const DayBookings &bookings, QDate day, const QString &number, const FeeTable &fees)
{
    ReportSection section{.title = number + u"、预约与网上办理"_s, .lines = {}};
    int reviewed = 0;
    for (const int count : bookings.decisions)
        reviewed += count;
    section.lines << counted(u"收到网上预约"_s, bookings.submitted) << counted(u"审核预约（次）"_s, reviewed);
    for (auto kind = bookings.decisions.begin(); kind != bookings.decisions.end(); ++kind)
        section.lines << counted(u"　其中："_s + bookingWord(kind.key()), kind.value());
    section.lines << counted(u"预约当日到场"_s, bookings.withPlace) << counted(u"　已到场"_s, bookings.arrived)
                  << counted(u"　未到场（爽约）"_s, bookings.noShows) << counted(u"　尚未登记"_s, bookings.stillOpen())
                  << counted(u"收到网上补领申请"_s, bookings.applications);
    for (auto kind = bookings.applicationDecisions.begin(); kind != bookings.applicationDecisions.end(); ++kind)
        section.lines << counted(u"　"_s + applicationWord(kind.key()), kind.value());
    Fen sum;
    int payments = 0;
    for (auto fee = bookings.payments.begin(); fee != bookings.payments.end(); ++fee) {
        const auto charge = fees.charge(fee.key(), day, {});
        const Fen paid = bookings.paid.value(fee.key());
        section.lines << ReportLine{u"网上缴费："_s + (charge ? charge->chinese : fee.key()),
                                    QString::number(fee.value()), paid.yuan()};
        sum = sum + paid;
        payments += fee.value();
    }
    section.lines << ReportLine{u"网上缴费合计（平台账，按缴费时间）"_s, QString::number(payments), sum.yuan()};
    if (bookings.refundsDue > 0)
        section.lines << counted(u"网上缴费待退费（日报时）"_s, bookings.refundsDue);
    return section;
}

} // namespace idcounter::paper
