#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace idcounter::platform {

// What a browser sent of a form (application/x-www-form-urlencoded), with what was found wrong with it. Control characters
// but the line break are replaced as soon as it is read.
class FormBody
{
public:
    static constexpr qsizetype mostBytes = 65536;

    FormBody() = default; // of a page that is shown for the first time
    // Without a value: too long, or too many fields.
    static std::optional<FormBody> parse(const QByteArray &body);

    bool has(const QString &name) const;
    // The first of that name, as typed.
    QString value(const QString &name) const;
    QStringList values(const QString &name) const;
    void add(const QByteArray &name, const QByteArray &value); // as UTF-8, one more
    void set(const QString &name, const QString &value);
    const QList<std::pair<QString, QString>> &all() const { return m_fields; }

    // The first thing that is wrong with a field.
    void addError(const QString &name, const QString &sentence);
    QString errorOf(const QString &name) const;
    struct Wrong
    {
        QString name;
        QString sentence;
    };
    const QList<Wrong> &errors() const { return m_errors; }

private:
    QList<std::pair<QString, QString>> m_fields;
    QList<Wrong> m_errors;
};

} // namespace idcounter::platform
