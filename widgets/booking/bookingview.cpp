#include "widgets/booking/bookingview.h"

#include "widgets/booking/bookingwords.h"
#include "widgets/booking/picturesbox.h"
#include "widgets/common/asktext.h"
#include "widgets/common/language.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QLabel *cell(const QString &text, const char *role = nullptr)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

} // namespace

BookingView::BookingView(BookingDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_content(new QWidget)
    , m_hint(new QLabel)
    , m_title(new QLabel)
    , m_facts(new QLabel)
    , m_form(new QGridLayout)
    , m_timesTitle(new QLabel)
    , m_place(new QComboBox)
    , m_times(new QListWidget)
    , m_messages(new QLabel)
    , m_telephoned(new QPushButton)
    , m_now(new QPushButton)
    , m_offer(new QPushButton)
    , m_ask(new QPushButton)
    , m_refuse(new QPushButton)
    , m_cancel(new QPushButton)
{
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setWordWrap(true);
    m_title->setProperty("role", u"section"_s);
    m_title->setObjectName(u"bookingTitle"_s);
    m_facts->setWordWrap(true);
    m_facts->setObjectName(u"bookingFacts"_s);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(4);
    m_form->setColumnStretch(1, 1);
    m_form->setColumnStretch(2, 1);
    m_timesTitle->setProperty("role", u"section"_s);
    m_place->setObjectName(u"bookingPlaceBox"_s);
    m_times->setObjectName(u"timesList"_s);
    m_times->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_messages->setObjectName(u"bookingMessages"_s);
    m_messages->setWordWrap(true);
    m_telephoned->setObjectName(u"telephonedButton"_s);
    m_now->setObjectName(u"approveNowButton"_s);
    m_now->setProperty("role", u"primary"_s);
    m_offer->setObjectName(u"offerButton"_s);
    m_ask->setObjectName(u"askButton"_s);
    m_refuse->setObjectName(u"refuseBookingButton"_s);
    m_cancel->setObjectName(u"cancelBookingButton"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_ask, m_refuse, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_offer);
    buttons->addWidget(m_now);
    auto *messageRow = new QHBoxLayout;
    messageRow->addWidget(m_messages, 1);
    messageRow->addWidget(m_telephoned, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_facts);
    column->addLayout(m_form);
    column->addWidget(new PicturesBox(m_desk.pictures()));
    auto *timesRow = new QHBoxLayout;
    timesRow->addWidget(m_timesTitle, 1);
    timesRow->addWidget(m_place);
    column->addLayout(timesRow);
    column->addWidget(m_times, 1);
    column->addLayout(messageRow);
    column->addLayout(buttons);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_hint, 0, Qt::AlignTop);
    outer->addWidget(m_content, 1);

    connect(&m_desk, &BookingDesk::opened, this, [this] {
        showFile();
        m_times->setFocus();
    });
    connect(&m_desk, &BookingDesk::timesRead, this, [this] {
        showTimes();
        updateButtons();
    });
    connect(m_place, &QComboBox::activated, this, [this] { m_desk.choosePlace(m_place->currentData().toUuid()); });
    connect(m_times, &QListWidget::itemSelectionChanged, this, &BookingView::updateButtons);
    connect(m_now, &QPushButton::clicked, this, [this] {
        const QList<FreeTime> chosen = chosenTimes();
        if (!chosen.isEmpty())
            m_desk.approveNow(chosen.first());
    });
    connect(m_offer, &QPushButton::clicked, this, [this] {
        QList<QUuid> wishes;
        for (const FreeTime &time : chosenTimes())
            wishes << time.slot;
        m_desk.offer(wishes);
    });
    connect(m_ask, &QPushButton::clicked, this,
            [this] { askReason(tr("Ask for more"), tr("Ask"), &BookingDesk::ask); });
    connect(m_refuse, &QPushButton::clicked, this,
            [this] { askReason(tr("Refuse the booking"), tr("Refuse"), &BookingDesk::refuse); });
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { askReason(tr("Cancel the booking"), tr("Cancel the booking"), &BookingDesk::cancel); });
    connect(m_telephoned, &QPushButton::clicked, this, [this] {
        askText(this, tr("The applicant was told by telephone"), tr("What was said, as it is kept:"),
                [this](const QString &said) {
                    if (!m_desk.file() || said.trimmed().isEmpty())
                        return;
                    for (const KnownMessage &message : m_desk.file()->messages) {
                        if (message.failed())
                            m_desk.telephoned(message.id, said.trimmed());
                    }
                });
    });
    retranslate();
}

void BookingView::askReason(const QString &title, const QString &verb, void (BookingDesk::*decide)(const QString &))
{
    askText(
        this, title, tr("The applicant reads this, without names and numbers:"),
        [this, decide](const QString &text) {
            if (!text.trimmed().isEmpty())
                (m_desk.*decide)(text.trimmed());
        },
        verb);
}

QList<FreeTime> BookingView::chosenTimes() const
{
    QList<FreeTime> chosen;
    if (!m_desk.file())
        return chosen;
    for (int row = 0; row < m_times->count(); ++row) {
        if (m_times->item(row)->isSelected())
            chosen << m_desk.file()->times[row];
    }
    return chosen;
}

void BookingView::updateButtons()
{
    const auto &file = m_desk.file();
    const QList<FreeTime> chosen = chosenTimes();
    const BookingState state = file ? file->row.booking.state : BookingState::Refused;
    const bool waits = file && file->row.isDecided;
    const bool mayPlace
        = file && !waits && (mayDecide(BookingDecision::Approve, state) || mayDecide(BookingDecision::Move, state));
    m_now->setEnabled(mayPlace && chosen.size() == 1 && !chosen.first().own.isEmpty());
    m_offer->setEnabled(
        mayPlace && !chosen.isEmpty()
        && std::all_of(chosen.begin(), chosen.end(), [](const FreeTime &time) { return time.isPublicFree; }));
    m_ask->setEnabled(file && !waits && mayDecide(BookingDecision::Ask, state));
    m_refuse->setEnabled(file && !waits && mayDecide(BookingDecision::Refuse, state));
    m_cancel->setEnabled(file && !waits && mayDecide(BookingDecision::Cancel, state));
    m_telephoned->setVisible(file && file->row.messageFailed);
}

