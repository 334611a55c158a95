#include "app/domain/phone.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter {

bool isPhoneNumber(const QString &text)
{
    static const QRegularExpression phone(u"^(1[3-9]\\d{9}|0\\d{9,11})$"_s);
    return phone.match(phoneDigits(text)).hasMatch();
}

QString phoneDigits(QString text)
{
    return text.removeIf([](QChar c) { return c.isSpace() || c == u'-'; });
}

} // namespace idcounter
