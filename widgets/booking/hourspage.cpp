#include "widgets/booking/hourspage.h"

#include "widgets/booking/hourstable.h"
#include "widgets/booking/linebar.h"
#include "widgets/booking/placepreview.h"
#include "widgets/booking/placerulesdialog.h"
#include "widgets/booking/platformaddressbox.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"

#include <QAction>
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listWidth = 200;
constexpr int previewWidth = 490;
constexpr int phoneWidth = 160;
constexpr int nine = 540; // minutes of the day
constexpr int noon = 720;

const Error notTyped{Error::Code::OpeningHoursInvalid, {}};

QSpinBox *number(const QString &name, int least, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(least, most);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

QPushButton *button(const QString &name)
{
    auto *made = new QPushButton;
    made->setObjectName(name);
    return made;
}

// Single days that are over say nothing any more.
BookingPlace asShown(BookingPlace place, QDate today)
{
    place.hours.removeIf([today](const OpeningHours &one) { return one.day.isValid() && one.day < today; });
    return place;
}

} // namespace

HoursPage::HoursPage(BookingHours &hours, PlatformFiles &files, PlatformLink &link, const Counter &counter,
                     QWidget *parent)
    : Page(parent)
    , m_hours(hours)
    , m_counter(counter)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_listTitle(new QLabel)
    , m_list(new QListWidget)
    , m_addHall(button(u"addHallButton"_s))
    , m_addVillage(button(u"addVillageButton"_s))
    , m_discard(button(u"discardPlaceButton"_s))
    , m_kind(new QLabel)
    , m_nameLabel(new QLabel)
    , m_name(lineEdit(u"placeNameEdit"_s))
    , m_english(lineEdit(u"placeEnglishEdit"_s))
    , m_addressLabel(new QLabel)
    , m_address(lineEdit(u"placeAddressEdit"_s))
    , m_addressEnglish(lineEdit(u"placeAddressEnglishEdit"_s))
    , m_phoneLabel(new QLabel)
    , m_phone(lineEdit(u"placePhoneEdit"_s))
    , m_minutesLabel(new QLabel)
    , m_minutes(number(u"slotMinutesSpin"_s, 5, 240))
    , m_daysLabel(new QLabel)
    , m_days(number(u"bookableDaysSpin"_s, 1, 180))
    , m_closed(new QCheckBox)
    , m_table(new HoursTable)
    , m_add(button(u"addHoursButton"_s))
    , m_addDay(button(u"addDayButton"_s))
    , m_closeDay(button(u"closeDayButton"_s))
    , m_remove(button(u"removeHoursButton"_s))
    , m_rules(button(u"placeRulesButton"_s))
    , m_save(button(u"saveHoursButton"_s))
    , m_preview(new PlacePreview)
{
    m_title->setProperty("role", u"title"_s);
    m_save->setProperty("role", u"primary"_s);
    m_preview->setFixedWidth(previewWidth);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(16);
    parts->addWidget(listPart());
    parts->addWidget(placePart(), 1);
    parts->addWidget(m_preview);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 8);
    column->setSpacing(8);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addWidget(new PlatformAddressBox(m_hours, files, *m_message, m_counter));
    column->addWidget(new LineBar(link, m_counter.clock));
    column->addLayout(parts, 1);
    connectPlaces();
    retranslate();
}

HoursPage::~HoursPage()
{
    m_list->disconnect(this);
    m_table->disconnect(this);
}

QWidget *HoursPage::listPart()
{
    m_listTitle->setProperty("role", u"section"_s);
    m_list->setObjectName(u"placesList"_s);
    m_list->setWordWrap(true);
    auto *part = new QWidget;
    part->setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_listTitle);
    column->addWidget(m_list, 1);
    for (QPushButton *one : {m_addHall, m_addVillage, m_discard})
        column->addWidget(one);
    return part;
}

