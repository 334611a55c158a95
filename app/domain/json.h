#pragma once

#include "app/domain/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace idcounter::json {

// Values of the domain as JSON. A struct names its fields once,
//
//     template<typename Archive, typename Self> static void fields(Archive &archive, Self &self)
//     {
//         archive("name", self.name);
//     }
//
// and is written and read by the same list. Reading keeps the default of a field that is missing, so that a draft of an
// earlier version still opens.

template<typename T>
QJsonValue write(const T &value);
template<typename T>
void read(const QJsonValue &json, T &value);

class Writer
{
public:
    template<typename T>
    void operator()(const char *name, const T &value)
    {
        object.insert(QLatin1StringView(name), write(value));
    }

    QJsonObject object;
};

class Reader
{
public:
    explicit Reader(QJsonObject json)
        : m_object(std::move(json))
    {
    }

    template<typename T>
    void operator()(const char *name, T &value)
    {
        const QJsonValue json = m_object.value(QLatin1StringView(name));
        if (!json.isUndefined())
            read(json, value);
    }

private:
    QJsonObject m_object;
};

template<typename T>
struct IsList : std::false_type
{
};
template<typename T>
struct IsList<QList<T>> : std::true_type
{
};
template<typename T>
struct IsOptional : std::false_type
{
};
template<typename T>
struct IsOptional<std::optional<T>> : std::true_type
{
};

template<typename T>
QJsonValue write(const T &value)
{
    if constexpr (std::is_same_v<
                      T, QString> || std::is_same_v<T, bool> || std::is_same_v<T, int> || std::is_same_v<T, double>) {
        return value;
    } else if constexpr (std::is_same_v<T, qint64>) {
        return QString::number(value);
    } else if constexpr (std::is_enum_v<T>) {
        return static_cast<int>(value);
    } else if constexpr (std::is_same_v<T, QDate>) {
        return value.toString(Qt::ISODate);
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        return value.toUTC().toString(Qt::ISODateWithMs);
    } else if constexpr (std::is_same_v<T, QUuid>) {
        return value.toString(QUuid::WithoutBraces);
    } else if constexpr (std::is_same_v<T, QMap<QString, QString>>) {
        QJsonObject object;
        for (auto entry = value.begin(); entry != value.end(); ++entry)
            object.insert(entry.key(), entry.value());
        return object;
    } else if constexpr (IsList<T>::value) {
        QJsonArray array;
        for (const auto &element : value)
            array.append(write(element));
        return array;
    } else if constexpr (IsOptional<T>::value) {
        return value ? write(*value) : QJsonValue(QJsonValue::Null);
    } else {
        Writer writer;
        T::fields(writer, value);
        return writer.object;
    }
}

template<typename T>
void read(const QJsonValue &json, T &value)
{
    if constexpr (std::is_same_v<T, QString>) {
        value = json.toString();
    } else if constexpr (std::is_same_v<T, bool>) {
        value = json.toBool();
    } else if constexpr (std::is_same_v<T, int>) {
        value = json.toInt();
    } else if constexpr (std::is_same_v<T, double>) {
        value = json.toDouble();
    } else if constexpr (std::is_same_v<T, qint64>) {
        value = json.toString().toLongLong();
    } else if constexpr (std::is_enum_v<T>) {
        value = static_cast<T>(json.toInt());
    } else if constexpr (std::is_same_v<T, QDate>) {
        value = QDate::fromString(json.toString(), Qt::ISODate);
    } else if constexpr (std::is_same_v<T, QDateTime>) {
        value = QDateTime::fromString(json.toString(), Qt::ISODateWithMs);
    } else if constexpr (std::is_same_v<T, QUuid>) {
        value = QUuid(json.toString());
    } else if constexpr (std::is_same_v<T, QMap<QString, QString>>) {
        const QJsonObject object = json.toObject();
        value.clear();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            value.insert(entry.key(), entry.value().toString());
    } else if constexpr (IsList<T>::value) {
        value.clear();
        const QJsonArray array = json.toArray();
        for (const auto &element : array) {
            typename T::value_type one{};
            read(element, one);
            value.append(one);
        }
    } else if constexpr (IsOptional<T>::value) {
        value.reset();
        if (!json.isNull()) {
            typename T::value_type one{};
            read(json, one);
            value = one;
        }
    } else {
        Reader reader(json.toObject());
        T::fields(reader, value);
    }
}

template<typename T>
QByteArray toBytes(const T &value)
{
    return QJsonDocument(write(value).toObject()).toJson(QJsonDocument::Compact);
}

// Errors: RecordUnreadable (not a JSON object).
template<typename T>
Result<T> fromBytes(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return Error{Error::Code::RecordUnreadable, QStringLiteral("not JSON")};
    T value{};
    read(QJsonValue(document.object()), value);
    return value;
}

} // namespace idcounter::json
