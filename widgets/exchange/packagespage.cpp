#include "widgets/exchange/packagespage.h"

#include "app/texts/texts.h"
#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/exchange/askpath.h"
#include "widgets/exchange/importtable.h"
#include "widgets/exchange/keyreminders.h"
#include "widgets/exchange/partnersbox.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int partnersWidth = 400;
constexpr int progressWidth = 260;

} // namespace

PackagesPage::PackagesPage(PackageDesk &desk, const Counter &counter, Printer &printer, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_counter(counter)
    , m_paper(counter, printer)
    , m_message(new MessageBar)
    , m_reminders(new KeyReminders)
    , m_title(new QLabel)
    , m_make(new QPushButton)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton)
    , m_packagesTitle(new QLabel)
    , m_packages(new QTableWidget)
    , m_handOver(new QPushButton)
    , m_import(new QPushButton)
    , m_result(new ImportTable)
{
    nameControls();
    layOut();
    connectDesk();
    connectKeys();
    retranslate();
}

void PackagesPage::nameControls()
{
    m_title->setObjectName(u"packagesTitle"_s);
    m_title->setProperty("role", u"title"_s);
    m_title->setWordWrap(true);
    m_make->setObjectName(u"makePackageButton"_s);
    m_make->setProperty("role", u"primary"_s);
    m_progress->setObjectName(u"packageProgress"_s);
    m_progress->setFixedWidth(progressWidth);
    m_cancel->setObjectName(u"cancelPackageButton"_s);
    m_cancel->hide();
    m_packagesTitle->setProperty("role", u"section"_s);
    m_packagesTitle->setWordWrap(true);
    m_packages->setObjectName(u"packageTable"_s);
    m_packages->setColumnCount(5);
    makeList(m_packages);
    m_handOver->setObjectName(u"handOverButton"_s);
    m_import->setObjectName(u"importFeedbackButton"_s);
}

void PackagesPage::layOut()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_progress);
    head->addWidget(m_cancel);
    head->addWidget(m_make);
    auto *packageButtons = new QHBoxLayout;
    packageButtons->addWidget(m_packagesTitle, 1);
    packageButtons->addWidget(m_handOver);
    auto *importButtons = new QHBoxLayout;
    importButtons->addWidget(m_import);
    importButtons->addStretch();
    auto *left = new QVBoxLayout;
    left->addLayout(head);
    left->addSpacing(8);
    left->addLayout(packageButtons);
    left->addWidget(m_packages, 1);
    left->addSpacing(8);
    left->addLayout(importButtons);
    left->addWidget(m_result, 1);
    auto *partners = new PartnersBox(m_desk, m_counter, m_paper);
    partners->setFixedWidth(partnersWidth);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(24);
    parts->addLayout(left, 1);
    parts->addWidget(partners);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->addWidget(m_message);
    column->addWidget(m_reminders);
    column->addLayout(parts, 1);
}

void PackagesPage::showMade(const Package &package)
{
    QString text = tr("Package %1 was written. Hand it over now.").arg(package.number);
    QStringList behind;
    for (const LeftOut &one : m_desk.leftOut())
        behind << one.standing.accepted.number.grouped() + u'\n' + texts::describe(one.error.code);
    if (!behind.isEmpty())
        text += u'\n'
            + tr("%n case(s) stayed behind; take the approval back and have done again what is damaged:", nullptr,
                 int(behind.size()))
            + u'\n' + behind.join(u'\n');
    m_message->show(behind.isEmpty() ? MessageBar::Kind::Ok : MessageBar::Kind::Warn, text, tr("Hand over…"),
                    [this] { askFolder(); });
    m_packages->setFocus();
}

void PackagesPage::connectDesk()
{
    connect(&m_desk, &PackageDesk::changed, this, &PackagesPage::fill);
    connect(&m_desk, &PackageDesk::workingChanged, this, &PackagesPage::showWorking);
    connect(&m_desk, &PackageDesk::progressed, this, [this](int done, int of) {
        m_cancel->show(); // other work is over in a moment
        m_progress->setRange(0, of);
        m_progress->setValue(done);
    });
    connect(&m_desk, &PackageDesk::failed, this, [this](const Error &error) {
        if (isVisible())
            m_message->show(error);
    });
    connect(&m_desk, &PackageDesk::made, this, &PackagesPage::showMade);
    connect(&m_desk, &PackageDesk::handedOver, this, [this](const Package &package, const QString &path) {
        m_message->show(
            MessageBar::Kind::Ok,
            tr("Package %1 was copied into the folder %2.").arg(package.number, QFileInfo(path).dir().dirName()));
    });
    connect(&m_desk, &PackageDesk::imported, m_result, &ImportTable::show);
    connect(m_make, &QPushButton::clicked, this, [this] {
        m_message->clear();
        m_desk.make();
    });
    connect(m_cancel, &QPushButton::clicked, &m_desk, &PackageDesk::cancel);
    connect(m_handOver, &QPushButton::clicked, this, &PackagesPage::askFolder);
    connect(m_import, &QPushButton::clicked, this, &PackagesPage::askFeedback);
}

