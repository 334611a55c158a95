#pragma once

#include "app/workflow/bookinghours.h"
#include "app/workflow/platformfiles.h"
#include "widgets/common/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace idcounter {

class HoursTable;
class MessageBar;
class PlacePreview;

// For supervisors: where the platform is, and the places at which bookings are served: halls with their hours, villages with the
// days on which the field team is there. What is typed is shown as applicants will see it, and leaves with "keep" only.
class HoursPage : public Page
{
    Q_OBJECT

public:
    HoursPage(BookingHours &hours, PlatformFiles &files, PlatformLink &link, const Counter &counter,
              QWidget *parent = nullptr);
    ~HoursPage() override; // lists tell of their end, and nobody listens any more
    Q_DISABLE_COPY_MOVE(HoursPage)

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *listPart();
    QWidget *placePart();
    void connectPlaces();

    void takePlaces(); // as the store has them; what is typed and was not kept stays
    bool keepTyped();
    void put(const BookingPlace &place);
    void fillList();
    QString listText(const BookingPlace &place) const;
    void choose(int row); // the one that was shown is kept as it is typed
    void showPlace();
    void showPreview();
    void add(const BookingPlace &place);
    void discard();
    void addHours(int windows); // 0: a day that is closed
    void editRules();
    std::optional<BookingPlace> typed() const; // empty where something is no time
    bool isChanged(const BookingPlace &place) const;
    void save();

    BookingHours &m_hours;
    const Counter m_counter;
    QList<BookingPlace> m_places; // as they are typed
    QUuid m_current;
    bool m_isShowing = false;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_listTitle;
    QListWidget *m_list;
    QPushButton *m_addHall;
    QPushButton *m_addVillage;
    QPushButton *m_discard;
    QLabel *m_kind;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLineEdit *m_english;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLineEdit *m_addressEnglish;
    QLabel *m_phoneLabel;
    QLineEdit *m_phone;
    QLabel *m_minutesLabel;
    QSpinBox *m_minutes;
    QLabel *m_daysLabel;
    QSpinBox *m_days;
    QCheckBox *m_closed;
    HoursTable *m_table;
    QPushButton *m_add;
    QPushButton *m_addDay;
    QPushButton *m_closeDay;
    QPushButton *m_remove;
    QPushButton *m_rules;
    QPushButton *m_save;
    PlacePreview *m_preview;
};

} // namespace idcounter