void BookingView::showForm()
{
    while (QLayoutItem *item = m_form->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto &file = m_desk.file();
    if (!file || !file->row.booking.form)
        return;
    const BookingWords words(m_desk.counter().rules);
    const auto typed = words.person(file->row.booking.form->applicant);
    const auto known = file->onRecord ? words.person(*file->onRecord) : QList<std::pair<QString, QString>>();
    const QStringList fields = words.personFields();
    m_form->addWidget(cell(QString()), 0, 0);
    m_form->addWidget(cell(tr("Typed by the applicant"), "muted"), 0, 1);
    m_form->addWidget(
        cell(file->onRecord ? tr("On record (%1)").arg(file->record) : tr("Nothing on record here"), "muted"), 0, 2);
    for (int row = 0; row < int(typed.size()); ++row) {
        const bool differs = file->differences.contains(fields[row]);
        m_form->addWidget(cell(typed[row].first, "muted"), row + 1, 0, Qt::AlignTop);
        auto *value = cell((differs ? u"▲ "_s : QString()) + typed[row].second, differs ? "warn" : nullptr);
        value->setObjectName(u"typed_"_s + fields[row]);
        m_form->addWidget(value, row + 1, 1);
        m_form->addWidget(cell(known.isEmpty() ? QString() : known[row].second), row + 1, 2);
    }
}

// Where it can be: the halls, and the villages on the days of the visit.
void BookingView::showPlaces()
{
    m_place->clear();
    const auto &file = m_desk.file();
    if (!file)
        return;
    for (const BookingPlace &place : file->places) {
        const QString name = nameIn(place.nameZh, place.nameEn);
        m_place->addItem(place.isVisit ? tr("%1 (visit)").arg(name) : name, place.id);
    }
    m_place->setCurrentIndex(m_place->findData(file->place.id));
    m_place->setVisible(m_place->count() > 1);
}

void BookingView::showTimes()
{
    m_times->clear();
    if (!m_desk.file())
        return;
    for (const FreeTime &time : m_desk.file()->times) {
        QStringList seats;
        if (!time.own.isEmpty())
            seats << tr("station's seat");
        if (time.isPublicFree)
            seats << tr("for the public");
        m_times->addItem(u"%1   %2"_s.arg(BookingWords::when(time), seats.join(tr(", "))));
    }
    if (m_times->count() > 0)
        m_times->setCurrentRow(0);
}

void BookingView::showMessages()
{
    QStringList lines;
    if (const auto &file = m_desk.file()) {
        for (const KnownMessage &message : file->messages)
            lines << u"%1 %2  %3"_s.arg(stationTime(message.at).toString(u"MM-dd HH:mm"_s),
                                        BookingWords::message(message), message.text);
        for (const Outgoing &outgoing : file->said) {
            if (outgoing.state == Outgoing::State::Waiting || outgoing.state == Outgoing::State::Refused)
                lines << BookingWords::said(outgoing);
        }
    }
    m_messages->setText(lines.isEmpty() ? tr("The applicant was told nothing yet.") : lines.mid(0, 4).join(u'\n'));
}

void BookingView::showFile()
{
    const auto &file = m_desk.file();
    m_hint->setVisible(!file);
    m_content->setVisible(file.has_value());
    m_desk.pictures().watch(file ? file->row.booking.id : QUuid());
    showForm();
    showPlaces();
    showTimes();
    showMessages();
    updateButtons();
    if (!file)
        return;
    const Booking &booking = file->row.booking;
    const BookingWords words(m_desk.counter().rules);
    m_title->setText(u"%1 · %2"_s.arg(booking.form ? booking.form->applicant.name : tr("(form cannot be opened)"),
                                      words.business(booking.reason)));
    QStringList facts{tr("Would like to come: %1").arg(BookingWords::wishes(booking.times))};
    if (booking.appointment.isSet())
        facts << tr("Has: %1").arg(BookingWords::when(booking.appointment));
    if (file->row.mustMove)
        facts << tr("▲ Must be moved: %1.").arg(BookingWords::moveReason(*file->row.mustMove));
    if (booking.form)
        facts << tr("Telephone: %1").arg(booking.form->delivery.phone);
    if (booking.guardianComes)
        facts << tr("A guardian comes along.");
    if (booking.awayFromHome)
        facts << tr("▲ Lives away from home: residence permit to be brought.");
    if (file->hasOpenCase)
        facts << tr("▲ An application of this person is under way.");
    if (booking.form && !booking.form->answers.isEmpty())
        facts << tr("Answer: %1").arg(booking.form->answers.last());
    m_facts->setText(facts.join(u"  "_s));
}

void BookingView::retranslate()
{
    m_hint->setText(tr("Choose a booking and press Enter."));
    m_timesTitle->setText(tr("Next free times (several may be chosen as wishes)"));
    m_times->setAccessibleName(tr("Next free times"));
    m_place->setAccessibleName(tr("Place"));
    m_telephoned->setText(tr("Told by telephone…"));
    m_now->setText(tr("My seat now"));
    m_offer->setText(tr("First free of these"));
    m_ask->setText(tr("Ask for more…"));
    m_refuse->setText(tr("Refuse…"));
    m_cancel->setText(tr("Cancel…"));
    showFile();
}

} // namespace idcounter