void PackagesPage::connectKeys()
{
    const auto tell = [this](const QString &text) { m_message->show(MessageBar::Kind::Ok, text); };
    connect(&m_desk, &PackageDesk::keysWritten, this,
            [tell](const QString &path) { tell(tr("Our keys were written: %1.").arg(QFileInfo(path).fileName())); });
    connect(&m_desk, &PackageDesk::keysKnown, this,
            [tell](const QString &office) { tell(tr("These keys of %1 are here already.").arg(office)); });
    connect(&m_paper, &PartnerPaper::printed, this, [tell] { tell(tr("The sheet for the comparison was printed.")); });
    connect(&m_paper, &PartnerPaper::saved, this, [tell](const QString &path) {
        tell(tr("The sheet for the comparison was written: %1.").arg(QFileInfo(path).fileName()));
    });
    connect(&m_paper, &PartnerPaper::failed, this, [this](const Error &error) { m_message->show(error); });
}

void PackagesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_message->clear();
    m_desk.refresh();
    m_make->setFocus();
}

QString PackagesPage::stateText(const Package &package) const
{
    switch (package.state) {
    case PackageState::Made:
        return tr("▲ made, to be handed over");
    case PackageState::HandedOver:
        return tr("handed over");
    case PackageState::PartlyAcknowledged:
        return tr("acknowledged %1 of %2").arg(package.acknowledged).arg(package.cases);
    case PackageState::Acknowledged:
        return tr("✓ acknowledged");
    }
    Q_UNREACHABLE();
}

void PackagesPage::fill()
{
    m_reminders->setReminders(m_desk.reminders(), m_counter.today());
    const QList<Package> &packages = m_desk.packages();
    const int before = std::max(0, m_packages->currentRow());
    m_packages->setRowCount(int(packages.size()));
    for (int row = 0; row < int(packages.size()); ++row) {
        const Package &package = packages[row];
        const QStringList cells{
            package.number, stationTime(package.madeAt).toString(u"yyyy-MM-dd HH:mm"_s), QString::number(package.cases),
            locale().formattedDataSize(package.bytes, 1, QLocale::DataSizeSIFormat), stateText(package)};
        for (int column = 0; column < int(cells.size()); ++column)
            m_packages->setItem(row, column, new QTableWidgetItem(cells[column]));
    }
    m_packages->setVisible(!packages.isEmpty());
    if (!packages.isEmpty())
        m_packages->selectRow(std::min(before, int(packages.size()) - 1));
    m_packagesTitle->setText(packages.isEmpty()
                                 ? tr("No package was written yet. The ones that are written stand here until they are "
                                      "acknowledged, and longer.")
                                 : tr("Packages"));
    showWorking();
}

void PackagesPage::showWorking()
{
    const bool working = m_desk.isWorking();
    const int waiting = m_desk.waiting();
    m_title->setText(waiting > 0 ? tr("%n case(s) wait for a package", nullptr, waiting)
                                 : tr("No case waits for a package. Reviewed cases are gathered here."));
    m_make->setEnabled(!working && waiting > 0);
    if (working && !m_progress->isVisible())
        m_progress->setRange(0, 0);
    m_progress->setVisible(working);
    m_cancel->setVisible(working && m_cancel->isVisible());
    m_handOver->setEnabled(!working && m_packages->currentRow() >= 0);
    m_import->setEnabled(!working);
}

void PackagesPage::askFolder()
{
    const int row = m_packages->currentRow();
    if (row < 0 || row >= m_desk.packages().size())
        return;
    askPath(this, PathKind::Folder, tr("Where package %1 goes").arg(m_desk.packages()[row].number),
            [this, package = m_desk.packages()[row]](const QString &folder) { m_desk.handOver(package, folder); });
}

void PackagesPage::askFeedback()
{
    askPath(this, PathKind::ExistingFile, tr("Feedback of county or centre"), [this](const QString &path) {
        m_message->clear();
        m_desk.importFeedback(path);
    });
}

QString PackagesPage::help() const
{
    return tr(
        "Reviewed cases and reported defects are written into one package for county and centre: checked, signed "
        "and sealed. Hand it over on a drive or in a folder; the same file can be handed out again. What comes "
        "back is imported here, in any order and as often as you like, and each line says what it did.\n\n"
        "A file is only read or written with keys that two officers compared: one imports them, another reads the "
        "eight groups aloud with the office and confirms. Both sign the printed sheet. Keys have a last day: a month "
        "before, ask the office for new ones and confirm them the same way; they take the place of the old, by which "
        "earlier files are still read until their last day.");
}

void PackagesPage::retranslate()
{
    m_make->setText(tr("&Write package"));
    m_progress->setFormat(tr("case %v of %m"));
    m_progress->setAccessibleName(tr("Progress of the package"));
    m_cancel->setText(tr("&Cancel"));
    m_packages->setAccessibleName(tr("Packages"));
    m_packages->setHorizontalHeaderLabels({tr("Number"), tr("Written"), tr("Cases"), tr("Size"), tr("State")});
    m_handOver->setText(tr("&Hand over…"));
    m_import->setText(tr("&Import feedback…"));
    fill();
}

} // namespace idcounter
