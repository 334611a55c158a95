#pragma once

#include "app/workflow/receiptdesk.h"

#include <QTableWidget>

#include <optional>

namespace idcounter {

// The cards of a delivery in the order in which they were counted: each ours, not ours or counted twice, with the place it
// is given or the defect it has.
class CountedCards : public QTableWidget
{
    Q_OBJECT

public:
    enum class Verdict { Ours, NotOurs, Twice };

    struct Counted
    {
        QString number; // as it was scanned
        Verdict verdict = Verdict::NotOurs;
        std::optional<Standing> standing; // of ours
        CardPlace place;
        std::optional<CardDefect> defect;
        bool isDone = false; // put away, or reported
    };

    explicit CountedCards(ReceiptDesk &desk, QWidget *parent = nullptr);

    void count(const QString &number);
    void restore(const QList<CountedCard> &cards); // that were counted before; they go before what is here
    QList<CountedCard> kept() const; // as they are kept
    void forget(); // all of them
    void removeChosen();
    QStringList numbers() const;
    const QList<Counted> &counted() const { return m_counted; }
    std::optional<Counted> chosen() const;
    void setPlace(const CardPlace &place); // of the chosen card
    void setDefect(CardDefect defect);
    void finish(const Standing &standing); // it is put away, or reported
    void fill();

Q_SIGNALS:
    void countChanged();
    void changed(); // the count, a place or a defect

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Counted judged(const QString &number) const;
    Counted recalled(const CountedCard &card) const;
    void judgeAgain();
    static QString verdictText(const Counted &card);
    bool isOpen(int row) const;

    ReceiptDesk &m_desk;
    QList<Counted> m_counted;
};

} // namespace idcounter
