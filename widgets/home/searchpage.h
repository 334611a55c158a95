#pragma once

#include "app/workflow/desk.h"
#include "widgets/common/page.h"

class QLabel;
class QTableView;

namespace idcounter {

class CaseModel;
class MessageBar;

// What was found for a citizen number, name, acceptance number or phone.
class SearchPage : public Page
{
    Q_OBJECT

public:
    explicit SearchPage(Desk &desk, QWidget *parent = nullptr);

    QString help() const override;
    void search(const QString &text);
    void showBehind(const Figure &figure, QDate day); // the cases that a figure of the report counts

Q_SIGNALS:
    void caseChosen(const QUuid &id);

protected:
    void retranslate() final;

private:
    void showFound();

    Desk &m_desk;
    CaseModel *m_model;
    MessageBar *m_message;
    QLabel *m_title;
    QTableView *m_view;
    bool m_searched = false;
};

} // namespace idcounter
