#include "widgets/collection/placedialog.h"

#include "widgets/common/inputs.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

PlaceDialog::PlaceDialog(const QString &title, const QString &box, const QString &slot, QWidget *parent)
    : QDialog(parent)
    , m_box(lineEdit(u"placeBoxEdit"_s))
    , m_slot(lineEdit(u"placeSlotEdit"_s))
{
    setObjectName(u"placeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_box->setText(box);
    m_slot->setText(slot);
    m_rows.add(m_box)->setText(tr("&Box"));
    m_rows.add(m_slot)->setText(tr("&Slot"));
    auto *buttons = new QDialogButtonBox;
    auto *keep = buttons->addButton(tr("It lies there"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"placeKeepButton"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(m_rows.layout());
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(m_box->text(), m_slot->text());
        accept();
    });
    m_box->setFocus();
    m_box->selectAll();
}

} // namespace idcounter
