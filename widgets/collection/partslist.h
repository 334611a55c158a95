#pragma once

#include "app/domain/chipcard.h"

#include <QListWidget>

#include <optional>

namespace idcounter {

// The parts of handing out a card, gone through by keys: Space or J for done, N for not, a digit for its line, and a letter
// where there is a choice. Every line says its state in words, and each goes on to the next.
class PartsList : public QListWidget
{
    Q_OBJECT

public:
    enum class Part { Paper, Finger, ReadBack, Chip, Signature, OldCard, Temporary };

    explicit PartsList(QWidget *parent = nullptr);

    // slipSeen: the case was found by the code on the slip. hasReader: the chip can be read.
    void begin(const Standing &standing, bool slipSeen, bool hasReader);
    void setFinger(FingerAnswer answer, bool needed);
    void setChip(ChipVerdict chip, bool isRefused); // ticked by the program only
    bool hasPaper() const { return m_paper.has_value(); }
    void go(Part part); // to its line
    void fill(CollectionRecord &record) const; // with what the parts say

Q_SIGNALS:
    void fingerAsked();
    void chipAsked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Line
    {
        QString sign;
        QString state;
    };
    Line lineOf(Part part) const;
    Line paperLine() const;
    Line fingerLine() const;
    Line chipLine() const;
    Line oldCardLine() const;
    static QString nameOf(Part part);
    void mark(int row, bool isDone);
    void choose(Part part);
    bool chooseByLetter(int key);
    bool markByKey(int key);
    void say();

    QList<Part> m_parts;
    std::optional<CollectorPaper> m_paper;
    FingerAnswer m_finger = FingerAnswer::NotAsked;
    bool m_fingerNeeded = true;
    bool m_readBack = false;
    ChipVerdict m_chip = ChipVerdict::NotRead;
    bool m_chipRefused = false;
    bool m_signed = false;
    OldCardEnd m_oldCard = OldCardEnd::None;
    bool m_temporary = false;
};

} // namespace idcounter
