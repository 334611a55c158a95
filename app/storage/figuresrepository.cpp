#include "app/storage/figuresrepository.h"

#include "app/domain/caseprogress.h"
#include "app/storage/draftrepository.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// From the first moment of a day to that of the next.
const QString within = u"at_ms >= ? AND at_ms < ?"_s;

QVariantList momentsOf(QDate on)
{
    return {beginOf(on).toMSecsSinceEpoch(), beginOf(on.addDays(1)).toMSecsSinceEpoch()};
}

} // namespace

Result<DayFigures> FiguresRepository::of(QDate day) const
{
    DayFigures figures;
    figures.day = day;
    for (const auto count :
         {&FiguresRepository::countCases, &FiguresRepository::countCharges, &FiguresRepository::countPayments,
          &FiguresRepository::countAttempts, &FiguresRepository::countRefusals}) {
        if (const auto result = (this->*count)(figures); !result)
            return result.error();
    }
    const auto drafts = DraftRepository(m_connection, m_keys).count();
    if (!drafts)
        return drafts.error();
    figures.draftsOpen = *drafts;
    return figures;
}

Result<QList<DayCount>> FiguresRepository::lastDays(QDate until, int days) const
{
    const QDate from = until.addDays(1 - days);
    QList<DayCount> counts;
    for (QDate one = from; one <= until; one = one.addDays(1))
        counts << DayCount{.day = one, .cases = 0, .money = {}};
    const QVariantList between{day(from), day(until)};
    const auto cases = forEach(layout::caseMain, u"WHERE accepted_day >= ? AND accepted_day <= ?"_s, between,
                               [&](const Statement &row) {
                                   ++counts[from.daysTo(row.day(6))].cases;
                                   return Result<void>();
                               });
    if (!cases)
        return cases.error();
    const auto payments
        = forEach(layout::payment, u"WHERE day >= ? AND day <= ?"_s, between, [&](const Statement &row) {
              counts[from.daysTo(row.day(2))].money.amount += row.number(4);
              return Result<void>();
          });
    return payments ? Result<QList<DayCount>>(counts) : Result<QList<DayCount>>(payments.error());
}

Result<void> FiguresRepository::countCases(DayFigures &figures) const
{
    return forEach(layout::caseMain, u"WHERE accepted_day = ?"_s, {day(figures.day)}, [&figures](const Statement &row) {
        ++figures.casesByReason[row.text(3)];
        return Result<void>();
    });
}

Result<void> FiguresRepository::countCharges(DayFigures &figures) const
{
    return forEach(layout::charge, u"WHERE day = ?"_s, {day(figures.day)}, [&figures](const Statement &row) {
        ++figures.chargesByFee[row.text(3)];
        figures.amountByFee[row.text(3)].amount += row.number(5);
        return Result<void>();
    });
}

Result<void> FiguresRepository::countPayments(DayFigures &figures) const
{
    return forEach(layout::payment, u"WHERE day = ? ORDER BY receipt_no"_s, {day(figures.day)},
                   [&figures](const Statement &row) {
                       ++figures.paymentsByMethod[row.text(3)];
                       figures.amountByMethod[row.text(3)].amount += row.number(4);
                       const QString receipt = row.text(5);
                       if (!receipt.isEmpty() && figures.firstReceipt.isEmpty())
                           figures.firstReceipt = receipt;
                       if (!receipt.isEmpty())
                           figures.lastReceipt = receipt;
                       return Result<void>();
                   });
}

Result<void> FiguresRepository::countAttempts(DayFigures &figures) const
{
    return forEach(layout::attempt, u"WHERE day = ?"_s, {day(figures.day)}, [&figures](const Statement &row) {
        const bool photo = row.text(3) == u"photo";
        ++(photo ? figures.photosTaken : figures.printsTaken[row.text(4)]);
        if (row.text(5) == u"accepted")
            ++(photo ? figures.photosAccepted : figures.printsAccepted[row.text(4)]);
        else
            ++figures.refusals[row.text(6)];
        return Result<void>();
    });
}

Result<void> FiguresRepository::countRefusals(DayFigures &figures) const
{
    return forEach(layout::refusal, u"WHERE day = ?"_s, {day(figures.day)}, [&figures](const Statement &row) {
        ++figures.refusedCases;
        const QStringList codes = row.text(4).split(u' ', Qt::SkipEmptyParts);
        for (const QString &code : codes)
            ++figures.refusedByCode[code];
        return Result<void>();
    });
}

Result<DayFigures> FiguresRepository::withProgress(QDate day) const
{
    const auto counted = of(day);
    if (!counted)
        return counted.error();
    DayFigures figures = *counted;
    DayProgress progress;
    for (const auto count :
         {&FiguresRepository::countPackages, &FiguresRepository::countSteps, &FiguresRepository::countOldCards,
          &FiguresRepository::countBlanks, &FiguresRepository::countCalls, &FiguresRepository::countRefunds}) {
        if (const auto result = (this->*count)(day, progress); !result)
            return result.error();
    }
    figures.progress = progress;
    return figures;
}

