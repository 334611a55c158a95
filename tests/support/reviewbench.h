#pragma once

#include "app/domain/uuidv7.h"
#include "app/workflow/preferences.h"
#include "app/workflow/returndesk.h"
#include "app/workflow/reviewdesk.h"
#include "devices/practice/practicefinger.h"
#include "devices/practice/practiceframes.h"
#include "tests/support/patientscanner.h"
#include "tests/support/photobench.h"
#include "widgets/office.h"

#include <QBuffer>
#include <QSignalSpy>

namespace idcounter::test {

// A printer that is never asked.
class NoPrinter : public Printer
{
public:
    QString label() const override { return QStringLiteral("none"); }
    void print(const QUuid &job, const QString &, const QByteArray &) override { Q_EMIT printed(job); }
};

// A practice station whose cases were accepted past the pages, with a drawn photo and drawn prints, and everything a page
// needs besides.
struct ReviewBench
{
    PracticeCounter station;
    StillCamera camera;
    PatientScanner scanner;
    NoPrinter printer;
    Preferences preferences{station.folder.filePath(QStringLiteral("counter.ini"))};
    Upkeep upkeep{station.path, station.folder.filePath(QStringLiteral("copies")), station.clock};

    bool open()
    {
        preferences.setTakesByItself(false);
        preferences.setBeeps(false);
        return station.open();
    }

    // wang is a clerk, li a supervisor.
    Counter counter(const QString &login, std::optional<Role> role = {})
    {
        Counter counter = station.counter();
        counter.person.login = login;
        counter.person.role = role.value_or(login == u"wang" ? Role::Clerk : Role::Supervisor);
        return counter;
    }

    Office office()
    {
        return Office{{.store = station.store,
                       .rules = station.rules,
                       .clock = station.clock,
                       .counterName = QStringLiteral("1"),
                       .login = station.login,
                       .preferences = preferences,
                       .upkeep = upkeep,
                       .models = [](const QString &name) -> Result<QByteArray> {
                           QFile file(QStringLiteral(IDCOUNTER_SOURCE_DIR "/resources/models/") + name);
                           if (!file.open(QIODevice::ReadOnly))
                               return Error{Error::Code::ModelsMissing, name};
                           return file.readAll();
                       },
                       .checkTables = {},
                       .printRecoveryKey = {}},
                      {.camera = camera,
                       .scanner = scanner,
                       .printer = printer,
                       .household = station.household,
                       .citizens = {},
                       .findPrinters = {},
                       .cameras = {}}};
    }

    static QImage press(const QString &finger, int number)
    {
        static QMap<QString, std::shared_ptr<PracticeFinger>> fingers;
        if (!fingers.contains(finger))
            fingers.insert(finger, std::make_shared<PracticeFinger>(finger.toULongLong()));
        return fingers[finger]->impression(number, PressKind::Ordinary);
    }

    static QByteArray bytesOf(const QImage &image, const char *format)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, format);
        return bytes;
    }

    static QByteArray face()
    {
        static const QByteArray jpeg = [] {
            const QImage frame
                = PracticeFrames(PracticePerson::fromSeed(7)).frame(0).scaledToHeight(441, Qt::SmoothTransformation);
            return bytesOf(frame.copy((frame.width() - 358) / 2, 0, 358, 441), "JPEG");
        }();
        return jpeg;
    }

    // The form of one of the practice citizens, 0 to 4: a renewal for 20 yuan in cash, not yet accepted.
    Draft form(int citizen)
    {
        const PracticeRegister::Entry &who = PracticeRegister::entries()[citizen];
        Draft draft = station.renewal();
        draft.id = makeUuidV7(station.clock);
        draft.applicant.number = who.number;
        draft.applicant.name = who.name;
        draft.applicant.ethnicGroup = who.ethnicGroup;
        draft.applicant.address = who.address;
        draft.fillFromNumber();
        draft.photo->capture = QUuid::createUuid();
        for (FingerRecord &record : draft.fingers) {
            for (QUuid &id : record.presses)
                id = QUuid::createUuid();
            record.quality = record.finger == u"11" ? 82 : 47;
            record.attempts = 4;
        }
        draft.payment = {.method = PaymentMethod::Cash, .tendered = 2000};
        return draft;
    }

    // One minute after the other. also: pictures besides photo and prints. Errors are told on the console.
    std::optional<Case> accept(Draft draft, int daysAgo = 0, const QList<Capture> &also = {})
    {
        station.now = station.now.addSecs(60);
        const Counter at = counter(QStringLiteral("wang"));
        const QDate day = at.today().addDays(-daysAgo);
        draft.signing.formDate = day;
        const auto fees = station.rules.fees();
        const auto charge = (*fees)->charge(QStringLiteral("RENEW"), day, at.station.region());
        QList<Capture> captures = also;
        captures << Capture{draft.photo->capture, draft.id, CaptureKind::Photo, face()};
        for (const FingerRecord &record : draft.fingers) {
            int number = 0;
            for (const QUuid &id : record.presses)
                captures << Capture{id, draft.id, CaptureKind::FingerImage,
                                    bytesOf(press(record.finger, ++number), "PNG")};
        }
        const AcceptanceOrder order{
            .form = draft,
            .transition = {.from = CaseState::Draft, .event = QStringLiteral("accept"), .to = CaseState::Accepted},
            .charges = {*charge},
            .legalDue = day.addDays(60),
            .promiseDue = day.addDays(20),
            .day = day,
            .station = at.station,
            .device = at.device,
            .stamp = at.stamp(),
            .holder = at.holder};
        QObject asker;
        std::optional<Result<Case>> done;
        station.store.write(
            &asker,
            [captures, order](Repositories &repositories) -> Result<Case> {
                for (const Capture &capture : captures) {
                    if (auto stored = repositories.captures.put(capture, order.stamp); !stored)
                        return stored.error();
                }
                return repositories.acceptance.accept(order);
            },
            [&done](const Result<Case> &accepted) { done = accepted; });
        const bool answered = QTest::qWaitFor([&done] { return done.has_value(); });
        if (answered && !*done)
            qWarning("%s %s", qPrintable(name(done->error().code)), qPrintable(done->error().detail));
        return answered && *done ? std::optional(**done) : std::nullopt;
    }

    // As the database has it now.
    Standing standing(const QUuid &id)
    {
        QObject asker;
        std::optional<Result<Standing>> found;
        station.store.read(
            &asker, [id](Repositories &repositories) { return repositories.lives.standing(id); },
            [&found](const Result<Standing> &standing) { found = standing; });
        const bool answered = QTest::qWaitFor([&found] { return found.has_value(); });
        return answered && *found
            ? **found
            : Standing{.accepted = {.number = *AcceptanceNumber::make(QStringLiteral("650102999"), {2026, 1, 1}, 1)}};
    }

    // Sends a case back as li; as it stands then.
    Standing sendBack(const QUuid &id, const QList<ReturnReason> &reasons)
    {
        ReviewDesk desk(counter(QStringLiteral("li")));
        QSignalSpy moved(&desk, &ReviewDesk::moved);
        desk.sendBack(standing(id), reasons);
        if (moved.isEmpty())
            moved.wait();
        return standing(id);
    }
};

} // namespace idcounter::test
