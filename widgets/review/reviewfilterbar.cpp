#include "widgets/review/reviewfilterbar.h"

#include "widgets/review/reviewwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int businessLength = 14; // characters that are seen
constexpr int otherLength = 10;
constexpr std::array ages{0, 1, 3, 5, 10, 20}; // days

// Fills a box of codes and keeps what is chosen.
void refill(QComboBox *box, const QString &all, const QMap<QString, QString> &items)
{
    const QString chosen = box->currentData().toString();
    box->clear();
    box->addItem(all, QString());
    for (auto item = items.begin(); item != items.end(); ++item)
        box->addItem(item.value(), item.key());
    box->setCurrentIndex(std::max(0, box->findData(chosen)));
}

} // namespace

ReviewFilterBar::ReviewFilterBar(const ReviewDesk &desk, const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_business(new QComboBox)
    , m_clerk(new QComboBox)
    , m_age(new QComboBox)
    , m_exceptionsOnly(new QCheckBox)
{
    m_business->setObjectName(u"reviewBusinessBox"_s);
    m_clerk->setObjectName(u"reviewClerkBox"_s);
    m_age->setObjectName(u"reviewAgeBox"_s);
    m_exceptionsOnly->setObjectName(u"reviewExceptionsBox"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_exceptionsOnly);
    for (QComboBox *box : {m_business, m_clerk, m_age}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(box == m_business ? businessLength : otherLength);
        row->addWidget(box);
        connect(box, &QComboBox::activated, this, &ReviewFilterBar::changed);
    }
    connect(m_exceptionsOnly, &QCheckBox::toggled, this, &ReviewFilterBar::changed);
    retranslate();
}

ReviewFilter ReviewFilterBar::filter() const
{
    return {.reason = m_business->currentData().toString(),
            .clerk = m_clerk->currentData().toString(),
            .olderThanDays = m_age->currentData().toInt(),
            .exceptionsOnly = m_exceptionsOnly->isChecked()};
}

void ReviewFilterBar::offer(const QList<Standing> &cases)
{
    m_cases = cases;
    QMap<QString, QString> businesses;
    QMap<QString, QString> clerks;
    for (const Standing &standing : cases) {
        const QString reason = standing.accepted.form.business.reason;
        businesses.insert(reason, ReviewWords(m_counter.rules).business(reason));
        clerks.insert(standing.accepted.acceptedBy, m_desk.nameOf(standing.accepted.acceptedBy));
    }
    refill(m_business, tr("all businesses"), businesses);
    refill(m_clerk, tr("all clerks"), clerks);
    const int age = m_age->currentData().toInt();
    m_age->clear();
    for (const int days : ages)
        m_age->addItem(days == 0 ? tr("any age") : tr("%n day(s) or more", nullptr, days), days);
    m_age->setCurrentIndex(std::max(0, m_age->findData(age)));
}

void ReviewFilterBar::retranslate()
{
    m_exceptionsOnly->setText(tr("E&xceptions only"));
    m_business->setAccessibleName(tr("Show the business"));
    m_clerk->setAccessibleName(tr("Show the cases of the clerk"));
    m_age->setAccessibleName(tr("Show cases by age"));
    offer(m_cases);
}

} // namespace idcounter
