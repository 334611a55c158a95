#include "widgets/walkin/bookletpage.h"

#include "app/domain/guardianship.h"
#include "app/domain/personname.h"
#include "app/texts/texts.h"
#include "app/workflow/walkin.h"
#include "widgets/common/asktext.h"
#include "widgets/common/codebox.h"
#include "widgets/common/groupededit.h"
#include "widgets/common/inputs.h"
#include "widgets/common/language.h"
#include "widgets/common/textbox.h"
#include "widgets/walkin/checklist.h"
#include "widgets/walkin/guardianbox.h"
#include "widgets/walkin/noticedialog.h"
#include "widgets/walkin/refusaldialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int columnSpacing = 8;

template<typename T>
T *named(T *widget, const QString &name)
{
    widget->setObjectName(name);
    return widget;
}

QDate dateIn(const QLineEdit *edit)
{
    QString text = edit->text();
    text.removeIf([](QChar c) { return !c.isDigit(); });
    return QDate::fromString(text, u"yyyyMMdd"_s);
}

// A date that is none stays as it was typed.
void setDate(QLineEdit *edit, QDate date)
{
    if (dateIn(edit) != date && !edit->hasFocus())
        edit->setText(date.toString(Qt::ISODate));
}

} // namespace

BookletPage::BookletPage(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_number(named(new GroupedEdit(GroupedEdit::citizenNumber()), u"numberEdit"_s))
    , m_name(named(new QLineEdit, u"nameEdit"_s))
    , m_sex(named(new QComboBox, u"sexBox"_s))
    , m_birth(named(new QLineEdit, u"birthEdit"_s))
    , m_unlock(named(new QPushButton, u"unlockButton"_s))
    , m_ethnicGroup(named(new CodeBox, u"ethnicGroupBox"_s))
    , m_address(named(new TextBox, u"addressEdit"_s))
    , m_issuer(named(new QLineEdit, u"issuerEdit"_s))
    , m_division(new QLabel)
    , m_checksTitle(new QLabel)
    , m_checks(named(new CheckList, u"checkList"_s))
    , m_notice(named(new QCheckBox, u"noticeBox"_s))
    , m_noticeShow(named(new QPushButton, u"noticeShowButton"_s))
    , m_reason(named(new QComboBox, u"reasonBox"_s))
    , m_papers(new QLabel)
    , m_cause(named(new QLineEdit, u"causeEdit"_s))
    , m_oldCard(named(new QComboBox, u"oldCardBox"_s))
    , m_oldCardUntil(named(new QLineEdit, u"oldCardUntilEdit"_s))
    , m_reduction(named(new QComboBox, u"reductionBox"_s))
    , m_evidence(named(new QLineEdit, u"evidenceEdit"_s))
    , m_offSite(named(new QCheckBox, u"offSiteBox"_s))
    , m_offSiteReason(named(new QLineEdit, u"offSiteReasonEdit"_s))
    , m_unsettled(named(new QCheckBox, u"unsettledBox"_s))
    , m_dataDiffer(named(new QCheckBox, u"dataDifferBox"_s))
    , m_fraud(named(new QCheckBox, u"fraudBox"_s))
    , m_temporary(named(new QCheckBox, u"temporaryBox"_s))
    , m_urgent(named(new QCheckBox, u"urgentBox"_s))
    , m_guardian(new GuardianBox(walkIn.counter().rules))
    , m_obstacles(named(new QLabel, u"obstaclesLabel"_s))
{
    // It scrolls only where a message or several problems leave too little room.
    auto *content = new QWidget;
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"bookletScroll"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scroll);
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(16, 8, 16, 4);
    columns->setSpacing(24);
    columns->addLayout(personColumn(), 1);
    columns->addLayout(businessColumn(), 1);

    m_checks->setPapers(m_walkIn.draft().papers);
    if (const auto groups = m_walkIn.counter().rules.ethnicGroups())
        m_ethnicGroup->setCodes((*groups)->all());
    retranslate();
    connectInputs();
}

