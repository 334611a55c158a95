#pragma once

#include "app/domain/error.h"
#include "widgets/common/page.h"

#include <QUuid>

class QLabel;

namespace idcounter {

class WalkIn;

// Who is at the counter, and what is agreed so far: photo, name, number, business, fee, promise, what is missing.
class CaseCard : public Page
{
    Q_OBJECT

public:
    explicit CaseCard(WalkIn &walkIn, QWidget *parent = nullptr);

    void showCase();
    QString line() const; // the same in one line, without the photo

Q_SIGNALS:
    void failed(const idcounter::Error &error); // the photo could not be read

protected:
    void retranslate() final;

private:
    QStringList agreed() const;
    void showPhoto();

    WalkIn &m_walkIn;
    QLabel *m_photo;
    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_business;
    QLabel *m_missing;
    QUuid m_capture; // whose picture is shown
};

} // namespace idcounter
