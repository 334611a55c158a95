#include "widgets/booking/placerulesdialog.h"

#include "widgets/common/formrows.h"
#include "widgets/common/inputs.h"
#include "widgets/common/language.h"

#include <QDialogButtonBox>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

enum Column { Business, Minutes, ColumnCount };
constexpr int usualMinutes = 20;
constexpr int minutesWidth = 90; // pixels
constexpr int shortestBusiness = 5; // minutes, by the contract, as the limits below
constexpr int longestBusiness = 240;
constexpr int mostReminders = 5;
constexpr int longestReminder = 30; // days
constexpr int rowHeight = 34;
constexpr int tableWidth = 480;
constexpr int tableHeight = 330;

QSpinBox *number(const QString &name, int least, int most, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setValue(value);
    return box;
}

QString listed(const QList<int> &days)
{
    QStringList texts;
    for (const int day : days)
        texts << QString::number(day);
    return texts.join(u", "_s);
}

// Empty where something is no number of days.
std::optional<QList<int>> daysIn(const QString &text)
{
    static const QRegularExpression between(u"[,，、;\\s]+"_s);
    const QStringList parts = text.split(between, Qt::SkipEmptyParts);
    QList<int> days;
    for (const QString &part : parts) {
        bool isNumber = false;
        const int day = part.toInt(&isNumber);
        if (!isNumber || day < 0 || day > longestReminder)
            return {};
        if (!days.contains(day))
            days << day;
    }
    return days.size() <= mostReminders ? std::optional(days) : std::nullopt;
}

} // namespace

PlaceRulesDialog::PlaceRulesDialog(const BookingPlace &place, const QList<Reason> &reasons, QWidget *parent)
    : QDialog(parent)
    , m_place(place)
    , m_reminders(lineEdit(u"ruleReminders"_s))
    , m_businesses(new QTableWidget)
    , m_problem(new QLabel)
{
    setObjectName(u"placeRulesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rules of the place"));
    m_problem->setObjectName(u"placeRulesProblem"_s);
    m_problem->setProperty("role", u"problem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &PlaceRulesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(24);
    parts->addWidget(rulesPart(), 0, Qt::AlignTop);
    parts->addWidget(businessPart(reasons), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addLayout(parts);
    column->addWidget(m_problem);
    column->addWidget(buttons);
}

// The limits are those of the contract with the platform.
QWidget *PlaceRulesDialog::rulesPart()
{
    FormRows rows;
    const auto add = [&](const QString &name, int BookingPlace::*value, int least, int most, const QString &text) {
        auto *box = number(name, least, most, m_place.*value);
        rows.add(box, Qt::AlignLeft)->setText(text);
        m_rules << Rule{box, value};
    };
    add(u"ruleFromDays"_s, &BookingPlace::bookableFromDays, 0, 60, tr("Can be booked from so many days ahead"));
    add(u"ruleOfferHours"_s, &BookingPlace::offerHours, 1, 336, tr("Hours to confirm an offered time"));
    add(u"ruleCancelHours"_s, &BookingPlace::cancelUntilHours, 0, 336,
        tr("Can be cancelled until so many hours before"));
    add(u"ruleMoveHours"_s, &BookingPlace::moveUntilHours, 0, 336, tr("Can be moved until so many hours before"));
    add(u"ruleMaxMoves"_s, &BookingPlace::maxMoves, 0, 20, tr("How often the applicant may move it"));
    add(u"ruleRestFrom"_s, &BookingPlace::restFromMinutes, 0, 1440, tr("A place given up rests at least (minutes)"));
    add(u"ruleRestTo"_s, &BookingPlace::restToMinutes, 0, 1440, tr("and at most (minutes)"));
    add(u"ruleNoShowMinutes"_s, &BookingPlace::noShowMinutes, 0, 240, tr("Counts as not come after (minutes)"));
    add(u"ruleNoShows"_s, &BookingPlace::noShowsAllowed, 1, 20, tr("No bookings online after so many times not come"));
    add(u"ruleNoShowDays"_s, &BookingPlace::noShowDays, 1, 365, tr("counted over days"));
    m_reminders->setText(listed(m_place.reminderDays));
    rows.add(m_reminders)->setText(tr("Reminders, days before the visit"));
    auto *part = new QWidget;
    part->setLayout(rows.layout());
    return part;
}

QWidget *PlaceRulesDialog::businessPart(const QList<Reason> &reasons)
{
    m_businesses->setObjectName(u"businessTable"_s);
    m_businesses->setColumnCount(ColumnCount);
    makeList(m_businesses);
    m_businesses->setMinimumSize(tableWidth, tableHeight);
    m_businesses->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_businesses->setHorizontalHeaderLabels({tr("Business that can be booked"), tr("Minutes")});
    m_businesses->horizontalHeader()->setStretchLastSection(false);
    m_businesses->horizontalHeader()->setSectionResizeMode(Business, QHeaderView::Stretch);
    m_businesses->horizontalHeader()->setSectionResizeMode(Minutes, QHeaderView::Fixed);
    m_businesses->setColumnWidth(Minutes, minutesWidth);
    m_businesses->setAccessibleName(tr("Business that can be booked"));
    for (const Reason &reason : reasons) {
        if (reason.reasonClass != Reason::Class::Temporary)
            addBusiness(reason);
    }
    if (m_businesses->rowCount() > 0)
        m_businesses->setCurrentCell(0, Business);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_businesses);
    return part;
}

