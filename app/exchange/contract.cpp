#include "app/exchange/contract.h"

#include <QDate>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QRegularExpression &compiled(const QString &pattern)
{
    thread_local QHash<QString, QRegularExpression> known;
    auto found = known.find(pattern);
    if (found == known.end())
        found = known.insert(pattern, QRegularExpression(pattern, QRegularExpression::UseUnicodePropertiesOption));
    return *found;
}

bool isOfType(const QString &type, const QJsonValue &value)
{
    if (type == "object"_L1)
        return value.isObject();
    if (type == "array"_L1)
        return value.isArray();
    if (type == "string"_L1)
        return value.isString();
    if (type == "boolean"_L1)
        return value.isBool();
    return value.isDouble() && value.toDouble() == double(value.toInteger()); // the contract has integers only
}

// Checks one value; the pointer leads to it.
class Check
{
public:
    Check(const QJsonObject &schemas, QList<Misfit> &misfits)
        : m_schemas(schemas)
        , m_misfits(misfits)
    {
    }

    void value(const QJsonValue &schema, const QJsonValue &value, const QString &pointer)
    {
        if (schema.isBool()) {
            if (!schema.toBool())
                add(pointer, u"combination"_s);
            return;
        }
        const QJsonObject rules = schema.toObject();
        if (const QString reference = rules[u"$ref"_s].toString(); !reference.isEmpty())
            this->value(m_schemas[reference.section(u'/', -1)], value, pointer);
        if (const QJsonValue type = rules[u"type"_s]; type.isString() && !isOfType(type.toString(), value)) {
            add(pointer, u"type"_s);
            return;
        }
        if (const QJsonValue only = rules[u"const"_s]; !only.isUndefined() && value != only)
            add(pointer, u"format"_s);
        if (const QJsonValue some = rules[u"enum"_s]; some.isArray() && !some.toArray().contains(value))
            add(pointer, u"format"_s);
        if (value.isString())
            text(rules, value.toString(), pointer);
        else if (value.isDouble())
            number(rules, value.toInteger(), pointer);
        else if (value.isArray())
            array(rules, value.toArray(), pointer);
        else if (value.isObject())
            object(rules, value.toObject(), pointer);
        combination(rules, value, pointer);
    }

private:
    void add(const QString &pointer, const QString &code) { m_misfits << Misfit{pointer, code}; }

    bool fits(const QJsonValue &schema, const QJsonValue &value) const
    {
        QList<Misfit> misfits;
        Check(m_schemas, misfits).value(schema, value, {});
        return misfits.isEmpty();
    }

    // Lengths are those of code points.
    void text(const QJsonObject &rules, const QString &text, const QString &pointer)
    {
        const qsizetype length = text.toUcs4().size();
        if (length < rules[u"minLength"_s].toInteger() || length > rules[u"maxLength"_s].toInteger(length))
            add(pointer, u"length"_s);
        const QString pattern = rules[u"pattern"_s].toString();
        const QString format = rules[u"format"_s].toString();
        const bool hasForm = pattern.isEmpty() || compiled(pattern).match(text).hasMatch();
        const bool isDay = format != "date"_L1 || QDate::fromString(text, Qt::ISODate).isValid();
        const bool isTime = format != "date-time"_L1 || QDateTime::fromString(text, Qt::ISODateWithMs).isValid();
        if (!hasForm || !isDay || !isTime)
            add(pointer, u"format"_s);
    }

    void number(const QJsonObject &rules, qint64 number, const QString &pointer)
    {
        if (number < rules[u"minimum"_s].toInteger(number) || number > rules[u"maximum"_s].toInteger(number))
            add(pointer, u"range"_s);
    }

    void array(const QJsonObject &rules, const QJsonArray &array, const QString &pointer)
    {
        const qsizetype size = array.size();
        if (size < rules[u"minItems"_s].toInteger() || size > rules[u"maxItems"_s].toInteger(size)) {
            add(pointer, u"length"_s);
            return; // what is too long is not read
        }
        const QJsonValue items = rules[u"items"_s];
        for (qsizetype at = 0; at < size; ++at) {
            const QString item = u"%1/%2"_s.arg(pointer).arg(at);
            if (!items.isUndefined())
                value(items, array[at], item);
            const bool again = rules[u"uniqueItems"_s].toBool()
                && std::find(array.begin(), array.begin() + at, array[at]) != array.begin() + at;
            if (again)
                add(item, u"duplicate"_s);
        }
    }

    void object(const QJsonObject &rules, const QJsonObject &object, const QString &pointer)
    {
        const QJsonArray required = rules[u"required"_s].toArray();
        for (const QJsonValue &name : required) {
            if (!object.contains(name.toString()))
                add(pointer + u'/' + name.toString(), u"missing"_s);
        }
        const QJsonObject properties = rules[u"properties"_s].toObject();
        const bool isClosed = rules[u"additionalProperties"_s] == QJsonValue(false);
        for (auto member = object.begin(); member != object.end(); ++member) {
            const QString there = pointer + u'/' + member.key();
            if (const auto property = properties.find(member.key()); property != properties.end())
                value(*property, *member, there);
            else if (isClosed)
                add(there, u"unknown"_s);
        }
    }

    void combination(const QJsonObject &rules, const QJsonValue &value, const QString &pointer)
    {
        const QJsonArray all = rules[u"allOf"_s].toArray();
        for (const QJsonValue &one : all)
            this->value(one, value, pointer);
        if (const QJsonArray alternatives = rules[u"oneOf"_s].toArray(); !alternatives.isEmpty()) {
            const auto fitting = std::count_if(alternatives.begin(), alternatives.end(),
                                               [&](const QJsonValue &one) { return fits(one, value); });
            if (fitting != 1)
                add(pointer, u"combination"_s);
        }
        if (const QJsonValue condition = rules[u"if"_s]; !condition.isUndefined()) {
            const QJsonValue then = rules[fits(condition, value) ? u"then"_s : u"else"_s];
            if (!then.isUndefined())
                this->value(then, value, pointer);
        }
    }

    const QJsonObject &m_schemas;
    QList<Misfit> &m_misfits;
};

} // namespace

const Contract &Contract::instance()
{
    static const Contract contract;
    return contract;
}

Contract::Contract()
{
    QFile file(u":/platform/schemas.json"_s);
    if (file.open(QIODevice::ReadOnly))
        m_schemas = QJsonDocument::fromJson(file.readAll()).object();
    Q_ASSERT(!m_schemas.isEmpty());
}

QList<Misfit> Contract::misfits(const QString &schema, const QJsonValue &value) const
{
    QList<Misfit> misfits;
    if (!m_schemas.contains(schema))
        misfits << Misfit{{}, u"combination"_s};
    else
        Check(m_schemas, misfits).value(m_schemas[schema], value, {});
    return misfits;
}

} // namespace idcounter
