#include "app/storage/acceptancerepository.h"

#include "app/domain/enumnames.h"
#include "app/domain/uuidv7.h"
#include "app/storage/capturerepository.h"
#include "app/storage/caserepository.h"
#include "app/storage/journalrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qint64 firstVersion = 1;

constexpr EnumNames methods{
    std::pair{PaymentMethod::Cash, "cash"},     std::pair{PaymentMethod::Terminal, "terminal"},
    std::pair{PaymentMethod::Online, "online"}, std::pair{PaymentMethod::Free, "free"},
    std::pair{PaymentMethod::Order, "order"},
};

QUuid identity(const AcceptanceOrder &order)
{
    return makeUuidV7([&order] { return order.stamp.at; });
}

} // namespace

Result<Case> AcceptanceRepository::accept(const AcceptanceOrder &order) const
{
    const CaseRepository cases(m_connection, m_keys);
    auto known = cases.find(order.form.id);
    if (known && known->form != order.form)
        return Error{Error::Code::RecordConflict, key(order.form.id)};
    if (known || known.error().code != Error::Code::RecordMissing)
        return known;
    if (const auto ours = DraftRepository(m_connection, m_keys).checkHolder(order.form.id, order.holder); !ours)
        return ours.error();

    const auto number = order.form.number();
    if (!number)
        return Error{Error::Code::CitizenNumberLength, {}};
    const auto open = cases.hasOpenCase(*number);
    if (!open)
        return open.error();
    if (*open)
        return Error{Error::Code::OpenCaseExists, {}};

    for (const auto write : {&AcceptanceRepository::insertCase, &AcceptanceRepository::insertCharges,
                             &AcceptanceRepository::insertPayment, &AcceptanceRepository::recordAcceptance}) {
        if (const auto result = (this->*write)(order); !result)
            return result.error();
    }
    const auto accepted = nextNumber(order);
    if (!accepted)
        return accepted.error();
    if (const auto result = giveNumber(order, *accepted); !result)
        return result.error();
    return cases.find(order.form.id);
}

QVariantList AcceptanceRepository::caseColumns(const AcceptanceOrder &order, const QVariant &acceptanceNumber) const
{
    QVariantList columns{key(order.form.id),
                         key(order.device.id),
                         acceptanceNumber,
                         {}, // the reason, and below what is found by
                         stateName(order.transition.to),
                         order.stamp.at.toMSecsSinceEpoch(),
                         day(order.day),
                         day(order.form.signing.formDate),
                         day(order.legalDue),
                         day(order.promiseDue),
                         order.dueIsProvisional ? 1 : 0,
                         order.stamp.person,
                         order.form.business.offSite ? 1 : 0,
                         {},
                         {},
                         {},
                         {},
                         {},
                         firstVersion};
    CaseRepository::index(columns, order.form, m_keys);
    return columns;
}

// Without its number, which comes last.
Result<void> AcceptanceRepository::insertCase(const AcceptanceOrder &order) const
{
    const QUuid id = order.form.id;
    if (auto result = insert(layout::caseMain, caseColumns(order, QVariant(QMetaType::fromType<QString>()))); !result)
        return result;
    return insert(layout::caseForm, {key(id), firstVersion, order.stamp.at.toMSecsSinceEpoch()},
                  {m_keys.sealer().seal(json::toBytes(order.form), place(layout::caseForm, id, firstVersion))});
}

Result<void> AcceptanceRepository::insertCharges(const AcceptanceOrder &order) const
{
    for (const Charge &charge : order.charges) {
        if (auto result = insert(layout::charge,
                                 {key(identity(order)), key(order.form.id), day(order.day), charge.feeCode,
                                  charge.full.amount, charge.amount.amount, charge.reduction, charge.basis});
            !result)
            return result;
    }
    return {};
}

// What was free is written down as well, without a receipt; and a payment order as nothing paid so far, with its last day.
Result<void> AcceptanceRepository::insertPayment(const AcceptanceOrder &order) const
{
    const Fen amount = sumOf(order.charges);
    const bool isOnline = order.form.payment.method == PaymentMethod::Online;
    if (amount > Fen{0} && order.form.payment.method == PaymentMethod::Order) {
        return insert(layout::payment,
                      {key(identity(order)), key(order.form.id), day(order.day), methods.name(PaymentMethod::Order), 0,
                       QVariant(QMetaType::fromType<QString>()), day(order.form.payment.payUntil), order.stamp.person});
    }
    if (amount > Fen{0} && order.form.payment.method != PaymentMethod::Cash
        && order.form.payment.method != PaymentMethod::Terminal && !isOnline)
        return Error{Error::Code::NotPaid, {}};
    QVariant receipt{QMetaType::fromType<QString>()};
    if (amount > Fen{0} && !isOnline) { // the platform's provider gives a receipt of its own
        const auto next = nextReceipt();
        if (!next)
            return next.error();
        receipt = *next;
    }
    const PaymentMethod method = amount > Fen{0} ? order.form.payment.method : PaymentMethod::Free;
    return insert(layout::payment,
                  {key(identity(order)), key(order.form.id), day(order.day), methods.name(method), amount.amount,
                   receipt, order.form.payment.reference, order.stamp.person});
}

