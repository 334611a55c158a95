#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace idcounter {

// The language of the windows, changed while they are open.
class Language : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Offer
    {
        QString code;
        QString name; // as its speakers call it
    };
    static QList<Offer> offered()
    {
        return {{QStringLiteral("zh_CN"), QStringLiteral("中文")}, {QStringLiteral("en"), QStringLiteral("English")}};
    }
    // The one after that of the moment.
    Offer following() const;

    QString name() const { return m_name; }
    void use(const QString &name);

private:
    QString m_name;
    QTranslator m_ours;
    QTranslator m_qts; // of Qt's own dialogs
};

// Whether what comes from tables is shown in Chinese; for texts that a table has in both languages.
inline bool isChinese()
{
    return QCoreApplication::translate("Language", "en", "the language of the interface: en or zh") == u"zh";
}

// A name of a table in the language of the windows; the Chinese one where there is no other.
inline QString nameIn(const QString &chinese, const QString &english)
{
    return isChinese() || english.isEmpty() ? chinese : english;
}

} // namespace idcounter
