#include "widgets/cases/casefacts.h"

#include "app/texts/lifetexts.h"
#include "app/texts/texts.h"
#include "widgets/cases/limitbar.h"
#include "widgets/cases/urgencywords.h"
#include "widgets/collection/casewords.h"
#include "widgets/common/imageview.h"
#include "widgets/common/language.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize photoSize(179, 221); // half of 358 x 441
constexpr int personWidth = 240;

QString paperName(PaperKind kind)
{
    switch (kind) {
    case PaperKind::RegistrationForm:
        return CaseFacts::tr("registration form");
    case PaperKind::ArchiveForm:
        return CaseFacts::tr("registration form for the archive");
    case PaperKind::CollectionSlip:
        return CaseFacts::tr("collection slip");
    case PaperKind::Receipt:
        return CaseFacts::tr("receipt");
    case PaperKind::DailyReport:
        return CaseFacts::tr("daily report");
    case PaperKind::RefusalNotice:
        return CaseFacts::tr("notice of refusal");
    }
    Q_UNREACHABLE();
}

QLabel *wrapped(const QString &name, const QString &role = {})
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (!role.isEmpty())
        label->setProperty("role", role);
    return label;
}

} // namespace

CaseFacts::CaseFacts(const Rules &rules, QWidget *parent)
    : Page(parent)
    , m_rules(rules)
    , m_photo(new ImageView)
    , m_name(wrapped(u"caseName"_s, u"large"_s))
    , m_number(wrapped(u"caseCitizenNumber"_s))
    , m_person(wrapped(u"casePerson"_s))
    , m_state(wrapped(u"caseState"_s, u"large"_s))
    , m_next(wrapped(u"caseNext"_s))
    , m_limits(wrapped(u"caseLimits"_s))
    , m_bar(new LimitBar)
    , m_moneyTitle(wrapped(u"moneyTitle"_s, u"section"_s))
    , m_money(wrapped(u"caseMoney"_s))
    , m_cardTitle(wrapped(u"cardTitle"_s, u"section"_s))
    , m_card(wrapped(u"caseCard"_s))
    , m_papersTitle(wrapped(u"papersTitle"_s, u"section"_s))
    , m_papers(wrapped(u"casePapers"_s))
{
    auto *parts = new QHBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(24);
    parts->addWidget(personPart());
    parts->addWidget(standPart(), 1);
    retranslate();
}

QWidget *CaseFacts::personPart()
{
    m_photo->setObjectName(u"casePhoto"_s);
    m_photo->setFixedSize(photoSize);
    auto *part = new QWidget;
    part->setFixedWidth(personWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_photo, m_name, m_number, m_person})
        column->addWidget(widget);
    column->addStretch();
    return part;
}

QWidget *CaseFacts::standPart()
{
    m_bar->setObjectName(u"caseLimitBar"_s);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_state, m_next, m_bar, m_limits})
        column->addWidget(widget);
    column->addSpacing(8);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_moneyTitle, m_money, m_cardTitle, m_card, m_papersTitle, m_papers}) {
        if (widget == m_cardTitle || widget == m_papersTitle)
            column->addSpacing(8);
        column->addWidget(widget);
    }
    column->addStretch();
    return part;
}

void CaseFacts::show(const CaseFile &file)
{
    m_file = file;
    showPerson(file.clocks.standing.accepted);
    showStand(file);
}

void CaseFacts::showPerson(const Case &accepted)
{
    const Draft &form = accepted.form;
    const auto number = form.number();
    m_photo->setImage(QImage::fromData(m_file->photo));
    m_photo->setAccessibleName(tr("Photo of %1").arg(form.applicant.name));
    m_name->setText(form.applicant.name);
    m_number->setText(number ? number->grouped() : form.applicant.number);
    const auto groups = m_rules.ethnicGroups();
    const auto group = groups ? (*groups)->find(form.applicant.ethnicGroup) : std::optional<Code>();
    const QString sex = form.applicant.sex == u"1" ? tr("male") : tr("female");
    QStringList lines{tr("%1, %2, born %3", "sex, ethnic group, date")
                          .arg(sex, group ? nameIn(group->chinese, group->english) : QString(),
                               form.birthDate().toString(Qt::ISODate)),
                      form.applicant.address, tr("Telephone %1").arg(words::groupedPhone(form.delivery.phone))};
    if (!form.guardian.name.isEmpty())
        lines << tr("Guardian: %1").arg(form.guardian.name);
    if (form.delivery.collection == Collection::Mail)
        lines << tr("By mail to: %1").arg(form.delivery.mailingAddress);
    m_person->setText(lines.join(u'\n'));
}

QString CaseFacts::limitText(const DeadlineRow &row, QDate limit) const
{
    const int days = daysTo(row, limit);
    return days >= 0 ? tr("%n day(s) left", nullptr, days) : tr("%n day(s) over", nullptr, -days);
}

