#include "app/workflow/platformfiles.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/packagefile.h"
#include "app/workflow/platformoutbox.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int entryDigits = 5;

// The platform to which files are written: whose keys were confirmed last, and are in use.
std::optional<Partner> platformAmong(const QList<Partner> &partners, bool practice, QDate today)
{
    const auto found = std::find_if(partners.begin(), partners.end(), [&](const Partner &partner) {
        return partner.role == Role::Platform && partner.practice == practice && partner.isConfirmed()
            && !partner.isReplaced() && partner.validUntil >= today;
    });
    return found == partners.end() ? std::optional<Partner>() : *found;
}

struct ToWrite
{
    QList<Outgoing> waiting;
    std::shared_ptr<ExchangeKeys> keys;
    Partner platform;
    QString number;
};

QByteArray entryOf(const Outgoing &outgoing)
{
    QJsonObject request{{u"kind"_s, outgoing.kind},
                        {u"id"_s, idText(outgoing.id)},
                        {u"body"_s, QJsonDocument::fromJson(outgoing.body).object()}};
    if (outgoing.ifMatch > 0)
        request[u"ifMatch"_s] = outgoing.ifMatch;
    return canonical(request);
}

Result<int> writeFile(const QString &path, const PackageHead &head, const ToWrite &what)
{
    const auto receiver = PublicKeys::fromBytes(what.platform.publicKeys);
    if (!receiver)
        return receiver.error();
    const auto writer = PackageWriter::create(path, head, *what.keys, *receiver);
    if (!writer)
        return writer.error();
    int number = 0;
    for (const Outgoing &outgoing : what.waiting) {
        const QString name = u"request_%1.json"_s.arg(++number, entryDigits, 10, QChar(u'0'));
        if (const auto added = (*writer)->add(name, entryOf(outgoing)); !added)
            return added.error();
    }
    const auto finished = (*writer)->finish();
    return finished ? Result<int>(number) : finished.error();
}

// What became of a request that went by file.
Result<void> takeAnswer(const Repositories &repositories, const QJsonObject &answer, const QDateTime &now)
{
    const auto there = repositories.platform.outgoing(QUuid(answer[u"id"_s].toString()));
    if (!there)
        return there.error();
    if (!*there || (*there)->state != Outgoing::State::Waiting)
        return {};
    Outgoing outgoing = **there;
    const int status = answer[u"status"_s].toInt();
    const QString problem = answer[u"problem"_s][u"type"_s].toString().section(u':', -1);
    ++outgoing.tries;
    if (status == 200 || status == 201) {
        outgoing.state = Outgoing::State::Sent;
        outgoing.sentAt = now;
        outgoing.error.clear();
    } else {
        outgoing.state = problem == "precondition-failed"_L1 ? Outgoing::State::Settled : Outgoing::State::Refused;
        outgoing.error = name(errorOfProblem(problem)) + u' ' + problem;
        if (outgoing.kind == "decisions"_L1) {
            if (auto released = repositories.platform.releaseSeats(outgoing.lane); !released)
                return released;
        }
    }
    return repositories.platform.update(outgoing);
}

} // namespace

