#pragma once

#include "app/workflow/reviewdesk.h"
#include "widgets/common/page.h"

#include <optional>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;

namespace idcounter {

class ImageView;

// Everything a reviewer looks at in one case: the photo pixel by pixel, and one after the other what it was cut out of and the
// pictures taken besides; the prints with their quality, what is unusual, what
// the booklet said, what was changed, what is paid, and what happened so far.
class ReviewCaseView : public Page
{
    Q_OBJECT

public:
    explicit ReviewCaseView(Counter counter, QWidget *parent = nullptr);

    void show(const ReviewFile &file);
    void clear();
    const std::optional<ReviewFile> &file() const { return m_file; }

protected:
    void retranslate() final;

private:
    enum Fact {
        Business,
        Person,
        Address,
        Issuer,
        Guardian,
        Contact,
        Card,
        Fee,
        Due,
        Checks,
        Changes,
        Remarks,
        FactCount
    };
    QWidget *pictures();
    QWidget *words();
    // A picture of the case, and what it is.
    struct Picture
    {
        QByteArray bytes;
        QString name;
        QString note;
    };
    QList<Picture> pictureList() const; // the photo first
    void showPicture();
    void showPrints();
    void showExceptions();
    void showFacts();
    QString fact(int fact) const;
    QString checks() const;

    const Counter m_counter;
    std::optional<ReviewFile> m_file;
    ImageView *m_photo;
    QLabel *m_photoNote;
    QPushButton *m_otherPicture;
    qsizetype m_shown = 0; // of pictureList()
    QHBoxLayout *m_prints;
    QWidget *m_words;
    QScrollArea *m_scroll;
    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_exceptions;
    QList<QLabel *> m_factNames;
    QList<QLabel *> m_facts;
    QLabel *m_historyTitle;
    QLabel *m_history;
};

} // namespace idcounter
