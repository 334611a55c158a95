#include "widgets/review/correctionpage.h"

#include "app/domain/personname.h"
#include "app/texts/texts.h"
#include "app/workflow/walkin.h"
#include "widgets/common/codebox.h"
#include "widgets/common/inputs.h"
#include "widgets/common/language.h"
#include "widgets/common/textbox.h"
#include "widgets/walkin/formpage.h"

#include <QComboBox>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

CorrectionPage::CorrectionPage(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_title(new QLabel)
    , m_name(lineEdit(u"correctNameEdit"_s))
    , m_ethnicGroup(new CodeBox)
    , m_address(new TextBox)
    , m_issuer(lineEdit(u"correctIssuerEdit"_s))
    , m_reason(new QComboBox)
    , m_form(new FormPage(walkIn))
{
    m_title->setProperty("role", u"section"_s);
    m_ethnicGroup->setObjectName(u"correctEthnicGroupBox"_s);
    m_address->setObjectName(u"correctAddressEdit"_s);
    m_reason->setObjectName(u"correctReasonBox"_s);
    m_labels = {m_left.add(m_name), m_left.add(m_ethnicGroup), m_left.add(m_reason), m_right.add(m_address),
                m_right.add(m_issuer)};
    if (const auto groups = walkIn.counter().rules.ethnicGroups())
        m_ethnicGroup->setCodes((*groups)->all());
    const Applicant &applicant = walkIn.draft().applicant;
    m_name->setText(applicant.name);
    m_ethnicGroup->setCode(applicant.ethnicGroup);
    m_address->setText(applicant.address);
    m_issuer->setText(applicant.issuer);

    auto *fields = new QHBoxLayout;
    fields->setSpacing(24);
    fields->addLayout(m_left.layout(), 1);
    fields->addLayout(m_right.layout(), 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *upper = new QVBoxLayout;
    upper->setContentsMargins(16, 8, 16, 0);
    upper->addWidget(m_title);
    upper->addLayout(fields);
    column->addLayout(upper);
    column->addWidget(m_form, 1);

    for (QLineEdit *edit : {m_name, m_issuer})
        connect(edit, &QLineEdit::textEdited, this, &CorrectionPage::storeDraft);
    connect(m_address, &TextBox::textEdited, this, &CorrectionPage::storeDraft);
    connect(m_ethnicGroup, &CodeBox::codeChosen, this, &CorrectionPage::storeDraft);
    connect(m_reason, &QComboBox::activated, this, &CorrectionPage::storeDraft);
    retranslate();
}

void CorrectionPage::storeDraft()
{
    Draft draft = m_walkIn.draft();
    draft.applicant.name = m_name->text();
    draft.applicant.ethnicGroup = m_ethnicGroup->code();
    draft.applicant.address = m_address->text();
    draft.applicant.issuer = m_issuer->text();
    draft.business.reason = m_reason->currentData().toString();
    m_walkIn.setDraft(draft);
    showProblems();
}

void CorrectionPage::showReasons()
{
    const QString chosen = m_walkIn.draft().business.reason;
    m_reason->clear();
    const auto reasons = m_walkIn.counter().rules.reasons();
    if (!reasons)
        return;
    Draft other = m_walkIn.draft();
    for (const Reason &reason : (*reasons)->all()) {
        other.business.reason = reason.code;
        if (reason.code == chosen || (reason.selectable && m_walkIn.mayBecome(other)))
            m_reason->addItem(u"%1 %2"_s.arg(reason.code, nameIn(reason.chinese, reason.english)), reason.code);
    }
    m_reason->setCurrentIndex(m_reason->findData(chosen));
}

void CorrectionPage::showProblems()
{
    const auto name = PersonName::parse(m_name->text());
    m_left.setProblem(m_name, name ? QString() : texts::describe(name.error().code));
    m_right.setProblem(
        m_address, m_address->text().trimmed().isEmpty() ? texts::describe(Error::Code::AddressMissing) : QString());
    m_right.setProblem(m_issuer,
                       m_issuer->text().trimmed().isEmpty() ? texts::describe(Error::Code::IssuerMissing) : QString());
}

QString CorrectionPage::help() const
{
    return tr(
        "Correct what came back as wrong, as the household booklet has it. Citizen number and fee cannot be changed "
        "any more, so the reason only into one of the same price: where they are wrong, the case is withdrawn and "
        "accepted anew. The citizen signs the corrected form again.");
}

void CorrectionPage::retranslate()
{
    m_title->setText(tr("As the household booklet has it"));
    const QStringList labels{tr("&Name"), tr("&Ethnic group"), tr("&Reason"), tr("&Address"), tr("&Issuing authority")};
    for (qsizetype i = 0; i < labels.size(); ++i)
        m_labels[i]->setText(labels[i]);
    m_ethnicGroup->setLabel(tr("Ethnic group"));
    m_reason->setAccessibleName(tr("Reason of the application"));
    showReasons();
    showProblems();
}

} // namespace idcounter
