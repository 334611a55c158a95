#pragma once

#include <QColor>
#include <QString>

class QApplication;

namespace idcounter {

enum class Theme { Light, Dark };

// The roles that painted widgets need; everything else is in resources/style/theme.qss.
struct ThemeColours
{
    QColor window;
    QColor surface;
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor ok;
    QColor warn;
    QColor danger;
};

void applyTheme(QApplication &application, Theme theme);

// Of the theme that was applied last.
const ThemeColours &themeColours();

} // namespace idcounter