QWidget *HoursPage::placePart()
{
    m_kind->setObjectName(u"placeKind"_s);
    m_kind->setProperty("role", u"section"_s);
    m_closed->setObjectName(u"placeClosedBox"_s);
    m_table->setObjectName(u"hoursTable"_s);
    m_phone->setMaximumWidth(phoneWidth);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_nameLabel, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_english, 0, 2);
    grid->addWidget(m_addressLabel, 1, 0);
    grid->addWidget(m_address, 1, 1);
    grid->addWidget(m_addressEnglish, 1, 2);
    auto *numbers = new QHBoxLayout;
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_phoneLabel, m_phone, m_minutesLabel, m_minutes, m_daysLabel, m_days})
        numbers->addWidget(widget);
    numbers->addStretch();
    auto *rows = new QHBoxLayout;
    for (QPushButton *one : {m_add, m_addDay, m_closeDay, m_remove})
        rows->addWidget(one);
    rows->addStretch();
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_rules);
    foot->addWidget(m_closed);
    foot->addStretch();
    foot->addWidget(m_save);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_kind);
    column->addLayout(grid);
    column->addLayout(numbers);
    column->addWidget(m_table, 1);
    column->addLayout(rows);
    column->addLayout(foot);
    return part;
}

void HoursPage::connectPlaces()
{
    connect(&m_hours, &BookingHours::changed, this, &HoursPage::takePlaces);
    connect(&m_hours, &BookingHours::saved, this, [this] {
        m_message->show(MessageBar::Kind::Ok, tr("Kept; the platform is told. Nobody's booking was changed."));
    });
    connect(&m_hours, &BookingHours::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &HoursPage::choose);
    connect(m_addHall, &QPushButton::clicked, this, [this] { add(m_hours.usualHall()); });
    connect(m_addVillage, &QPushButton::clicked, this, [this] { add(m_hours.newVillage()); });
    connect(m_discard, &QPushButton::clicked, this, &HoursPage::discard);
    for (QLineEdit *edit : {m_name, m_english, m_address, m_addressEnglish, m_phone})
        connect(edit, &QLineEdit::textEdited, this, &HoursPage::showPreview);
    for (QSpinBox *box : {m_minutes, m_days})
        connect(box, &QSpinBox::valueChanged, this, &HoursPage::showPreview);
    connect(m_closed, &QCheckBox::toggled, this, &HoursPage::showPreview);
    connect(m_table, &HoursTable::edited, this, &HoursPage::showPreview);
    connect(m_add, &QPushButton::clicked, this, [this] { m_table->addRow({}); });
    connect(m_addDay, &QPushButton::clicked, this, [this] { addHours(1); });
    connect(m_closeDay, &QPushButton::clicked, this, [this] { addHours(0); });
    connect(m_remove, &QPushButton::clicked, m_table, &HoursTable::removeCurrent);
    connect(m_rules, &QPushButton::clicked, this, &HoursPage::editRules);
    connect(m_save, &QPushButton::clicked, this, &HoursPage::save);
    const auto key = [this](QWidget *where, const QList<QKeySequence> &keys, QPushButton *pressed) {
        auto *action = new QAction(where);
        action->setShortcuts(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, pressed, &QPushButton::click);
        where->addAction(action);
    };
    key(this, {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, m_save);
    key(m_table, {Qt::Key_Insert}, m_addDay);
    key(m_table, {Qt::Key_Delete}, m_remove);
}

void HoursPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_hours.refresh();
}

bool HoursPage::isChanged(const BookingPlace &place) const
{
    const auto kept = std::find_if(m_hours.places().begin(), m_hours.places().end(),
                                   [&](const BookingPlace &one) { return one.id == place.id; });
    return kept == m_hours.places().end() || asShown(*kept, m_counter.today()) != place;
}

void HoursPage::takePlaces()
{
    keepTyped();
    QList<BookingPlace> next;
    for (const BookingPlace &kept : m_hours.places()) {
        const auto mine = std::find_if(m_places.begin(), m_places.end(),
                                       [&](const BookingPlace &one) { return one.id == kept.id; });
        // A newer plan, kept here or at another counter, goes before what was typed on an older one.
        const bool isMine = mine != m_places.end() && mine->planVersion == kept.planVersion;
        next << (isMine ? *mine : asShown(kept, m_counter.today()));
    }
    for (const BookingPlace &mine : std::as_const(m_places)) {
        const bool isKept
            = std::any_of(next.begin(), next.end(), [&](const BookingPlace &one) { return one.id == mine.id; });
        if (!isKept)
            next << mine;
    }
    if (next.isEmpty())
        next << m_hours.usualHall();
    m_places = next;
    fillList();
    showPlace();
}

