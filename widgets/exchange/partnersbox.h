#pragma once

#include "app/workflow/packagedesk.h"
#include "widgets/common/page.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace idcounter {

// Whose files are read and to whom files are written: the keys of county and centre, which two officers compare aloud, and
// our own.
class PartnersBox : public Page
{
    Q_OBJECT

public:
    PartnersBox(PackageDesk &desk, const Counter &counter, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void layOut();
    void fill();
    void showChosen();
    void askOwnFile();
    void askPartnerFile();
    const Partner *chosen() const;
    QString stateText(const Partner &partner) const;

    PackageDesk &m_desk;
    Counter m_counter;
    QLabel *m_title;
    QListWidget *m_list;
    QLabel *m_fingerprint;
    QLabel *m_state;
    QPushButton *m_confirm;
    QPushButton *m_import;
    QLabel *m_ownTitle;
    QLabel *m_own;
    QPushButton *m_write;
};

} // namespace idcounter
