#pragma once

#include <QLineEdit>

namespace idcounter {

// A line for a number that people read in groups: a gap stands after each group, and only on the screen. What is typed,
// copied, read aloud and answered by text() has no blanks.
class GroupedEdit : public QLineEdit
{
    Q_OBJECT

public:
    // Characters of each group but the last.
    explicit GroupedEdit(const QList<int> &groups, QWidget *parent = nullptr);

    static QList<int> citizenNumber() { return {6, 8}; }
    static QList<int> phone() { return {3, 4}; }

protected:
    void inputMethodEvent(QInputMethodEvent *event) override;

private:
    void group();

    QList<int> m_lastOfGroup; // positions of the characters that a gap follows
};

} // namespace idcounter
