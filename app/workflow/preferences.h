#pragma once

#include <QSettings>
#include <QString>

#include <algorithm>
#include <array>

namespace idcounter {

// What this counter remembers of itself, apart from any case: language, theme, devices. Nothing secret.
class Preferences
{
public:
    static constexpr std::array idleMinutesOffered{1, 3, 5, 10, 30};

    explicit Preferences(const QString &path)
        : m_settings(path, QSettings::IniFormat)
    {
    }

    QString language() const
    {
        return m_settings.value(QStringLiteral("language"), QStringLiteral("zh_CN")).toString();
    }
    void setLanguage(const QString &language) { m_settings.setValue(QStringLiteral("language"), language); }

    bool isDark() const { return m_settings.value(QStringLiteral("dark"), false).toBool(); }
    void setDark(bool dark) { m_settings.setValue(QStringLiteral("dark"), dark); }

    // As FrameSource reads it; empty: the first camera there is.
    QString camera() const { return m_settings.value(QStringLiteral("camera")).toString(); }
    void setCamera(const QString &source) { m_settings.setValue(QStringLiteral("camera"), source); }
    bool isMirrored() const { return m_settings.value(QStringLiteral("mirrored"), true).toBool(); }
    void setMirrored(bool mirrored) { m_settings.setValue(QStringLiteral("mirrored"), mirrored); }
    // Whether the photo is taken by itself once nothing is wrong.
    bool takesByItself() const { return m_settings.value(QStringLiteral("takes_by_itself"), true).toBool(); }
    void setTakesByItself(bool takes) { m_settings.setValue(QStringLiteral("takes_by_itself"), takes); }
    // Whether presses of fingers are heard.
    bool beeps() const { return m_settings.value(QStringLiteral("beeps"), true).toBool(); }
    void setBeeps(bool beeps) { m_settings.setValue(QStringLiteral("beeps"), beeps); }
    int rotation() const { return m_settings.value(QStringLiteral("rotation"), 0).toInt(); }
    void setRotation(int degrees) { m_settings.setValue(QStringLiteral("rotation"), degrees); }

    // As SerialSource reads it; empty: none.
    QString reader() const { return m_settings.value(QStringLiteral("reader")).toString(); }
    void setReader(const QString &source) { m_settings.setValue(QStringLiteral("reader"), source); }

    QString printer() const { return m_settings.value(QStringLiteral("printer")).toString(); }
    void setPrinter(const QString &queue) { m_settings.setValue(QStringLiteral("printer"), queue); }

    // Folder with code tables that replace the program's own; empty: none.
    QString tables() const { return m_settings.value(QStringLiteral("tables")).toString(); }
    void setTables(const QString &folder) { m_settings.setValue(QStringLiteral("tables"), folder); }

    int idleMinutes() const { return std::max(1, m_settings.value(QStringLiteral("idle_minutes"), 3).toInt()); }
    void setIdleMinutes(int minutes) { m_settings.setValue(QStringLiteral("idle_minutes"), minutes); }

private:
    QSettings m_settings;
};

} // namespace idcounter