QLayout *BookletPage::personColumn()
{
    auto *sexAndBirth = new QWidget;
    auto *row = new QHBoxLayout(sexAndBirth);
    row->setContentsMargins(0, 0, 0, 0);
    m_sex->setFixedWidth(100);
    m_birth->setMinimumWidth(112);
    m_unlock->setProperty("role", u"flat"_s);
    row->addWidget(m_sex);
    row->addWidget(m_birth, 1);
    row->addWidget(m_unlock);
    m_division->setProperty("role", u"muted"_s);
    m_division->setObjectName(u"divisionLabel"_s);
    m_checksTitle->setProperty("role", u"section"_s);

    m_personLabels << m_person.add(m_number) << m_person.add(m_name) << m_person.add(sexAndBirth)
                   << m_person.add(m_ethnicGroup) << m_person.add(m_address) << m_person.add(m_issuer);
    m_personLabels[2]->setBuddy(m_sex);
    auto *column = new QVBoxLayout;
    column->setSpacing(columnSpacing);
    column->addLayout(m_person.layout());
    column->addWidget(m_division);
    column->addWidget(m_checksTitle);
    column->addWidget(m_checks);
    auto *notice = new QHBoxLayout;
    notice->addWidget(m_notice, 1);
    notice->addWidget(m_noticeShow);
    column->addLayout(notice);
    column->addStretch(1);
    return column;
}

QLayout *BookletPage::businessColumn()
{
    m_papers->setProperty("role", u"muted"_s);
    m_papers->setObjectName(u"papersLabel"_s);
    m_papers->setWordWrap(true);
    m_obstacles->setProperty("role", u"problem"_s);
    m_obstacles->setWordWrap(true);
    // A long entry must not make the column wider than the page.
    for (QComboBox *box : {m_reason, m_oldCard, m_reduction}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    m_businessLabels << m_business.add(m_reason) << m_business.add(m_papers) << m_business.add(m_cause)
                     << m_business.add(m_oldCard) << m_business.add(m_oldCardUntil) << m_business.add(m_reduction)
                     << m_business.add(m_evidence) << m_business.add(m_offSite) << m_business.add(m_offSiteReason);

    auto *flags = new QHBoxLayout;
    flags->addWidget(m_temporary);
    flags->addWidget(m_urgent);
    flags->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(columnSpacing);
    column->addLayout(m_business.layout());
    for (QCheckBox *finding : {m_unsettled, m_dataDiffer, m_fraud})
        column->addWidget(finding);
    column->addLayout(flags);
    column->addWidget(m_guardian);
    column->addWidget(m_obstacles);
    column->addStretch(1);
    return column;
}

void BookletPage::connectInputs()
{
    const auto edits = {m_number, m_name, m_issuer, m_oldCardUntil, m_evidence, m_cause, m_offSiteReason, m_birth};
    for (QLineEdit *edit : edits)
        connect(edit, &QLineEdit::textEdited, this, &BookletPage::storeDraft);
    connect(m_address, &TextBox::textEdited, this, &BookletPage::storeDraft);
    for (QComboBox *box : {m_sex, m_reason, m_oldCard, m_reduction})
        connect(box, &QComboBox::activated, this, &BookletPage::storeDraft);
    connect(m_ethnicGroup, &CodeBox::codeChosen, this, &BookletPage::storeDraft);
    connect(m_guardian, &GuardianBox::edited, this, &BookletPage::storeDraft);
    for (QCheckBox *box : {m_notice, m_offSite, m_unsettled, m_dataDiffer, m_fraud, m_temporary, m_urgent})
        connect(box, &QCheckBox::clicked, this, &BookletPage::storeDraft);
    connect(m_number, &QLineEdit::returnPressed, this, &BookletPage::takeProposal);
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        m_numberLeft = true;
        showProblems();
    });
    connect(m_name, &QLineEdit::editingFinished, this, [this] {
        m_nameLeft = true;
        showProblems();
    });
    connect(m_oldCardUntil, &QLineEdit::editingFinished, this, &BookletPage::showProblems);
    connect(m_unlock, &QPushButton::clicked, this, &BookletPage::unlock);
    connect(m_noticeShow, &QPushButton::clicked, this, [this] {
        auto *notice = new NoticeDialog(m_walkIn.counter().station.name, this);
        connect(notice, &QDialog::accepted, this, [this] {
            m_notice->setChecked(true);
            storeDraft();
        });
        notice->open();
    });
    connect(m_checks, &CheckList::checked, this, [this](BookletCheck check, bool inOrder) {
        Draft draft = m_walkIn.draft();
        draft.papers.passed.removeAll(int(check));
        draft.papers.failed.removeAll(int(check));
        (inOrder ? draft.papers.passed : draft.papers.failed) << int(check);
        m_walkIn.setDraft(draft);
    });
    connect(&m_walkIn, &WalkIn::draftChanged, this, &BookletPage::showDraft);
    connect(&m_walkIn, &WalkIn::knowledgeChanged, this, &BookletPage::showDraft);
}

