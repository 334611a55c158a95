#pragma once

#include "app/domain/draftparts.h"
#include "widgets/common/page.h"

class QLabel;

namespace idcounter {

class ImageView;

// One print with the finger it is of, its quality and how often it was tried.
class PrintView : public Page
{
    Q_OBJECT

public:
    PrintView(const FingerRecord &record, const QString &finger, QWidget *parent = nullptr);

    void setImage(const QImage &image);

protected:
    void retranslate() final;

private:
    const FingerRecord m_record;
    const QString m_finger;
    ImageView *m_picture;
    QLabel *m_words;
};

} // namespace idcounter
