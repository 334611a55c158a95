#include "platform/service/accounts.h"

#include "platform/service/bookings.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int digitsOfCode = 6;
constexpr quint32 codes = 1000000;
constexpr int mostTries = 5;
constexpr qint64 minute = 60000; // milliseconds
constexpr qint64 codeLives = 5 * minute;
constexpr qint64 idleEnds = 30 * minute;
constexpr qint64 sessionEnds = 8 * 60 * minute;
constexpr qint64 phoneSpan = 10 * minute;
constexpr qint64 day = 24 * 60 * minute;
// How far back a clock may be set before sessions and codes of its future are void.
constexpr qint64 clockMayGoBack = minute;

constexpr char accountColumns[] = "a.id, a.phone, a.language, a.real_name, a.person_idx";
// Of rows of the table sent that only count.
constexpr char codePurpose[] = "CODE";
constexpr char personPurpose[] = "PERSON";
// In a day; a village may have one address.
constexpr int personsPerAccount = 3;
constexpr int personsPerAddress = 30;
constexpr qint64 second = 1000; // milliseconds

bool isSame(const QString &one, const QString &other)
{
    int differs = int(one.size() ^ other.size());
    for (qsizetype at = 0; at < std::min(one.size(), other.size()); ++at)
        differs |= one[at].unicode() ^ other[at].unicode();
    return differs == 0;
}

} // namespace

QByteArray Accounts::newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QString Accounts::hashed(const char *what, const QByteArray &value) const
{
    return PlatformKeys::mac(m_platform.keys.session, QByteArray(what) + '\n' + value);
}

// Under what a browser's code is kept.
QString Accounts::ownerOf(const QByteArray &browser, CodeFor purpose) const
{
    return hashed(purpose == CodeFor::LogIn ? "browser" : "new phone", browser);
}

Result<qint64> Accounts::waitFor(const char *purpose, const QString &column, const QString &value, qint64 span,
                                 int most) const
{
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    const QString who = column.isEmpty() ? QString() : column + u" = ? AND "_s;
    Statement row(
        m_resources.connection(),
        u"SELECT at_ms FROM sent WHERE %1purpose = ? AND at_ms > ? ORDER BY at_ms DESC LIMIT 1 OFFSET ?"_s.arg(who));
    QVariantList values{QString::fromLatin1(purpose), now - span, most - 1};
    if (!column.isEmpty())
        values.prepend(value);
    if (const auto read = row.with(values).run(); !read)
        return read.error();
    // A time that lies ahead, because the clock was set back, counts as now.
    return row.next() ? std::min(row.number(0), now) + span - now : qint64(0);
}

Result<void> Accounts::forgetWhatIsOver() const
{
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    const QSqlDatabase &connection = m_resources.connection();
    const QList<Result<void>> steps{
        Statement(connection, u"DELETE FROM sent WHERE purpose IN (?, ?) AND at_ms <= ?"_s)
            .with({QString::fromLatin1(codePurpose), QString::fromLatin1(personPurpose), now - day})
            .run(),
        Statement(connection, u"DELETE FROM login_code WHERE ends_ms <= ?"_s).with(QVariantList{now}).run(),
        Statement(connection, u"DELETE FROM session WHERE used_ms <= ? OR created_ms <= ?"_s)
            .with({now - idleEnds, now - sessionEnds})
            .run(),
    };
    for (const Result<void> &step : steps) {
        if (!step)
            return step;
    }
    return {};
}

Result<QString> Accounts::count(const char *purpose, const QString &who, const QString &address) const
{
    const QString id = newId(m_resources.now());
    const auto counted
        = Statement(m_resources.connection(),
                    u"INSERT INTO sent (id, phone, address, purpose, text, at_ms) VALUES (?, ?, ?, ?, '', ?)"_s)
              .with({id, who, address, QString::fromLatin1(purpose), m_resources.now().toMSecsSinceEpoch()})
              .run();
    return counted ? Result<QString>(id) : counted.error();
}

Result<Accounts::Asking> Accounts::askPerson(const QString &account, const QString &address) const
{
    const QString who = hashed("account", account.toUtf8());
    const QString where = hashed("address", address.toUtf8());
    qint64 wait = 0;
    for (const auto &one : {waitFor(personPurpose, u"phone"_s, who, day, personsPerAccount),
                            waitFor(personPurpose, u"address"_s, where, day, personsPerAddress)}) {
        if (!one)
            return one.error();
        wait = std::max(wait, *one);
    }
    if (wait > 0)
        return Asking{.mark = {}, .retryAfter = (wait + second - 1) / second};
    const auto mark = count(personPurpose, who, where);
    return mark ? Result<Asking>(Asking{.mark = *mark}) : mark.error();
}

