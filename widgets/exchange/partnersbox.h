#pragma once

#include "app/workflow/packagedesk.h"
#include "app/workflow/partnerpaper.h"
#include "widgets/common/page.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace idcounter {

// Whose files are read and to whom files are written: the keys of county and centre, which two officers compare aloud and on
// paper, and our own.
class PartnersBox : public Page
{
    Q_OBJECT

public:
    PartnersBox(PackageDesk &desk, Counter counter, PartnerPaper &paper, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void nameControls();
    void layOut();
    void connectParts();
    void fill();
    void showChosen();
    void showOwn();
    void askOwnFile();
    void askPartnerFile();
    void askPaperFile(const Partner &keys);
    void askNewKeys();
    const Partner *chosen() const;
    Partner own() const; // our keys, as the paper asks for them
    QString stateText(const Partner &partner) const;

    PackageDesk &m_desk;
    Counter m_counter;
    PartnerPaper &m_paper;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_fingerprint;
    QLabel *m_state;
    QPushButton *m_confirm;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_import;
    QLabel *m_ownTitle;
    QLabel *m_own;
    QLabel *m_ownState;
    QPushButton *m_write;
    QPushButton *m_ownPrint;
    QPushButton *m_ownSave;
    QPushButton *m_renew;
};

} // namespace idcounter
