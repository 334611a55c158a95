#include "widgets/home/daystartpage.h"

#include "app/texts/texts.h"
#include "widgets/common/imageview.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize pictureSize(320, 240);
constexpr int devicesHeight = 240;

QString time(const QDateTime &at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

} // namespace

DayStartPage::DayStartPage(DayStart &test, QWidget *parent)
    : Page(parent)
    , m_test(test)
    , m_message(new MessageBar)
    , m_title(new QLabel)
    , m_hint(new QLabel)
    , m_devices(new QTableWidget)
    , m_picture(new ImageView)
    , m_all(new QPushButton)
    , m_one(new QPushButton)
    , m_stop(new QPushButton)
    , m_logTitle(new QLabel)
    , m_log(new QTableWidget)
{
    m_title->setProperty("role", u"title"_s);
    m_hint->setObjectName(u"dayStartHint"_s);
    m_hint->setProperty("role", u"large"_s);
    m_hint->setWordWrap(true);
    m_devices->setObjectName(u"deviceTable"_s);
    m_devices->setColumnCount(4);
    makeList(m_devices);
    m_devices->setRowCount(int(DayStart::parts.size()));
    m_devices->setFixedHeight(devicesHeight);
    m_picture->setObjectName(u"dayStartPicture"_s);
    m_picture->setFixedSize(pictureSize);
    m_all->setObjectName(u"testAllButton"_s);
    m_all->setProperty("role", u"primary"_s);
    m_one->setObjectName(u"testOneButton"_s);
    m_stop->setObjectName(u"testStopButton"_s);
    m_log->setObjectName(u"deviceLog"_s);
    m_log->setColumnCount(4);
    makeList(m_log);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_all);
    buttons->addWidget(m_one);
    buttons->addWidget(m_stop);
    buttons->addStretch();
    auto *left = new QVBoxLayout;
    left->addWidget(m_devices);
    left->addWidget(m_hint);
    left->addStretch();
    left->addLayout(buttons);
    auto *upper = new QHBoxLayout;
    upper->addLayout(left, 1);
    upper->addWidget(m_picture, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addWidget(m_title);
    column->addLayout(upper);
    column->addWidget(m_logTitle);
    column->addWidget(m_log, 1);

    connect(&m_test, &DayStart::changed, this, &DayStartPage::fill);
    connect(&m_test, &DayStart::frameReady, m_picture, &ImageView::setImage);
    connect(&m_test, &DayStart::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(m_all, &QPushButton::clicked, &m_test, qOverload<>(&DayStart::run));
    connect(m_one, &QPushButton::clicked, this, [this] {
        const int row = m_devices->currentRow();
        if (row >= 0)
            m_test.run(DayStart::parts[std::size_t(row)]);
    });
    connect(m_stop, &QPushButton::clicked, &m_test, &DayStart::cancel);
    retranslate();
    m_devices->setCurrentCell(0, 0);
}

void DayStartPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_test.refresh();
    m_all->setFocus();
}

void DayStartPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_test.cancel();
    m_picture->setImage({});
}

QString DayStartPage::partName(DayStart::Part part)
{
    switch (part) {
    case DayStart::Part::Camera:
        return tr("Camera");
    case DayStart::Part::Scanner:
        return tr("Fingerprint scanner");
    case DayStart::Part::Printer:
        return tr("Printer");
    case DayStart::Part::Reader:
        return tr("Card reader");
    }
    Q_UNREACHABLE();
}

QString DayStartPage::stateText(const DayStart::Row &row)
{
    switch (row.state) {
    case DayStart::State::Open:
        return tr("○ not tested");
    case DayStart::State::Running:
        return tr("… being tested");
    case DayStart::State::Passed:
        return tr("✓ works");
    case DayStart::State::Failed:
        return tr("■ %1").arg(row.problem ? texts::describe(*row.problem) : QString());
    case DayStart::State::NotThere:
        return tr("– none is set up");
    }
    Q_UNREACHABLE();
}

