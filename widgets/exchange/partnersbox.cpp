#include "widgets/exchange/partnersbox.h"

#include "widgets/common/askchoice.h"
#include "widgets/common/theme.h"
#include "widgets/exchange/askpath.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listHeight = 96;

// Eight groups in two lines.
QString inLines(const QString &fingerprint)
{
    const QStringList groups = fingerprint.split(u' ', Qt::SkipEmptyParts);
    return groups.mid(0, 4).join(u"  "_s) + u'\n' + groups.mid(4).join(u"  "_s);
}

} // namespace

PartnersBox::PartnersBox(PackageDesk &desk, Counter counter, PartnerPaper &paper, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(std::move(counter))
    , m_paper(paper)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_fingerprint(new QLabel)
    , m_state(new QLabel)
    , m_confirm(new QPushButton)
    , m_print(new QPushButton)
    , m_save(new QPushButton)
    , m_import(new QPushButton)
    , m_ownTitle(new QLabel)
    , m_own(new QLabel)
    , m_ownState(new QLabel)
    , m_write(new QPushButton)
    , m_ownPrint(new QPushButton)
    , m_ownSave(new QPushButton)
    , m_renew(new QPushButton)
{
    nameControls();
    layOut();
    connectParts();
    retranslate();
}

void PartnersBox::nameControls()
{
    for (QLabel *title : {m_title, m_ownTitle})
        title->setProperty("role", u"section"_s);
    m_list->setObjectName(u"partnerList"_s);
    m_list->setFixedHeight(listHeight);
    m_fingerprint->setObjectName(u"partnerFingerprint"_s);
    m_fingerprint->setProperty("role", u"large"_s);
    m_own->setObjectName(u"ownFingerprint"_s);
    m_own->setProperty("role", u"reading"_s);
    for (QLabel *numbers : {m_fingerprint, m_own})
        numbers->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(u"partnerState"_s);
    m_ownState->setObjectName(u"ownState"_s);
    for (QLabel *state : {m_state, m_ownState})
        state->setWordWrap(true);
    m_confirm->setObjectName(u"confirmPartnerButton"_s);
    m_print->setObjectName(u"printPartnerButton"_s);
    m_save->setObjectName(u"savePartnerButton"_s);
    m_import->setObjectName(u"importPartnerButton"_s);
    m_write->setObjectName(u"writeKeysButton"_s);
    m_ownPrint->setObjectName(u"printOwnButton"_s);
    m_ownSave->setObjectName(u"saveOwnButton"_s);
    m_renew->setObjectName(u"renewKeysButton"_s);
}

void PartnersBox::layOut()
{
    auto *paper = new QHBoxLayout;
    paper->addWidget(m_print);
    paper->addWidget(m_save);
    paper->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_import);
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    auto *ownButtons = new QGridLayout;
    ownButtons->addWidget(m_ownPrint, 0, 0);
    ownButtons->addWidget(m_ownSave, 0, 1);
    ownButtons->addWidget(m_write, 1, 0);
    ownButtons->addWidget(m_renew, 1, 1);
    ownButtons->setColumnStretch(2, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_fingerprint);
    column->addWidget(m_state);
    column->addLayout(paper);
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(m_ownTitle);
    column->addWidget(m_own);
    column->addWidget(m_ownState);
    column->addLayout(ownButtons);
    column->addStretch();
}

void PartnersBox::connectParts()
{
    connect(&m_desk, &PackageDesk::changed, this, &PartnersBox::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &PartnersBox::showChosen);
    const auto withChosen = [this](QPushButton *button, auto act) {
        connect(button, &QPushButton::clicked, this, [this, act] {
            if (const Partner *partner = chosen())
                act(*partner);
        });
    };
    withChosen(m_confirm, [this](const Partner &partner) { m_desk.confirmPartner(partner); });
    withChosen(m_print, [this](const Partner &partner) { m_paper.print(partner); });
    withChosen(m_save, [this](const Partner &partner) { askPaperFile(partner); });
    connect(m_import, &QPushButton::clicked, this, &PartnersBox::askPartnerFile);
    connect(m_write, &QPushButton::clicked, this, &PartnersBox::askOwnFile);
    connect(m_ownPrint, &QPushButton::clicked, this, [this] { m_paper.print(own()); });
    connect(m_ownSave, &QPushButton::clicked, this, [this] { askPaperFile(own()); });
    connect(m_renew, &QPushButton::clicked, this, &PartnersBox::askNewKeys);
}

const Partner *PartnersBox::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_desk.partners().size() ? &m_desk.partners()[row] : nullptr;
}

Partner PartnersBox::own() const
{
    return {.publicKeys = m_desk.ownKeys() ? m_desk.ownKeys()->toBytes() : QByteArray(),
            .validUntil = m_desk.ownKeysUntil()};
}

