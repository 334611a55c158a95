#pragma once

#include "app/workflow/bookingpictures.h"
#include "widgets/common/page.h"

class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace idcounter {

// The pictures that the applicant gave with the booking that is open: small in a row, one at full size on Enter; what is still to
// come, what did not come and why. Hidden where there are none.
class PicturesBox : public Page
{
    Q_OBJECT

public:
    explicit PicturesBox(BookingPictures &pictures, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void fill();
    void showProgress();
    void openCurrent();
    QString wordsOf(const BookingPicture &picture) const;
    QString troubleOf(const BookingPicture &picture) const;

    BookingPictures &m_pictures;
    QLabel *m_title;
    QListWidget *m_list;
    QProgressBar *m_progress;
    QLabel *m_trouble;
    QPushButton *m_again;
    QPushButton *m_open;
};

} // namespace idcounter