PlatformFiles::PlatformFiles(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
    , m_background(u"platform files"_s)
{
}

void PlatformFiles::write(const QString &path)
{
    const bool practice = m_counter.station.practice;
    m_counter.store.write(
        this,
        [counter = m_counter, practice](Repositories &repositories) -> Result<ToWrite> {
            const auto partners = repositories.exchange.partners();
            const auto keys = ownKeysOf(repositories, counter.clock, counter.stamp(), false);
            const auto cursor = repositories.platform.cursor();
            if (!partners)
                return partners.error();
            if (!keys)
                return keys.error();
            if (!cursor)
                return cursor.error();
            const auto platform = platformAmong(*partners, practice, counter.today());
            if (!platform)
                return Error{Error::Code::PartnerMissing, u"platform"_s};
            const auto number = repositories.exchange.nextNumber(counter.station.unitCode, counter.today());
            if (!number)
                return number.error();
            // The platform begins its next package where we are.
            if (!cursor->cursor.isEmpty()) {
                const PlatformOutbox outbox(repositories, voiceOf(counter));
                const auto receipt = outbox.say(u"receipts"_s,
                                                {{u"kind"_s, u"PACKAGE_READ"_s},
                                                 {u"station"_s, outbox.unitCode()},
                                                 {u"at"_s, outbox.now()},
                                                 {u"package"_s, *number},
                                                 {u"cursor"_s, cursor->cursor}},
                                                {});
                if (!receipt)
                    return receipt.error();
            }
            const auto waiting = repositories.platform.waiting();
            if (!waiting)
                return waiting.error();
            return ToWrite{.waiting = *waiting, .keys = keys->first().keys, .platform = *platform, .number = *number};
        },
        [this, path, practice](const Result<ToWrite> &what) {
            if (!what) {
                Q_EMIT failed(what.error());
                return;
            }
            constexpr qsizetype digitsOfUnit = 9;
            const PackageHead head{.id = makeUuidV7(m_counter.clock),
                                   .kind = PackageHead::Kind::PlatformRequests,
                                   .number = what->number,
                                   .sender = m_counter.station.unitCode.left(digitsOfUnit),
                                   .receiver = what->platform.name,
                                   .practice = practice,
                                   .madeAt = m_counter.clock()};
            m_background.run(
                this, [path, head, what = *what] { return writeFile(path, head, what); },
                [this](const Result<int> &done) {
                    if (done)
                        Q_EMIT written(*done);
                    else
                        Q_EMIT failed(done.error());
                });
        });
}

Result<PlatformFiles::Opened> PlatformFiles::openPackage(const QString &path, const ExchangeKeys &own,
                                                         const QList<PublicKeys> &senders, bool practice)
{
    const auto reader = PackageReader::open(path, own, senders);
    if (!reader)
        return reader.error();
    if (reader->head().kind != PackageHead::Kind::PlatformChanges || reader->head().practice != practice)
        return Error{Error::Code::PackageForeign, {}};
    Opened opened{.number = reader->head().number};
    const auto read = reader->forEach([&](const QString &name, const QByteArray &bytes) -> Result<void> {
        if (!name.endsWith(u".json"_s))
            return {};
        const auto json = readJson(bytes);
        if (!json)
            return json.error();
        const auto take = [](QJsonArray &into, const QJsonArray &from) {
            for (const QJsonValue &value : from)
                into << value;
        };
        take(opened.answers, (*json)[u"answers"_s].toArray());
        take(opened.changes, (*json)[u"changes"_s].toArray());
        take(opened.changes, (*json)[u"items"_s].toArray());
        if (json->contains(u"epoch"_s)) {
            opened.isSnapshot = json->contains(u"items"_s);
            opened.epoch = (*json)[u"epoch"_s].toString();
            opened.cursor = (*json)[opened.isSnapshot ? u"cursor"_s : u"next"_s].toString();
        }
        return {};
    });
    return read ? Result<Opened>(opened) : read.error();
}

void PlatformFiles::read(const QString &path)
{
    m_counter.store.write(
        this,
        [counter = m_counter](Repositories &repositories) -> Result<Keys> {
            const auto partners = repositories.exchange.partners();
            const auto own = ownKeysOf(repositories, counter.clock, counter.stamp(), false);
            if (!partners)
                return partners.error();
            if (!own)
                return own.error();
            Keys keys{.own = own->first().keys};
            for (const Partner &partner : *partners) {
                const auto known = PublicKeys::fromBytes(partner.publicKeys);
                if (known && partner.role == Role::Platform && partner.isConfirmed())
                    keys.senders << *known;
            }
            return keys;
        },
        [this, path](const Result<Keys> &keys) {
            if (!keys) {
                Q_EMIT failed(keys.error());
                return;
            }
            m_background.run(
                this,
                [path, keys = *keys, practice = m_counter.station.practice] {
                    return openPackage(path, *keys.own, keys.senders, practice);
                },
                [this, path, keys = *keys](const Result<Opened> &opened) {
                    if (opened)
                        apply(path, keys, *opened);
                    else
                        Q_EMIT failed(opened.error());
                });
        });
}

void PlatformFiles::apply(const QString &path, const Keys &openedWith, const Opened &opened)
{
    m_counter.store.write(
        this,
        [opened, counter = m_counter](Repositories &repositories) -> Result<std::pair<int, int>> {
            const auto keys = ownKeysOf(repositories, counter.clock, counter.stamp(), false);
            const auto before = repositories.platform.cursor();
            if (!keys)
                return keys.error();
            if (!before)
                return before.error();
            for (const QJsonValue &answer : std::as_const(opened.answers)) {
                if (const auto taken = takeAnswer(repositories, answer.toObject(), counter.clock()); !taken)
                    return taken.error();
            }
            PlatformImport import(repositories, *keys, voiceOf(counter).unitCode, counter.stamp());
            if (const auto applied = import.apply(opened.changes); !applied)
                return applied.error();
            // A package that is older than what the line brought says nothing new, and moves nothing back.
            const bool isKnown = opened.epoch.isEmpty() || opened.cursor == before->cursor
                || (opened.epoch == before->epoch && before->earlier.contains(opened.cursor));
            if (!isKnown) {
                const auto moved = movedOn(*before, opened.epoch, opened.cursor, counter.clock());
                if (!moved)
                    return moved.error();
                if (const auto kept = repositories.platform.setCursor(*moved); !kept)
                    return kept.error();
            }
            const auto audit = repositories.journal.audit(u"platform-package"_s, opened.number, {}, counter.stamp());
            if (!audit)
                return audit.error();
            return std::pair(import.applied(), import.refused());
        },
        [this, path, openedWith](const Result<std::pair<int, int>> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            readPictures(path, openedWith, [this, done = *done] {
                m_link.open(); // on from the cursor of the file
                Q_EMIT m_link.itemsChanged();
                Q_EMIT imported(done.first, done.second);
            });
        });
}

void PlatformFiles::readPictures(const QString &path, const Keys &keys, const std::function<void()> &then)
{
    struct Found
    {
        QList<NamedPicture> missing;
        QList<OwnKeys> own;
    };
    const auto keep = [this](const NamedPicture &named, const Result<QByteArray> &opened) {
        QMetaObject::invokeMethod(this, [this, named, opened] {
            m_counter.store.write(
                this,
                [named, opened, now = m_counter.clock()](Repositories &repositories) {
                    return keepPicture(repositories, named, opened, now);
                },
                [this](const Result<void> &kept) {
                    if (!kept)
                        Q_EMIT failed(kept.error());
                });
        });
    };
    m_counter.store.write(
        this,
        [counter = m_counter](Repositories &repositories) -> Result<Found> {
            const auto missing = missingPictures(repositories);
            const auto own = ownKeysOf(repositories, counter.clock, counter.stamp(), false);
            if (!missing)
                return missing.error();
            return own ? Result<Found>(Found{*missing, *own}) : own.error();
        },
        [this, path, keys, keep, then](const Result<Found> &found) {
            if (!found || found->missing.isEmpty())
                return then();
            m_background.run(
                this,
                [path, keys, keep, found = *found] { return openPictures(path, keys, found.missing, found.own, keep); },
                [this, then](const Result<void> &done) {
                    if (!done)
                        Q_EMIT failed(done.error());
                    then();
                });
        });
}

Result<void>
PlatformFiles::openPictures(const QString &path, const Keys &keys, const QList<NamedPicture> &missing,
                            const QList<OwnKeys> &own,
                            const std::function<void(const NamedPicture &, const Result<QByteArray> &)> &take)
{
    const auto reader = PackageReader::open(path, *keys.own, keys.senders);
    if (!reader)
        return reader.error();
    return reader->forEach([&](const QString &name, const QByteArray &bytes) -> Result<void> {
        for (const NamedPicture &named : missing) {
            if (name == u"attachment_%1.bin"_s.arg(idText(named.id)))
                take(named, openedPicture(named, bytes, own));
        }
        return {};
    });
}

} // namespace idcounter
