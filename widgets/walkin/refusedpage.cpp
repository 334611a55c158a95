#include "widgets/walkin/refusedpage.h"

#include "app/workflow/walkin.h"
#include "widgets/walkin/paperstate.h"
#include "widgets/walkin/refusaldialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

RefusedPage::RefusedPage(WalkIn &walkIn, PaperDesk &papers, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_papers(papers)
    , m_title(new QLabel)
    , m_reasons(new QLabel)
    , m_state(new QLabel)
    , m_print(new QPushButton)
    , m_next(new QPushButton)
{
    m_title->setProperty("role", u"title"_s);
    m_reasons->setObjectName(u"refusedReasons"_s);
    m_reasons->setWordWrap(true);
    m_state->setObjectName(u"noticeState"_s);
    m_print->setObjectName(u"noticePrintButton"_s);
    m_next->setObjectName(u"afterRefusalButton"_s);
    m_next->setProperty("role", u"primary"_s);
    m_next->setAutoDefault(true);
    m_next->setDefault(true);
    auto *paper = new QHBoxLayout;
    paper->addWidget(m_state, 1);
    paper->addWidget(m_print);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_reasons);
    column->addSpacing(12);
    column->addLayout(paper);
    column->addStretch();
    column->addWidget(m_next, 0, Qt::AlignRight);
    connect(m_print, &QPushButton::clicked, this, &RefusedPage::print);
    connect(m_next, &QPushButton::clicked, this, &RefusedPage::nextCitizenAsked);
    connect(&m_papers, &PaperDesk::stateChanged, this, &RefusedPage::showPaper);
    retranslate();
}

void RefusedPage::print()
{
    m_papers.print(PaperKind::RefusalNotice);
}

void RefusedPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    showPaper();
    m_next->setFocus();
}

void RefusedPage::showPaper()
{
    const PaperState &state = m_papers.state(PaperKind::RefusalNotice);
    m_state->setText(paperStateText(state, m_papers.printerLabel()));
    m_print->setEnabled(state.kind == PaperState::Kind::Printed || state.kind == PaperState::Kind::Failed);
    m_print->setText(state.printed > 0 ? tr("Print a copy") : tr("Print"));
    if (const auto &refusal = m_walkIn.refusal()) {
        const QString reasons = obstacleLines(refusal->obstacles);
        m_reasons->setText(refusal->note.isEmpty() ? reasons
                                                   : QStringList{reasons, refusal->note}.join(u'\n').trimmed());
    }
}

QString RefusedPage::help() const
{
    return tr("The application was turned down. Hand out the notice: it says every reason with its rule. The refusal "
              "counts in the day's report. Enter begins with the next citizen.");
}

void RefusedPage::retranslate()
{
    m_title->setText(tr("■ Refused. Hand out the notice."));
    m_next->setText(tr("Next citizen (Enter)"));
    m_print->setAccessibleName(tr("Print the notice"));
    showPaper();
}

} // namespace idcounter