void BookletPage::fillReasons()
{
    const Rules &rules = m_walkIn.counter().rules;
    m_reason->clear();
    m_reason->addItem(QString(), QString());
    if (const auto reasons = rules.reasons()) {
        for (const Reason &reason : (*reasons)->selectable())
            m_reason->addItem(u"%1 %2"_s.arg(reason.code, nameIn(reason.chinese, reason.english)), reason.code);
    }
    m_reduction->clear();
    m_reduction->addItem(tr("none"), QString());
    if (const auto fees = rules.fees()) {
        for (const Reduction &reduction : (*fees)->reductions())
            m_reduction->addItem(nameIn(reduction.chinese, reduction.english), reduction.code);
    }
}

void BookletPage::storeDraft()
{
    if (m_showing)
        return;
    Draft draft = m_walkIn.draft();
    Applicant &applicant = draft.applicant;
    applicant.number = m_number->text().trimmed();
    applicant.name = m_name->text();
    applicant.ethnicGroup = m_ethnicGroup->code();
    applicant.address = m_address->text();
    applicant.issuer = m_issuer->text();
    applicant.sex = m_sex->currentData().toString();
    applicant.birthDate = dateIn(m_birth);
    draft.fillFromNumber();
    draft.business = {.reason = m_reason->currentData().toString(),
                      .cause = m_cause->text(),
                      .oldCard = OldCard(m_oldCard->currentData().toInt()),
                      .oldCardUntil = dateIn(m_oldCardUntil),
                      .reduction = m_reduction->currentData().toString(),
                      .evidence = m_evidence->text(),
                      .offSite = m_offSite->isChecked(),
                      .offSiteReason = m_offSiteReason->text(),
                      .offSiteFindings = offSiteFindings(),
                      .temporaryCard = m_temporary->isChecked(),
                      .urgent = m_urgent->isChecked()};
    draft.guardian = m_guardian->guardian();
    draft.papers.noticeShown = m_notice->isChecked();
    m_walkIn.setDraft(draft);
    showDraft();
}

QList<int> BookletPage::offSiteFindings() const
{
    QList<int> findings;
    if (m_unsettled->isChecked())
        findings << int(OffSiteFinding::IdentityUnsettled);
    if (m_dataDiffer->isChecked())
        findings << int(OffSiteFinding::DataDiffer);
    if (m_fraud->isChecked())
        findings << int(OffSiteFinding::FraudRecord);
    return findings;
}

void BookletPage::takeProposal()
{
    const QString proposal = CitizenNumber::normalised(m_number->text());
    if (CitizenNumber::parse(m_number->text()) || !CitizenNumber::parse(proposal))
        return;
    m_number->setText(proposal);
    storeDraft();
}

// What was filled in from the number stays as it is, unless the clerk says why not.
void BookletPage::unlock()
{
    askText(this, tr("Unlock"), tr("Why do sex or birth date differ from the number?"), [this](const QString &reason) {
        if (reason.trimmed().isEmpty())
            return;
        Draft draft = m_walkIn.draft();
        draft.applicant.unlocked.insert(u"sex"_s, reason);
        m_walkIn.setDraft(draft);
        showDraft();
    });
}

