#include "widgets/common/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QHash>
#include <QPalette>
#include <QStyleFactory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

using Tokens = QList<std::pair<QString, QString>>;

// Text on either surface has a contrast of 5.6 : 1 or more, the borders of inputs 3.3 : 1.
Tokens tokensOf(Theme theme)
{
    const bool dark = theme == Theme::Dark;
    const auto pick
        = [dark](const char *light, const char *darkValue) { return QString::fromLatin1(dark ? darkValue : light); };
    return {
        {u"window"_s, pick("#F4F6F8", "#14181D")},       {u"surface"_s, pick("#FFFFFF", "#1D232A")},
        {u"line"_s, pick("#C4CCD6", "#46515E")},         {u"border"_s, pick("#7B8794", "#76828F")},
        {u"text"_s, pick("#16202B", "#E9EDF2")},         {u"muted"_s, pick("#55616E", "#A3AFBC")},
        {u"disabled"_s, pick("#7B8794", "#76828F")},     {u"accent"_s, pick("#1B5AB5", "#79AEFF")},
        {u"onAccent"_s, pick("#FFFFFF", "#14181D")},     {u"accentSoft"_s, pick("#E3ECF8", "#27384F")},
        {u"ok"_s, pick("#0A6E68", "#55C7BA")},           {u"warn"_s, pick("#9A4A00", "#F5AE62")},
        {u"danger"_s, pick("#A61B1B", "#FF8F86")},       {u"practice"_s, pick("#FBE7C6", "#4A3511")},
        {u"practiceText"_s, pick("#7A3B00", "#F5CF93")}, {u"mode"_s, pick("light", "dark")},
    };
}

QString styleSheet(const Tokens &tokens)
{
    QFile file(u":/style/theme.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    // The longest names first, as some begin like others.
    Tokens sorted = tokens;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
    for (const auto &[name, value] : sorted)
        sheet.replace(u'@' + name, value);
    return sheet;
}

ThemeColours &colours()
{
    static ThemeColours colours;
    return colours;
}

} // namespace

const ThemeColours &themeColours()
{
    return colours();
}

void applyTheme(QApplication &application, Theme theme)
{
    const Tokens tokens = tokensOf(theme);
    QHash<QString, QColor> byName;
    for (const auto &[name, value] : tokens)
        byName.insert(name, QColor(value));
    colours() = {byName[u"window"_s], byName[u"surface"_s], byName[u"line"_s], byName[u"text"_s],  byName[u"muted"_s],
                 byName[u"accent"_s], byName[u"ok"_s],      byName[u"warn"_s], byName[u"danger"_s]};

    QPalette palette;
    palette.setColor(QPalette::Window, byName[u"window"_s]);
    palette.setColor(QPalette::Base, byName[u"surface"_s]);
    palette.setColor(QPalette::AlternateBase, byName[u"window"_s]);
    palette.setColor(QPalette::Button, byName[u"surface"_s]);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, byName[u"text"_s]);
    palette.setColor(QPalette::PlaceholderText, byName[u"muted"_s]);
    palette.setColor(QPalette::Highlight, byName[u"accent"_s]);
    palette.setColor(QPalette::HighlightedText, byName[u"onAccent"_s]);
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setPalette(palette);
    application.setStyleSheet(styleSheet(tokens));
    // Lines of lists keep the colour they were given: pages say everything anew, as they do for another language.
    QCoreApplication::postEvent(&application, new QEvent(QEvent::LanguageChange));
}

} // namespace idcounter
