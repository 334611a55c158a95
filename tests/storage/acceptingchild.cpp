// Accepts cases until it is killed, and says on standard output what it is about to do and what is done: "BEGIN", "COMMIT n",
// "DONE id number". Arguments: the database, the number to begin with, and for a control "NORMAL" (how often to sync).
#include "tests/support/station.h"

#include <QCoreApplication>

#include <unistd.h>

#include <cstdlib>

using namespace idcounter;
using namespace Qt::StringLiterals;

namespace {

void say(const QByteArray &line)
{
    const QByteArray whole = line + '\n';
    if (::write(STDOUT_FILENO, whole.constData(), std::size_t(whole.size())) != whole.size())
        std::exit(7);
}

// A valid number for every count, of nobody.
QString numberOf(int count)
{
    const QString body = u"650102%1%2"_s.arg(19600101 + count % 28).arg(100 + count / 28, 3, 10, QChar(u'0'));
    for (const char check : {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'X'}) {
        const QString text = body + QLatin1Char(check);
        if (CitizenNumber::parse(text))
            return text;
    }
    return {};
}

// Tries again what another program's lock kept off for too long, as a clerk would.
template<typename Work>
auto patiently(Work work)
{
    auto done = work();
    while (!done && done.error().code == Error::Code::StorageBusy)
        done = work();
    return done;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto database = Database::open(arguments.value(1));
    if (!database)
        return 2;
    KeyRing keys;
    const Repositories repositories(**database, keys);
    const auto slot = repositories.station.slotOf(u"clerk"_s);
    if (!slot || !keys.open(slot->second, TestStation::secret(TestStation::clerkPassphrase)))
        return 3;
    const auto station = repositories.station.station();
    const auto device = repositories.station.device();
    if (!station || !*station || !device)
        return 4;
    if (arguments.value(3) == u"NORMAL"
        && !Statement((*database)->connection(), u"PRAGMA synchronous = NORMAL"_s).run())
        return 8;
    const int first = arguments.value(2).toInt();
    const DraftHolder holder{.token = QUuid::createUuid(), .where = u"1"_s};
    for (int count = first;; ++count) {
        const Draft draft = draftOf(numberOf(count), u"张三"_s);
        const Stamp stamp{.at = testNow(), .person = u"clerk"_s, .device = device->id};
        if (!patiently([&] { return repositories.drafts.save(draft, u"fee"_s, holder, testNow()); }))
            return 5;
        const AcceptanceOrder order{
            .form = draft,
            .transition = {.from = CaseState::Draft, .event = u"accept"_s, .to = CaseState::Accepted},
            .charges = {{.feeCode = u"RENEW"_s, .full = {2000}, .amount = {2000}, .basis = u"x"_s}},
            .legalDue = draft.openedOn.addDays(60),
            .promiseDue = draft.openedOn.addDays(28),
            .day = draft.openedOn,
            .station = **station,
            .device = *device,
            .stamp = stamp,
            .holder = holder};
        say("DRAFT " + draft.id.toByteArray(QUuid::WithoutBraces));
        const auto accepted = patiently([&] {
            return (*database)->write([&] {
                say("BEGIN");
                auto done = repositories.acceptance.accept(order);
                say("COMMIT");
                return done;
            });
        });
        if (!accepted)
            return 6;
        say("DONE " + draft.id.toByteArray(QUuid::WithoutBraces) + ' ' + accepted->number.toString().toLatin1());
    }
}
