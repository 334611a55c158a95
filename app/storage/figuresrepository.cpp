#include "app/storage/figuresrepository.h"

#include "app/storage/draftrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

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

} // namespace idcounter
