#include "widgets/collection/casewords.h"

#include "app/domain/clock.h"
#include "app/domain/phone.h"
#include "widgets/common/language.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace idcounter::words {

namespace {

constexpr int mobileLength = 11;

// The context of the translations.
class CaseWords
{
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
};

} // namespace

QString placeOf(const CaseProgress &progress)
{
    if (!progress.hasCard())
        return {};
    return progress.box == u"*" ? CaseWords::tr("set aside") : u"%1 – %2"_s.arg(progress.box, progress.slot);
}

QString maskedNumberOf(const Standing &standing)
{
    const auto number = standing.accepted.form.number();
    return number ? number->masked() : QString();
}

QString businessOf(const Rules &rules, const Standing &standing)
{
    const QString &code = standing.accepted.form.business.reason;
    const auto reasons = rules.reasons();
    const auto reason = reasons ? (*reasons)->find(code) : std::optional<Reason>();
    return reason ? nameIn(reason->chinese, reason->english) : code;
}

QString validityOf(const CaseProgress &progress)
{
    if (!progress.isSigned())
        return {};
    const QString until = progress.validUntil.isValid() ? progress.validUntil.toString(u"yyyy.MM.dd"_s) : u"长期"_s;
    return u"%1-%2"_s.arg(progress.validFrom.toString(u"yyyy.MM.dd"_s), until);
}

QString groupedPhone(const QString &phone)
{
    const QString digits = phoneDigits(phone);
    if (digits.size() != mobileLength || !digits.startsWith(u'1'))
        return phone;
    return u"%1 %2 %3"_s.arg(digits.first(3), digits.sliced(3, 4), digits.sliced(7));
}

QString fingerOf(const Rules &rules, const QString &code)
{
    const auto fingers = rules.fingers();
    const auto finger = fingers ? (*fingers)->find(code) : std::optional<Finger>();
    return finger ? nameIn(finger->chinese, finger->english) : code;
}

QString dayOf(const QDateTime &at)
{
    return at.isValid() ? stationTime(at).toString(u"yyyy-MM-dd"_s) : QString();
}

} // namespace idcounter::words