Result<void> Accounts::takeAway(const QString &mark) const
{
    return Statement(m_resources.connection(), u"DELETE FROM sent WHERE id = ? AND purpose = ?"_s)
        .with({mark, QString::fromLatin1(personPurpose)})
        .run();
}

Result<CodeAsked> Accounts::askCode(const QByteArray &browser, const QString &phone, const QString &address,
                                    CodeFor purpose) const
{
    if (const auto forgotten = forgetWhatIsOver(); !forgotten)
        return forgotten.error();
    const QString phoneHash = hashed("phone", phone.toUtf8());
    const QString addressHash = hashed("address", address.toUtf8());
    qint64 wait = 0;
    for (const auto &one : {waitFor(codePurpose, u"phone"_s, phoneHash, phoneSpan, m_limits.perPhone),
                            waitFor(codePurpose, u"phone"_s, phoneHash, day, m_limits.perPhoneAndDay),
                            waitFor(codePurpose, u"address"_s, addressHash, day, m_limits.perAddressAndDay),
                            waitFor(codePurpose, {}, {}, day, m_limits.perDay)}) {
        if (!one)
            return one.error();
        wait = std::max(wait, *one);
    }
    if (wait > 0)
        return CodeAsked{.code = {}, .retryAfter = (wait + second - 1) / second};

    const QString code = QString::number(QRandomGenerator::system()->bounded(codes)).rightJustified(digitsOfCode, u'0');
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    const auto counted = count(codePurpose, phoneHash, addressHash);
    if (!counted)
        return counted.error();
    const auto kept
        = Statement(m_resources.connection(),
                    u"INSERT INTO login_code (session, phone, hash, tries, ends_ms) VALUES (?, ?, ?, 0, ?) "
                    "ON CONFLICT (session) DO UPDATE SET phone = excluded.phone, hash = excluded.hash, tries = 0, "
                    "ends_ms = excluded.ends_ms"_s)
              .with(
                  {ownerOf(browser, purpose), phone, hashed("code", browser + '\n' + code.toLatin1()), now + codeLives})
              .run();
    return kept ? Result<CodeAsked>(CodeAsked{.code = code}) : kept.error();
}

Result<QString> Accounts::codeSentTo(const QByteArray &browser, CodeFor purpose) const
{
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    Statement row(m_resources.connection(),
                  u"SELECT phone FROM login_code WHERE session = ? AND tries < ? AND ends_ms > ? AND ends_ms <= ?"_s);
    if (const auto read = row.with({ownerOf(browser, purpose), mostTries, now, now + codeLives + clockMayGoBack}).run();
        !read)
        return read.error();
    return row.next() ? row.text(0) : QString();
}

Result<CodeTried> Accounts::tryCode(const QByteArray &browser, const QString &code, CodeFor purpose) const
{
    const QSqlDatabase &connection = m_resources.connection();
    const QString owner = ownerOf(browser, purpose);
    const auto phone = codeSentTo(browser, purpose);
    if (!phone)
        return phone.error();
    if (phone->isEmpty())
        return CodeTried{};
    // Counted before it is compared.
    Statement row(connection, u"UPDATE login_code SET tries = tries + 1 WHERE session = ? RETURNING hash, tries"_s);
    if (const auto counted = row.with(QVariantList{owner}).run(); !counted)
        return counted.error();
    if (!row.next())
        return CodeTried{};
    const QString hash = row.text(0);
    const int left = mostTries - int(row.number(1));
    if (!isSame(hash, hashed("code", browser + '\n' + code.toUtf8())))
        return CodeTried{.answer = left > 0 ? CodeTried::Answer::Wrong : CodeTried::Answer::Over, .triesLeft = left};
    const auto gone
        = Statement(connection, u"DELETE FROM login_code WHERE session = ?"_s).with(QVariantList{owner}).run();
    if (!gone)
        return gone.error();
    return CodeTried{.answer = CodeTried::Answer::Right, .triesLeft = left, .phone = *phone};
}

Account Accounts::accountIn(const Statement &row)
{
    return {.id = row.text(0),
            .phone = row.text(1),
            .language = row.text(2),
            .realName = QJsonDocument::fromJson(row.text(3).toUtf8()).object(),
            .personIndex = row.text(4)};
}

Result<Account> Accounts::accountOf(const QString &phone, const QString &language) const
{
    const QSqlDatabase &connection = m_resources.connection();
    const auto made = Statement(connection,
                                u"INSERT INTO account (id, phone, language, created_ms) VALUES (?, ?, ?, ?) "
                                "ON CONFLICT (phone) DO UPDATE SET language = excluded.language"_s)
                          .with({newId(m_resources.now()), phone, language, m_resources.now().toMSecsSinceEpoch()})
                          .run();
    if (!made)
        return made.error();
    Statement row(connection, u"SELECT %1 FROM account a WHERE a.phone = ?"_s.arg(QLatin1StringView(accountColumns)));
    if (const auto read = row.with(QVariantList{phone}).run(); !read)
        return read.error();
    if (!row.next())
        return Error{Error::Code::StorageFailed, u"account"_s};
    return accountIn(row);
}

