#include "app/storage/caserepository.h"

#include "app/domain/personname.h"
#include "app/domain/uuidv7.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qint64 firstVersion = 1;

SealedPlace formPlace(const QUuid &id, qint64 version)
{
    return {.table = "case_form", .column = "sealed", .row = id, .version = version};
}

QString methodName(PaymentMethod method)
{
    switch (method) {
    case PaymentMethod::Cash:
        return u"cash"_s;
    case PaymentMethod::Terminal:
        return u"terminal"_s;
    case PaymentMethod::Free:
    case PaymentMethod::NotChosen:
        return u"free"_s;
    }
    Q_UNREACHABLE();
}

Fen sumOf(const QList<Charge> &charges)
{
    Fen sum;
    for (const Charge &charge : charges)
        sum = sum + charge.amount;
    return sum;
}

QUuid identity(const AcceptanceOrder &order)
{
    return makeUuidV7([&order] { return order.stamp.at; });
}

} // namespace

struct CaseRepository::Row
{
    QUuid id;
    QString device;
    QString number;
    QString reason;
    QString state;
    qint64 acceptedMs = 0;
    QString acceptedDay;
    QString formDay;
    QString legalDue;
    QString promiseDue;
    int provisional = 0;
    QString person;
    int offSite = 0;
    QByteArray numberIndex;
    QByteArray last4Index;
    QByteArray last6Index;
    QByteArray nameIndex;
    QByteArray phoneIndex;
    qint64 version = firstVersion;
    QByteArray mac;

    static const QString columns;

    static Row of(const Statement &s)
    {
        return {.id = QUuid(s.text(0)),
                .device = s.text(1),
                .number = s.text(2),
                .reason = s.text(3),
                .state = s.text(4),
                .acceptedMs = s.number(5),
                .acceptedDay = s.text(6),
                .formDay = s.text(7),
                .legalDue = s.text(8),
                .promiseDue = s.text(9),
                .provisional = int(s.number(10)),
                .person = s.text(11),
                .offSite = int(s.number(12)),
                .numberIndex = s.bytes(13),
                .last4Index = s.bytes(14),
                .last6Index = s.bytes(15),
                .nameIndex = s.bytes(16),
                .phoneIndex = s.bytes(17),
                .version = s.number(18),
                .mac = s.bytes(19)};
    }

    QVariantList macColumns() const
    {
        return {id.toString(QUuid::WithoutBraces),
                device,
                number,
                reason,
                state,
                acceptedMs,
                acceptedDay,
                formDay,
                legalDue,
                promiseDue,
                provisional,
                person,
                offSite,
                numberIndex,
                last4Index,
                last6Index,
                nameIndex,
                phoneIndex,
                version};
    }
};

const QString CaseRepository::Row::columns
    = u"id, device_id, acc_no, reason, state, accepted_ms, accepted_day, form_day, legal_due, promise_due, "
      u"provisional, "
      "person, off_site, no_bidx, last4_bidx, last6_bidx, name_bidx, phone_bidx, row_version, row_mac"_s;

Result<Case> CaseRepository::accept(const AcceptanceOrder &order) const
{
    const auto known = exists(order.form.id);
    if (!known)
        return known.error();
    if (*known) {
        const auto accepted = find(order.form.id);
        if (accepted && accepted->form != order.form)
            return Error{Error::Code::RecordConflict, key(order.form.id)};
        return accepted;
    }
    if (const auto ours = DraftRepository(m_connection, m_keys).checkHolder(order.form.id, order.holder); !ours)
        return ours.error();

    const auto number = order.form.number();
    if (!number)
        return Error{Error::Code::CitizenNumberLength, {}};
    const auto open = hasOpenCase(*number);
    if (!open)
        return open.error();
    if (*open)
        return Error{Error::Code::OpenCaseExists, {}};

    for (const auto write : {&CaseRepository::insertCase, &CaseRepository::insertCharges,
                             &CaseRepository::insertPayment, &CaseRepository::recordAcceptance}) {
        if (const auto result = (this->*write)(order); !result)
            return result.error();
    }
    const auto accepted = nextNumber(order);
    if (!accepted)
        return accepted.error();
    if (const auto result = giveNumber(order, *accepted); !result)
        return result.error();
    return find(order.form.id);
}

