#include "widgets/review/reviewwords.h"

#include "app/domain/clock.h"
#include "app/texts/lifetexts.h"
#include "app/texts/phototexts.h"
#include "app/texts/texts.h"
#include "widgets/common/language.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int mobileDigits = 11;

} // namespace

QString ReviewWords::business(const QString &reason) const
{
    const auto reasons = m_rules.reasons();
    const auto found = reasons ? (*reasons)->find(reason) : std::optional<Reason>();
    return found ? nameIn(found->chinese, found->english) : reason;
}

QString ReviewWords::ethnicGroup(const QString &code) const
{
    const auto groups = m_rules.ethnicGroups();
    const auto found = groups ? (*groups)->find(code) : std::optional<Code>();
    return found ? nameIn(found->chinese, found->english) : code;
}

QString ReviewWords::finger(const QString &code) const
{
    const auto fingers = m_rules.fingers();
    const auto found = fingers ? (*fingers)->find(code) : std::optional<Finger>();
    return found ? nameIn(found->chinese, found->english) : code;
}

QStringList ReviewWords::exceptions(const Draft &form) const
{
    QStringList lines;
    for (const FingerRecord &record : form.fingers) {
        if (record.result != FingerResult::Registered)
            lines << tr("%1 was not taken: %2").arg(finger(record.finger), record.reason);
    }
    if (form.photo) {
        const QMap<QString, QString> &reasons = form.photo->reasons;
        for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
            lines << tr("Photo accepted all the same. %1: %2", "rule of the photo standard, the clerk's reason")
                         .arg(texts::photoRule(reason.key()), reason.value());
        for (const PhotoFinding &finding : form.photo->findings) {
            if (finding.untested)
                lines << tr("Photo: %1 could not be measured.").arg(texts::photoRule(finding.rule));
        }
    }
    if (!form.business.reduction.isEmpty()) {
        const auto fees = m_rules.fees();
        const auto reduction = fees ? (*fees)->reduction(form.business.reduction) : std::optional<Reduction>();
        lines << tr("Reduction: %1, proved by %2")
                     .arg(reduction ? nameIn(reduction->chinese, reduction->english) : form.business.reduction,
                          form.business.evidence);
    }
    if (const QString changed = changes(form.applicant); !changed.isEmpty())
        lines << changed;
    return lines;
}

QString ReviewWords::changes(const Applicant &applicant) const
{
    QStringList reasons = applicant.unlocked.values();
    reasons.removeDuplicates();
    return reasons.isEmpty()
        ? QString()
        : tr("Sex or birth date are not those of the number: %1").arg(reasons.join(tr(", ", "between reasons")));
}

QString ReviewWords::returned(const ReturnReason &reason) const
{
    const auto table = m_rules.returnReasons();
    const auto found = table ? (*table)->find(reason.code) : std::optional<ReturnCode>();
    const QString word = found ? nameIn(found->chinese, found->english) : reason.code;
    const bool saysItem = found && reason.item != FaultyItem::Form; // the words of the table name photo and finger
    const QString what
        = saysItem ? word : tr("%1: %2", "item at fault, what is wrong").arg(texts::describe(reason.item), word);
    return reason.note.trimmed().isEmpty() ? what : tr("%1 (%2)", "what is wrong, note").arg(what, reason.note);
}

QStringList ReviewWords::history(const QList<LifeEntry> &entries) const
{
    QStringList lines;
    for (const LifeEntry &entry : entries) {
        QStringList more;
        if (const QString reason = entry.body.value(u"reason"_s).toString(); !reason.isEmpty())
            more << reason;
        QList<ReturnReason> wrong;
        json::read(entry.body.value(u"wrong"_s), wrong);
        for (const ReturnReason &one : wrong)
            more << returned(one);
        const QString what = texts::describeEvent(entry.event, entry.from);
        lines << u"%1  %2  %3"_s.arg(stationTime(entry.at).toString(u"MM-dd HH:mm"_s), entry.person,
                                     more.isEmpty() ? what
                                                    : tr("%1 %2", "what happened, why").arg(what, more.join(u' ')));
    }
    return lines;
}

QString ReviewWords::daysLeft(int days)
{
    return days < 0 ? tr("■ %n day(s) late", nullptr, -days) : tr("%n day(s) left", nullptr, days);
}

QString ReviewWords::phone(const QString &digits)
{
    return digits.size() == mobileDigits ? u"%1 %2 %3"_s.arg(digits.first(3), digits.sliced(3, 4), digits.last(4))
                                         : digits;
}

QString ReviewWords::fee(const Standing &standing)
{
    const Fen owed = standing.accepted.owed();
    if (owed == Fen{})
        return tr("free of charge");
    QStringList parts{money(owed)};
    const QString paid = money(standing.paid);
    switch (standing.accepted.form.payment.method) {
    case PaymentMethod::Cash:
        parts << tr("paid %1 in cash").arg(paid);
        break;
    case PaymentMethod::Terminal:
        parts << tr("paid %1 at the terminal").arg(paid);
        break;
    case PaymentMethod::Online:
        parts << tr("paid %1 online").arg(paid);
        break;
    case PaymentMethod::Order:
        parts << (standing.isOwing() ? tr("payment order, not paid, until %1")
                                           .arg(standing.accepted.form.payment.payUntil.toString(Qt::ISODate))
                                     : tr("payment order, paid %1").arg(paid));
        break;
    case PaymentMethod::NotChosen:
    case PaymentMethod::Free:
        parts << tr("paid %1").arg(paid);
        break;
    }
    if (!standing.accepted.receiptNumber.isEmpty())
        parts << tr("receipt %1").arg(standing.accepted.receiptNumber);
    if (standing.refunded > Fen{})
        parts << tr("given back %1").arg(money(standing.refunded));
    return parts.join(tr(", ", "between parts of a list"));
}

QString ReviewWords::money(Fen amount)
{
    return u"¥"_s + amount.yuan();
}

} // namespace idcounter
