#pragma once

#include "app/workflow/reviewdesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;
class QPushButton;
class QTableView;

namespace idcounter {

class MessageBar;
class ReviewCaseView;
class ReviewDecisions;
class ReviewFilterBar;
class ReviewModel;

// The review at the station: the work list with its filters, beside it the case that is chosen, below what the reviewer
// decides. After an approval the next case opens by itself. A clerk reads it and decides nothing.
class ReviewPage : public Page
{
    Q_OBJECT

public:
    ReviewPage(ReviewDesk &desk, const Counter &counter, QWidget *parent = nullptr);

    QString help() const override;

Q_SIGNALS:
    // A case was refused: the citizen gets the reason in writing.
    void refused(const idcounter::Standing &standing);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *list();
    void addKey(Qt::Key key, QPushButton *button, int step);
    void connectDesk();
    void fill();
    void openChosen();
    void follow(const Standing &standing);
    void showHeadings();
    void showDecisions();
    std::optional<Standing> shownCase() const;

    ReviewDesk &m_desk;
    QUuid m_chosen;
    bool m_filling = false;
    bool m_begins = false; // the list has the keys as soon as there is one
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_done;
    ReviewFilterBar *m_filters;
    ReviewModel *m_model;
    QTableView *m_list;
    QLabel *m_empty;
    ReviewCaseView *m_view;
    QPushButton *m_previous;
    QPushButton *m_next;
    ReviewDecisions *m_decisions;
};

} // namespace idcounter
