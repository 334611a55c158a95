#include "platform/service/words.h"

#include <QDate>
#include <QJsonObject>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

// Translators are only read after they were loaded.
const QTranslator &chinese()
{
    static const auto *loaded = [] {
        auto *translator = new QTranslator; // lives as long as the program
        [[maybe_unused]] const bool found = translator->load(u":/i18n/platform_zh_CN.qm"_s);
        return translator;
    }();
    return *loaded;
}

} // namespace

QString Words::operator()(const char *source) const
{
    const QString translated = m_isChinese ? chinese().translate("Platform", source) : QString();
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString Words::of(const QJsonObject &both) const
{
    return both[m_isChinese ? u"zh"_s : u"en"_s].toString();
}

QString Words::appointment(const QJsonObject &appointment) const
{
    const QDate day = QDate::fromString(appointment[u"day"_s].toString(), Qt::ISODate);
    return this->day(day) + appointment[u"time"_s].toString();
}

QString Words::moment(const QDateTime &at) const
{
    return day(at.date()) + at.time().toString(u"HH:mm"_s);
}

QString Words::day(QDate day) const
{
    const QLocale locale = m_isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English);
    return locale.toString(day, m_isChinese ? u"yyyy年M月d日（ddd）"_s : u"d MMMM yyyy (dddd), "_s);
}

} // namespace idcounter::platform
