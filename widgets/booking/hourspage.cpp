#include "widgets/booking/hourspage.h"

#include "widgets/booking/linebar.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/exchange/askpath.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

enum Column { Day, From, Until, Windows, Public, ColumnCount };
constexpr int minutesOfHour = 60;

QString timeText(int minutes)
{
    return u"%1:%2"_s.arg(minutes / minutesOfHour, 2, 10, QChar(u'0')).arg(minutes % minutesOfHour, 2, 10, QChar(u'0'));
}

int minutesIn(const QString &text)
{
    const QTime time = QTime::fromString(text.trimmed(), u"H:mm"_s);
    return time.isValid() ? time.hour() * minutesOfHour + time.minute() : -1;
}

} // namespace

HoursPage::HoursPage(BookingHours &hours, PlatformFiles &files, PlatformLink &link, const Counter &counter,
                     QWidget *parent)
    : Page(parent)
    , m_hours(hours)
    , m_files(files)
    , m_link(link)
    , m_counter(counter)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_addressTitle(new QLabel)
    , m_url(lineEdit(u"platformUrlEdit"_s))
    , m_connect(new QPushButton)
    , m_write(new QPushButton)
    , m_read(new QPushButton)
    , m_hoursTitle(new QLabel)
    , m_nameLabel(new QLabel)
    , m_name(lineEdit(u"placeNameEdit"_s))
    , m_english(lineEdit(u"placeEnglishEdit"_s))
    , m_addressLabel(new QLabel)
    , m_address(lineEdit(u"placeAddressEdit"_s))
    , m_phone(lineEdit(u"placePhoneEdit"_s))
    , m_minutesLabel(new QLabel)
    , m_minutes(new QSpinBox)
    , m_daysLabel(new QLabel)
    , m_days(new QSpinBox)
    , m_closed(new QCheckBox)
    , m_table(new QTableWidget)
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
    , m_save(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_addressTitle->setProperty("role", u"section"_s);
    m_hoursTitle->setProperty("role", u"section"_s);
    m_connect->setObjectName(u"connectButton"_s);
    m_write->setObjectName(u"writePlatformFileButton"_s);
    m_read->setObjectName(u"readPlatformFileButton"_s);
    m_minutes->setObjectName(u"slotMinutesSpin"_s);
    m_minutes->setRange(5, 240);
    m_minutes->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_days->setObjectName(u"bookableDaysSpin"_s);
    m_days->setRange(1, 180);
    m_days->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_closed->setObjectName(u"placeClosedBox"_s);
    m_table->setObjectName(u"hoursTable"_s);
    m_table->setColumnCount(ColumnCount);
    makeList(m_table);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_add->setObjectName(u"addHoursButton"_s);
    m_remove->setObjectName(u"removeHoursButton"_s);
    m_save->setObjectName(u"saveHoursButton"_s);
    m_save->setProperty("role", u"primary"_s);
    auto *address = new QHBoxLayout;
    address->addWidget(m_url, 1);
    address->addWidget(m_connect);
    address->addWidget(m_write);
    address->addWidget(m_read);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_english, 0, 2);
    grid->addWidget(m_addressLabel, 1, 0);
    grid->addWidget(m_address, 1, 1);
    grid->addWidget(m_phone, 1, 2);
    auto *numbers = new QHBoxLayout;
    for (QWidget *widget : QList<QWidget *>{m_minutesLabel, m_minutes, m_daysLabel, m_days, m_closed})
        numbers->addWidget(widget);
    numbers->addStretch();
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addWidget(m_remove);
    foot->addStretch();
    foot->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(m_addressTitle);
    column->addLayout(address);
    column->addWidget(new LineBar(m_link, m_counter.clock));
    column->addWidget(m_hoursTitle);
    column->addLayout(grid);
    column->addLayout(numbers);
    column->addWidget(m_table, 1);
    column->addLayout(foot);

    connect(&m_hours, &BookingHours::changed, this, &HoursPage::showPlace);
    connect(&m_hours, &BookingHours::saved, this, [this] {
        m_message->show(MessageBar::Kind::Ok, tr("✓ Kept; the platform is told. Nobody's booking was changed."));
    });
    connect(&m_hours, &BookingHours::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_connect, &QPushButton::clicked, this, [this] { m_hours.setAddress(m_url->text().trimmed()); });
    connect(m_url, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    connect(m_write, &QPushButton::clicked, this, [this] {
        const QString proposed = tr("for the platform %1.idcx").arg(m_counter.today().toString(Qt::ISODate));
        askPath(
            this, PathKind::NewFile, tr("File for the platform"), [this](const QString &path) { m_files.write(path); },
            proposed);
    });
    connect(m_read, &QPushButton::clicked, this, [this] {
        askPath(this, PathKind::ExistingFile, tr("File of the platform"),
                [this](const QString &path) { m_files.read(path); });
    });
    connect(&m_files, &PlatformFiles::written, this, [this](int requests) {
        m_message->show(MessageBar::Kind::Ok, tr("✓ Written: %n message(s) for the platform.", nullptr, requests));
    });
    connect(&m_files, &PlatformFiles::imported, this, [this](int applied, int refused) {
        const QString said = tr("✓ Read: %n change(s).", nullptr, applied);
        m_message->show(refused == 0 ? MessageBar::Kind::Ok : MessageBar::Kind::Warn,
                        refused == 0 ? said : said + u' ' + tr("%n did not fit.", nullptr, refused));
    });
    connect(&m_files, &PlatformFiles::failed, this, [this](const Error &error) { m_message->show(error); });
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({}); });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_table->currentRow() >= 0)
            m_table->removeRow(m_table->currentRow());
    });
    connect(m_save, &QPushButton::clicked, this, &HoursPage::save);
    retranslate();
}

void HoursPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_hours.refresh();
}

void HoursPage::addRow(const OpeningHours &hours)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const QString day = hours.day.isValid() ? hours.day.toString(Qt::ISODate) : QString::number(hours.weekday);
    const QStringList cells{day, timeText(hours.fromMinutes), timeText(hours.untilMinutes),
                            QString::number(hours.windows), QString::number(hours.publicWindows)};
    for (int column = 0; column < ColumnCount; ++column)
        m_table->setItem(row, column, new QTableWidgetItem(cells[column]));
}

void HoursPage::showPlace()
{
    showText(m_url, m_hours.settings().url);
    m_place = m_hours.places().isEmpty() ? m_hours.usualHall() : m_hours.places().first();
    showText(m_name, m_place.nameZh);
    showText(m_english, m_place.nameEn);
    showText(m_address, m_place.addressZh);
    showText(m_phone, m_place.phone);
    m_minutes->setValue(m_place.slotMinutes);
    m_days->setValue(m_place.bookableToDays);
    m_closed->setChecked(m_place.isClosed);
    m_table->setRowCount(0);
    for (const OpeningHours &hours : std::as_const(m_place.hours))
        addRow(hours);
}

std::optional<BookingPlace> HoursPage::place() const
{
    BookingPlace place = m_place;
    place.nameZh = m_name->text().trimmed();
    place.nameEn = m_english->text().trimmed();
    place.addressZh = m_address->text().trimmed();
    place.addressEn = place.addressZh;
    place.phone = m_phone->text().trimmed();
    place.slotMinutes = m_minutes->value();
    place.bookableToDays = m_days->value();
    place.isClosed = m_closed->isChecked();
    place.hours.clear();
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto text = [&](int column) { return m_table->item(row, column)->text(); };
        OpeningHours hours{.weekday = text(Day).toInt(),
                           .day = QDate::fromString(text(Day), Qt::ISODate),
                           .fromMinutes = minutesIn(text(From)),
                           .untilMinutes = minutesIn(text(Until)),
                           .windows = text(Windows).toInt(),
                           .publicWindows = text(Public).toInt()};
        if (hours.day.isValid())
            hours.weekday = 0;
        place.hours << hours;
    }
    if (place.nameZh.isEmpty() || place.nameEn.isEmpty() || place.addressZh.isEmpty() || !place.check())
        return {};
    return place;
}

void HoursPage::save()
{
    const auto typed = place();
    if (!typed) {
        m_message->show(Error{Error::Code::OpeningHoursInvalid, {}});
        return;
    }
    m_message->clear();
    m_hours.save(*typed);
}

QString HoursPage::help() const
{
    return tr("The address of the platform, and the hours in which bookings are served. A row is a weekday (1 Monday "
              "to 7 Sunday) "
              "or a single day (2026-12-05), from, until, how many windows, and how many of them the public may book; "
              "the others are "
              "the station's own, which it gives away also without a line. A single day holds instead of the week; 0 "
              "windows close "
              "it. Nobody loses a booking by a change: who sits on a closed window is listed under “Must be moved”.");
}

void HoursPage::retranslate()
{
    m_title->setText(tr("Booking hours"));
    m_addressTitle->setText(tr("Address of the platform"));
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setAccessibleName(tr("Address of the platform"));
    m_connect->setText(tr("Connect"));
    m_write->setText(tr("Write a file…"));
    m_write->setToolTip(tr("For a station without a line: what waits, sealed for the platform."));
    m_read->setText(tr("Read a file…"));
    m_hoursTitle->setText(tr("Where and when bookings are served"));
    m_nameLabel->setText(tr("Name, Chinese and English"));
    m_name->setAccessibleName(tr("Name in Chinese"));
    m_english->setAccessibleName(tr("Name in English"));
    m_addressLabel->setText(tr("Address, telephone"));
    m_address->setAccessibleName(tr("Address"));
    m_phone->setAccessibleName(tr("Telephone"));
    m_minutesLabel->setText(tr("Minutes of a slot"));
    m_minutesLabel->setBuddy(m_minutes);
    m_daysLabel->setText(tr("Days ahead"));
    m_daysLabel->setBuddy(m_days);
    m_closed->setText(tr("No new bookings"));
    m_table->setHorizontalHeaderLabels(
        {tr("Weekday or day"), tr("From"), tr("Until"), tr("Windows"), tr("for the public")});
    m_table->setAccessibleName(tr("Hours"));
    m_add->setText(tr("Add hours"));
    m_remove->setText(tr("Remove"));
    m_save->setText(tr("Keep and tell the platform"));
}

} // namespace idcounter