// Whether what is shown is a place; it then stands in the list as it is typed.
bool HoursPage::keepTyped()
{
    const auto now = typed();
    if (now)
        put(*now);
    return now.has_value();
}

void HoursPage::put(const BookingPlace &place)
{
    std::replace_if(
        m_places.begin(), m_places.end(), [&](const BookingPlace &one) { return one.id == place.id; }, place);
}

QString HoursPage::listText(const BookingPlace &place) const
{
    QStringList state{place.isVisit ? tr("village") : tr("hall")};
    if (place.isClosed)
        state << tr("closed");
    if (isChanged(place))
        state << tr("● not kept yet");
    return (place.nameZh.isEmpty() ? tr("(no name yet)") : place.nameZh) + u'\n' + state.join(tr(", "));
}

void HoursPage::fillList()
{
    m_isShowing = true;
    const bool isThere = std::any_of(m_places.begin(), m_places.end(),
                                     [this](const BookingPlace &place) { return place.id == m_current; });
    if (!isThere)
        m_current = m_places.isEmpty() ? QUuid() : m_places.first().id;
    m_list->clear();
    for (const BookingPlace &place : std::as_const(m_places)) {
        m_list->addItem(listText(place));
        if (place.id == m_current)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    m_isShowing = false;
}

void HoursPage::choose(int row)
{
    if (m_isShowing || row < 0 || row >= m_places.size())
        return;
    const QUuid next = m_places[row].id;
    if (!keepTyped()) { // it would be lost
        m_message->show(notTyped);
        fillList();
        return;
    }
    m_current = next;
    showPlace();
    fillList();
}

void HoursPage::showPlace()
{
    const auto place = std::find_if(m_places.begin(), m_places.end(),
                                    [this](const BookingPlace &one) { return one.id == m_current; });
    if (place == m_places.end())
        return;
    m_isShowing = true;
    m_name->setText(place->nameZh);
    m_english->setText(place->nameEn);
    m_address->setText(place->addressZh);
    m_addressEnglish->setText(place->addressEn);
    m_phone->setText(place->phone);
    m_minutes->setValue(place->slotMinutes);
    m_days->setValue(place->bookableToDays);
    m_closed->setChecked(place->isClosed);
    m_table->setDaysOnly(place->isVisit);
    m_table->setHours(place->hours);
    m_isShowing = false;
    m_kind->setText(place->isVisit ? tr("A village: the field team is there on the days below")
                                   : tr("A hall with hours of the week"));
    m_add->setVisible(!place->isVisit);
    m_closeDay->setVisible(!place->isVisit);
    m_addDay->setText(place->isVisit ? tr("Add a day of the visit (Ins)") : tr("Other hours on a day (Ins)"));
    m_discard->setVisible(m_places.size() > 1 && place->planVersion == 1);
    showPreview();
}

void HoursPage::showPreview()
{
    if (m_isShowing)
        return;
    const auto calendar = m_counter.rules.calendar();
    const auto place = typed();
    if (place) {
        put(*place);
        if (auto *item = m_list->currentItem())
            item->setText(listText(*place));
    }
    if (place && calendar)
        m_preview->show(*place, **calendar, m_counter.today());
    else
        m_preview->showNothing();
}

void HoursPage::add(const BookingPlace &place)
{
    if (!keepTyped()) {
        m_message->show(notTyped);
        return;
    }
    m_places << place;
    m_current = place.id;
    fillList();
    showPlace();
    m_name->setFocus();
    m_name->selectAll();
}

// Of a place that was never kept: nobody has heard of it.
void HoursPage::discard()
{
    m_places.removeIf([this](const BookingPlace &one) { return one.id == m_current && one.planVersion == 1; });
    fillList();
    showPlace();
    m_list->setFocus();
}

void HoursPage::addHours(int windows)
{
    OpeningHours hours{.weekday = 0,
                       .day = m_counter.today().addDays(1),
                       .fromMinutes = nine,
                       .untilMinutes = noon,
                       .windows = windows,
                       .publicWindows = windows};
    m_table->addRow(hours);
}

void HoursPage::editRules()
{
    const auto place = typed();
    const auto reasons = m_counter.rules.reasons();
    if (!place || !reasons) {
        m_message->show(place ? reasons.error() : notTyped);
        return;
    }
    auto *dialog = new PlaceRulesDialog(*place, (*reasons)->selectable(), this);
    connect(dialog, &PlaceRulesDialog::chosen, this, [this](const BookingPlace &chosen) {
        put(chosen);
        showPlace();
        fillList();
    });
    dialog->open();
}

std::optional<BookingPlace> HoursPage::typed() const
{
    const auto shown = std::find_if(m_places.begin(), m_places.end(),
                                    [this](const BookingPlace &one) { return one.id == m_current; });
    const auto hours = m_table->hours();
    if (shown == m_places.end() || !hours)
        return {};
    BookingPlace place = *shown;
    const auto orElse = [](const QLineEdit *edit, const QLineEdit *other) {
        const QString text = edit->text().trimmed();
        return text.isEmpty() ? other->text().trimmed() : text;
    };
    place.nameZh = m_name->text().trimmed();
    place.nameEn = orElse(m_english, m_name);
    place.addressZh = m_address->text().trimmed();
    place.addressEn = orElse(m_addressEnglish, m_address);
    place.phone = m_phone->text().trimmed();
    place.slotMinutes = m_minutes->value();
    place.bookableToDays = m_days->value();
    place.isClosed = m_closed->isChecked();
    place.hours = *hours;
    return place;
}

void HoursPage::save()
{
    const auto place = typed();
    if (!place || !place->check()) {
        if (const int row = m_table->wrongRow(); row >= 0) {
            m_table->setCurrentCell(row, 0);
            m_table->setFocus();
        }
        m_message->show(notTyped);
        return;
    }
    if (place->nameZh.isEmpty() || place->addressZh.isEmpty()) {
        (place->nameZh.isEmpty() ? m_name : m_address)->setFocus();
        m_message->show(MessageBar::Kind::Warn,
                        tr("Applicants must know where to go: type a name and an address, then keep it."));
        return;
    }
    m_message->clear();
    m_hours.save(*place);
}

QString HoursPage::help() const
{
    return tr("The address of the platform, and the places at which bookings are served: halls with hours of the week, "
              "and villages with the days on which the field team is there. A row is a weekday or a single day "
              "(2026-12-05), from, until, how many windows, and how many of them the public may book; the others are "
              "the station's own, which it gives away also without a line. A single day holds instead of the week; 0 "
              "windows close it; holidays are closed by themselves. At the side stands what applicants will see. "
              "Insert adds a day, Delete removes a row, Ctrl+Enter keeps the place and tells the platform. Nobody "
              "loses a booking by a change: whose window goes is listed under “Must be moved”.");
}

void HoursPage::retranslate()
{
    m_title->setText(tr("Places and hours of bookings"));
    keepTyped();
    m_listTitle->setText(tr("Places"));
    m_list->setAccessibleName(tr("Places"));
    m_addHall->setText(tr("New &hall"));
    m_addVillage->setText(tr("New &village"));
    m_discard->setText(tr("Discard the new place"));
    m_nameLabel->setText(tr("Name, Chinese and English"));
    m_name->setAccessibleName(tr("Name in Chinese"));
    m_english->setAccessibleName(tr("Name in English"));
    m_english->setPlaceholderText(tr("optional"));
    m_addressLabel->setText(tr("Address, Chinese and English"));
    m_address->setAccessibleName(tr("Address in Chinese"));
    m_addressEnglish->setAccessibleName(tr("Address in English"));
    m_addressEnglish->setPlaceholderText(tr("optional"));
    m_phoneLabel->setText(tr("Telephone"));
    m_phoneLabel->setBuddy(m_phone);
    m_minutesLabel->setText(tr("Minutes each"));
    m_minutesLabel->setBuddy(m_minutes);
    m_daysLabel->setText(tr("Days ahead"));
    m_daysLabel->setBuddy(m_days);
    m_closed->setText(tr("No new bookings"));
    m_table->retranslate();
    m_add->setText(tr("Add hours"));
    m_closeDay->setText(tr("Close a day"));
    m_remove->setText(tr("Remove (Del)"));
    m_rules->setText(tr("Rules and business…"));
    m_save->setText(tr("Keep and publish (Ctrl+Enter)"));
    fillList();
    showPlace();
}

} // namespace idcounter
