#include "widgets/common/codebox.h"
#include "widgets/common/language.h"
#include "widgets/common/pinyin.h"

#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QWheelEvent>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// By what an entry is found: code, name in both languages, initials in pinyin.
constexpr int KeyRole = Qt::UserRole + 1;

// Finds by a role of its own, and puts into the line what the list shows.
class CodeCompleter : public QCompleter
{
public:
    CodeCompleter(QAbstractItemModel *model, QObject *parent)
        : QCompleter(model, parent)
    {
        setCompletionRole(KeyRole);
        setFilterMode(Qt::MatchContains);
        setCaseSensitivity(Qt::CaseInsensitive);
    }

    QString pathFromIndex(const QModelIndex &index) const override { return index.data(Qt::DisplayRole).toString(); }
};

} // namespace

CodeBox::CodeBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setMaxVisibleItems(14);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long entry takes no room from the page
    setMinimumContentsLength(8);
    setCompleter(new CodeCompleter(model(), this));
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT codeChosen(code()); });
    // What was typed counts when it names one entry.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] {
        setCurrentIndex(indexOf(lineEdit()->text().trimmed()));
        Q_EMIT codeChosen(code());
    });
}

// The entry that is named, or the only one that is found. -1: none, or several.
int CodeBox::indexOf(const QString &typed) const
{
    const int named = findText(typed, Qt::MatchFixedString);
    if (named >= 0 || typed.isEmpty())
        return named;
    int found = -1;
    for (int index = 0; index < count(); ++index) {
        if (!itemData(index, KeyRole).toString().contains(typed, Qt::CaseInsensitive))
            continue;
        if (found >= 0)
            return -1;
        found = index;
    }
    return found;
}

void CodeBox::setCodes(const QList<Code> &codes)
{
    m_codes = codes;
    fill();
}

void CodeBox::fill()
{
    const QString chosen = code();
    clear();
    for (const Code &code : m_codes) {
        addItem(u"%1 %2"_s.arg(code.code, nameIn(code.chinese, code.english)), code.code);
        setItemData(
            count() - 1,
            QStringList{itemText(count() - 1), code.chinese, code.english, pinyinInitials(code.chinese).join(u' ')}
                .join(u' '),
            KeyRole);
    }
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

// The line inside is what a screen reader stands on.
void CodeBox::setLabel(const QString &label)
{
    setAccessibleName(label);
    lineEdit()->setAccessibleName(label);
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
