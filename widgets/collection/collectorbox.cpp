#include "widgets/collection/collectorbox.h"

#include "app/domain/guardianship.h"
#include "app/texts/texts.h"
#include "widgets/common/codebox.h"
#include "widgets/common/groupededit.h"
#include "widgets/common/inputs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int linesOfHint = 3;

} // namespace

CollectorBox::CollectorBox(const Rules &rules, QWidget *parent)
    : Page(parent)
    , m_hint(new QLabel)
    , m_who(new QComboBox)
    , m_name(lineEdit(u"collectorNameEdit"_s))
    , m_number(new GroupedEdit(GroupedEdit::citizenNumber()))
    , m_relation(new CodeBox)
    , m_papers(new QCheckBox)
{
    m_hint->setObjectName(u"collectorHint"_s);
    m_hint->setProperty("role", u"muted"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_who->setObjectName(u"collectorBox"_s);
    m_number->setObjectName(u"collectorNumberEdit"_s);
    m_relation->setObjectName(u"collectorRelationBox"_s);
    if (const auto relations = rules.relations())
        m_relation->setCodes((*relations)->all());
    m_papers->setObjectName(u"collectorPapersBox"_s);
    m_labels << m_rows.add(m_who) << m_rows.add(m_name) << m_rows.add(m_number) << m_rows.add(m_relation);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(m_rows.layout());
    column->addWidget(m_papers);
    column->addWidget(m_hint);
    column->addStretch();
    connect(m_who, &QComboBox::currentIndexChanged, this, &CollectorBox::showCollector);
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        const auto number = CitizenNumber::parse(m_number->text());
        const bool wrong = !number && !m_number->text().isEmpty();
        m_rows.setProblem(m_number, wrong ? texts::describe(number.error().code) : QString());
    });
    retranslate();
}

void CollectorBox::begin(const CollectionFile &file, QDate today)
{
    const Draft &form = file.standing.accepted.form;
    m_isChild = needsGuardian(form.birthDate(), today);
    m_rule = file.rules.deputy;
    m_guardian = form.guardian;
    m_choices = {m_isChild ? Collector::Guardian : Collector::Holder};
    if (!m_isChild && m_rule != DeputyRule::Never)
        m_choices << Collector::Deputy;
    m_name->clear();
    m_number->clear();
    m_relation->setCode({});
    m_papers->setChecked(false);
    m_rows.setProblem(m_number, {});
    {
        const QSignalBlocker quiet(m_who);
        m_who->clear();
        for (const Collector choice : std::as_const(m_choices))
            m_who->addItem(nameOf(choice));
    }
    showCollector();
    retranslate();
}

Collector CollectorBox::collector() const
{
    return m_choices.value(m_who->currentIndex(), Collector::Holder);
}

void CollectorBox::fill(CollectionRecord &record) const
{
    record.by = collector();
    if (record.by == Collector::Holder)
        return;
    record.name = m_name->text().trimmed();
    record.number = m_number->text().trimmed();
    if (record.by != Collector::Deputy)
        return;
    record.relation = m_relation->code();
    record.deputyPapers = m_papers->isChecked();
}

void CollectorBox::showCollector()
{
    const Collector who = collector();
    if (who == Collector::Guardian && m_name->text().isEmpty()) {
        m_name->setText(m_guardian.name);
        m_number->setText(m_guardian.number);
        m_number->setCursorPosition(0);
    } else if (who == Collector::Deputy && m_name->text() == m_guardian.name) {
        m_name->clear();
        m_number->clear();
    }
    m_who->setEnabled(m_choices.size() > 1);
    m_rows.setRowVisible(m_name, who != Collector::Holder);
    m_rows.setRowVisible(m_number, who != Collector::Holder);
    m_rows.setRowVisible(m_relation, who == Collector::Deputy);
    m_papers->setVisible(who == Collector::Deputy);
    Q_EMIT collectorChanged();
}

QString CollectorBox::nameOf(Collector collector)
{
    switch (collector) {
    case Collector::Holder:
        return tr("the holder");
    case Collector::Guardian:
        return tr("the guardian");
    case Collector::Deputy:
        return tr("a deputy");
    }
    Q_UNREACHABLE();
}

void CollectorBox::retranslate()
{
    const QStringList names{tr("F&etched by"), tr("Na&me"), tr("Citi&zen number"), tr("Re&lation")};
    for (qsizetype i = 0; i < m_labels.size(); ++i)
        m_labels[i]->setText(names[i]);
    for (int i = 0; i < m_who->count(); ++i)
        m_who->setItemText(i, nameOf(m_choices[i]));
    m_relation->setLabel(tr("Relation to the holder"));
    m_papers->setText(m_rule == DeputyRule::HouseholdRelative ? tr("&Slip, booklet, proxy and own card were shown")
                                                              : tr("&Slip and own card were shown"));
    QString hint;
    if (m_isChild)
        hint = tr("Under 16: the guardian fetches the card, with an own card, and signs.");
    else if (m_rule == DeputyRule::Never)
        hint = tr("Only the holder may fetch the card.");
    else if (m_rule == DeputyRule::HouseholdRelative)
        hint = tr("The holder, or an adult relative of the same household with slip, booklet, proxy and own card.");
    else
        hint = tr("The holder, or an adult relative who shows an own card and the slip, and signs.");
    m_hint->setText(hint);
    m_hint->ensurePolished();
    m_hint->setMinimumHeight(linesOfHint * m_hint->fontMetrics().lineSpacing());
}

} // namespace idcounter
