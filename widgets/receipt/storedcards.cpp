#include "widgets/receipt/storedcards.h"

#include "app/texts/texts.h"
#include "widgets/collection/caseways.h"
#include "widgets/collection/casewords.h"
#include "widgets/collection/placedialog.h"
#include "widgets/collection/standinglist.h"
#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

StoredCards::StoredCards(ReceiptDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_aside(new QLabel)
    , m_search(lineEdit(u"storedSearchEdit"_s))
    , m_list(new StandingList(u"storedCards"_s))
    , m_place(new QPushButton)
    , m_defect(new QPushButton)
    , m_lost(new QPushButton)
{
    m_aside->setObjectName(u"setAsideNote"_s);
    m_aside->setProperty("role", u"warn"_s);
    m_aside->setWordWrap(true);
    m_search->setClearButtonEnabled(true);
    m_place->setObjectName(u"otherPlaceButton"_s);
    m_defect->setObjectName(u"storedDefectButton"_s);
    m_lost->setObjectName(u"notFoundButton"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_place);
    row->addWidget(m_defect);
    row->addWidget(m_lost);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_aside);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addLayout(row);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_list->setFilter(text);
        showChosen();
    });
    connect(m_list, &QTableWidget::currentCellChanged, this, &StoredCards::showChosen);
    connect(&m_desk, &ReceiptDesk::changed, this, &StoredCards::fill);
    connect(m_place, &QPushButton::clicked, this, &StoredCards::askPlace);
    connect(m_defect, &QPushButton::clicked, this, &StoredCards::askDefect);
    connect(m_lost, &QPushButton::clicked, this, &StoredCards::askLoss);
    retranslate();
}

void StoredCards::fill()
{
    m_list->setStandings(m_desk.stored());
    const int aside = m_desk.setAside();
    m_aside->setText(
        tr("▲ %n card(s) are to be put away again after a collection was taken back: choose one and give it a place.",
           nullptr, aside));
    m_aside->setVisible(aside > 0);
    showChosen();
}

// A button is there for what the table of a case's life allows.
void StoredCards::showChosen()
{
    const auto chosen = m_list->chosen();
    const auto life = m_desk.counter().rules.caseLife();
    const auto allows = [&](QStringView event) {
        return chosen && life
            && (*life)->step(chosen->accepted.state, event, m_desk.counter().person.role).operator bool();
    };
    const bool isAside = chosen && ReceiptDesk::isSetAside(*chosen);
    m_place->setText(isAside ? tr("Put away a&gain…") : tr("Another pla&ce…"));
    m_place->setEnabled(chosen.has_value());
    m_defect->setEnabled(allows(u"defect"));
    m_lost->setVisible(m_desk.counter().isSupervisor());
    m_lost->setEnabled(allows(u"lose"));
}

void StoredCards::askPlace()
{
    const auto chosen = m_list->chosen();
    if (!chosen)
        return;
    const CardPlace next = m_desk.nextPlace({});
    auto *dialog = new PlaceDialog(tr("Where does the card of %1 lie now?").arg(chosen->accepted.form.applicant.name),
                                   next.box, next.slot, this);
    connect(dialog, &PlaceDialog::chosen, this,
            [this, standing = *chosen](const QString &box, const QString &slot) { m_desk.place(standing, box, slot); });
    dialog->open();
}

void StoredCards::askDefect()
{
    if (const auto chosen = m_list->chosen())
        askDefectOf(this, [this, standing = *chosen](CardDefect defect) { m_desk.defect(standing, defect); });
}

void StoredCards::askLoss()
{
    const auto chosen = m_list->chosen();
    if (!chosen)
        return;
    askText(
        this, tr("Not found at the count"), tr("The card is void and another is made. What was done to find it?"),
        [this, standing = *chosen](const QString &reason) { m_desk.lose(standing, reason); }, tr("Report the loss"));
}

void StoredCards::retranslate()
{
    m_search->setPlaceholderText(tr("Find by place, name or number"));
    m_search->setAccessibleName(m_search->placeholderText());
    const auto name = [](const Standing &one) {
        return u"%1\n%2"_s.arg(one.accepted.form.applicant.name, words::maskedNumberOf(one));
    };
    const auto state = [](const Standing &one) {
        return tr("%1\nsince %2").arg(texts::describe(one.accepted.state), words::dayOf(one.progress.since));
    };
    const auto place = [](const Standing &one) {
        return ReceiptDesk::isSetAside(one) ? tr("▲ no place") : words::placeOf(one.progress);
    };
    m_list->setColumns({{tr("Box – slot"), place, true}, {tr("Name"), name}, {tr("State"), state}});
    m_list->setAccessibleName(tr("Cards in the station"));
    m_list->setEmptyText(tr("Cards that were put away will be here, each with its place."));
    m_defect->setText(tr("De&fect found…"));
    m_lost->setText(tr("Not fo&und…"));
    fill();
}

} // namespace idcounter