Result<void> FiguresRepository::countPackages(QDate on, DayProgress &progress) const
{
    auto packages = forEach(layout::package, u"WHERE "_s + within, momentsOf(on), [&progress](const Statement &row) {
        ++progress.packages;
        progress.packagedCases += int(row.number(9));
        progress.acknowledgedCases += int(row.number(10));
        return Result<void>();
    });
    if (!packages)
        return packages;
    auto files = forEach(layout::feedback, u"WHERE "_s + within, momentsOf(on), [&progress](const Statement &) {
        ++progress.feedbackFiles;
        return Result<void>();
    });
    if (!files)
        return files;
    return forEach(layout::feedbackLine, u"WHERE feedback_id IN (SELECT id FROM feedback WHERE %1)"_s.arg(within),
                   momentsOf(on), [&progress](const Statement &row) {
                       ++progress.feedbackLines[row.text(5)];
                       return Result<void>();
                   });
}

// The journal is a chain, which the check of the database reads.
Result<void> FiguresRepository::countSteps(QDate on, DayProgress &progress) const
{
    auto steps
        = statement(u"SELECT type, from_state, COUNT(*) FROM event WHERE %1 GROUP BY type, from_state"_s.arg(within));
    if (auto result = steps.with(momentsOf(on)).run(); !result)
        return result;
    while (steps.next()) {
        progress.steps[steps.text(0)] += int(steps.number(2));
        if (steps.text(0) == u"return")
            progress.returns[steps.text(1)] += int(steps.number(2));
    }
    if (auto read = steps.ended(); !read)
        return read;
    return forEach(layout::caseMain, u"WHERE state = ?"_s, {stateName(CaseState::Unclaimed)},
                   [&progress](const Statement &) {
                       ++progress.unclaimed;
                       return Result<void>();
                   });
}

// What a collection took that was not taken back the same day.
Result<void> FiguresRepository::countOldCards(QDate on, DayProgress &progress) const
{
    auto row = select(layout::event, u"WHERE type IN ('collect', 'undo') AND "_s + within, momentsOf(on));
    if (auto result = row.run(); !result)
        return result;
    while (row.next()) {
        const auto body = m_keys.sealer().open(
            row.bytes(10), {.table = "event", .column = "sealed", .row = QUuid(row.text(2)), .version = row.number(1)});
        if (!body)
            return body.error();
        const bool isUndone = row.text(4) == u"undo";
        const QJsonObject said = QJsonDocument::fromJson(*body).object();
        CollectionRecord record;
        json::read(isUndone ? said[u"undone"_s] : QJsonValue(said), record);
        const bool isTaken = record.oldCard == OldCardEnd::Clipped || record.oldCard == OldCardEnd::Taken;
        progress.oldCards += !isTaken ? 0 : isUndone ? -1 : 1;
    }
    return row.ended();
}

Result<void> FiguresRepository::countBlanks(QDate on, DayProgress &progress) const
{
    auto received = statement(u"SELECT detail FROM audit WHERE action = 'blank-cards' AND "_s + within);
    if (auto result = received.with(momentsOf(on)).run(); !result)
        return result;
    while (received.next())
        progress.blanksReceived += received.text(0).toInt();
    if (auto read = received.ended(); !read)
        return read;
    return forEach(layout::blankCard, u"WHERE day = ? AND state IN ('returned', 'spoiled')"_s, {day(on)},
                   [&progress](const Statement &row) {
                       ++(row.text(1) == u"spoiled" ? progress.blanksSpoiled : progress.temporaryReturned);
                       return Result<void>();
                   });
}

Result<void> FiguresRepository::countCalls(QDate on, DayProgress &progress) const
{
    return forEach(layout::notice, u"WHERE day = ?"_s, {day(on)}, [&progress](const Statement &row) {
        ++(row.text(4) == u"reached" ? progress.told : progress.notReached);
        return Result<void>();
    });
}

Result<void> FiguresRepository::countRefunds(QDate on, DayProgress &progress) const
{
    return forEach(layout::refund, u"WHERE day = ? ORDER BY voucher_no"_s, {day(on)},
                   [&progress](const Statement &row) {
                       ++progress.refundsByReason[row.text(4)];
                       progress.refundedByReason[row.text(4)].amount += row.number(3);
                       if (progress.firstVoucher.isEmpty())
                           progress.firstVoucher = row.text(5);
                       progress.lastVoucher = row.text(5);
                       return Result<void>();
                   });
}

} // namespace idcounter