// The row is locked by counting it up; the MAC it comes with is that of the row before.
Result<QString> AcceptanceRepository::nextReceipt() const
{
    auto book = statement(u"UPDATE receipt_book SET next_no = next_no + 1 WHERE id = "
                          "(SELECT id FROM receipt_book WHERE next_no <= last_no ORDER BY id LIMIT 1) "
                          "RETURNING id, prefix, first_no, last_no, next_no - 1, row_mac"_s);
    if (const auto result = book.run(); !result)
        return result.error();
    if (!book.next())
        return Error{Error::Code::ReceiptsUsedUp, {}};
    if (const auto intact = check(layout::receiptBook, book); !intact)
        return intact.error();
    QVariantList open = openIn(layout::receiptBook, book);
    const qint64 number = book.number(4);
    open.last() = number + 1;
    if (const auto result = update(layout::receiptBook, open); !result)
        return result.error();
    return u"%1%2"_s.arg(book.text(1)).arg(number, 8, 10, QChar(u'0'));
}

Result<void> AcceptanceRepository::recordAcceptance(const AcceptanceOrder &order) const
{
    const JournalRepository journal(m_connection, m_keys);
    if (auto result = journal.append({.id = identity(order),
                                      .caseId = order.form.id,
                                      .type = order.transition.event,
                                      .from = order.transition.from,
                                      .to = order.transition.to,
                                      .baseVersion = 0,
                                      .body = json::toBytes(order.form)},
                                     order.stamp);
        !result)
        return result;
    if (auto result = journal.audit(u"accept"_s, key(order.form.id), order.form.secondOfficer, order.stamp); !result)
        return result;
    if (auto result
        = insert(layout::outbox,
                 {key(identity(order)), key(order.form.id), u"review"_s, order.stamp.at.toMSecsSinceEpoch()});
        !result)
        return result;
    if (auto result = CaptureRepository(m_connection, m_keys).removeOthers(order.form.id, order.form.captures());
        !result)
        return result;
    return DraftRepository(m_connection, m_keys).remove(order.form.id);
}

// As with the receipts: the row is the lock.
Result<AcceptanceNumber> AcceptanceRepository::nextNumber(const AcceptanceOrder &order) const
{
    const QString device = key(order.device.id);
    const QString today = day(order.day);
    auto counter = statement(u"UPDATE number_counter SET last_no = last_no + 1 WHERE device_id = ? AND day = ? "
                             "RETURNING device_id, day, last_no - 1, row_mac"_s);
    if (const auto result = counter.with({device, today}).run(); !result)
        return result.error();
    const bool known = counter.next();
    if (known) {
        if (const auto intact = check(layout::numberCounter, counter); !intact)
            return intact.error();
    }
    const int sequence = known ? int(counter.number(2)) + 1 : order.device.blockFirst;
    if (sequence > order.device.blockLast)
        return Error{Error::Code::NumbersUsedUp, {}};
    const QVariantList open{device, today, sequence};
    if (const auto result = known ? update(layout::numberCounter, open) : insert(layout::numberCounter, open); !result)
        return result.error();
    return AcceptanceNumber::make(order.station.unitCode, order.day, sequence);
}

Result<void> AcceptanceRepository::chargeLater(const QUuid &caseId, const Charge &charge, PaymentMethod method,
                                               QDate onDay, const Stamp &stamp) const
{
    const auto fresh = [&stamp] { return key(makeUuidV7([&stamp] { return stamp.at; })); };
    if (auto result = insert(layout::charge,
                             {fresh(), key(caseId), day(onDay), charge.feeCode, charge.full.amount,
                              charge.amount.amount, charge.reduction, charge.basis});
        !result)
        return result;
    return charge.amount == Fen{0} ? Result<void>() : payLater(caseId, charge.amount, {.method = method}, onDay, stamp);
}

Result<void> AcceptanceRepository::payLater(const QUuid &caseId, Fen amount, const Payment &payment, QDate onDay,
                                            const Stamp &stamp) const
{
    if (payment.method != PaymentMethod::Cash && payment.method != PaymentMethod::Terminal)
        return Error{Error::Code::NotPaid, {}};
    const auto number = nextReceipt();
    if (!number)
        return number.error();
    return insert(layout::payment,
                  {key(makeUuidV7([&stamp] { return stamp.at; })), key(caseId), day(onDay),
                   methods.name(payment.method), amount.amount, *number, payment.reference.trimmed(), stamp.person});
}

Result<void> AcceptanceRepository::giveNumber(const AcceptanceOrder &order, const AcceptanceNumber &number) const
{
    if (auto result = insert(layout::accRegistry, {number.toString(), key(order.form.id)}); !result)
        return result;
    return update(layout::caseMain, caseColumns(order, number.toString()));
}

} // namespace idcounter
