#include "app/storage/caserepository.h"

#include "app/domain/personname.h"
#include "app/domain/phone.h"

#include <numeric>

using namespace Qt::StringLiterals;

namespace idcounter {

Result<Case> CaseRepository::find(const QUuid &id) const
{
    return one(layout::caseMain, u"WHERE id = ?"_s, {key(id)}, [this](const Statement &row) { return caseIn(row); });
}

Result<QList<Case>> CaseRepository::acceptedAfter(qint64 acceptedMs, const QUuid &id, int limit) const
{
    const QString after = id.isNull() ? u""_s : key(id);
    return all(layout::caseMain,
               u"WHERE accepted_ms > ? OR (accepted_ms = ? AND id > ?) ORDER BY accepted_ms, id LIMIT %1"_s.arg(limit),
               {acceptedMs, acceptedMs, after}, [this](const Statement &row) { return caseIn(row); });
}

Result<QList<Case>> CaseRepository::ofCitizen(const CitizenNumber &number) const
{
    return all(layout::caseMain, u"WHERE no_bidx = ? ORDER BY accepted_ms DESC"_s,
               {m_keys.blindIndex(u"number", number.toString())}, [this](const Statement &row) { return caseIn(row); });
}

void CaseRepository::index(QVariantList &columns, const Draft &form, const KeyRing &keys)
{
    constexpr int reasonColumn = 3;
    constexpr int firstIndex = 13;
    const QString number = form.number()->toString();
    const auto name = PersonName::parse(form.applicant.name);
    columns[reasonColumn] = form.business.reason;
    int column = firstIndex;
    for (const QByteArray &index : {keys.blindIndex(u"number", number), keys.blindIndex(u"last4", number.last(4)),
                                    keys.blindIndex(u"last6", number.last(6)),
                                    keys.blindIndex(u"name", name ? name->toString() : form.applicant.name),
                                    keys.blindIndex(u"phone", phoneDigits(form.delivery.phone))})
        columns[column++] = index;
}

Result<Case> CaseRepository::caseIn(const Statement &row) const
{
    const QUuid id(row.text(0));
    const auto number = AcceptanceNumber::parse(row.text(2));
    const auto state = caseStateFrom(row.text(4));
    if (!number || !state)
        return Error{Error::Code::RecordUnreadable, u"case_main"_s};
    const auto form = formOf(id, row.number(18));
    if (!form)
        return form.error();
    const auto charges = chargesOf(id);
    if (!charges)
        return charges.error();
    const auto receipt = receiptOf(id);
    if (!receipt)
        return receipt.error();
    return Case{.id = id,
                .number = *number,
                .state = *state,
                .acceptedAt = QDateTime::fromMSecsSinceEpoch(row.number(5), Qt::UTC),
                .acceptedBy = row.text(11),
                .legalDue = row.day(8),
                .promiseDue = row.day(9),
                .dueIsProvisional = row.number(10) != 0,
                .charges = *charges,
                .receiptNumber = *receipt,
                .form = *form};
}

// The newest form that is not newer than the case.
Result<Draft> CaseRepository::formOf(const QUuid &id, qint64 version) const
{
    return one(layout::caseForm, u"WHERE case_id = ? AND version <= ? ORDER BY version DESC LIMIT 1"_s,
               {key(id), version}, [&](const Statement &row) -> Result<Draft> {
                   const auto bytes = m_keys.sealer().open(row.bytes(3), place(layout::caseForm, id, row.number(1)));
                   if (!bytes)
                       return bytes.error();
                   return json::fromBytes<Draft>(*bytes);
               });
}

Result<QList<Charge>> CaseRepository::chargesOf(const QUuid &id) const
{
    return all(layout::charge, u"WHERE case_id = ? ORDER BY id"_s, {key(id)},
               [](const Statement &row) -> Result<Charge> {
                   return Charge{.feeCode = row.text(3),
                                 .chinese = {},
                                 .full = {row.number(4)},
                                 .amount = {row.number(5)},
                                 .basis = row.text(7),
                                 .reduction = row.text(6)};
               });
}

Result<QString> CaseRepository::receiptOf(const QUuid &id) const
{
    return one(layout::payment,
               u"WHERE case_id = ? ORDER BY CASE WHEN method = 'order' THEN 1 ELSE 0 END, id LIMIT 1"_s, {key(id)},
               [](const Statement &row) -> Result<QString> { return row.text(5); });
}

Result<bool> CaseRepository::anyState(const CitizenNumber &number, bool (*condition)(CaseState)) const
{
    bool any = false;
    const auto done
        = forEach(layout::caseMain, u"WHERE no_bidx = ?"_s, {m_keys.blindIndex(u"number", number.toString())},
                  [&any, condition](const Statement &row) {
                      const auto state = caseStateFrom(row.text(4));
                      any = any || (state && condition(*state));
                      return Result<void>();
                  });
    return done ? Result<bool>(any) : Result<bool>(done.error());
}

Result<bool> CaseRepository::hasOpenCase(const CitizenNumber &number) const
{
    return anyState(number, &isOpen);
}

Result<bool> CaseRepository::hasHeldCard(const CitizenNumber &number) const
{
    return anyState(number, [](CaseState state) { return state == CaseState::Closed; });
}

Result<QList<CaseSummary>> CaseRepository::search(const QString &text, int limit) const
{
    const QString asked = text.simplified();
    const QString compact = QString(asked).remove(u' ');
    const auto found = [this, limit](const QString &column, const QVariant &value) {
        return summaries(u"WHERE %1 = ? ORDER BY accepted_ms DESC LIMIT %2"_s.arg(column).arg(limit), {value});
    };
    const auto indexed = [this, &found](const QString &column, QStringView field, const QString &value) {
        return found(column, m_keys.blindIndex(field, value));
    };
    if (AcceptanceNumber::parse(compact))
        return found(u"acc_no"_s, compact);
    if (const auto number = CitizenNumber::parse(compact))
        return indexed(u"no_bidx"_s, u"number", number->toString());
    const bool startsWithDigit = !compact.isEmpty() && compact[0].isDigit();
    if (startsWithDigit && compact.size() == 4)
        return indexed(u"last4_bidx"_s, u"last4", compact);
    if (startsWithDigit && compact.size() == 6)
        return indexed(u"last6_bidx"_s, u"last6", compact);
    if (startsWithDigit)
        return indexed(u"phone_bidx"_s, u"phone", phoneDigits(compact));
    const auto name = PersonName::parse(asked);
    return indexed(u"name_bidx"_s, u"name", name ? name->toString() : asked);
}

Result<QList<CaseSummary>> CaseRepository::acceptedOn(QDate date) const
{
    return summaries(u"WHERE accepted_day = ? ORDER BY accepted_ms DESC"_s, {day(date)});
}

Result<QList<CaseSummary>> CaseRepository::behind(const Figure &figure, QDate date) const
{
    const auto those = [&](const QString &condition, const QVariantList &more = {}) {
        return summaries(u"WHERE "_s + condition + u" ORDER BY accepted_ms DESC"_s, QVariantList{day(date)} + more);
    };
    switch (figure.kind) {
    case Figure::Kind::Cases:
        return acceptedOn(date);
    case Figure::Kind::Reason:
        return those(u"accepted_day = ? AND reason = ?"_s, {figure.code});
    case Figure::Kind::Fee:
        return those(u"id IN (SELECT case_id FROM charge WHERE day = ? AND fee_code = ?)"_s, {figure.code});
    case Figure::Kind::Money:
        return those(u"id IN (SELECT case_id FROM payment WHERE day = ? AND amount_fen > 0)"_s);
    case Figure::Kind::Method:
        return those(u"id IN (SELECT case_id FROM payment WHERE day = ? AND method = ?)"_s, {figure.code});
    case Figure::Kind::Photos:
        return those(u"id IN (SELECT case_id FROM attempt WHERE day = ? AND kind = 'photo')"_s);
    case Figure::Kind::Finger:
        return those(u"id IN (SELECT case_id FROM attempt WHERE day = ? AND finger = ?)"_s, {figure.code});
    case Figure::Kind::Refused:
        return those(u"id IN (SELECT case_id FROM attempt WHERE day = ? AND outcome = 'refused')"_s);
    case Figure::Kind::Step:
        return summaries(
            u"WHERE id IN (SELECT case_id FROM event WHERE type = ? AND at_ms >= ? AND at_ms < ?) "
            "ORDER BY accepted_ms DESC"_s,
            {figure.code, beginOf(date).toMSecsSinceEpoch(), beginOf(date.addDays(1)).toMSecsSinceEpoch()});
    case Figure::Kind::Drafts:
        return QList<CaseSummary>(); // which are no cases yet
    }
    Q_UNREACHABLE();
}

Result<QList<CaseSummary>> CaseRepository::summaries(const QString &condition, const QVariantList &values) const
{
    return all(layout::caseMain, condition, values, [this](const Statement &row) -> Result<CaseSummary> {
        const auto accepted = caseIn(row);
        if (!accepted)
            return accepted.error();
        return CaseSummary{.id = accepted->id,
                           .number = accepted->number,
                           .name = accepted->form.applicant.name,
                           .citizenNumber = accepted->form.applicant.number,
                           .reason = accepted->form.business.reason,
                           .state = accepted->state,
                           .acceptedAt = accepted->acceptedAt,
                           .promiseDue = accepted->promiseDue,
                           .legalDue = accepted->legalDue};
    });
}

Result<qint64> CaseRepository::verify() const
{
    return countRead(layout::caseMain, [this](const Statement &row) -> Result<void> {
        const auto accepted = caseIn(row);
        return accepted ? checkWhole(*accepted) : Result<void>(accepted.error());
    });
}

Result<void> CaseRepository::checkWhole(const Case &accepted) const
{
    const auto payments = all(layout::payment, u"WHERE case_id = ?"_s, {key(accepted.id)},
                              [](const Statement &row) -> Result<Fen> { return Fen{row.number(4)}; });
    if (!payments)
        return payments.error();
    if (payments->isEmpty())
        return Error{Error::Code::RecordMissing, QString::fromLatin1(layout::payment.table)};
    const Fen paid = std::accumulate(payments->begin(), payments->end(), Fen{});
    const bool isOpenOrder = accepted.form.payment.method == PaymentMethod::Order && paid < accepted.owed();
    if (paid != accepted.owed() && !isOpenOrder)
        return Error{Error::Code::RecordAltered, QString::fromLatin1(layout::charge.table)};

    const auto require = [this](const Layout &layout, const QString &column, const QVariant &value) -> Result<void> {
        const auto there = exists(layout, column, value);
        if (!there)
            return there.error();
        return *there ? Result<void>() : Error{Error::Code::RecordMissing, QString::fromLatin1(layout.table)};
    };
    const QList<QUuid> captures = accepted.form.captures();
    for (const QUuid &capture : captures) {
        if (auto result = require(layout::capture, u"id"_s, key(capture)); !result)
            return result;
    }
    if (auto result = require(layout::accRegistry, u"acc_no"_s, accepted.number.toString()); !result)
        return result;
    return require(layout::event, u"case_id"_s, key(accepted.id));
}

} // namespace idcounter
