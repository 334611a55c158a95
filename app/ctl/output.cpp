#include "app/ctl/output.h"

#include "app/texts/texts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString asText(const QJsonValue &value)
{
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const auto &part : array)
            parts << asText(part);
        return parts.join(u", "_s);
    }
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            parts << entry.key() + u'=' + asText(entry.value());
        return parts.join(u' ');
    }
    return value.isNull() ? u"-"_s : value.toVariant().toString();
}

void printLines(const QJsonObject &object)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        std::printf("%s: %s\n", qPrintable(entry.key()), qPrintable(asText(entry.value())));
}

} // namespace

void Output::print(const QJsonObject &object) const
{
    if (m_json)
        std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Indented).trimmed().constData());
    else
        printLines(object);
}

void Output::print(const QJsonArray &array) const
{
    if (m_json) {
        std::printf("%s\n", QJsonDocument(array).toJson(QJsonDocument::Indented).trimmed().constData());
        return;
    }
    for (const auto &value : array) {
        printLines(value.toObject());
        std::printf("\n");
    }
}

int Output::fail(const QString &what, int status)
{
    std::fprintf(stderr, "idcounterctl: %s\n", qPrintable(what));
    return status;
}

int Output::fail(const Error &error)
{
    const QString detail = error.detail.isEmpty() ? QString() : u" [%1]"_s.arg(error.detail);
    return fail(u"%1 (%2)%3"_s.arg(texts::describe(error.code), name(error.code), detail),
                error.code == Error::Code::FeeNotSet ? PriceNotSet : BadInput);
}

} // namespace idcounter
