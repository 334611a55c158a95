#pragma once

#include "app/workflow/temporarycarddesk.h"
#include "widgets/common/page.h"

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

// The blank forms of temporary cards: how many there are, new ones by their range of numbers, and one that was spoiled.
class BlankStockBox : public Page
{
    Q_OBJECT

public:
    explicit BlankStockBox(TemporaryCardDesk &desk, QWidget *parent = nullptr);

protected:
    void retranslate() final;

private:
    void layOut();
    void fill();
    void receive();
    void askSpoilReason();

    TemporaryCardDesk &m_desk;
    QLabel *m_title;
    std::array<QLabel *, 4> m_counts;
    std::array<QLabel *, 4> m_words;
    QLabel *m_receiveTitle;
    QLabel *m_prefixLabel;
    QLineEdit *m_prefix;
    QLabel *m_firstLabel;
    QLineEdit *m_first;
    QLabel *m_lastLabel;
    QLineEdit *m_last;
    QPushButton *m_receive;
    QLabel *m_spoilTitle;
    QLabel *m_spoiledLabel;
    QLineEdit *m_spoiled;
    QPushButton *m_spoil;
};

} // namespace idcounter
