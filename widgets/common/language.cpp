#include "widgets/common/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace idcounter {

Language::Offer Language::following() const
{
    const QList<Offer> all = offered();
    qsizetype next = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].code == m_name)
            next = (i + 1) % all.size();
    }
    return all[next];
}

void Language::use(const QString &name)
{
    if (name == m_name)
        return;
    m_name = name;
    QLocale::setDefault(QLocale(name));
    QCoreApplication::removeTranslator(&m_ours);
    QCoreApplication::removeTranslator(&m_qts);
    if (m_qts.load(u"qtbase_"_s + name, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qts);
    if (m_ours.load(u":/i18n/idcounter_"_s + name))
        QCoreApplication::installTranslator(&m_ours);
}

} // namespace idcounter