QString PartnersBox::stateText(const Partner &partner) const
{
    const KeyAge age = keyAge(partner.validUntil, m_counter.today());
    if (age == KeyAge::Expired)
        return tr("■ expired");
    if (partner.isReplaced())
        return tr("○ replaced");
    if (!partner.isConfirmed())
        return tr("▲ to be compared");
    return age == KeyAge::Soon ? tr("▲ expires soon") : tr("✓ in use");
}

void PartnersBox::fill()
{
    const int before = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Partner &partner : m_desk.partners()) {
            const QString state = stateText(partner);
            auto *item
                = new QListWidgetItem(tr("%1  %2", "state, name of the office").arg(state, partner.name), m_list);
            const QChar sign = state.front();
            item->setForeground(sign == u'■'       ? themeColours().danger
                                    : sign == u'▲' ? themeColours().warn
                                    : sign == u'○' ? themeColours().muted
                                                   : themeColours().text);
        }
        m_list->setCurrentRow(std::min(before, m_list->count() - 1));
    }
    showChosen();
    showOwn();
}

void PartnersBox::showOwn()
{
    const auto &keys = m_desk.ownKeys();
    m_own->setText(keys ? inLines(keys->fingerprint()) : tr("They are made when they are first written."));
    for (QWidget *part : QList<QWidget *>{m_ownState, m_ownPrint, m_ownSave})
        part->setVisible(keys.has_value());
    m_renew->setVisible(keys && m_counter.isSupervisor());
    const QDate until = m_desk.ownKeysUntil();
    m_ownState->setText(until.isValid() ? tr("Valid to %1.").arg(until.toString(Qt::ISODate)) : QString());
}

void PartnersBox::showChosen()
{
    const Partner *partner = chosen();
    m_list->setVisible(m_list->count() > 0);
    for (QWidget *part : QList<QWidget *>{m_fingerprint, m_print, m_save})
        part->setVisible(partner);
    m_confirm->setVisible(partner && !partner->isConfirmed());
    if (!partner) {
        m_state->setText(
            tr("No keys of county or centre yet. Import the file that they sent; without it no package can be "
               "written and no feedback read."));
        return;
    }
    m_fingerprint->setText(inLines(PackageDesk::fingerprint(*partner)));
    m_fingerprint->setAccessibleName(tr("Fingerprint of the keys of %1").arg(partner->name));
    const QString until = partner->validUntil.toString(Qt::ISODate);
    QStringList lines{tr("Valid to %1. Imported by %2.").arg(until, m_desk.nameOf(partner->importedBy))};
    lines << (partner->isConfirmed() ? tr("Compared by %1.").arg(m_desk.nameOf(partner->confirmedBy))
                                     : tr("Call the office. One reads these numbers aloud, the other compares. Another "
                                          "officer than the one who imported them confirms."));
    if (partner->isReplaced())
        lines << tr("Replaced on %1. What was signed before is read until %2.")
                     .arg(stationTime(partner->replacedAt).toString(u"yyyy-MM-dd HH:mm"_s), until);
    m_state->setText(lines.join(u'\n'));
}

void PartnersBox::askOwnFile()
{
    askPath(
        this, PathKind::NewFile, tr("Write our keys"), [this](const QString &path) { m_desk.writeOwnKeys(path); },
        u"%1-keys.json"_s.arg(m_counter.station.unitCode));
}

void PartnersBox::askPartnerFile()
{
    askPath(this, PathKind::ExistingFile, tr("Keys of an office"),
            [this](const QString &path) { m_desk.importPartner(path); });
}

void PartnersBox::askPaperFile(const Partner &keys)
{
    const QString whose = keys.id.isNull() ? m_counter.station.unitCode : keys.name;
    askPath(
        this, PathKind::NewFile, tr("Save the sheet for the comparison"),
        [this, keys](const QString &path) { m_paper.save(keys, path); }, u"%1-fingerprint.pdf"_s.arg(whose));
}

void PartnersBox::askNewKeys()
{
    askBefore(this, tr("New keys of the station"),
              tr("From now on packages are signed with new keys. County and centre take none before they have imported "
                 "and compared them: write the new keys, print the sheet, and hand both over at once."),
              tr("Make new keys"), [this] { m_desk.renewOwnKeys(); });
}

void PartnersBox::retranslate()
{
    m_title->setText(tr("Keys of county and centre"));
    m_list->setAccessibleName(tr("Offices"));
    m_confirm->setText(tr("The numbers are e&qual"));
    m_print->setText(tr("&Print the sheet"));
    m_save->setText(tr("&Save as PDF…"));
    m_import->setText(tr("Import &keys…"));
    m_ownTitle->setText(tr("Our own keys"));
    m_write->setText(tr("Write &our keys…"));
    m_ownPrint->setText(tr("Print our s&heet"));
    m_ownSave->setText(tr("Save our sh&eet…"));
    m_renew->setText(tr("&New keys…"));
    fill();
}

} // namespace idcounter
