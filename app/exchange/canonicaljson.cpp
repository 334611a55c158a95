#include "app/exchange/canonicaljson.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QSet>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr qsizetype deepest = 20;
constexpr qint64 largest = (qint64(1) << 53) - 1; // what every reader of JSON keeps exactly

// Builds Qt's values from the parser's events: Qt's own reader takes the last of two members of one name.
class StrictBuilder : public nlohmann::json_sax<nlohmann::json>
{
public:
    QJsonValue root;
    QString problem;

    bool null() override { return take(QJsonValue::Null); }
    bool boolean(bool value) override { return take(value); }
    bool number_integer(number_integer_t value) override { return takeNumber(value); }
    bool number_unsigned(number_unsigned_t value) override
    {
        return value <= quint64(largest) ? takeNumber(qint64(value)) : refuse(u"number"_s);
    }
    bool number_float(number_float_t, const string_t &) override { return refuse(u"number"_s); }
    bool string(string_t &value) override { return take(QString::fromStdString(value)); }
    bool binary(binary_t &) override { return refuse(u"syntax"_s); }
    bool start_object(std::size_t) override { return open(true); }
    bool start_array(std::size_t) override { return open(false); }
    bool key(string_t &name) override
    {
        Level &level = m_levels.last();
        level.name = QString::fromStdString(name);
        return level.object.contains(level.name) ? refuse(u"duplicate"_s) : true;
    }
    bool end_object() override
    {
        const QJsonValue done = m_levels.takeLast().object;
        return take(done);
    }
    bool end_array() override
    {
        const QJsonValue done = m_levels.takeLast().array;
        return take(done);
    }
    bool parse_error(std::size_t, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse(u"syntax"_s);
    }

private:
    struct Level
    {
        bool isObject = false;
        QString name; // of the member that comes
        QJsonObject object;
        QJsonArray array;
    };

    bool refuse(const QString &why)
    {
        problem = why;
        return false;
    }

    bool takeNumber(qint64 value) { return std::abs(value) <= largest ? take(value) : refuse(u"number"_s); }

    bool open(bool isObject)
    {
        if (m_levels.size() >= deepest)
            return refuse(u"depth"_s);
        m_levels << Level{.isObject = isObject};
        return true;
    }

    bool take(const QJsonValue &value)
    {
        if (m_levels.isEmpty())
            root = value;
        else if (m_levels.last().isObject)
            m_levels.last().object.insert(m_levels.last().name, value);
        else
            m_levels.last().array.append(value);
        return true;
    }

    QList<Level> m_levels;
};

void writeText(QByteArray &out, const QString &text)
{
    out += '"';
    for (const char byte : text.toUtf8()) {
        switch (byte) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (uchar(byte) < 0x20)
                out += "\\u" + QByteArray::number(uchar(byte), 16).rightJustified(4, '0');
            else
                out += byte;
        }
    }
    out += '"';
}

void write(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList names = object.keys();
        std::sort(names.begin(), names.end()); // by code units, as QString compares
        out += '{';
        for (qsizetype at = 0; at < names.size(); ++at) {
            if (at > 0)
                out += ',';
            writeText(out, names[at]);
            out += ':';
            write(out, object[names[at]]);
        }
        out += '}';
        break;
    }
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        out += '[';
        for (qsizetype at = 0; at < array.size(); ++at) {
            if (at > 0)
                out += ',';
            write(out, array[at]);
        }
        out += ']';
        break;
    }
    case QJsonValue::String:
        writeText(out, value.toString());
        break;
    case QJsonValue::Double:
        out += QByteArray::number(value.toInteger());
        break;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        out += "null";
        break;
    }
}

} // namespace

Result<QJsonObject> readJson(const QByteArray &bytes)
{
    StrictBuilder builder;
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder))
        return Error{Error::Code::PlatformAnswer, builder.problem};
    if (!builder.root.isObject())
        return Error{Error::Code::PlatformAnswer, u"syntax"_s};
    return builder.root.toObject();
}

QByteArray canonical(const QJsonValue &value)
{
    QByteArray out;
    write(out, value);
    return out;
}

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray fromBase64Url(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(),
        QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors | QByteArray::OmitTrailingEquals);
    // The last character of a shortened text has bits of its own: one value, one text.
    return decoded && base64Url(*decoded) == text.toLatin1() ? *decoded : QByteArray();
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(base64Url(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)));
}

} // namespace idcounter
