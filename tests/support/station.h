#pragma once

#include "app/domain/uuidv7.h"
#include "app/storage/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

// Sample numbers with a correct check character; they belong to nobody.
inline const QString adultNumber = QStringLiteral("11010519491231002X");
inline const QString otherNumber = QStringLiteral("650102200002299022");
inline const QString childNumber = QStringLiteral("110105201801010019");

// Tuesday, 24 November 2026, nine in the morning at the station.
inline QDateTime testNow()
{
    return QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC);
}

inline idcounter::Draft draftOf(const QString &number, const QString &name)
{
    idcounter::Draft draft = idcounter::Draft::begin(testNow, QStringLiteral("clerk"));
    draft.applicant.number = number;
    draft.applicant.name = name;
    draft.business.reason = QStringLiteral("22");
    draft.business.oldCard = idcounter::OldCard::Returned;
    draft.delivery.phone = QStringLiteral("13800001234");
    draft.signing.formDate = draft.openedOn;
    draft.payment.method = idcounter::PaymentMethod::Cash;
    return draft;
}

// A station that was set up: a real database in a folder of its own, with open keys, a clerk and a supervisor. The test
// has a connection of its own, with which it looks at what is stored, or stands in its way like another program.
struct TestStation
{
    static constexpr auto clerkPassphrase = "practice-clerk";
    static constexpr auto supervisorPassphrase = "practice-supervisor";

    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("station.sqlite"));
    idcounter::KeyRing keys = idcounter::KeyRing::create();
    std::unique_ptr<idcounter::Database> database = *idcounter::Database::open(path);
    idcounter::Repositories repositories{*database, keys};
    idcounter::Station station{.id = idcounter::makeUuidV7(testNow),
                               .unitCode = QStringLiteral("650102999"),
                               .name = QStringLiteral("练习派出所"),
                               .issuer = QStringLiteral("练习市公安局"),
                               .practice = true};
    idcounter::Device device{.id = idcounter::makeUuidV7(testNow), .name = QStringLiteral("1")};
    idcounter::RecoveryKey recovery;
    idcounter::DraftHolder holder{.token = QUuid::createUuid(), .where = QStringLiteral("1")};

    TestStation()
    {
        const auto [slot, key] = keys.recoverySlot(station.id);
        recovery = key;
        const auto done = database->write([&, recoverySlot = slot]() -> idcounter::Result<void> {
            if (auto result = repositories.station.create(station, recoverySlot, device, testNow()); !result)
                return result;
            if (auto result = addPerson("clerk", idcounter::Role::Clerk, clerkPassphrase); !result)
                return result;
            if (auto result = addPerson("supervisor", idcounter::Role::Supervisor, supervisorPassphrase); !result)
                return result;
            return repositories.station.addReceiptBook(
                {.id = idcounter::makeUuidV7(testNow), .prefix = QStringLiteral("LX"), .last = 99999999});
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    idcounter::Result<void> addPerson(const char *login, idcounter::Role role, const char *passphrase)
    {
        const idcounter::Person person{.id = idcounter::makeUuidV7(testNow),
                                       .login = QString::fromLatin1(login),
                                       .name = QString::fromLatin1(login),
                                       .role = role};
        const auto slot = keys.slotFor(person.id, secret(passphrase), idcounter::KdfCost::Low);
        return slot ? repositories.station.addPerson(person, *slot) : slot.error();
    }

    static idcounter::SecretBytes secret(const char *text)
    {
        return idcounter::SecretBytes::copyOf({reinterpret_cast<const unsigned char *>(text), strlen(text)});
    }

    idcounter::Stamp stamp() const { return {.at = testNow(), .person = QStringLiteral("clerk"), .device = device.id}; }

    idcounter::AcceptanceOrder orderFor(const idcounter::Draft &draft) const
    {
        return {
            .form = draft,
            .transition = {.from = idcounter::CaseState::Draft,
                           .event = QStringLiteral("accept"),
                           .to = idcounter::CaseState::Accepted},
            .charges
            = {{.feeCode = QStringLiteral("RENEW"), .full = {2000}, .amount = {2000}, .basis = QStringLiteral("x")}},
            .legalDue = draft.openedOn.addDays(60),
            .promiseDue = draft.openedOn.addDays(28),
            .dueIsProvisional = true,
            .day = draft.openedOn,
            .station = station,
            .device = device,
            .stamp = stamp(),
            .holder = holder};
    }

    idcounter::Result<idcounter::Case> accept(const idcounter::Draft &draft)
    {
        return database->write([&] { return repositories.acceptance.accept(orderFor(draft)); });
    }

    bool execute(const QString &sql) const { return bool(idcounter::Statement(database->connection(), sql).run()); }

    // The bytes of every file of the database, the WAL included.
    QByteArray bytesOnDisk() const
    {
        QByteArray bytes;
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly))
                bytes += file.readAll();
        }
        return bytes;
    }
};
