#pragma once

#include "app/domain/draftparts.h"

#include <QListWidget>

namespace idcounter {

// The checks of the household booklet: J or Space for in order, N for not, a digit for its line; each goes on to the next.
// Every line says its state in words.
class CheckList : public QListWidget
{
    Q_OBJECT

public:
    explicit CheckList(QWidget *parent = nullptr);

    void setPapers(const Papers &papers);

Q_SIGNALS:
    void checked(idcounter::BookletCheck check, bool inOrder);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void mark(int row, bool inOrder);
    void fill();

    Papers m_papers;
};

} // namespace idcounter
