#include "widgets/cases/blankstockbox.h"

#include "widgets/common/asktext.h"
#include "widgets/common/inputs.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

BlankStockBox::BlankStockBox(TemporaryCardDesk &desk, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_title(new QLabel)
    , m_receiveTitle(new QLabel)
    , m_prefixLabel(new QLabel)
    , m_prefix(lineEdit(u"blankPrefixEdit"_s))
    , m_firstLabel(new QLabel)
    , m_first(lineEdit(u"blankFirstEdit"_s))
    , m_lastLabel(new QLabel)
    , m_last(lineEdit(u"blankLastEdit"_s))
    , m_receive(new QPushButton)
    , m_spoilTitle(new QLabel)
    , m_spoiledLabel(new QLabel)
    , m_spoiled(lineEdit(u"spoiledEdit"_s))
    , m_spoil(new QPushButton)
{
    m_prefix->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[A-Za-z]{0,4}"_s), m_prefix));
    for (QLineEdit *number : {m_first, m_last})
        number->setValidator(new QRegularExpressionValidator(QRegularExpression(u"\\d{1,8}"_s), number));
    m_receive->setObjectName(u"receiveBlanksButton"_s);
    m_spoil->setObjectName(u"spoilButton"_s);
    layOut();
    connect(&m_desk, &TemporaryCardDesk::changed, this, &BlankStockBox::fill);
    connect(m_receive, &QPushButton::clicked, this, &BlankStockBox::receive);
    connect(m_last, &QLineEdit::returnPressed, this, &BlankStockBox::receive);
    connect(m_spoil, &QPushButton::clicked, this, &BlankStockBox::askSpoilReason);
    connect(m_spoiled, &QLineEdit::returnPressed, this, &BlankStockBox::askSpoilReason);
    for (QLineEdit *edit : {m_first, m_last, m_spoiled})
        connect(edit, &QLineEdit::textChanged, this, &BlankStockBox::fill);
    retranslate();
}

void BlankStockBox::layOut()
{
    auto *counts = new QGridLayout;
    counts->setHorizontalSpacing(12);
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        m_counts[i] = new QLabel;
        m_counts[i]->setObjectName(u"blankCount%1"_s.arg(i));
        m_counts[i]->setProperty("role", u"large"_s);
        m_words[i] = new QLabel;
        m_words[i]->setProperty("role", u"muted"_s);
        counts->addWidget(m_counts[i], int(i / 2) * 2, int(i % 2));
        counts->addWidget(m_words[i], int(i / 2) * 2 + 1, int(i % 2));
    }
    auto *fields = new QGridLayout;
    fields->setHorizontalSpacing(12);
    const std::array<std::pair<QLabel *, QLineEdit *>, 3> rows{
        std::pair{m_prefixLabel, m_prefix}, {m_firstLabel, m_first}, {m_lastLabel, m_last}};
    for (int row = 0; row < int(rows.size()); ++row) {
        rows[std::size_t(row)].first->setBuddy(rows[std::size_t(row)].second);
        fields->addWidget(rows[std::size_t(row)].first, row, 0);
        fields->addWidget(rows[std::size_t(row)].second, row, 1);
    }
    m_spoiledLabel->setBuddy(m_spoiled);
    auto *spoil = new QGridLayout;
    spoil->setHorizontalSpacing(12);
    spoil->addWidget(m_spoiledLabel, 0, 0);
    spoil->addWidget(m_spoiled, 0, 1);
    for (QLabel *title : {m_title, m_receiveTitle, m_spoilTitle})
        title->setProperty("role", u"section"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(counts);
    column->addSpacing(12);
    column->addWidget(m_receiveTitle);
    column->addLayout(fields);
    column->addWidget(m_receive, 0, Qt::AlignRight);
    column->addSpacing(12);
    column->addWidget(m_spoilTitle);
    column->addLayout(spoil);
    column->addWidget(m_spoil, 0, Qt::AlignRight);
    column->addStretch();
}

void BlankStockBox::fill()
{
    const BlankStock &stock = m_desk.stock();
    const std::array counts{stock.inStock, stock.issued, stock.returned, stock.spoiled};
    for (std::size_t i = 0; i < counts.size(); ++i)
        m_counts[i]->setText(QString::number(counts[i]));
    m_receive->setEnabled(!m_first->text().isEmpty() && !m_last->text().isEmpty());
    m_spoil->setEnabled(!m_spoiled->text().trimmed().isEmpty());
}

void BlankStockBox::receive()
{
    if (!m_receive->isEnabled())
        return;
    m_desk.receiveStock(m_prefix->text().toUpper(), m_first->text().toLongLong(), m_last->text().toLongLong());
    m_first->clear();
    m_last->clear();
}

void BlankStockBox::askSpoilReason()
{
    const QString serial = m_spoiled->text().trimmed().toUpper();
    if (serial.isEmpty())
        return;
    askText(
        this, tr("Spoiled form"), tr("Why can form %1 not be used?").arg(serial),
        [this, serial](const QString &reason) {
            if (reason.trimmed().isEmpty())
                return;
            m_desk.spoil(serial, reason.trimmed());
            m_spoiled->clear();
        },
        tr("Mark as spoiled"));
}

void BlankStockBox::retranslate()
{
    m_title->setText(tr("Blank forms"));
    const std::array words{tr("in stock"), tr("with citizens"), tr("came back"), tr("spoiled")};
    for (std::size_t i = 0; i < words.size(); ++i)
        m_words[i]->setText(words[i]);
    m_receiveTitle->setText(tr("Forms that arrived"));
    m_prefixLabel->setText(tr("&Letters (optional)"));
    m_firstLabel->setText(tr("&First number"));
    m_lastLabel->setText(tr("L&ast number"));
    m_receive->setText(tr("&Put into stock"));
    m_spoilTitle->setText(tr("A form that cannot be used"));
    m_spoiledLabel->setText(tr("&Serial"));
    m_spoil->setText(tr("Sp&oiled…"));
    fill();
}

} // namespace idcounter
