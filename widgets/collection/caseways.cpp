#include "widgets/collection/caseways.h"

#include "app/texts/lifetexts.h"
#include "widgets/collection/placedialog.h"
#include "widgets/common/askchoice.h"
#include "widgets/common/asktext.h"

#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

void askDefectOf(QWidget *parent, std::function<void(CardDefect)> found)
{
    static const QList<CardDefect> defects{CardDefect::Damaged, CardDefect::Unreadable, CardDefect::WrongData};
    QStringList names;
    for (const CardDefect defect : defects)
        names << texts::describe(defect);
    askChoice(parent, CaseWays::tr("Defective card"),
              CaseWays::tr("What is wrong with the card? It goes back to the card centre, which makes another."), names,
              CaseWays::tr("Report it"), [found = std::move(found)](int choice) {
                  if (choice >= 0)
                      found(defects[choice]);
              });
}

CaseWays::CaseWays(CollectionDesk &desk, ReceiptDesk &receipt, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_receipt(receipt)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    add(u"defect"_s, u"defectButton"_s, &CaseWays::askDefect);
    add(u"mail"_s, u"mailButton"_s, &CaseWays::askTrackingNumber);
    add(u"deliver"_s, u"deliveredButton"_s, &CaseWays::deliver);
    add(u"come_back"_s, u"cameBackButton"_s, &CaseWays::askReturnPlace);
    add(u"lost"_s, u"lostInMailButton"_s, &CaseWays::loseInMail);
    add(u"undo"_s, u"undoButton"_s, &CaseWays::askUndoReason);
    row->addStretch();
    retranslate();
}

void CaseWays::add(const QString &event, const QString &name, void (CaseWays::*act)())
{
    auto *button = new QPushButton;
    button->setObjectName(name);
    button->setVisible(false);
    static_cast<QHBoxLayout *>(layout())->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, act] {
        if (m_standing)
            (this->*act)();
    });
    m_ways << Way{.event = event, .button = button};
}

bool CaseWays::isOpen(QStringView event) const
{
    const auto life = m_desk.counter().rules.caseLife();
    if (!life || !m_standing)
        return false;
    // What the carrier says is entered here.
    const Role role = event == u"deliver" ? Role::Carrier : m_desk.counter().person.role;
    return bool((*life)->step(m_standing->accepted.state, event, role));
}

void CaseWays::setStanding(const Standing &standing)
{
    m_standing = standing;
    for (const Way &way : std::as_const(m_ways))
        way.button->setVisible(isOpen(way.event));
}

void CaseWays::askDefect()
{
    askDefectOf(this, [this, standing = *m_standing](CardDefect defect) { m_receipt.defect(standing, defect); });
}

void CaseWays::askTrackingNumber()
{
    const QString address = m_standing->accepted.form.delivery.mailingAddress;
    askText(
        this, tr("Send by mail"),
        address.isEmpty() ? tr("The carrier's tracking number:")
                          : tr("To %1\nThe carrier's tracking number:").arg(address),
        [this, standing = *m_standing](const QString &number) { m_receipt.mail(standing, number); }, tr("Sent"));
}

void CaseWays::askReturnPlace()
{
    const CardPlace next = m_receipt.nextPlace({});
    auto *dialog = new PlaceDialog(tr("The letter came back. Where does the card lie now?"), next.box, next.slot, this);
    connect(dialog, &PlaceDialog::chosen, this,
            [this, standing = *m_standing](const QString &box, const QString &slot) {
                m_receipt.comeBack(standing, box, slot);
            });
    dialog->open();
}

void CaseWays::askUndoReason()
{
    askText(
        this, tr("Take the collection back"), tr("Why was it a mistake? The card must be on the counter again."),
        [this, standing = *m_standing](const QString &reason) { m_desk.undo(standing, reason); }, tr("Take back"));
}

void CaseWays::deliver()
{
    m_receipt.deliver(*m_standing);
}

void CaseWays::loseInMail()
{
    askBefore(this, tr("Lost in the mail"),
              tr("Does the carrier say that the letter is lost? Another card is then made, and this one is void."),
              tr("Report it as lost"), [this, standing = *m_standing] { m_receipt.loseInMail(standing); });
}

void CaseWays::retranslate()
{
    const QHash<QString, QString> names{
        {u"defect"_s, tr("&Defect found…")},   {u"mail"_s, tr("Send by mai&l…")},
        {u"deliver"_s, tr("&Delivered")},      {u"come_back"_s, tr("Came bac&k…")},
        {u"lost"_s, tr("&Lost in the mail…")}, {u"undo"_s, tr("Take collection bac&k…")}};
    for (const Way &way : std::as_const(m_ways))
        way.button->setText(names[way.event]);
}

} // namespace idcounter
