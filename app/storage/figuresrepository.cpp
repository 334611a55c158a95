#include "app/storage/figuresrepository.h"

#include "app/storage/draftrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Result<DayFigures> FiguresRepository::of(QDate day) const
{
    DayFigures figures;
    figures.day = day;
    for (const auto count : {&FiguresRepository::countCases, &FiguresRepository::countCharges,
                             &FiguresRepository::countPayments, &FiguresRepository::countAttempts}) {
        if (const auto result = (this->*count)(figures); !result)
            return result.error();
    }
    const auto drafts = DraftRepository(m_connection, m_keys).count();
    if (!drafts)
        return drafts.error();
    figures.draftsOpen = *drafts;
    return figures;
}

Result<void> FiguresRepository::countCases(DayFigures &figures) const
{
    auto row = statement(u"SELECT reason, COUNT(*) FROM case_main WHERE accepted_day = :day GROUP BY reason"_s);
    if (auto result = row.with(u":day"_s, day(figures.day)).run(); !result)
        return result;
    while (row.next())
        figures.casesByReason.insert(row.text(0), int(row.number(1)));
    return {};
}

Result<void> FiguresRepository::countCharges(DayFigures &figures) const
{
    auto row = statement(u"SELECT id, case_id, day, fee_code, full_fen, amount_fen, reduction, basis, row_mac "
                         "FROM charge WHERE day = :day"_s);
    if (auto result = row.with(u":day"_s, day(figures.day)).run(); !result)
        return result;
    while (row.next()) {
        QVariantList open;
        for (int column = 0; column < 8; ++column)
            open << row.value(column);
        if (auto intact = checkMac("charge", open, row.bytes(8)); !intact)
            return intact;
        ++figures.chargesByFee[row.text(3)];
        figures.amountByFee[row.text(3)].amount += row.number(5);
    }
    return {};
}

Result<void> FiguresRepository::countPayments(DayFigures &figures) const
{
    auto row = statement(u"SELECT id, case_id, day, method, amount_fen, receipt_no, reference, person, row_mac "
                         "FROM payment WHERE day = :day ORDER BY receipt_no"_s);
    if (auto result = row.with(u":day"_s, day(figures.day)).run(); !result)
        return result;
    while (row.next()) {
        QVariantList open;
        for (int column = 0; column < 8; ++column)
            open << row.value(column);
        if (auto intact = checkMac("payment", open, row.bytes(8)); !intact)
            return intact;
        ++figures.paymentsByMethod[row.text(3)];
        figures.amountByMethod[row.text(3)].amount += row.number(4);
        if (row.text(5).isEmpty())
            continue;
        if (figures.firstReceipt.isEmpty())
            figures.firstReceipt = row.text(5);
        figures.lastReceipt = row.text(5);
    }
    return {};
}

Result<void> FiguresRepository::countAttempts(DayFigures &figures) const
{
    auto row = statement(u"SELECT kind, finger, outcome, reason, COUNT(*) FROM attempt WHERE day = :day "
                         "GROUP BY kind, finger, outcome, reason"_s);
    if (auto result = row.with(u":day"_s, day(figures.day)).run(); !result)
        return result;
    while (row.next()) {
        const bool photo = row.text(0) == u"photo";
        const bool accepted = row.text(2) == u"accepted";
        const int count = int(row.number(4));
        (photo ? figures.photosTaken : figures.printsTaken[row.text(1)]) += count;
        if (accepted)
            (photo ? figures.photosAccepted : figures.printsAccepted[row.text(1)]) += count;
        else
            figures.refusals[row.text(3)] += count;
    }
    return {};
}

} // namespace idcounter
