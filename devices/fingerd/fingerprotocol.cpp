#include "devices/fingerd/fingerprotocol.h"

#include "app/domain/enumnames.h"

#include <QStringDecoder>
#include <QtEndian>

#include <array>
#include <concepts>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter::fingerd {

namespace {

// The fields of every message, written once for both directions.
template<typename Archive, typename M>
void visitFields(Archive &archive, M &m)
{
    using T = std::remove_const_t<M>;
    if constexpr (std::same_as<T, Hello>)
        archive.fields(m.station);
    else if constexpr (std::same_as<T, DeviceAdded>)
        archive.fields(m.device, m.driver, m.model, m.id);
    else if constexpr (
        std::same_as<T, DeviceRemoved> || std::same_as<T, Opened> || std::same_as<T, Closed> || std::same_as<T, Open>)
        archive.fields(m.device);
    else if constexpr (std::same_as<T, FingerStatus>)
        archive.fields(m.needed, m.present);
    else if constexpr (std::same_as<T, Image>)
        archive.fields(m.press, m.width, m.height, m.dotsPerCentimetre, m.grey);
    else if constexpr (std::same_as<T, Retry>)
        archive.fields(m.press, m.reason);
    else if constexpr (std::same_as<T, Disarmed> || std::same_as<T, Arm>)
        archive.fields(m.press);
    else if constexpr (std::same_as<T, Failure>)
        archive.fields(m.action, m.number, m.domain, m.code, m.text);
    else
        static_assert(std::is_empty_v<T>);
}

class Writer
{
public:
    template<typename... Fields>
    void fields(const Fields &...values)
    {
        (write(values), ...);
    }

    template<typename Number>
    requires std::integral<Number> || std::is_enum_v<Number>
    void write(Number value)
    {
        std::array<char, sizeof(Number)> bytes;
        if constexpr (std::is_enum_v<Number>)
            qToBigEndian(static_cast<std::underlying_type_t<Number>>(value), bytes.data());
        else if constexpr (std::same_as<Number, bool>)
            bytes[0] = value ? 1 : 0;
        else
            qToBigEndian(value, bytes.data());
        m_bytes.append(bytes.data(), bytes.size());
    }
    void write(const QString &text)
    {
        QByteArray utf8 = text.toUtf8();
        if (utf8.size() > maxTextLength) {
            qsizetype end = maxTextLength;
            while (end > 0 && (utf8[end] & 0xc0) == 0x80) // not inside a character
                --end;
            utf8.truncate(end);
        }
        write(static_cast<quint16>(utf8.size()));
        m_bytes += utf8;
    }
    void write(const QByteArray &grey) { m_bytes += grey; }

