#include "platform/pages/formbody.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr qsizetype mostFields = 200;

QString cleaned(const QByteArray &bytes)
{
    QString text = QString::fromUtf8(bytes);
    text.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t')
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString decoded(QByteArray part)
{
    part.replace('+', ' ');
    return cleaned(QByteArray::fromPercentEncoding(part));
}

} // namespace

std::optional<FormBody> FormBody::parse(const QByteArray &body)
{
    if (body.size() > mostBytes)
        return {};
    FormBody form;
    const QList<QByteArray> fields = body.split('&');
    if (fields.size() > mostFields)
        return {};
    for (const QByteArray &field : fields) {
        const qsizetype equals = field.indexOf('=');
        if (equals > 0)
            form.m_fields << std::pair(decoded(field.left(equals)), decoded(field.mid(equals + 1)));
    }
    return form;
}

bool FormBody::has(const QString &name) const
{
    return std::any_of(m_fields.begin(), m_fields.end(), [&](const auto &field) { return field.first == name; });
}

QString FormBody::value(const QString &name) const
{
    const auto found
        = std::find_if(m_fields.begin(), m_fields.end(), [&](const auto &field) { return field.first == name; });
    return found == m_fields.end() ? QString() : found->second;
}

QStringList FormBody::values(const QString &name) const
{
    QStringList found;
    for (const auto &[its, value] : m_fields) {
        if (its == name)
            found << value;
    }
    return found;
}

void FormBody::add(const QByteArray &name, const QByteArray &value)
{
    m_fields << std::pair(cleaned(name), cleaned(value));
}

void FormBody::set(const QString &name, const QString &value)
{
    m_fields.removeIf([&](const auto &field) { return field.first == name; });
    m_fields << std::pair(name, value);
}

void FormBody::addError(const QString &name, const QString &sentence)
{
    if (errorOf(name).isEmpty())
        m_errors << Wrong{name, sentence};
}

QString FormBody::errorOf(const QString &name) const
{
    const auto found
        = std::find_if(m_errors.begin(), m_errors.end(), [&](const Wrong &wrong) { return wrong.name == name; });
    return found == m_errors.end() ? QString() : found->sentence;
}

} // namespace idcounter::platform
