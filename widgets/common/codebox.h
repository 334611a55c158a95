#pragma once

#include "app/domain/codes.h"

#include <QComboBox>

namespace idcounter {

// Chooses a value of a code table by code, name or the initials of its pinyin, from the first key strokes on; shows the
// names of the language of the moment.
class CodeBox : public QComboBox
{
    Q_OBJECT

public:
    explicit CodeBox(QWidget *parent = nullptr);

    void setCodes(const QList<Code> &codes);
    QString code() const; // empty while nothing of the table is chosen
    void setCode(const QString &code);
    void setLabel(const QString &label); // as it is read aloud

Q_SIGNALS:
    void codeChosen(const QString &code);

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    int indexOf(const QString &typed) const;

    QList<Code> m_codes;
};

} // namespace idcounter