Result<bool> CaseRepository::exists(const QUuid &id) const
{
    auto row = statement(u"SELECT 1 FROM case_main WHERE id = :id"_s);
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    return row.next();
}

// Without its number, which comes last; the row's MAC comes with it.
Result<void> CaseRepository::insertCase(const AcceptanceOrder &order) const
{
    const QString number = order.form.number()->toString();
    const auto name = PersonName::parse(order.form.applicant.name);
    auto insert = statement(
        u"INSERT INTO case_main (%1) VALUES (:id, :device_id, NULL, :reason, :state, :accepted_ms, "
        ":accepted_day, :form_day, :legal_due, :promise_due, :provisional, :person, :off_site, "
        ":no_bidx, :last4_bidx, :last6_bidx, :name_bidx, :phone_bidx, :row_version, :row_mac)"_s.arg(Row::columns));
    if (auto result
        = insert.with(u":id"_s, key(order.form.id))
              .with(u":device_id"_s, key(order.device.id))
              .with(u":reason"_s, order.form.business.reason)
              .with(u":state"_s, stateName(CaseState::Accepted))
              .with(u":accepted_ms"_s, order.stamp.at.toMSecsSinceEpoch())
              .with(u":accepted_day"_s, day(order.day))
              .with(u":form_day"_s, day(order.form.signing.formDate))
              .with(u":legal_due"_s, day(order.legalDue))
              .with(u":promise_due"_s, day(order.promiseDue))
              .with(u":provisional"_s, order.dueIsProvisional ? 1 : 0)
              .with(u":person"_s, order.stamp.person)
              .with(u":off_site"_s, order.form.business.offSite ? 1 : 0)
              .with(u":no_bidx"_s, m_keys.blindIndex(u"number", number))
              .with(u":last4_bidx"_s, m_keys.blindIndex(u"last4", number.last(4)))
              .with(u":last6_bidx"_s, m_keys.blindIndex(u"last6", number.last(6)))
              .with(u":name_bidx"_s, m_keys.blindIndex(u"name", name ? name->toString() : order.form.applicant.name))
              .with(u":phone_bidx"_s, m_keys.blindIndex(u"phone", QString(order.form.delivery.phone).remove(u'-')))
              .with(u":row_version"_s, firstVersion)
              .with(u":row_mac"_s, QByteArray(""))
              .run();
        !result)
        return result;
    return statement(
               u"INSERT INTO case_form (case_id, version, at_ms, sealed) VALUES (:id, :version, :at_ms, :sealed)"_s)
        .with(u":id"_s, key(order.form.id))
        .with(u":version"_s, firstVersion)
        .with(u":at_ms"_s, order.stamp.at.toMSecsSinceEpoch())
        .with(u":sealed"_s, m_keys.sealer().seal(json::toBytes(order.form), formPlace(order.form.id, firstVersion)))
        .run();
}

Result<void> CaseRepository::insertCharges(const AcceptanceOrder &order) const
{
    for (const Charge &charge : order.charges) {
        const QString id = key(identity(order));
        const QVariantList open{id,
                                key(order.form.id),
                                day(order.day),
                                charge.feeCode,
                                charge.full.amount,
                                charge.amount.amount,
                                charge.reduction,
                                charge.basis};
        if (auto result = statement(u"INSERT INTO charge (id, case_id, day, fee_code, full_fen, amount_fen, reduction, "
                                    "basis, row_mac) VALUES (:id, :case_id, :day, :fee_code, :full_fen, :amount_fen, "
                                    ":reduction, :basis, :row_mac)"_s)
                              .with(u":id"_s, id)
                              .with(u":case_id"_s, key(order.form.id))
                              .with(u":day"_s, day(order.day))
                              .with(u":fee_code"_s, charge.feeCode)
                              .with(u":full_fen"_s, charge.full.amount)
                              .with(u":amount_fen"_s, charge.amount.amount)
                              .with(u":reduction"_s, charge.reduction)
                              .with(u":basis"_s, charge.basis)
                              .with(u":row_mac"_s, m_keys.rowMac("charge", open))
                              .run();
            !result)
            return result;
    }
    return {};
}

