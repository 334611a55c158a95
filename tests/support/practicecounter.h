#pragma once

#include "app/workflow/login.h"
#include "app/workflow/walkin.h"
#include "devices/practice/practiceregister.h"
#include "tests/support/tables.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

// A practice station at which the clerk is logged in: the real database, the real log-in, the practice register.
struct PracticeCounter
{
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("station.sqlite"));
    QDateTime now = QDateTime({2026, 11, 24}, {1, 0}, Qt::UTC);
    idcounter::Clock clock = [this] { return now; };
    idcounter::TableSource tables = shippedTable; // may be changed before rules are asked for
    std::atomic<int> tablesRead = 0;
    idcounter::Rules rules{[this](const QString &name) {
        ++tablesRead;
        return tables(name);
    }};
    idcounter::Store store{path};
    idcounter::LogIn login{store, clock};
    idcounter::PracticeRegister household;

    // Whether the station stands and the clerk is in.
    bool open()
    {
        login.setUpPractice();
        if (!QTest::qWaitFor([this] { return login.state() == idcounter::LogIn::State::LoggedOut; }))
            return false;
        const auto clerk = idcounter::LogIn::practiceLogins().first();
        login.logIn(clerk.login, clerk.passphrase);
        return QTest::qWaitFor([this] { return login.state() == idcounter::LogIn::State::LoggedIn; });
    }

    idcounter::Counter counter()
    {
        return {.store = store,
                .rules = rules,
                .clock = clock,
                .station = login.station(),
                .device = login.device(),
                .person = login.person(),
                .holder = {.token = QUuid::createUuid(), .where = QStringLiteral("1")}};
    }

    // A renewal in which nothing is missing but the payment.
    idcounter::Draft renewal()
    {
        using namespace idcounter;
        const PracticeRegister::Entry &who = PracticeRegister::entries().first();
        Draft draft = Draft::begin(clock, QStringLiteral("wang"));
        draft.applicant = {.number = who.number,
                           .name = who.name,
                           .sex = QStringLiteral("1"),
                           .birthDate = CitizenNumber::parse(who.number)->birthDate(),
                           .ethnicGroup = who.ethnicGroup,
                           .address = who.address,
                           .issuer = QStringLiteral("乌鲁木齐市公安局天山区分局")};
        for (int check = 0; check < bookletCheckCount; ++check)
            draft.papers.passed << check;
        draft.papers.noticeShown = true;
        draft.papers.registerAnswer = RegisterAnswer::Known;
        draft.business.reason = QStringLiteral("22");
        draft.business.oldCard = OldCard::Returned;
        draft.photo = Photo{.capture = QUuid::createUuid(), .source = QStringLiteral("camera"), .attempts = 1};
        for (const char *finger : {"11", "16"}) {
            FingerRecord record;
            record.finger = QString::fromLatin1(finger);
            for (qsizetype press = 0; press < pressesPerFinger; ++press)
                record.presses << QUuid::createUuid();
            record.verified = true;
            draft.fingers << record;
        }
        draft.delivery.phone = QStringLiteral("13800001234");
        draft.signing = {.readBack = true, .printedForms = 1, .signedByPen = true, .formDate = idcounter::today(clock)};
        return draft;
    }
};