// The log is written in one language, whatever the clerk reads.
QString DayStartPage::readable(const QStringList &figures)
{
    QStringList words;
    for (const QString &figure : figures) {
        const QString value = figure.section(u' ', 1);
        if (figure.startsWith(u"brightness "_s))
            words << tr("brightness %1").arg(value);
        else if (figure.startsWith(u"focus "_s))
            words << tr("focus %1").arg(value);
        else if (figure.startsWith(u"quality "_s))
            words << tr("quality %1").arg(value);
        else if (figure.startsWith(u"SAM "_s))
            words << tr("security module in order (%1)").arg(value);
        else if (figure.endsWith(u" fps"_s))
            words << tr("%1 frames a second").arg(figure.section(u' ', 0, 0));
        else
            words << figure;
    }
    return words.join(u", "_s);
}

QString DayStartPage::logged(const QString &detail)
{
    const QStringList words = detail.split(u", "_s);
    const QString state = words.first() == u"passed"_s ? tr("✓ works")
        : words.first() == u"failed"_s                 ? tr("■ does not work")
                                                       : tr("– none is set up");
    return (QStringList{state} + QStringList{readable(words.mid(1))}).join(u"  "_s);
}

void DayStartPage::fill()
{
    for (std::size_t i = 0; i < DayStart::parts.size(); ++i) {
        const DayStart::Row &row = m_test.row(DayStart::parts[i]);
        const QStringList cells{partName(DayStart::parts[i]), stateText(row), readable(row.figures), time(row.at)};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(cells[column]);
            if (column == 1 && row.state == DayStart::State::Passed)
                item->setForeground(themeColours().ok);
            else if (column == 1 && row.state == DayStart::State::Failed)
                item->setForeground(themeColours().danger);
            m_devices->setItem(int(i), column, item);
        }
    }
    m_devices->resizeRowsToContents();
    const bool running = m_test.isRunning();
    m_all->setEnabled(!running);
    m_one->setEnabled(!running);
    m_stop->setEnabled(running);
    QString hint;
    if (m_test.running() == DayStart::Part::Scanner)
        hint = tr("Press any finger on the plate.");
    else if (m_test.running() == DayStart::Part::Printer)
        hint = tr("The test sheet is being printed. Measure its rulers: 100 mm.");
    else if (m_test.running() == DayStart::Part::Camera)
        hint = tr("The camera is looked at for two seconds.");
    else if (m_test.running() == DayStart::Part::Reader)
        hint = tr("The card reader tests its security module.");
    m_hint->setText(hint);
    fillLog();
}

void DayStartPage::fillLog()
{
    const QList<AuditEntry> &log = m_test.log();
    m_log->setRowCount(int(log.size()));
    for (int row = 0; row < int(log.size()); ++row) {
        const auto part = DayStart::partNamed(log[row].object);
        const QStringList cells{time(log[row].at), part ? partName(*part) : log[row].object, logged(log[row].detail),
                                log[row].person};
        for (int column = 0; column < int(cells.size()); ++column)
            m_log->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
}

QString DayStartPage::help() const
{
    return tr(
        "Before the first citizen comes: Test all looks at the camera (picture, frames a second, focus), asks for one "
        "press on the scanner, has the card reader test its security module and prints the test sheet with rulers of "
        "100 mm and the photo's frame of 26 × 32 mm. "
        "What was found is kept in the log.");
}

void DayStartPage::retranslate()
{
    m_title->setText(tr("Start of the day: the devices"));
    m_devices->setHorizontalHeaderLabels({tr("Device"), tr("State"), tr("Measured"), tr("Time")});
    m_devices->horizontalHeader()->setStretchLastSection(false);
    for (const int wide : {1, 2})
        m_devices->horizontalHeader()->setSectionResizeMode(wide, QHeaderView::Stretch);
    m_devices->setAccessibleName(tr("Devices"));
    m_picture->setAccessibleName(tr("The camera's picture"));
    m_picture->setPlaceholder(tr("The camera's picture comes here."));
    m_all->setText(tr("Test &all"));
    m_one->setText(tr("Test the &marked one"));
    m_stop->setText(tr("&Stop"));
    m_logTitle->setText(tr("Log"));
    m_log->setAccessibleName(tr("Log"));
    m_log->setHorizontalHeaderLabels({tr("Time"), tr("Device"), tr("Result"), tr("By")});
    m_log->horizontalHeader()->setStretchLastSection(false);
    m_log->horizontalHeader()->setSectionResizeMode(2, QHeaderView::Stretch);
    fill();
}

} // namespace idcounter
