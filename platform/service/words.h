#pragma once

#include <QDateTime>
#include <QString>

namespace idcounter::platform {

// What applicants read, in their own language: a text of the context "Platform", marked with QT_TRANSLATE_NOOP. The
// languages of several applicants are used side by side, so it is no translator of the whole program.
class Words
{
public:
    // "zh-CN" or "en", as bookings name it; anything else is Chinese.
    explicit Words(const QString &language)
        : m_isChinese(language != QStringLiteral("en"))
    {
    }

    QString language() const { return m_isChinese ? QStringLiteral("zh-CN") : QStringLiteral("en"); }
    QString operator()(const char *source) const;
    // Of a text in both languages, as places have it.
    QString of(const QJsonObject &both) const;
    // "26 November 2026 (Thursday), 09:20", and 2026年11月26日（周四）09:20.
    QString appointment(const QJsonObject &appointment) const;
    QString moment(const QDateTime &at) const; // station time, in the same way

private:
    QString day(QDate day) const;

    bool m_isChinese;
};

} // namespace idcounter::platform