void PlaceRulesDialog::addBusiness(const Reason &reason)
{
    const auto booked = std::find_if(m_place.businesses.begin(), m_place.businesses.end(),
                                     [&](const BusinessTime &business) { return business.reason == reason.code; });
    const bool isBooked = booked != m_place.businesses.end();
    const int row = m_businesses->rowCount();
    m_businesses->insertRow(row);
    auto *item = new QTableWidgetItem(nameIn(reason.chinese, reason.english));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(isBooked ? Qt::Checked : Qt::Unchecked);
    item->setData(Qt::UserRole, reason.code);
    m_businesses->setItem(row, Business, item);
    auto *minutes = number(u"businessMinutes%1"_s.arg(reason.code), shortestBusiness, longestBusiness,
                           isBooked ? booked->minutes : usualMinutes);
    minutes->setAccessibleName(tr("Minutes of: %1").arg(item->text()));
    m_businesses->setCellWidget(row, Minutes, minutes);
}

std::optional<BookingPlace> PlaceRulesDialog::given() const
{
    BookingPlace place = m_place;
    for (const Rule &rule : m_rules)
        place.*(rule.value) = rule.box->value();
    const auto reminders = daysIn(m_reminders->text());
    if (!reminders)
        return {};
    place.reminderDays = *reminders;
    place.businesses.clear();
    for (int row = 0; row < m_businesses->rowCount(); ++row) {
        const auto *item = m_businesses->item(row, Business);
        const auto *minutes = qobject_cast<QSpinBox *>(m_businesses->cellWidget(row, Minutes));
        if (item->checkState() == Qt::Checked)
            place.businesses << BusinessTime{.reason = item->data(Qt::UserRole).toString(),
                                             .minutes = minutes->value()};
    }
    return place.businesses.isEmpty() || place.restFromMinutes > place.restToMinutes ? std::nullopt
                                                                                     : std::optional(place);
}

void PlaceRulesDialog::accept()
{
    const auto place = given();
    if (!place) {
        m_problem->setText(tr("■ At least one business is ticked, a place rests at most as long as the second number "
                              "says, and reminders are up to five numbers of days up to 30, such as 3, 1."));
        m_problem->show();
        return;
    }
    Q_EMIT chosen(*place);
    QDialog::accept();
}

} // namespace idcounter