void BookletPage::showDraft()
{
    m_showing = true;
    const Draft &draft = m_walkIn.draft();
    const Applicant &applicant = draft.applicant;
    const bool locked = draft.number() && applicant.unlocked.isEmpty();
    showText(m_number, applicant.number);
    showText(m_name, applicant.name);
    m_sex->setCurrentIndex(m_sex->findData(applicant.sex));
    m_sex->setEnabled(!locked);
    setDate(m_birth, applicant.birthDate);
    m_birth->setReadOnly(locked);
    m_unlock->setVisible(locked);
    if (!m_ethnicGroup->hasFocus())
        m_ethnicGroup->setCode(applicant.ethnicGroup);
    if (!m_address->hasFocus() && m_address->text() != applicant.address)
        m_address->setText(applicant.address);
    showText(m_issuer, applicant.issuer);
    m_checks->setPapers(draft.papers);
    m_notice->setChecked(draft.papers.noticeShown);

    const Business &business = draft.business;
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(business.reason)));
    showText(m_cause, business.cause);
    m_business.setRowVisible(m_cause, isCorrection(business));
    m_oldCard->setCurrentIndex(std::max(0, m_oldCard->findData(int(business.oldCard))));
    setDate(m_oldCardUntil, business.oldCardUntil);
    m_reduction->setCurrentIndex(std::max(0, m_reduction->findData(business.reduction)));
    showText(m_evidence, business.evidence);
    m_business.setRowVisible(m_evidence, !business.reduction.isEmpty());
    m_offSite->setChecked(business.offSite);
    showText(m_offSiteReason, business.offSiteReason);
    m_business.setRowVisible(m_offSiteReason, business.offSite);
    m_unsettled->setChecked(business.offSiteFindings.contains(int(OffSiteFinding::IdentityUnsettled)));
    m_dataDiffer->setChecked(business.offSiteFindings.contains(int(OffSiteFinding::DataDiffer)));
    m_fraud->setChecked(business.offSiteFindings.contains(int(OffSiteFinding::FraudRecord)));
    for (QCheckBox *finding : {m_unsettled, m_dataDiffer, m_fraud})
        finding->setVisible(business.offSite);
    m_temporary->setChecked(business.temporaryCard);
    m_urgent->setChecked(business.urgent);

    m_guardian->setGuardian(draft.guardian);
    m_guardian->setVisible(needsGuardian(draft.birthDate(), m_walkIn.counter().today()));
    m_showing = false;
    showProblems();
    showObstacles();
    showPapers();
}

QString BookletPage::numberProblem() const
{
    const QString text = m_number->text();
    const QString proposal = CitizenNumber::normalised(text);
    const auto number = CitizenNumber::parse(text);
    if (text.isEmpty())
        return {};
    if (!number && CitizenNumber::parse(proposal))
        return tr("Press Enter to use %1.").arg(CitizenNumber::parse(proposal)->grouped());
    if (!number && number.error().code == Error::Code::CitizenNumberLegacy) {
        if (const auto converted = CitizenNumber::fromLegacy(text))
            return tr("An old number of 15 digits. The new one should be %1; look at the booklet.")
                .arg(converted->grouped());
    }
    constexpr qsizetype whole = 18;
    if (!number)
        return m_numberLeft || text.size() >= whole ? texts::describe(number.error().code) : QString();
    if (number->birthDate() > m_walkIn.counter().today())
        return texts::describe(Error::Code::BirthDateInFuture);
    return {};
}

void BookletPage::showProblems()
{
    m_person.setProblem(m_number, numberProblem());
    const auto name = PersonName::parse(m_name->text());
    const bool quiet = !m_nameLeft || name || m_name->text().isEmpty();
    m_person.setProblem(m_name, quiet ? QString() : texts::describe(name.error().code));
    const bool dateFine
        = m_oldCardUntil->text().isEmpty() || m_oldCardUntil->hasFocus() || dateIn(m_oldCardUntil).isValid();
    m_business.setProblem(m_oldCardUntil, dateFine ? QString() : texts::describe(Error::Code::DateInvalid));

    const auto number = m_walkIn.draft().number();
    QString division;
    if (number) {
        const auto divisions = m_walkIn.counter().rules.divisions();
        const auto found = divisions ? (*divisions)->find(number->divisionCode(), number->birthDate().year())
                                     : std::optional<Division>();
        division = found ? tr("Number given in %1").arg(found->fullName())
                         : u"▲ "_s + texts::describe(Error::Code::DivisionUnknown);
    }
    m_division->setText(division);
}