// What was free is written down as well, without a receipt.
Result<void> CaseRepository::insertPayment(const AcceptanceOrder &order) const
{
    const Fen amount = sumOf(order.charges);
    QVariant receipt{QMetaType::fromType<QString>()};
    if (amount > Fen{0}) {
        const auto next = nextReceipt();
        if (!next)
            return next.error();
        receipt = *next;
    }
    const QString id = key(identity(order));
    const QString method = methodName(amount > Fen{0} ? order.form.payment.method : PaymentMethod::Free);
    const QVariantList open{id,      key(order.form.id),           day(order.day),    method, amount.amount,
                            receipt, order.form.payment.reference, order.stamp.person};
    return statement(
               u"INSERT INTO payment (id, case_id, day, method, amount_fen, receipt_no, reference, person, row_mac) "
               "VALUES (:id, :case_id, :day, :method, :amount_fen, :receipt_no, :reference, :person, :row_mac)"_s)
        .with(u":id"_s, id)
        .with(u":case_id"_s, key(order.form.id))
        .with(u":day"_s, day(order.day))
        .with(u":method"_s, method)
        .with(u":amount_fen"_s, amount.amount)
        .with(u":receipt_no"_s, receipt)
        .with(u":reference"_s, order.form.payment.reference)
        .with(u":person"_s, order.stamp.person)
        .with(u":row_mac"_s, m_keys.rowMac("payment", open))
        .run();
}

Result<QString> CaseRepository::nextReceipt() const
{
    auto update = statement(u"UPDATE receipt_book SET next_no = next_no + 1 WHERE id = "
                            "(SELECT id FROM receipt_book WHERE next_no <= last_no ORDER BY id LIMIT 1) "
                            "RETURNING prefix, next_no - 1"_s);
    if (const auto result = update.run(); !result)
        return result.error();
    if (!update.next())
        return Error{Error::Code::ReceiptsUsedUp, {}};
    return u"%1%2"_s.arg(update.text(0)).arg(update.number(1), 8, 10, QChar(u'0'));
}

Result<void> CaseRepository::recordAcceptance(const AcceptanceOrder &order) const
{
    const JournalRepository journal(m_connection, m_keys);
    if (auto result = journal.append({.id = identity(order),
                                      .caseId = order.form.id,
                                      .type = u"accept"_s,
                                      .from = CaseState::Draft,
                                      .to = CaseState::Accepted,
                                      .baseVersion = 0,
                                      .body = json::toBytes(order.form)},
                                     order.stamp);
        !result)
        return result;
    if (auto result = journal.audit(u"accept"_s, key(order.form.id), order.form.secondOfficer, order.stamp); !result)
        return result;
    if (auto result
        = statement(u"INSERT INTO outbox (id, case_id, kind, at_ms) VALUES (:id, :case_id, 'review', :at_ms)"_s)
              .with(u":id"_s, key(identity(order)))
              .with(u":case_id"_s, key(order.form.id))
              .with(u":at_ms"_s, order.stamp.at.toMSecsSinceEpoch())
              .run();
        !result)
        return result;
    return DraftRepository(m_connection, m_keys).remove(order.form.id);
}

Result<AcceptanceNumber> CaseRepository::nextNumber(const AcceptanceOrder &order) const
{
    auto counter = statement(u"INSERT INTO number_counter (device_id, day, last_no) VALUES (:device, :day, :first) "
                             "ON CONFLICT (device_id, day) DO UPDATE SET last_no = number_counter.last_no + 1 "
                             "RETURNING last_no"_s);
    if (const auto result = counter.with(u":device"_s, key(order.device.id))
                                .with(u":day"_s, day(order.day))
                                .with(u":first"_s, order.device.blockFirst)
                                .run();
        !result)
        return result.error();
    counter.next();
    const int sequence = int(counter.number(0));
    if (sequence > order.device.blockLast)
        return Error{Error::Code::NumbersUsedUp, {}};
    return AcceptanceNumber::make(order.station.unitCode, order.day, sequence);
}

