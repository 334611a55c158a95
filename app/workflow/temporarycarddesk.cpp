#include "app/workflow/temporarycarddesk.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString temporaryFee = u"TEMP"_s;

bool isPaidAlready(const Standing &standing)
{
    return std::any_of(standing.accepted.charges.begin(), standing.accepted.charges.end(),
                       [](const Charge &charge) { return charge.feeCode == temporaryFee; });
}

QList<CaseState> openStates()
{
    QList<CaseState> states;
    for (int value = 1; value <= int(CaseState::Discarded); ++value) {
        if (isOpen(CaseState(value)))
            states << CaseState(value);
    }
    return states;
}

} // namespace

struct TemporaryCardDesk::Found
{
    BlankStock stock;
    QList<BlankCard> next;
    QList<Standing> waiting;
    QList<TemporaryCardOut> out;
    QList<TemporaryCardOut> dueBack;
};

Result<void> TemporaryCardDesk::findWaiting(const Repositories &repositories, Found &found)
{
    const auto open = repositories.lives.in(openStates());
    if (!open)
        return open.error();
    for (const Standing &standing : *open) {
        if (!standing.accepted.form.business.temporaryCard || standing.temporaryOut)
            continue;
        const auto history = repositories.lives.history(standing.accepted.id);
        if (!history)
            return history.error();
        const bool wasIssued = std::any_of(history->begin(), history->end(),
                                           [](const LifeEntry &entry) { return entry.event == u"temporary_card"; });
        if (!wasIssued)
            found.waiting << standing;
    }
    std::stable_sort(found.waiting.begin(), found.waiting.end(), [](const Standing &one, const Standing &other) {
        return one.accepted.form.signing.formDate < other.accepted.form.signing.formDate;
    });
    return {};
}

// Whatever became of the case: a card that is out is in one of the two lists.
Result<void> TemporaryCardDesk::findOut(const Repositories &repositories, QDate today, Found &found)
{
    const auto issued = repositories.blanks.issued();
    if (!issued)
        return issued.error();
    for (const BlankCard &card : *issued) {
        const auto standing = repositories.lives.standing(card.caseId);
        if (!standing)
            return standing.error();
        const DueBack due = temporaryDueBack(standing->accepted.state, card.until, today);
        const QDate ended = stationTime(standing->progress.since).date();
        (due == DueBack::No ? found.out : found.dueBack)
            << TemporaryCardOut{*standing, card, due, due == DueBack::Expired ? card.until.addDays(1) : ended};
    }
    std::stable_sort(
        found.dueBack.begin(), found.dueBack.end(),
        [](const TemporaryCardOut &one, const TemporaryCardOut &other) { return one.dueSince < other.dueSince; });
    return {};
}

void TemporaryCardDesk::refresh()
{
    m_counter.store.read(
        this,
        [today = m_counter.today()](Repositories &repositories) -> Result<Found> {
            const auto stock = repositories.blanks.stock();
            if (!stock)
                return stock.error();
            constexpr int shown = 20;
            const auto next = repositories.blanks.inStock(shown);
            if (!next)
                return next.error();
            Found found{.stock = *stock, .next = *next};
            if (const auto done = findWaiting(repositories, found); !done)
                return done.error();
            if (const auto done = findOut(repositories, today, found); !done)
                return done.error();
            return found;
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_stock = found->stock;
            m_next = found->next;
            m_waiting = found->waiting;
            m_out = found->out;
            m_dueBack = found->dueBack;
            Q_EMIT changed();
        });
}

void TemporaryCardDesk::receiveStock(const QString &prefix, qint64 first, qint64 last)
{
    constexpr qint64 most = 10000; // forms at once
    if (first < 1 || last < first || last - first >= most) {
        Q_EMIT failed({Error::Code::ReceiptRangeInvalid, {}});
        return;
    }
    m_counter.store.write(
        this,
        [prefix, first, last, today = m_counter.today(), stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.blanks.receive(prefix, first, last, today, stamp);
        },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            refresh();
        });
}

