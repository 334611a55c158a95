#include "widgets/supervisor/liferulesdialog.h"

#include "widgets/common/formrows.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int longestWait = 3650; // days
const QTime usualTime(17, 0);
constexpr int orderMargin = 24; // pixels beside the words

QSpinBox *days(const QString &name, int value)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(1, longestWait);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setValue(value);
    return box;
}

} // namespace

LifeRulesDialog::LifeRulesDialog(const StationSettings &settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_own(new QCheckBox(tr("Who accepted a case may review it (a station of one person; it is recorded)")))
    , m_deputy(new QComboBox)
    , m_unclaimed(days(u"ruleUnclaimed"_s, settings.life.unclaimedDays))
    , m_retell(days(u"ruleRetell"_s, settings.life.retellDays))
    , m_order(days(u"ruleOrderDays"_s, settings.life.orderDays))
    , m_scheduled(new QCheckBox(tr("The day's package is written by itself")))
    , m_time(new QTimeEdit(settings.packageAt.isValid() ? settings.packageAt : usualTime))
{
    setObjectName(u"lifeRulesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Review, packages, collection"));
    m_own->setObjectName(u"ruleReviewsOwn"_s);
    m_own->setChecked(settings.life.reviewsOwn);
    m_deputy->setObjectName(u"ruleDeputy"_s);
    m_deputy->addItem(tr("nobody but the holder"), int(DeputyRule::Never));
    m_deputy->addItem(tr("a relative of the same household"), int(DeputyRule::HouseholdRelative));
    m_deputy->addItem(tr("a relative"), int(DeputyRule::Relative));
    m_deputy->setCurrentIndex(m_deputy->findData(int(settings.life.deputy)));
    m_order->setMinimum(0);
    m_order->setValue(settings.life.orderDays);
    m_order->setSpecialValueText(tr("none: the counter takes the money"));
    m_order->setMinimumWidth(m_order->fontMetrics().horizontalAdvance(m_order->specialValueText()) + orderMargin);
    m_scheduled->setObjectName(u"rulePackageScheduled"_s);
    m_scheduled->setChecked(settings.packageAt.isValid());
    m_time->setObjectName(u"rulePackageAt"_s);
    m_time->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_time->setDisplayFormat(u"HH:mm"_s);
    m_time->setAccessibleName(tr("Time of the day's package"));
    m_time->setEnabled(settings.packageAt.isValid());
    connect(m_scheduled, &QCheckBox::toggled, m_time, &QWidget::setEnabled);

    FormRows rows;
    rows.add(m_deputy)->setText(tr("A card is handed to"));
    rows.add(m_unclaimed, Qt::AlignLeft)->setText(tr("Days after which a card counts as not collected"));
    rows.add(m_retell, Qt::AlignLeft)->setText(tr("Days until who was not reached is called again"));
    rows.add(m_order, Qt::AlignLeft)->setText(tr("Days for which a payment order can be paid"));
    rows.add(m_time, Qt::AlignLeft)->setText(tr("At"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(given());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_own);
    column->addWidget(m_scheduled);
    column->addLayout(rows.layout());
    column->addWidget(buttons);
}

StationSettings LifeRulesDialog::given() const
{
    StationSettings settings = m_settings;
    settings.life = {.reviewsOwn = m_own->isChecked(),
                     .deputy = DeputyRule(m_deputy->currentData().toInt()),
                     .unclaimedDays = m_unclaimed->value(),
                     .retellDays = m_retell->value(),
                     .orderDays = m_order->value()};
    settings.packageAt = m_scheduled->isChecked() ? m_time->time() : QTime();
    return settings;
}

} // namespace idcounter