Result<void> CaseRepository::giveNumber(const AcceptanceOrder &order, const AcceptanceNumber &number) const
{
    const QString id = key(order.form.id);
    if (auto result = statement(u"INSERT INTO acc_registry (acc_no, case_id) VALUES (:acc_no, :id)"_s)
                          .with(u":acc_no"_s, number.toString())
                          .with(u":id"_s, id)
                          .run();
        !result)
        return result;
    auto row = statement(u"SELECT %1 FROM case_main WHERE id = :id"_s.arg(Row::columns));
    if (auto result = row.with(u":id"_s, id).run(); !result)
        return result;
    row.next();
    Row stored = Row::of(row);
    stored.number = number.toString();
    return statement(u"UPDATE case_main SET acc_no = :acc_no, row_mac = :row_mac WHERE id = :id"_s)
        .with(u":acc_no"_s, stored.number)
        .with(u":row_mac"_s, m_keys.rowMac("case_main", stored.macColumns()))
        .with(u":id"_s, id)
        .run();
}

Result<Case> CaseRepository::find(const QUuid &id) const
{
    auto row = statement(u"SELECT %1 FROM case_main WHERE id = :id"_s.arg(Row::columns));
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::RecordMissing, key(id)};
    return caseIn(Row::of(row));
}

Result<Case> CaseRepository::caseIn(const Row &row) const
{
    if (const auto intact = checkMac("case_main", row.macColumns(), row.mac); !intact)
        return intact.error();
    const auto number = AcceptanceNumber::parse(row.number);
    const auto state = caseStateFrom(row.state);
    if (!number || !state)
        return Error{Error::Code::RecordUnreadable, u"case_main"_s};
    const auto form = formOf(row.id, row.version);
    if (!form)
        return form.error();
    const auto charges = chargesOf(row.id);
    if (!charges)
        return charges.error();
    const auto receipt = receiptOf(row.id);
    if (!receipt)
        return receipt.error();
    return Case{.id = row.id,
                .number = *number,
                .state = *state,
                .acceptedAt = QDateTime::fromMSecsSinceEpoch(row.acceptedMs, Qt::UTC),
                .acceptedBy = row.person,
                .legalDue = QDate::fromString(row.legalDue, Qt::ISODate),
                .promiseDue = QDate::fromString(row.promiseDue, Qt::ISODate),
                .dueIsProvisional = row.provisional != 0,
                .charges = *charges,
                .receiptNumber = *receipt,
                .form = *form};
}

Result<Draft> CaseRepository::formOf(const QUuid &id, qint64 version) const
{
    auto row = statement(u"SELECT version, sealed FROM case_form WHERE case_id = :id AND version <= :version "
                         "ORDER BY version DESC LIMIT 1"_s);
    if (const auto result = row.with(u":id"_s, key(id)).with(u":version"_s, version).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::RecordMissing, key(id)};
    const auto bytes = m_keys.sealer().open(row.bytes(1), formPlace(id, row.number(0)));
    if (!bytes)
        return bytes.error();
    return json::fromBytes<Draft>(*bytes);
}

Result<QList<Charge>> CaseRepository::chargesOf(const QUuid &id) const
{
    auto row = statement(u"SELECT id, case_id, day, fee_code, full_fen, amount_fen, reduction, basis, row_mac "
                         "FROM charge WHERE case_id = :id ORDER BY id"_s);
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    QList<Charge> charges;
    while (row.next()) {
        QVariantList open;
        for (int column = 0; column < 8; ++column)
            open << row.value(column);
        if (const auto intact = checkMac("charge", open, row.bytes(8)); !intact)
            return intact.error();
        charges << Charge{.feeCode = row.text(3),
                          .chinese = {},
                          .full = {row.number(4)},
                          .amount = {row.number(5)},
                          .basis = row.text(7),
                          .reduction = row.text(6)};
    }
    return charges;
}

