#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QWidget>

#include <algorithm>
#include <cmath>

// Whether what a window shows can be read, measured on its own pixels.
namespace idcounter::test {

using namespace Qt::StringLiterals;

// WCAG 2.1: relative luminance of a colour, and the contrast of two.
inline double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

inline double contrast(QRgb one, QRgb other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

// Of the commonest colour of an area against the one that stands out most from it; edges of letters are blends of the two.
inline double contrastIn(const QImage &picture, const QRect &area)
{
    QHash<QRgb, int> counts;
    const QRect part = area & picture.rect();
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    const auto commonest
        = std::max_element(counts.cbegin(), counts.cend(), [](int one, int other) { return one < other; });
    double most = 1;
    for (auto colour = counts.cbegin(); colour != counts.cend(); ++colour)
        most = std::max(most, contrast(colour.key(), commonest.key()));
    return most;
}

// The texts of a page that do not stand out from what is behind them, each with its contrast; 3 : 1 is enough for what
// cannot be used at the moment, 4.5 : 1 is needed for everything else (WCAG 2.1, 1.4.3). The page is shown.
inline QStringList unreadableTexts(QWidget &page)
{
    constexpr double least = 4.5;
    constexpr double leastDisabled = 3;
    constexpr int frame = 4; // of buttons and inputs, px
    const QImage picture = page.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QStringList unreadable;
    const auto look = [&](const QWidget *widget, const QString &text, QRect area) {
        static const QRegularExpression letter(u"\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
        area &= widget->visibleRegion().boundingRect();
        const QRect shown(widget->mapTo(&page, area.topLeft()), area.size());
        if (!text.contains(letter) || shown.width() < 8 || shown.height() < 8)
            return;
        const double found = contrastIn(picture, shown);
        if (found < (widget->isEnabled() ? least : leastDisabled))
            unreadable << u"%1 \"%2\" %3"_s.arg(widget->objectName(), text.left(30)).arg(found, 0, 'f', 1);
    };
    const auto inside
        = [frame = frame](const QWidget *widget) { return widget->rect().adjusted(frame, frame, -frame, -frame); };
    const auto widgets = page.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            look(label, label->text(), label->rect());
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            look(button, button->text(), inside(button));
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            look(edit, edit->text().isEmpty() ? edit->placeholderText() : edit->text(), inside(edit));
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            look(box, box->currentText(), inside(box));
        else if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
            look(text->viewport(), text->toPlainText(), text->viewport()->rect());
        else if (const auto *view = qobject_cast<const QAbstractItemView *>(widget)) {
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row) {
                for (int column = 0; column < view->model()->columnCount(); ++column) {
                    const QModelIndex index = view->model()->index(row, column);
                    look(view->viewport(), index.data().toString(), view->visualRect(index).adjusted(2, 2, -2, -2));
                }
            }
        }
    }
    return unreadable;
}

} // namespace idcounter::test
