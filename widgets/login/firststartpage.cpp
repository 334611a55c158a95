#include "widgets/login/firststartpage.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int choiceWidth = 320;

} // namespace

FirstStartPage::FirstStartPage(QWidget *parent)
    : Page(parent)
    , m_title(new QLabel)
    , m_tryText(new QLabel)
    , m_stationText(new QLabel)
    , m_try(new QPushButton)
    , m_station(new QPushButton)
{
    m_try->setObjectName(u"practiceButton"_s);
    m_station->setObjectName(u"stationButton"_s);
    m_try->setProperty("role", u"primary"_s);
    m_try->setProperty("hero", true);
    m_station->setProperty("hero", true);
    m_title->setProperty("role", u"large"_s);
    m_title->setAlignment(Qt::AlignHCenter);
    for (QPushButton *button : {m_try, m_station})
        button->setFixedWidth(choiceWidth);
    for (QLabel *label : {m_tryText, m_stationText}) {
        label->setProperty("role", u"muted"_s);
        label->setWordWrap(true);
        label->setFixedWidth(choiceWidth);
        label->setAlignment(Qt::AlignTop);
    }
    auto *grid = new QGridLayout(this);
    grid->setHorizontalSpacing(48);
    grid->setVerticalSpacing(12);
    grid->addWidget(m_title, 1, 1, 1, 2);
    grid->setRowMinimumHeight(2, 24);
    grid->addWidget(m_try, 3, 1);
    grid->addWidget(m_station, 3, 2);
    grid->addWidget(m_tryText, 4, 1);
    grid->addWidget(m_stationText, 4, 2);
    grid->setRowStretch(0, 2);
    grid->setRowStretch(5, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(3, 1);
    for (QPushButton *button : {m_try, m_station})
        button->setAutoDefault(true); // Enter presses it
    connect(m_try, &QPushButton::clicked, this, &FirstStartPage::practiceChosen);
    connect(m_station, &QPushButton::clicked, this, &FirstStartPage::stationChosen);
    retranslate();
}

void FirstStartPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_try->setFocus();
}

QString FirstStartPage::help() const
{
    return tr("Try it makes a practice station at once: made-up citizens, drawn faces and fingers, nothing that "
              "counts. Set up a "
              "station makes a real one, and asks for its name, its code and its first supervisor.");
}

void FirstStartPage::retranslate()
{
    m_title->setText(tr("What would you like to do?"));
    m_try->setText(tr("&Try it"));
    m_station->setText(tr("&Set up a station"));
    m_tryText->setText(
        tr("A practice station with made-up citizens, a drawn face and drawn fingers. Nothing in it is real, "
           "and nothing of it is ever sent."));
    m_stationText->setText(
        tr("For work at the counter: the station's name and code, the first supervisor, and a recovery "
           "key to be printed."));
}

} // namespace idcounter