Result<QString> CaseRepository::receiptOf(const QUuid &id) const
{
    auto row = statement(u"SELECT id, case_id, day, method, amount_fen, receipt_no, reference, person, row_mac "
                         "FROM payment WHERE case_id = :id ORDER BY id LIMIT 1"_s);
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    if (!row.next())
        return QString();
    QVariantList open;
    for (int column = 0; column < 8; ++column)
        open << row.value(column);
    if (const auto intact = checkMac("payment", open, row.bytes(8)); !intact)
        return intact.error();
    return row.text(5);
}

Result<bool> CaseRepository::anyState(const CitizenNumber &number, bool (*condition)(CaseState)) const
{
    auto row = statement(u"SELECT %1 FROM case_main WHERE no_bidx = :index"_s.arg(Row::columns));
    if (const auto result = row.with(u":index"_s, m_keys.blindIndex(u"number", number.toString())).run(); !result)
        return result.error();
    while (row.next()) {
        const Row stored = Row::of(row);
        if (const auto intact = checkMac("case_main", stored.macColumns(), stored.mac); !intact)
            return intact.error();
        const auto state = caseStateFrom(stored.state);
        if (state && condition(*state))
            return true;
    }
    return false;
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
    const auto select = [this, limit](const QString &column, const QVariant &value) {
        auto query = statement(
            u"SELECT %1 FROM case_main WHERE %2 = :value ORDER BY accepted_ms DESC LIMIT %3"_s.arg(Row::columns, column)
                .arg(limit));
        return summaries(query.with(u":value"_s, value));
    };
    if (AcceptanceNumber::parse(compact))
        return select(u"acc_no"_s, compact);
    if (const auto number = CitizenNumber::parse(compact))
        return select(u"no_bidx"_s, m_keys.blindIndex(u"number", number->toString()));
    const bool startsWithDigit = !compact.isEmpty() && compact[0].isDigit();
    if (startsWithDigit && compact.size() == 4)
        return select(u"last4_bidx"_s, m_keys.blindIndex(u"last4", compact));
    if (startsWithDigit && compact.size() == 6)
        return select(u"last6_bidx"_s, m_keys.blindIndex(u"last6", compact));
    if (startsWithDigit)
        return select(u"phone_bidx"_s, m_keys.blindIndex(u"phone", QString(compact).remove(u'-')));
    const auto name = PersonName::parse(asked);
    return select(u"name_bidx"_s, m_keys.blindIndex(u"name", name ? name->toString() : asked));
}

Result<QList<CaseSummary>> CaseRepository::acceptedOn(QDate date) const
{
    auto query = statement(
        u"SELECT %1 FROM case_main WHERE accepted_day = :day ORDER BY accepted_ms DESC"_s.arg(Row::columns));
    return summaries(query.with(u":day"_s, day(date)));
}

Result<qint64> CaseRepository::verify() const
{
    auto row = statement(u"SELECT %1 FROM case_main ORDER BY id"_s.arg(Row::columns));
    if (const auto result = row.run(); !result)
        return result.error();
    qint64 count = 0;
    for (; row.next(); ++count) {
        if (const auto intact = caseIn(Row::of(row)); !intact)
            return intact.error();
    }
    return count;
}

Result<QList<CaseSummary>> CaseRepository::summaries(Statement &query) const
{
    if (const auto result = query.run(); !result)
        return result.error();
    QList<CaseSummary> found;
    while (query.next()) {
        const auto accepted = caseIn(Row::of(query));
        if (!accepted)
            return accepted.error();
        found << CaseSummary{.id = accepted->id,
                             .number = accepted->number,
                             .name = accepted->form.applicant.name,
                             .citizenNumber = accepted->form.applicant.number,
                             .reason = accepted->form.business.reason,
                             .state = accepted->state,
                             .acceptedAt = accepted->acceptedAt,
                             .promiseDue = accepted->promiseDue,
                             .legalDue = accepted->legalDue};
    }
    return found;
}

} // namespace idcounter
