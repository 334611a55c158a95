#include "widgets/walkin/noticedialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int textWidth = 720;

} // namespace

NoticeDialog::NoticeDialog(const QString &station, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"noticeDialog"_s);
    setWindowTitle(tr("Notice on personal data"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(
        tr("%1 takes your registered data, your photo and your fingerprints to issue your resident identity card, as "
           "the "
           "Resident Identity Card Law requires (Art. 3, 9, 13).\n\n"
           "Photo and fingerprints are sensitive personal data. They are encrypted, seen only by the officers who "
           "handle "
           "your application, sent only to the public security organs and the card-making centre, and kept as long as "
           "the law and the archive rules require.\n\n"
           "You may ask to see your data and to have mistakes corrected here at any time. For a child under 14 the "
           "guardian reads this notice.")
            .arg(station));
    text->setObjectName(u"noticeText"_s);
    text->setWordWrap(true);
    text->setProperty("role", u"reading"_s);
    auto *buttons = new QDialogButtonBox;
    auto *read = buttons->addButton(tr("The citizen has read it"), QDialogButtonBox::AcceptRole);
    read->setObjectName(u"noticeRead"_s);
    read->setDefault(true);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setObjectName(u"noticeClose"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(text);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    text->ensurePolished(); // its font decides how high it is
    text->setFixedSize(textWidth, text->heightForWidth(textWidth));
    column->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace idcounter
