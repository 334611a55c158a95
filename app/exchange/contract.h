#pragma once

#include <QJsonObject>
#include <QList>

namespace idcounter {

// One member that does not fit, as problems of the contract name it.
struct Misfit
{
    QString pointer; // JSON Pointer into the body
    QString code; // missing, unknown, type, format, range, length, duplicate or combination

    friend bool operator==(const Misfit &, const Misfit &) = default;
};

// The schemas of the platform's contract (resources/platform/openapi.yaml), as the file has them: those words of JSON Schema
// 2020-12 that it uses. Read once; may be used by several threads.
class Contract
{
public:
    static const Contract &instance();

    // What does not fit the schema of that name; empty when everything does.
    QList<Misfit> misfits(const QString &schema, const QJsonValue &value) const;
    bool fits(const QString &schema, const QJsonValue &value) const { return misfits(schema, value).isEmpty(); }

private:
    Contract();

    QJsonObject m_schemas;
};

} // namespace idcounter
