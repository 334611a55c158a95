#pragma once

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

    static QStringList offered() { return {QStringLiteral("zh_CN"), QStringLiteral("en")}; }

    QString name() const { return m_name; }
    void use(const QString &name);

private:
    QString m_name;
    QTranslator m_ours;
    QTranslator m_qts; // of Qt's own dialogs
};

} // namespace idcounter
