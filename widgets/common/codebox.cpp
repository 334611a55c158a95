#include "widgets/common/codebox.h"
#include "widgets/common/language.h"

#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace idcounter {

CodeBox::CodeBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(14);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT codeChosen(code()); });
    // What was typed counts when it names one entry.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        const QString typed = lineEdit()->text().trimmed();
        int match = findText(typed, Qt::MatchFixedString);
        if (match < 0 && !typed.isEmpty()) {
            for (int index = 0, matches = 0; index < count(); ++index) {
                if (itemText(index).contains(typed, Qt::CaseInsensitive) && ++matches == 1)
                    match = index;
                else if (matches > 1)
                    match = -1;
            }
        }
        setCurrentIndex(match);
        Q_EMIT codeChosen(code());
    });
}

void CodeBox::setCodes(const QList<Code> &codes)
{
    m_codes = codes;
    fill();
}

void CodeBox::fill()
{
    const QString chosen = code();
    const bool chinese = isChinese();
    clear();
    for (const Code &code : m_codes)
        addItem(u"%1 %2"_s.arg(code.code, chinese || code.english.isEmpty() ? code.chinese : code.english), code.code);
    setCode(chosen);
}

QString CodeBox::code() const
{
    return currentIndex() < 0 ? QString() : currentData().toString();
}

void CodeBox::setCode(const QString &code)
{
    setCurrentIndex(code.isEmpty() ? -1 : findData(code));
    if (currentIndex() < 0)
        clearEditText();
}

void CodeBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QComboBox::changeEvent(event);
}

// A wheel over the page must not change what was chosen.
void CodeBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace idcounter