void CaseFacts::showStand(const CaseFile &file)
{
    const Standing &standing = file.clocks.standing;
    const Case &accepted = standing.accepted;
    const bool open = isOpen(accepted.state);
    m_state->setText(texts::describe(accepted.state));
    QStringList next{tr("Next: %1").arg(texts::nextStep(standing))};
    if (open)
        next << tr("Who acts: %1, since %2")
                    .arg(texts::describe(file.clocks.actor),
                         stationTime(standing.progress.since).toString(u"yyyy-MM-dd HH:mm"_s));
    if (file.clocks.stepDue.isValid())
        next << (file.clocks.isStepLate ? tr("■ This step was due on %1.") : tr("This step is due on %1."))
                    .arg(file.clocks.stepDue.toString(Qt::ISODate));
    if (!standing.progress.ending.isEmpty())
        next << tr("Why it ended: %1")
                    .arg(standing.progress.cause == EndingCause::Duplicate
                             ? tr("duplicate – %1").arg(standing.progress.ending)
                             : standing.progress.ending);
    m_next->setText(next.join(u'\n'));
    m_bar->show(file.clocks);
    m_bar->setVisible(open);
    QStringList limits{tr("Promised for %1", "date").arg(accepted.promiseDue.toString(Qt::ISODate)),
                       tr("The law's last day is %1", "date").arg(accepted.legalDue.toString(Qt::ISODate))};
    if (open) {
        limits[0] = tr("%1: %2", "limit: days left").arg(limits[0], limitText(file.clocks, accepted.promiseDue));
        limits[1] = tr("%1: %2", "limit: days left").arg(limits[1], limitText(file.clocks, accepted.legalDue));
        limits.prepend(urgencySign(file.clocks.urgency) + u' ' + urgencyWord(file.clocks.urgency));
    }
    if (standing.progress.stoppedOn.isValid())
        limits << tr("The law's clock stands since %1.").arg(standing.progress.stoppedOn.toString(Qt::ISODate));
    if (!standing.progress.extendedBy.isEmpty())
        limits << tr("30 days more: %1").arg(standing.progress.extensionReason);
    m_limits->setText(limits.join(u'\n'));
    m_bar->setAccessibleName(limits.join(u", "_s));
    m_money->setText(moneyText(standing));
    m_card->setText(cardText(file));
    m_papers->setText(papersText(file));
}

// The fee table is Chinese; what it is for is said in the language of the window.
QString CaseFacts::feeName(const Charge &charge, const QString &reason) const
{
    if (isChinese())
        return charge.chinese;
    if (charge.feeCode == u"TEMP")
        return tr("temporary card");
    const auto reasons = m_rules.reasons();
    const auto found = reasons ? (*reasons)->find(reason) : std::optional<Reason>();
    return found ? found->english : charge.chinese;
}

QString CaseFacts::moneyText(const Standing &standing) const
{
    const Case &accepted = standing.accepted;
    QStringList lines;
    for (const Charge &charge : accepted.charges)
        lines << tr("%1: ¥%2", "fee: amount").arg(feeName(charge, accepted.form.business.reason), charge.amount.yuan());
    lines << tr("Owed ¥%1, paid ¥%2, given back ¥%3")
                 .arg(accepted.owed().yuan(), standing.paid.yuan(), standing.refunded.yuan());
    if (!accepted.receiptNumber.isEmpty())
        lines << tr("Receipt %1").arg(accepted.receiptNumber);
    return lines.join(u'\n');
}

QString CaseFacts::cardText(const CaseFile &file) const
{
    const CaseProgress &progress = file.clocks.standing.progress;
    QStringList lines;
    if (progress.isSigned())
        lines << (progress.validUntil.isValid()
                      ? tr("Valid from %1 to %2")
                            .arg(progress.validFrom.toString(Qt::ISODate), progress.validUntil.toString(Qt::ISODate))
                      : tr("Valid from %1, long-term").arg(progress.validFrom.toString(Qt::ISODate)));
    else
        lines << tr("Not signed by the county yet.");
    if (progress.hasCard())
        lines << tr("Lies in box %1, slot %2").arg(progress.box, progress.slot);
    if (!progress.trackingNumber.isEmpty())
        lines << tr("Mailed as parcel %1").arg(progress.trackingNumber);
    if (progress.notices > 0)
        lines << tr("The applicant was called %n time(s).", nullptr, progress.notices);
    if (file.temporaryCard)
        lines << tr("Temporary card %1 is with the applicant, valid to %2")
                     .arg(file.temporaryCard->serial, file.temporaryCard->until.toString(Qt::ISODate));
    return lines.join(u'\n');
}

QString CaseFacts::papersText(const CaseFile &file) const
{
    QStringList lines;
    for (const auto &[kind, count] : file.papers)
        lines << tr("%1: %n printed", nullptr, count).arg(paperName(kind));
    return lines.isEmpty() ? tr("None was printed.") : lines.join(u'\n');
}

void CaseFacts::retranslate()
{
    m_photo->setPlaceholder(tr("No photo"));
    m_moneyTitle->setText(tr("Money"));
    m_cardTitle->setText(tr("Card"));
    m_papersTitle->setText(tr("Papers"));
    if (m_file)
        show(*m_file);
}

} // namespace idcounter
