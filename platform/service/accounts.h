#pragma once

#include "platform/service/platform.h"

namespace idcounter::platform {

// Somebody who logs in with a telephone; one account for each.
struct Account
{
    QString id;
    QString phone; // digits
    QString language; // of the last log-in
    QJsonObject realName; // as a ReissueForm has it; empty while the account is tied to nobody
    QString personIndex; // of the person it is tied to
};

// How many codes are sent, at most. A text costs money, and annoys whom it was not meant for.
struct CodeLimits
{
    int perPhone = 3; // in ten minutes
    int perPhoneAndDay = 10;
    int perAddressAndDay = 30;
    int perDay = 5000; // to everybody
};

// What a code is for; it is of no use for anything else.
enum class CodeFor { LogIn, NewPhone };

// What became of asking for a code.
struct CodeAsked
{
    QString code; // six digits, to be sent; empty when a limit is reached
    qint64 retryAfter = 0; // seconds until another may be asked for
};

// What became of a code that was typed.
struct CodeTried
{
    enum class Answer {
        Right,
        Wrong,
        Over, // too old, tried too often, or none was asked for by this browser
    };
    Answer answer = Answer::Over;
    int triesLeft = 0;
    QString phone; // whose code it was, when right
};

// Accounts, one-time codes and sessions, in the transaction of the Resources. A browser is known by a token that only it has;
// codes and sessions are bound to it and kept as hashes. Whether a telephone has an account makes no difference to any answer
// before the code was right.
class Accounts
{
public:
    Accounts(const Platform &platform, Resources &resources, const CodeLimits &limits = {})
        : m_platform(platform)
        , m_resources(resources)
        , m_limits(limits)
    {
    }

    // 256 random bits, in base64url.
    static QByteArray newToken();

    // A code for that telephone, of use to this browser only; the one before is void. To be sent after the transaction.
    Result<CodeAsked> askCode(const QByteArray &browser, const QString &phone, const QString &address,
                              CodeFor purpose = CodeFor::LogIn) const;
    // To which telephone this browser's code went; empty when there is none that could still be tried.
    Result<QString> codeSentTo(const QByteArray &browser, CodeFor purpose = CodeFor::LogIn) const;
    // Right once: the code is gone then.
    Result<CodeTried> tryCode(const QByteArray &browser, const QString &code, CodeFor purpose = CodeFor::LogIn) const;

    // The account of a telephone, made when there is none.
    Result<Account> accountOf(const QString &phone, const QString &language) const;
    // A session under a new token; the old one, if any, ends.
    Result<void> logIn(const QByteArray &newBrowser, const QByteArray &oldBrowser, const QString &account) const;
    Result<void> logOut(const QByteArray &browser) const;

    struct Session
    {
        Account account;
        bool isToBeTouched = false; // touch() it, so that it does not end for idleness
        QDateTime loggedInAt; // UTC
    };
    // Who is logged in. Ends after 30 minutes without a request and after 8 hours in any case.
    Result<std::optional<Session>> session(const QByteArray &browser) const;
    Result<void> touch(const QByteArray &browser) const;

    // Gives the account another telephone, whose code was right, and ends its sessions everywhere. false, and nothing is
    // changed, when that telephone has an account with bookings, applications or a person; one with nothing makes way.
    Result<bool> changePhone(const QString &account, const QString &phone) const;

    // A booking is about to be asked for: seconds to wait, or a mark, which is to be taken away unless it turns out that the person
    // has a booking by another account. Who finds that out a few times in a day has to wait, so that nobody can try numbers.
    struct Asking
    {
        QString mark;
        qint64 retryAfter = 0;
    };
    Result<Asking> askPerson(const QString &account, const QString &address) const;
    Result<void> takeAway(const QString &mark) const;

    // Ties the account to a person, once. Errors: RecordConflict, when it is tied to another.
    Result<void> setRealName(const QString &account, const QString &number, const QString &method,
                             const QString &reference) const;

private:
    QString hashed(const char *what, const QByteArray &value) const;
    QString ownerOf(const QByteArray &browser, CodeFor purpose) const;
    Result<bool> makesWay(const QString &phone) const;
    // Milliseconds until one more of that purpose fits into the span; 0: now. Without a column: of everybody.
    Result<qint64> waitFor(const char *purpose, const QString &column, const QString &value, qint64 span,
                           int most) const;
    Result<QString> count(const char *purpose, const QString &who, const QString &address) const; // the row's id
    Result<void> forgetWhatIsOver() const;
    static Account accountIn(const Statement &row);

    const Platform &m_platform;
    Resources &m_resources;
    CodeLimits m_limits;
};

} // namespace idcounter::platform
