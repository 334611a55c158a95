#include "widgets/supervisor/identitypage.h"

#include "app/texts/texts.h"
#include "widgets/common/asktext.h"
#include "widgets/common/imageview.h"
#include "widgets/common/language.h"
#include "widgets/common/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize photoSize(179, 221); // half of 358 x 441
constexpr QSize printSize(200, 221);
constexpr int linesOfFacts = 5;
constexpr int linesOfFinding = 2;

// A label that wraps says too late how high it is.
void giveRoom(QLabel *label, int lines)
{
    label->ensurePolished();
    label->setMinimumHeight((lines + 1) * label->fontMetrics().lineSpacing());
}

} // namespace

IdentityPage::IdentityPage(IdentitySearch &search, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_search(search)
    , m_counter(counter)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_finding(new QLabel)
    , m_list(new QListWidget)
    , m_both(new QWidget)
    , m_same(new QPushButton)
    , m_different(new QPushButton)
{
    m_title->setObjectName(u"identityTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_title->setWordWrap(true);
    m_finding->setObjectName(u"identityFinding"_s);
    m_finding->setWordWrap(true);
    m_finding->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_list->setObjectName(u"identityList"_s);
    m_list->setFixedWidth(260);
    m_list->setWordWrap(true);
    m_same->setObjectName(u"samePersonButton"_s);
    m_different->setObjectName(u"differentPeopleButton"_s);

    auto *sides = new QHBoxLayout;
    sides->addWidget(sidePart(m_parts[0], u"first"_s), 1);
    sides->addWidget(sidePart(m_parts[1], u"second"_s), 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_different);
    buttons->addWidget(m_same);
    auto *right = new QVBoxLayout(m_both);
    right->setContentsMargins(0, 0, 0, 0);
    right->addWidget(m_finding);
    right->addLayout(sides);
    right->addStretch();
    right->addLayout(buttons);
    auto *parts = new QHBoxLayout;
    parts->addWidget(m_list);
    parts->addSpacing(16);
    parts->addWidget(m_both, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addLayout(parts, 1);
    column->addStretch();

    connect(&m_search, &IdentitySearch::changed, this, &IdentityPage::fill);
    connect(&m_search, &IdentitySearch::shown, this, &IdentityPage::showSides);
    connect(&m_search, &IdentitySearch::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_list, &QListWidget::currentRowChanged, this, &IdentityPage::showChosen);
    connect(m_same, &QPushButton::clicked, this, [this] { askNote(IdentityVerdict::SamePerson); });
    connect(m_different, &QPushButton::clicked, this, [this] { askNote(IdentityVerdict::DifferentPeople); });
    retranslate();
}

QWidget *IdentityPage::sidePart(Side &side, const QString &name)
{
    side = {.title = new QLabel, .photo = new ImageView, .print = new ImageView, .facts = new QLabel};
    side.title->setObjectName(name + u"Title"_s);
    side.title->setProperty("role", u"large"_s);
    side.photo->setObjectName(name + u"Photo"_s);
    side.photo->setFixedSize(photoSize);
    side.print->setObjectName(name + u"Print"_s);
    side.print->setFixedSize(printSize);
    side.facts->setObjectName(name + u"Facts"_s);
    side.facts->setWordWrap(true);
    side.facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *pictures = new QHBoxLayout;
    pictures->addWidget(side.photo);
    pictures->addWidget(side.print);
    pictures->addStretch();
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(side.title);
    column->addLayout(pictures);
    column->addWidget(side.facts);
    return part;
}

void IdentityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_search.refresh();
    m_list->setFocus();
}

QString IdentityPage::fingerName(const QString &code) const
{
    const auto fingers = m_counter.rules.fingers();
    const auto finger = fingers ? (*fingers)->find(code) : std::optional<Finger>();
    return finger ? nameIn(finger->chinese, finger->english) : code;
}

void IdentityPage::fill()
{
    const QUuid before = m_shown ? m_shown->id : QUuid();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const IdentityHit &hit : m_search.hits()) {
            auto *item = new QListWidgetItem(u"%1\n%2"_s.arg(
                texts::describe(hit.finding), hit.foundAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s)));
            item->setData(Qt::UserRole, hit.id);
            m_list->addItem(item);
            if (hit.id == before)
                m_list->setCurrentItem(item);
        }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
    }
    showChosen();
    retranslate();
}

void IdentityPage::showChosen()
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_search.hits().size()) {
        clear();
        return;
    }
    const IdentityHit &hit = m_search.hits()[row];
    if (m_shown != hit || !m_sides)
        m_search.show(hit);
}

void IdentityPage::clear()
{
    m_shown.reset();
    m_sides.reset();
    m_both->setVisible(false);
    m_list->setVisible(m_list->count() > 0);
}

void IdentityPage::showSides(const IdentityHit &hit, const IdentitySide &one, const IdentitySide &other)
{
    m_shown = hit;
    m_sides = {one, other};
    m_both->setVisible(true);
    m_list->setVisible(true);
    m_finding->setText(texts::advice(hit.finding));
    giveRoom(m_finding, linesOfFinding);
    fillSide(m_parts[0], one, hit.finger);
    fillSide(m_parts[1], other, hit.otherFinger);
}

void IdentityPage::fillSide(const Side &side, const IdentitySide &found, const QString &finger)
{
    const Applicant &applicant = found.accepted.form.applicant;
    side.title->setText(applicant.name);
    side.photo->setImage(QImage::fromData(found.photo));
    side.print->setImage(QImage::fromData(found.print));
    side.photo->setAccessibleName(tr("Photo of %1").arg(applicant.name));
    side.print->setAccessibleName(tr("Print of %1, %2").arg(applicant.name, fingerName(finger)));
    side.facts->setText(tr("Citizen number: %1\nAcceptance number: %2, %3\nFinger: %4\nAccepted by: %5")
                            .arg(applicant.number, found.accepted.number.toString(),
                                 found.accepted.acceptedAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s),
                                 fingerName(finger), found.accepted.acceptedBy));
    giveRoom(side.facts, linesOfFacts);
}

void IdentityPage::askNote(IdentityVerdict verdict)
{
    if (!m_shown)
        return;
    const bool same = verdict == IdentityVerdict::SamePerson;
    askText(
        this, same ? tr("One person") : tr("Different people"),
        same ? tr("What was found out, and what is done about it?") : tr("How were they told apart?"),
        [this, verdict, hit = *m_shown](const QString &note) {
            if (!note.trimmed().isEmpty())
                m_search.decide(hit, verdict, note.trimmed());
        },
        tr("Record"));
}

QString IdentityPage::help() const
{
    return tr("The prints of every accepted case are compared with those of all others of the station, in the "
              "background. Where the same finger lies under two citizen numbers, or an earlier case of the same number "
              "has other prints, both cases stand here beside each other.\n\n"
              "Compare photos and prints, ask where needed, and record what was found out. Nothing is refused by "
              "itself.");
}

void IdentityPage::retranslate()
{
    const int open = int(m_search.hits().size());
    m_title->setText(open > 0 ? tr("%n pair(s) of cases to look at", nullptr, open)
                              : tr("Nothing to look at. The prints of %n finger(s) were compared.", nullptr,
                                   int(m_search.fingers())));
    m_list->setAccessibleName(tr("Pairs of cases"));
    m_same->setText(tr("One per&son…"));
    m_different->setText(tr("&Different people…"));
    m_both->setVisible(m_sides.has_value());
    m_list->setVisible(open > 0);
    if (m_shown && m_sides)
        showSides(*m_shown, (*m_sides)[0], (*m_sides)[1]);
}

} // namespace idcounter
