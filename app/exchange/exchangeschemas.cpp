#include "app/exchange/exchangeschemas.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

Result<XmlSchema> shipped(const QString &name)
{
    QFile file(u":/exchange/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::TableMissing, name};
    return XmlSchema::parse(file.readAll());
}

} // namespace

Result<XmlSchema> applicationSchema()
{
    return shipped(u"application.xsd"_s);
}

Result<XmlSchema> feedbackSchema()
{
    return shipped(u"feedback.xsd"_s);
}

} // namespace idcounter
