#pragma once

#include <QPlainTextEdit>

namespace idcounter {

// A line of text that may be long: shown in two lines, so that it is read whole. Enter and Tab lead on, as in a line edit.
class TextBox : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextBox(QWidget *parent = nullptr);

    QString text() const { return toPlainText(); }
    void setText(const QString &text);

Q_SIGNALS:
    void textEdited(const QString &text); // by a person

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool m_setting = false;
};

} // namespace idcounter
