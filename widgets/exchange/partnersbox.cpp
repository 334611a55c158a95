#include "widgets/exchange/partnersbox.h"

#include "widgets/exchange/askpath.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int listHeight = 96;
constexpr int soonDays = 30;

// Eight groups in two lines.
QString inLines(const QString &fingerprint)
{
    const QStringList groups = fingerprint.split(u' ', Qt::SkipEmptyParts);
    return groups.mid(0, 4).join(u"  "_s) + u'\n' + groups.mid(4).join(u"  "_s);
}

} // namespace

PartnersBox::PartnersBox(PackageDesk &desk, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_fingerprint(new QLabel)
    , m_state(new QLabel)
    , m_confirm(new QPushButton)
    , m_import(new QPushButton)
    , m_ownTitle(new QLabel)
    , m_own(new QLabel)
    , m_write(new QPushButton)
{
    m_title->setProperty("role", u"section"_s);
    m_ownTitle->setProperty("role", u"section"_s);
    m_list->setObjectName(u"partnerList"_s);
    m_list->setFixedHeight(listHeight);
    m_fingerprint->setObjectName(u"partnerFingerprint"_s);
    m_fingerprint->setProperty("role", u"large"_s);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state->setObjectName(u"partnerState"_s);
    m_state->setWordWrap(true);
    m_confirm->setObjectName(u"confirmPartnerButton"_s);
    m_import->setObjectName(u"importPartnerButton"_s);
    m_own->setObjectName(u"ownFingerprint"_s);
    m_own->setProperty("role", u"reading"_s);
    m_own->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_write->setObjectName(u"writeKeysButton"_s);
    layOut();
    connect(&m_desk, &PackageDesk::changed, this, &PartnersBox::fill);
    connect(m_list, &QListWidget::currentRowChanged, this, &PartnersBox::showChosen);
    connect(m_confirm, &QPushButton::clicked, this, [this] {
        if (const Partner *partner = chosen())
            m_desk.confirmPartner(*partner);
    });
    connect(m_import, &QPushButton::clicked, this, &PartnersBox::askPartnerFile);
    connect(m_write, &QPushButton::clicked, this, &PartnersBox::askOwnFile);
    retranslate();
}

void PartnersBox::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_import);
    buttons->addStretch();
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_list);
    column->addWidget(m_fingerprint);
    column->addWidget(m_state);
    column->addLayout(buttons);
    column->addSpacing(16);
    column->addWidget(m_ownTitle);
    column->addWidget(m_own);
    column->addWidget(m_write, 0, Qt::AlignLeft);
    column->addStretch();
}

const Partner *PartnersBox::chosen() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_desk.partners().size() ? &m_desk.partners()[row] : nullptr;
}

QString PartnersBox::stateText(const Partner &partner) const
{
    if (partner.validUntil < m_counter.today())
        return tr("■ expired");
    if (!partner.isConfirmed())
        return tr("▲ to be compared");
    return m_counter.today().daysTo(partner.validUntil) < soonDays ? tr("▲ expires soon") : tr("✓ in use");
}

void PartnersBox::fill()
{
    const int before = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Partner &partner : m_desk.partners())
            m_list->addItem(tr("%1  %2", "state, name of the office").arg(stateText(partner), partner.name));
        m_list->setCurrentRow(std::min(before, m_list->count() - 1));
    }
    showChosen();
    const auto &own = m_desk.ownKeys();
    m_own->setText(own ? inLines(own->fingerprint()) : tr("They are made when they are first written."));
}

void PartnersBox::showChosen()
{
    const Partner *partner = chosen();
    m_list->setVisible(m_list->count() > 0);
    m_fingerprint->setVisible(partner);
    m_confirm->setVisible(partner && !partner->isConfirmed());
    if (!partner) {
        m_state->setText(
            tr("No keys of county or centre yet. Import the file that they sent; without it no package can be "
               "written and no feedback read."));
        return;
    }
    m_fingerprint->setText(inLines(PackageDesk::fingerprint(*partner)));
    m_fingerprint->setAccessibleName(tr("Fingerprint of the keys of %1").arg(partner->name));
    QStringList lines{
        tr("Valid to %1. Imported by %2.").arg(partner->validUntil.toString(Qt::ISODate), partner->importedBy)};
    lines << (partner->isConfirmed() ? tr("Compared by %1.").arg(partner->confirmedBy)
                                     : tr("Call the office. One reads these numbers aloud, the other compares. Another "
                                          "officer than the one who imported them confirms."));
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

void PartnersBox::retranslate()
{
    m_title->setText(tr("Keys of county and centre"));
    m_list->setAccessibleName(tr("Offices"));
    m_confirm->setText(tr("The numbers are e&qual"));
    m_import->setText(tr("Import &keys…"));
    m_ownTitle->setText(tr("Our own keys"));
    m_write->setText(tr("Write &our keys…"));
    fill();
}

} // namespace idcounter
