#include "app/documents/reportsections.h"

#include "app/documents/bookingsection.h"
#include "app/documents/refusalnotice.h"
#include "app/documents/reportwords.h"

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter::paper {

namespace {

QString methodWord(const QString &method)
{
    if (method == u"cash")
        return u"现金"_s;
    if (method == u"online")
        return u"网上支付"_s;
    if (method == u"order")
        return u"开具缴款单"_s;
    return method == u"terminal" ? u"终端/转账"_s : u"免费"_s;
}

ReportSection casesSection(const DayFigures &figures, const Reasons &reasons)
{
    ReportSection section{.title = u"一、受理件数（按业务）"_s, .lines = {}};
    for (const Reason &reason : reasons.selectable()) {
        if (const int count = figures.casesByReason.value(reason.code))
            section.lines << ReportLine{
                reason.chinese, QString::number(count), {}, Figure{Figure::Kind::Reason, reason.code}};
    }
    section.lines << ReportLine{u"合计"_s, QString::number(figures.cases()), {}, Figure{Figure::Kind::Cases, {}}};
    return section;
}

void addRefunds(ReportSection &section, const DayFigures &figures, const DayProgress &progress)
{
    for (auto reason = progress.refundsByReason.begin(); reason != progress.refundsByReason.end(); ++reason)
        section.lines << ReportLine{u"退费："_s + stepWord(reason.key()), QString::number(reason.value()),
                                    progress.refundedByReason.value(reason.key()).yuan(),
                                    Figure{Figure::Kind::Step, reason.key()}};
    if (!progress.firstVoucher.isEmpty())
        section.lines << ReportLine{u"退费凭证 %1 至 %2"_s.arg(progress.firstVoucher, progress.lastVoucher)};
    const Fen net{figures.money().amount - progress.refunded().amount};
    section.lines << ReportLine{u"应缴（收费减退费）"_s, {}, net.yuan()};
}

ReportSection feesSection(const DayFigures &figures, const FeeTable &fees)
{
    ReportSection section{.title = u"二、收费（按项目）"_s, .lines = {}};
    for (auto fee = figures.chargesByFee.begin(); fee != figures.chargesByFee.end(); ++fee) {
        const auto charge = fees.charge(fee.key(), figures.day, {});
        section.lines << ReportLine{charge ? charge->chinese : fee.key(), QString::number(fee.value()),
                                    figures.amountByFee.value(fee.key()).yuan(), Figure{Figure::Kind::Fee, fee.key()}};
    }
    for (auto method = figures.paymentsByMethod.begin(); method != figures.paymentsByMethod.end(); ++method) {
        section.lines << ReportLine{u"其中："_s + methodWord(method.key()), QString::number(method.value()),
                                    figures.amountByMethod.value(method.key()).yuan(),
                                    Figure{Figure::Kind::Method, method.key()}};
    }
    if (!figures.firstReceipt.isEmpty())
        section.lines << ReportLine{u"票据 %1 至 %2"_s.arg(figures.firstReceipt, figures.lastReceipt), {}, {}};
    section.lines << ReportLine{u"合计"_s, {}, figures.money().yuan(), Figure{Figure::Kind::Money, {}}};
    if (figures.progress)
        addRefunds(section, figures, *figures.progress);
    return section;
}

ReportSection qualitySection(const DayFigures &figures, const Fingers &fingers)
{
    ReportSection section{.title = u"三、采集质量"_s, .lines = {}};
    section.lines
        << ReportLine{u"照片拍摄"_s, QString::number(figures.photosTaken), {}, Figure{Figure::Kind::Photos, {}}}
        << ReportLine{u"照片合格"_s, QString::number(figures.photosAccepted), {}, Figure{Figure::Kind::Photos, {}}};
    for (const Finger &finger : fingers.all()) {
        const int taken = figures.printsTaken.value(finger.code);
        if (taken > 0) {
            section.lines << ReportLine{u"%1 按压/合格"_s.arg(finger.chinese),
                                        u"%1 / %2"_s.arg(taken).arg(figures.printsAccepted.value(finger.code)),
                                        {},
                                        Figure{Figure::Kind::Finger, finger.code}};
        }
    }
    int refusals = 0;
    for (const int count : figures.refusals)
        refusals += count;
    section.lines << ReportLine{u"不合格次数合计"_s, QString::number(refusals), {}, Figure{Figure::Kind::Refused, {}}};
    return section;
}

ReportSection refusalsSection(const DayFigures &figures)
{
    ReportSection section{.title = figures.progress ? u"四、不予受理与退回"_s : u"四、不予受理"_s, .lines = {}};
    for (auto code = figures.refusedByCode.begin(); code != figures.refusedByCode.end(); ++code)
        section.lines << ReportLine{
            u"其中："_s + refusalWord(codeNamed(code.key())), QString::number(code.value()), {}};
    section.lines << ReportLine{u"合计"_s, QString::number(figures.refusedCases)};
    if (figures.progress) {
        const QMap<QString, int> &returns = figures.progress->returns;
        for (auto from = returns.begin(); from != returns.end(); ++from)
            section.lines << ReportLine{returnWord(caseStateFrom(from.key()).value_or(CaseState::None)),
                                        QString::number(from.value()),
                                        {},
                                        Figure{Figure::Kind::Step, u"return"_s}};
    }
    return section;
}

// A step with the cases that took it.
ReportLine stepLine(const DayProgress &progress, const QString &step)
{
    return {stepWord(step), QString::number(progress.steps.value(step)), {}, Figure{Figure::Kind::Step, step}};
}

ReportSection progressSection(const DayFigures &figures)
{
    const ReportLine drafts{
        u"草稿（日报时）"_s, QString::number(figures.draftsOpen), {}, Figure{Figure::Kind::Drafts, {}}};
    if (!figures.progress)
        return {.title = u"五、在办草稿"_s, .lines = {drafts}};
    const DayProgress &progress = *figures.progress;
    const auto count = [](const QString &item, int number) { return ReportLine{item, QString::number(number)}; };
    ReportSection section{.title = u"五、办理进度"_s, .lines = {}};
    section.lines << count(u"上报数据包"_s, progress.packages) << count(u"包内案件"_s, progress.packagedCases)
                  << count(u"其中已回执"_s, progress.acknowledgedCases)
                  << count(u"导入反馈文件"_s, progress.feedbackFiles);
    for (auto lines = progress.feedbackLines.begin(); lines != progress.feedbackLines.end(); ++lines)
        section.lines << count(u"反馈记录："_s + feedbackWord(lines.key()), lines.value());
    static const std::array steps{u"sign"_s,      u"produce"_s, u"receive"_s,   u"defect"_s, u"missing"_s,
                                  u"lose"_s,      u"collect"_s, u"undo"_s,      u"mail"_s,   u"deliver"_s,
                                  u"come_back"_s, u"lost"_s,    u"hand_back"_s, u"destroy"_s};
    for (const QString &step : steps) {
        if (progress.steps.value(step) > 0 || step == u"receive" || step == u"collect")
            section.lines << stepLine(progress, step);
    }
    section.lines << count(u"通知领证：已联系到"_s, progress.told)
                  << count(u"通知领证：未联系到"_s, progress.notReached) << count(u"收回旧证"_s, progress.oldCards)
                  << count(u"逾期未领（日报时）"_s, progress.unclaimed) << stepLine(progress, u"temporary_card"_s)
                  << count(u"收回临时证"_s, progress.temporaryReturned)
                  << count(u"临时证空白证件：领入"_s, progress.blanksReceived)
                  << count(u"临时证空白证件：作废"_s, progress.blanksSpoiled) << drafts;
    return section;
}

QString evenWord(bool isEven, qint64 difference)
{
    if (isEven)
        return u"平"_s;
    return difference == 0 ? u"不平"_s : u"差 %1%2"_s.arg(difference > 0 ? u"+"_s : QString()).arg(difference);
}

QString stockWord(Stock stock)
{
    switch (stock) {
    case Stock::OpenCases:
        return u"在办案件"_s;
    case Stock::ToReport:
        return u"待上报"_s;
    case Stock::UnderWay:
        return u"上报在途"_s;
    case Stock::Cards:
        return u"库存证件"_s;
    case Stock::BlankCards:
        return u"临时证空白证件"_s;
    }
    Q_UNREACHABLE();
}

void addStock(ReportSection &section, const StockBalance &balance)
{
    section.lines << ReportLine{balance.openedBy.isValid() ? u"%1：上期结存（%2 日报）"_s.arg(
                                    stockWord(balance.stock), balance.openedBy.toString(Qt::ISODate))
                                                           : u"%1：上期结存（据流水）"_s.arg(stockWord(balance.stock)),
                                QString::number(balance.opening)};
    for (auto in = balance.in.begin(); in != balance.in.end(); ++in)
        section.lines << ReportLine{u"　加："_s + stepWord(in.key()), QString::number(in.value())};
    for (auto out = balance.out.begin(); out != balance.out.end(); ++out)
        section.lines << ReportLine{u"　减："_s + stepWord(out.key()), QString::number(out.value())};
    section.lines << ReportLine{u"　本期结存（实有）"_s, QString::number(balance.closing),
                                evenWord(balance.isEven(), balance.difference())};
    if (balance.isEven())
        return;
    section.lines << ReportLine{balance.behind.isEmpty() ? u"　差异不在案件：上期结存或流水与实有不符，请核对。"_s
                                                         : u"　差异案件："_s + balance.behind.join(u"、"_s),
                                {},
                                {},
                                {},
                                true};
}

void addMoney(ReportSection &section, const MoneyBalance &money)
{
    section.lines << ReportLine{u"款项：应收（减免后）"_s, {}, money.charged.yuan()}
                  << ReportLine{u"　实收"_s, {}, money.paid.yuan()}
                  << ReportLine{u"　其中开具票据"_s, {}, money.receipts.yuan()}
                  << ReportLine{u"　其中网上缴纳（平台出具电子票据）"_s, {}, money.online.yuan()}
                  << ReportLine{u"　缴款单未缴（可缴期内）"_s, {}, money.ordered.yuan()}
                  << ReportLine{u"　未缴（其他案件）"_s, evenWord(money.isEven(), 0), money.unpaid.yuan()};
    if (!money.unpaidCases.isEmpty())
        section.lines << ReportLine{u"　应收与实收不符的案件："_s + money.unpaidCases.join(u"、"_s), {}, {}, {}, true};
    if (!money.withoutReceipt.isEmpty())
        section.lines << ReportLine{u"　未开票据的案件："_s + money.withoutReceipt.join(u"、"_s), {}, {}, {}, true};
}

void addNumbers(ReportSection &section, const NumberBalance &numbers)
{
    const auto word = [&numbers] {
        switch (numbers.kind) {
        case NumberBalance::Kind::Receipts:
            return u"票据 %1：%2 至 %3，余 %4"_s.arg(numbers.name)
                .arg(numbers.first)
                .arg(numbers.last)
                .arg(numbers.left);
        case NumberBalance::Kind::Acceptance:
            return u"受理号（%1 号窗口）：%2 至 %3"_s.arg(numbers.name).arg(numbers.first).arg(numbers.last);
        case NumberBalance::Kind::Vouchers:
            return u"退费凭证：%1 至 %2"_s.arg(numbers.first).arg(numbers.last);
        }
        Q_UNREACHABLE();
    };
    const qint64 difference = numbers.used + numbers.left - (numbers.last - numbers.first + 1);
    section.lines << ReportLine{word(), u"已用 %1"_s.arg(numbers.used), evenWord(numbers.isEven(), difference)};
    if (!numbers.missing.isEmpty())
        section.lines << ReportLine{u"　缺号："_s + numbers.missing.join(u"、"_s), {}, {}, {}, true};
}

ReportSection balancesSection(const DayBalances &balances)
{
    ReportSection section{.title = u"六、平衡核对（上期结存＋增－减＝本期结存）"_s, .lines = {}};
    for (const StockBalance &balance : balances.stocks)
        addStock(section, balance);
    addMoney(section, balances.money);
    for (const NumberBalance &numbers : balances.numbers)
        addNumbers(section, numbers);
    section.lines << ReportLine{
        u"现金清点：__________ 元　　证件清点：__________ 张　　空白证件清点：__________ 张　　清点人：__________"_s,
        {},
        {},
        {},
        true};
    return section;
}

} // namespace

Result<QList<ReportSection>> reportSections(const DayFigures &figures, const Rules &rules)
{
    const auto reasons = rules.reasons();
    const auto fees = rules.fees();
    const auto fingers = rules.fingers();
    if (!reasons)
        return reasons.error();
    if (!fees)
        return fees.error();
    if (!fingers)
        return fingers.error();
    QList<ReportSection> sections{casesSection(figures, **reasons), feesSection(figures, **fees),
                                  qualitySection(figures, **fingers), refusalsSection(figures),
                                  progressSection(figures)};
    if (figures.balances)
        sections << balancesSection(*figures.balances);
    if (figures.progress && figures.progress->bookings)
        sections << bookingSection(*figures.progress->bookings, figures.day, figures.balances ? u"七"_s : u"六"_s,
                                   **fees);
    return sections;
}

} // namespace idcounter::paper
