#pragma once

#include "app/workflow/packagedesk.h"
#include "app/workflow/partnerpaper.h"
#include "widgets/common/page.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace idcounter {

class ImportTable;
class KeyReminders;
class MessageBar;

// Packages to county and centre, and what comes back: writing what waits, handing out files, reading feedback, and whose keys
// are trusted.
class PackagesPage : public Page
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    PackagesPage(PackageDesk &desk, const Counter &counter, Printer &printer, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    void nameControls();
    void layOut();
    void showMade(const Package &package);
    void connectDesk();
    void connectKeys();
    void fill();
    void showWorking();
    void askFolder();
    void askFeedback();
    QString stateText(const Package &package) const;

    PackageDesk &m_desk;
    Counter m_counter;
    PartnerPaper m_paper;
    MessageBar *m_message;
    KeyReminders *m_reminders;
    QLabel *m_title;
    QPushButton *m_make;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QLabel *m_packagesTitle;
    QTableWidget *m_packages;
    QPushButton *m_handOver;
    QPushButton *m_import;
    ImportTable *m_result;
};

} // namespace idcounter