// Everything at once, with where the rule stands.
void BookletPage::showObstacles()
{
    const QString lines = obstacleLines(m_walkIn.obstaclesNow());
    m_obstacles->setText(lines);
    m_obstacles->setVisible(!lines.isEmpty());
}

void BookletPage::showPapers()
{
    const auto reasons = m_walkIn.counter().rules.reasons();
    const Draft &draft = m_walkIn.draft();
    const auto reason = reasons ? (*reasons)->find(draft.business.reason) : std::optional<Reason>();
    QStringList names;
    if (reason) {
        const QList<Paper> papers = papersFor(*reason, needsGuardian(draft.birthDate(), m_walkIn.counter().today()),
                                              !draft.business.reduction.isEmpty(), draft.business.offSite);
        for (const Paper paper : papers)
            names << texts::describe(paper);
    }
    m_papers->setText(names.join(tr(", ", "between the papers of a list")));
}

QString BookletPage::help() const
{
    return tr(
        "The citizen number first: it fills in sex and birth date and asks the register and the station's own "
        "cases.\n\n"
        "In the list of checks J means in order, N not in order; 1 to 7 tick a line. Lists of ethnic groups and "
        "relations find by code, name or the initials of the pinyin.\n\n"
        "Everything that speaks against the application stands below, each with its rule. ■ stops it, ▲ is for you "
        "to decide.");
}

void BookletPage::retranslate()
{
    m_showing = true;
    const QStringList person{tr("&Citizen number"), tr("&Name"),    tr("Sex, birth date"),
                             tr("&Ethnic group"),   tr("&Address"), tr("&Issuing authority")};
    for (qsizetype i = 0; i < person.size(); ++i)
        m_personLabels[i]->setText(person[i]);
    m_ethnicGroup->setLabel(tr("Ethnic group"));
    const QStringList business{tr("Applies &for"),   tr("Papers needed"),          tr("Wrong on the card"),
                               tr("Card until now"), tr("Valid until (optional)"), tr("Reduction"),
                               tr("Proved by"),      tr("Household away"),         tr("Lives here because")};
    for (qsizetype i = 0; i < business.size(); ++i)
        m_businessLabels[i]->setText(business[i]);
    m_checksTitle->setText(tr("Household booklet: J in order, N not in order"));
    m_checks->setAccessibleName(tr("Checks of the household booklet"));
    m_notice->setText(tr("The notice on personal data was shown"));
    m_noticeShow->setText(tr("Sho&w it…"));
    m_sex->setAccessibleName(tr("Sex"));
    m_offSite->setText(tr("Off-site application"));
    m_unsettled->setText(tr("Looks changed, no prints on the old card: identity cannot be settled"));
    m_dataDiffer->setText(tr("Registered data differ, or the system has no photo"));
    m_fraud->setText(tr("On record for forged or falsely obtained papers"));
    m_temporary->setText(tr("Temporary card wanted"));
    m_urgent->setText(tr("Urgent"));
    m_unlock->setText(tr("Unlock…"));
    m_birth->setAccessibleName(tr("Birth date"));

    const auto refill = [](QComboBox *box, const QList<std::pair<QString, QVariant>> &items) {
        box->clear();
        for (const auto &[text, value] : items)
            box->addItem(text, value);
    };
    refill(m_sex, {{tr("male"), u"1"_s}, {tr("female"), u"2"_s}});
    refill(m_oldCard,
           {{tr("not asked yet"), int(OldCard::NotAsked)},
            {tr("never held one"), int(OldCard::None)},
            {tr("handed in now"), int(OldCard::Returned)},
            {tr("kept until collection"), int(OldCard::KeptUntilCollection)},
            {tr("lost"), int(OldCard::Lost)}});
    fillReasons();
    m_showing = false;
    showDraft();
}

} // namespace idcounter