    QByteArray m_bytes;
};

// Reads past the end are a fault, and leave the field as it was.
class Reader
{
public:
    explicit Reader(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    template<typename... Fields>
    void fields(Fields &...values)
    {
        (read(values), ...);
    }

    template<typename Number>
    requires std::integral<Number> || std::is_enum_v<Number>
    void read(Number &value)
    {
        const QByteArray bytes = take(sizeof(Number));
        if (m_fault != Decoder::Fault::None)
            return;
        if constexpr (std::is_enum_v<Number>)
            value = static_cast<Number>(qFromBigEndian<std::underlying_type_t<Number>>(bytes.data()));
        else if constexpr (std::same_as<Number, bool>)
            value = flag(bytes[0]);
        else
            value = qFromBigEndian<Number>(bytes.data());
    }
    void read(QString &text)
    {
        quint16 length = 0;
        read(length);
        if (length > maxTextLength)
            fail(Decoder::Fault::FieldInvalid);
        QStringDecoder utf8(QStringDecoder::Utf8);
        text = utf8(take(length));
        if (utf8.hasError())
            fail(Decoder::Fault::FieldInvalid);
    }
    void read(QByteArray &grey) { grey = take(m_bytes.size() - m_at); }

    void fail(Decoder::Fault fault)
    {
        if (m_fault == Decoder::Fault::None)
            m_fault = fault;
    }
    bool atEnd() const { return m_at == m_bytes.size(); }
    Decoder::Fault fault() const { return m_fault; }

private:
    bool flag(char byte)
    {
        if (byte != 0 && byte != 1)
            fail(Decoder::Fault::FieldInvalid);
        return byte == 1;
    }
    QByteArray take(qsizetype count)
    {
        if (m_fault == Decoder::Fault::None && m_bytes.size() - m_at < count)
            fail(Decoder::Fault::FieldMissing);
        if (m_fault != Decoder::Fault::None)
            return {};
        return m_bytes.sliced(std::exchange(m_at, m_at + count), count);
    }

    const QByteArray &m_bytes;
    qsizetype m_at = 0;
    Decoder::Fault m_fault = Decoder::Fault::None;
};

template<typename M>
bool isValid(const M &message)
{
    if constexpr (std::same_as<M, Hello>)
        return message.station <= Station::Test;
    else if constexpr (std::same_as<M, Retry>)
        return message.reason <= RetryReason::RemoveFinger;
    else if constexpr (std::same_as<M, Failure>)
        return message.action <= Action::Capture;
    else if constexpr (std::same_as<M, Image>)
        return message.width > 0 && message.height > 0 && message.width <= maxImageSide
            && message.height <= maxImageSide && message.grey.size() == qsizetype(message.width) * message.height;
    else
        return true;
}

template<typename M>
Message readMessage(Reader &reader)
{
    M message{};
    visitFields(reader, message);
    if (!isValid(message))
        reader.fail(Decoder::Fault::FieldInvalid);
    if (!reader.atEnd())
        reader.fail(Decoder::Fault::BytesLeftOver);
    return message;
}

template<size_t... Types>
constexpr auto readers(std::index_sequence<Types...>)
{
    return std::array{&readMessage<std::variant_alternative_t<Types, Message>>...};
}

constexpr auto readerOfType = readers(std::make_index_sequence<std::variant_size_v<Message>>());

} // namespace

QByteArray encode(const Message &message)
{
    Writer body;
    body.write(protocolVersion);
    body.write(static_cast<quint8>(message.index()));
    std::visit([&](const auto &m) { visitFields(body, m); }, message);

    Writer framed;
    framed.write(static_cast<quint32>(body.m_bytes.size()));
    framed.m_bytes += body.m_bytes;
    return framed.m_bytes;
}

std::optional<Message> Decoder::next()
{
    constexpr qsizetype lengthSize = sizeof(quint32);
    if (m_fault != Fault::None || m_bytes.size() < lengthSize)
        return {};
    const qsizetype length = qFromBigEndian<quint32>(m_bytes.data());
    if (length > maxLength)
        m_fault = Fault::TooLong;
    else if (length < 2)
        m_fault = Fault::TooShort;
    if (m_fault != Fault::None || m_bytes.size() < lengthSize + length)
        return {};

    const QByteArray body = m_bytes.sliced(lengthSize, length);
    m_bytes.remove(0, lengthSize + length);
    Reader reader(body);
    quint8 version = 0;
    quint8 type = 0;
    reader.fields(version, type);
    if (version != protocolVersion)
        m_fault = Fault::VersionUnknown;
    else if (type >= readerOfType.size())
        m_fault = Fault::TypeUnknown;
    if (m_fault != Fault::None)
        return {};

    const Message message = readerOfType[type](reader);
    m_fault = reader.fault();
    return m_fault == Fault::None ? std::optional(message) : std::nullopt;
}

QString name(Decoder::Fault fault)
{
    static constexpr EnumNames names{
        std::pair{Decoder::Fault::None, "None"},
        std::pair{Decoder::Fault::TooLong, "TooLong"},
        std::pair{Decoder::Fault::TooShort, "TooShort"},
        std::pair{Decoder::Fault::VersionUnknown, "VersionUnknown"},
        std::pair{Decoder::Fault::TypeUnknown, "TypeUnknown"},
        std::pair{Decoder::Fault::FieldMissing, "FieldMissing"},
        std::pair{Decoder::Fault::FieldInvalid, "FieldInvalid"},
        std::pair{Decoder::Fault::BytesLeftOver, "BytesLeftOver"},
    };
    return names.name(fault);
}

} // namespace idcounter::fingerd