void TemporaryCardDesk::spoil(const QString &serial, const QString &reason)
{
    m_counter.store.write(
        this,
        [serial, reason, today = m_counter.today(),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            const auto blank = repositories.blanks.find(serial);
            if (!blank)
                return blank.error();
            if (blank->state != BlankCard::State::InStock)
                return Error{Error::Code::BlankCardUsed, serial};
            BlankCard spoiled = *blank;
            spoiled.state = BlankCard::State::Spoiled;
            spoiled.day = today;
            if (auto done = repositories.blanks.change(*blank, spoiled, stamp); !done)
                return done;
            return repositories.journal.audit(u"blank-card-spoiled"_s, serial, reason, stamp);
        },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            refresh();
        });
}

Result<QDate> TemporaryCardDesk::due(const Standing &standing) const
{
    const auto limits = m_counter.rules.limits();
    if (!limits)
        return limits.error();
    const auto calendar = m_counter.rules.calendar();
    if (!calendar)
        return calendar.error();
    const auto due = (*limits)->due(u"TEMP_LAW", standing.accepted.form.signing.formDate, **calendar);
    return due ? Result<QDate>(due->day) : Result<QDate>(due.error());
}

Result<Charge> TemporaryCardDesk::price(const Standing &standing) const
{
    if (isPaidAlready(standing))
        return Charge{.feeCode = temporaryFee};
    const auto fees = m_counter.rules.fees();
    if (!fees)
        return fees.error();
    return (*fees)->charge(temporaryFee, m_counter.today(), m_counter.station.region());
}

void TemporaryCardDesk::issue(const Standing &standing, const QString &serial, PaymentMethod method)
{
    const auto fail = [this](const Error &error) { Q_EMIT failed(error); };
    if (const auto allowed = mayIssueTemporary(standing, m_counter.station.region()); !allowed)
        return fail(allowed.error());
    const auto charge = price(standing);
    if (!charge)
        return fail(charge.error());
    const auto limits = m_counter.rules.limits();
    const auto calendar = m_counter.rules.calendar();
    if (!limits || !calendar)
        return fail(limits ? calendar.error() : limits.error());
    const QDate today = m_counter.today();
    const auto until = (*limits)->due(u"TEMP_VALID", today, **calendar);
    if (!until)
        return fail(until.error());
    const bool isNew = !isPaidAlready(standing);
    note(
        standing, u"temporary_card"_s,
        [serial, form = standing.accepted.form](CaseMove &move) {
            move.body.insert(u"serial"_s, serial);
            if (!form.business.temporaryCard) {
                move.form = form;
                move.form->business.temporaryCard = true;
            }
        },
        [id = standing.accepted.id, serial, today, until = until->day, charge = *charge, isNew, method,
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            const auto blank = repositories.blanks.find(serial);
            if (!blank)
                return blank.error();
            if (blank->state != BlankCard::State::InStock)
                return Error{Error::Code::BlankCardUsed, serial};
            if (auto done = repositories.blanks.change(
                    *blank,
                    {.serial = serial, .state = BlankCard::State::Issued, .caseId = id, .day = today, .until = until},
                    stamp);
                !done)
                return done;
            return isNew ? repositories.lives.charge(id, charge, method, today, stamp) : Result<void>();
        });
}

void TemporaryCardDesk::takeBack(const Standing &standing)
{
    note(
        standing, u"temporary_back"_s, [](CaseMove &) {},
        [id = standing.accepted.id, today = m_counter.today(),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            const auto issued = repositories.blanks.issuedFor(id);
            if (!issued)
                return issued.error();
            if (!*issued)
                return Error{Error::Code::BlankCardUnknown, {}};
            BlankCard back = **issued;
            back.state = BlankCard::State::Returned;
            back.day = today;
            return repositories.blanks.change(**issued, back, stamp);
        });
}

} // namespace idcounter
