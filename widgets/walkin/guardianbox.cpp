#include "widgets/walkin/guardianbox.h"

#include "app/domain/citizennumber.h"
#include "app/domain/personname.h"
#include "app/texts/texts.h"
#include "widgets/common/codebox.h"
#include "widgets/common/groupededit.h"
#include "widgets/common/inputs.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

GuardianBox::GuardianBox(const Rules &rules, QWidget *parent)
    : Page(parent)
    , m_title(new QLabel)
    , m_number(new GroupedEdit(GroupedEdit::citizenNumber()))
    , m_name(lineEdit(u"guardianNameEdit"_s))
    , m_relation(new CodeBox)
    , m_phone(new GroupedEdit(GroupedEdit::phone()))
{
    m_title->setProperty("role", u"section"_s);
    m_number->setObjectName(u"guardianNumberEdit"_s);
    m_relation->setObjectName(u"guardianRelationBox"_s);
    m_phone->setObjectName(u"guardianPhoneEdit"_s);
    if (const auto relations = rules.relations())
        m_relation->setCodes((*relations)->all());
    for (QWidget *input : QList<QWidget *>{m_number, m_name, m_relation, m_phone})
        m_labels << m_rows.add(input);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addLayout(m_rows.layout());
    for (QLineEdit *edit : {m_number, m_name, m_phone}) {
        connect(edit, &QLineEdit::textEdited, this, &GuardianBox::edited);
        connect(edit, &QLineEdit::editingFinished, this, &GuardianBox::showProblems);
    }
    connect(m_relation, &CodeBox::codeChosen, this, &GuardianBox::edited);
    retranslate();
}

Guardian GuardianBox::guardian() const
{
    return {.number = m_number->text().trimmed(),
            .name = m_name->text(),
            .relation = m_relation->code(),
            .phone = m_phone->text()};
}

void GuardianBox::setGuardian(const Guardian &guardian)
{
    showText(m_number, guardian.number);
    showText(m_name, guardian.name);
    if (!m_relation->hasFocus())
        m_relation->setCode(guardian.relation);
    showText(m_phone, guardian.phone);
    showProblems();
}

// Quiet while it is being typed.
void GuardianBox::showProblems()
{
    const auto problemOf = [](const QLineEdit *edit, const auto &parsed) {
        const bool calm = parsed || edit->text().isEmpty() || edit->hasFocus();
        return calm ? QString() : texts::describe(parsed.error().code);
    };
    m_rows.setProblem(m_number, problemOf(m_number, CitizenNumber::parse(m_number->text())));
    m_rows.setProblem(m_name, problemOf(m_name, PersonName::parse(m_name->text())));
}

void GuardianBox::retranslate()
{
    m_title->setText(tr("Under 16: the guardian applies"));
    const QStringList labels{tr("Guardian's number"), tr("Guardian's name"), tr("Relation"),
                             tr("Guardian's phone (optional)")};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    m_relation->setLabel(tr("Relation"));
}

} // namespace idcounter
