#pragma once

#include "app/workflow/bookingdesk.h"
#include "widgets/common/page.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace idcounter {

class BookingView;
class MoveBox;
class MessageBar;

// The bookings of the station: what is to be reviewed, who has a place, who must be moved, and who comes today. The booking that
// is chosen is opened beside the list.
class BookingPage : public Page
{
    Q_OBJECT

public:
    BookingPage(BookingDesk &desk, QWidget *parent = nullptr);

    QString help() const override;
    void showToday();

Q_SIGNALS:
    void draftAsked(const QUuid &id);

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum List { ToReview, Placed, Today, MustMove, Found };
    enum Column { When, Person, Business, State, ColumnCount }; // to be moved: telephone and why in the last two
    QList<BookingRow> rows() const;
    std::optional<BookingRow> currentRow() const;
    void showActions(); // for the booking that is chosen
    QStringList stateOf(const BookingRow &row) const;
    void fill();
    void fillRow(int row, const BookingRow &booking);
    void choose(List list);
    void openCurrent();
    QUuid current() const;
    void arrive();

    BookingDesk &m_desk;
    QList<BookingRow> m_found;
    bool m_begins = false;
    MessageBar *m_message;
    QLabel *m_title;
    QButtonGroup *m_chips;
    QLineEdit *m_search;
    QTableWidget *m_list;
    QLabel *m_empty;
    BookingView *m_view;
    MoveBox *m_move;
    QPushButton *m_arrive;
    QPushButton *m_noShow;
};

} // namespace idcounter