Result<void> Accounts::logIn(const QByteArray &newBrowser, const QByteArray &oldBrowser, const QString &account) const
{
    if (auto ended = logOut(oldBrowser); !ended)
        return ended;
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    return Statement(m_resources.connection(),
                     u"INSERT INTO session (hash, account, created_ms, used_ms) VALUES (?, ?, ?, ?)"_s)
        .with({hashed("session", newBrowser), account, now, now})
        .run();
}

Result<void> Accounts::logOut(const QByteArray &browser) const
{
    return Statement(m_resources.connection(), u"DELETE FROM session WHERE hash = ?"_s)
        .with(QVariantList{hashed("session", browser)})
        .run();
}

Result<std::optional<Accounts::Session>> Accounts::session(const QByteArray &browser) const
{
    const qint64 now = m_resources.now().toMSecsSinceEpoch();
    Statement row(
        m_resources.connection(),
        u"SELECT %1, s.used_ms, s.created_ms FROM session s JOIN account a ON a.id = s.account WHERE s.hash = ? AND "
        "s.used_ms > ? AND s.created_ms > ? AND s.used_ms <= ?"_s.arg(QLatin1StringView(accountColumns)));
    const auto read
        = row.with({hashed("session", browser), now - idleEnds, now - sessionEnds, now + clockMayGoBack}).run();
    if (!read)
        return read.error();
    if (!row.next())
        return std::optional<Session>();
    // Not every look is written down: a minute more or less of idleness does not matter.
    return std::optional(Session{.account = accountIn(row),
                                 .isToBeTouched = row.number(5) + minute <= now,
                                 .loggedInAt = QDateTime::fromMSecsSinceEpoch(row.number(6), Qt::UTC)});
}

Result<void> Accounts::touch(const QByteArray &browser) const
{
    return Statement(m_resources.connection(), u"UPDATE session SET used_ms = ? WHERE hash = ?"_s)
        .with({m_resources.now().toMSecsSinceEpoch(), hashed("session", browser)})
        .run();
}

// Whether a telephone is free, at the latest now: an account that nothing hangs on goes.
Result<bool> Accounts::makesWay(const QString &phone) const
{
    const QSqlDatabase &connection = m_resources.connection();
    Statement row(connection,
                  u"SELECT a.id FROM account a WHERE a.phone = ? AND (a.real_name <> '' OR EXISTS (SELECT 1 FROM "
                  "resource r WHERE r.account = a.id))"_s);
    if (const auto read = row.with(QVariantList{phone}).run(); !read)
        return read.error();
    if (row.next())
        return false;
    const QList<Result<void>> steps{
        Statement(connection, u"DELETE FROM session WHERE account IN (SELECT id FROM account WHERE phone = ?)"_s)
            .with(QVariantList{phone})
            .run(),
        Statement(connection, u"DELETE FROM account WHERE phone = ?"_s).with(QVariantList{phone}).run()};
    for (const Result<void> &step : steps) {
        if (!step)
            return step.error();
    }
    return true;
}

Result<bool> Accounts::changePhone(const QString &account, const QString &phone) const
{
    const QSqlDatabase &connection = m_resources.connection();
    const auto isFree = makesWay(phone);
    if (!isFree || !*isFree)
        return isFree;
    const QList<Result<void>> steps{
        // Codes that went to the telephone that is given up.
        Statement(connection, u"DELETE FROM login_code WHERE phone = (SELECT phone FROM account WHERE id = ?)"_s)
            .with(QVariantList{account})
            .run(),
        Statement(connection, u"UPDATE account SET phone = ? WHERE id = ?"_s).with({phone, account}).run(),
        Statement(connection, u"DELETE FROM session WHERE account = ?"_s).with(QVariantList{account}).run()};
    for (const Result<void> &step : steps) {
        if (!step)
            return step.error();
    }
    return true;
}

Result<void> Accounts::setRealName(const QString &account, const QString &number, const QString &method,
                                   const QString &reference) const
{
    const QJsonObject realName{
        {u"method"_s, method}, {u"at"_s, instantText(m_resources.now())}, {u"reference"_s, reference}};
    const QString index = Bookings::personIndex(m_platform.keys, number);
    Statement tie(m_resources.connection(),
                  u"UPDATE account SET real_name = ?, person_idx = ? WHERE id = ? AND person_idx IN ('', ?)"_s);
    if (auto tied
        = tie.with({QString::fromUtf8(QJsonDocument(realName).toJson(QJsonDocument::Compact)), index, account, index})
              .run();
        !tied)
        return tied;
    return tie.changedRows() == 1 ? Result<void>() : Error{Error::Code::RecordConflict, u"account"_s};
}

} // namespace idcounter::platform
