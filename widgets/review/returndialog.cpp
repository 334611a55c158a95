#include "widgets/review/returndialog.h"

#include "app/texts/lifetexts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/language.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int usualWidth = 720;
constexpr int outerMargin = 24;

} // namespace

ReturnDialog::ReturnDialog(const QList<ReturnCode> &codes, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_codes(codes)
    , m_boxes(codes.size(), nullptr)
    , m_what(
          new QLabel(tr("What must %1 do again? Only what is ticked is done again, under the same number.").arg(name)))
    , m_note(lineEdit(u"returnNote"_s))
{
    setObjectName(u"returnDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Return the case"));
    setMinimumWidth(usualWidth);
    m_what->setWordWrap(true);
    auto *noteLabel = new QLabel(tr("&Note for the clerk (optional)"));
    noteLabel->setBuddy(m_note);
    auto *buttons = new QDialogButtonBox;
    m_return = buttons->addButton(tr("Return the case"), QDialogButtonBox::AcceptRole);
    m_return->setObjectName(u"returnAccept"_s);
    m_return->setAutoDefault(false);
    m_return->setEnabled(false);
    auto *back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"returnBack"_s);
    back->setDefault(true);
    auto *items = new QGridLayout;
    items->addWidget(item(FaultyItem::Photo), 0, 0, Qt::AlignTop);
    items->addWidget(item(FaultyItem::Form), 0, 1, Qt::AlignTop);
    items->addWidget(item(FaultyItem::FirstFinger), 1, 0, Qt::AlignTop);
    items->addWidget(item(FaultyItem::SecondFinger), 1, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(outerMargin, outerMargin, outerMargin, 16);
    column->setSpacing(8);
    column->addWidget(m_what);
    column->addLayout(items);
    column->addWidget(noteLabel);
    column->addWidget(m_note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT confirmed(reasons());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (!m_boxes.isEmpty() && m_boxes.first())
        m_boxes.first()->setFocus();
}

void ReturnDialog::ask(const QString &title, const QString &question)
{
    setWindowTitle(title);
    m_return->setText(title);
    m_what->setText(question);
}

QWidget *ReturnDialog::item(FaultyItem item)
{
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    QString name = texts::describe(item);
    name.replace(0, 1, name.first(1).toUpper());
    auto *title = new QLabel(name);
    title->setProperty("role", u"section"_s);
    column->addWidget(title);
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        if (m_codes[i].item != item)
            continue;
        auto *box = new QCheckBox(nameIn(m_codes[i].chinese, m_codes[i].english));
        box->setObjectName(u"returnReason"_s + m_codes[i].code);
        connect(box, &QCheckBox::toggled, this, [this] { m_return->setEnabled(!reasons().isEmpty()); });
        m_boxes[i] = box;
        column->addWidget(box);
    }
    return part;
}

QList<ReturnReason> ReturnDialog::reasons() const
{
    QList<ReturnReason> ticked;
    for (qsizetype i = 0; i < m_codes.size(); ++i) {
        if (m_boxes[i]->isChecked())
            ticked << ReturnReason{.code = m_codes[i].code, .item = m_codes[i].item, .note = m_note->text().trimmed()};
    }
    return ticked;
}

} // namespace idcounter
