#pragma once

#include "app/workflow/returndesk.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace idcounter {

class MessageBar;

// The cases that came back from station, county, city or centre: whom to call, what is wrong, and how many days are left.
class ReturnedPage : public Page
{
    Q_OBJECT

public:
    ReturnedPage(ReturnDesk &desk, const Counter &counter, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    void redoAsked(const idcounter::Standing &standing);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    enum Column { Left, Application, Phone, Wrong, From, ColumnCount };
    void fill();
    void fillRow(int row, const Standing &standing);
    void redo();

    ReturnDesk &m_desk;
    const Counter m_counter;
    bool m_begins = false; // the list has the keys as soon as there is one
    MessageBar *m_message;
    QLabel *m_title;
    QTableWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_redo;
};

} // namespace idcounter
