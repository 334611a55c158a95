#include "platform/station/stationfiles.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/canonicaljson.h"
#include "app/exchange/contract.h"
#include "app/exchange/packagefile.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int daysOfAnswers = 30;
constexpr qsizetype answersOfEntry = 500; // by the contract

// Where the station is, as its last package said; empty where it never did.
QString cursorOf(Resources &resources, const QString &unit)
{
    const auto receipts = resources.ofStation(unit, u"receipts"_s);
    QString cursor;
    for (const Resource &receipt : receipts ? *receipts : QList<Resource>()) {
        const QJsonObject body = receipt.body[u"body"_s].toObject();
        if (body[u"kind"_s].toString() == "PACKAGE_READ"_L1)
            cursor = body[u"cursor"_s].toString();
    }
    return cursor;
}

// The pictures of the bookings in a page, as far as they are still there.
QStringList picturesIn(const QJsonObject &page, bool isSnapshot)
{
    QStringList ids;
    const QJsonArray changes = page[isSnapshot ? u"items"_s : u"changes"_s].toArray();
    for (const QJsonValue &change : changes) {
        const QJsonArray pictures = change[u"resource"_s][u"attachments"_s].toArray();
        for (const QJsonValue &picture : pictures) {
            if (!picture[u"removedAt"_s].isString())
                ids << picture[u"id"_s].toString();
        }
    }
    return ids;
}

// One that was removed while this package is written is left out: the next package says so.
Result<void> addPictures(PackageWriter &writer, const StationApi &api, const Station &station, const PublicKeys &keys,
                         QStringList ids)
{
    ids.removeDuplicates();
    for (const QString &id : std::as_const(ids)) {
        const HttpResponse answer = api.answerAs(station, keys, "attachments/" + id.toLatin1());
        if (answer.status != 200)
            continue;
        if (auto added = writer.add(u"attachment_%1.bin"_s.arg(id), answer.body); !added)
            return added;
    }
    return {};
}

Result<void> addPages(PackageWriter &writer, const StationApi &api, const Station &station, const PublicKeys &keys,
                      const QString &cursor)
{
    QStringList pictures;
    bool isSnapshot = cursor.isEmpty();
    QString next = cursor;
    int number = 0;
    for (;;) {
        const QByteArray target = isSnapshot ? "snapshot" + (next.isEmpty() ? QByteArray() : "?page=" + next.toLatin1())
                                             : "changes?after=" + next.toLatin1();
        const HttpResponse answer = api.answerAs(station, keys, target);
        if (answer.status == 410 || answer.status == 400) { // another epoch: everything
            isSnapshot = true;
            next.clear();
            continue;
        }
        if (answer.status != 200)
            return Error{Error::Code::PlatformUnreachable, QString::number(answer.status)};
        const QString name
            = u"%1_%2.json"_s.arg(isSnapshot ? u"snapshot"_s : u"changes"_s).arg(++number, 4, 10, QChar(u'0'));
        if (auto added = writer.add(name, answer.body); !added)
            return added;
        const QJsonObject page = QJsonDocument::fromJson(answer.body).object();
        pictures << picturesIn(page, isSnapshot);
        next = page[isSnapshot ? u"nextPage"_s : u"next"_s].toString();
        if (isSnapshot ? next.isEmpty() : !page[u"more"_s].toBool())
            return addPictures(writer, api, station, keys, std::move(pictures));
    }
}

} // namespace

Result<int> StationFiles::read(const QString &path) const
{
    QList<PublicKeys> senders;
    const auto stations = m_platform.read([](Resources &resources) { return Stations(resources.connection()).all(); });
    if (!stations)
        return stations.error();
    for (const Station &station : *stations) {
        const auto keys = m_platform.read(
            [&](Resources &resources) { return Stations(resources.connection()).newestKeys(station.unit); });
        if (keys && *keys)
            senders << **keys;
    }
    const auto reader = PackageReader::open(path, m_platform.keys.exchange, senders);
    if (!reader)
        return reader.error();
    const PackageHead &head = reader->head();
    if (head.kind != PackageHead::Kind::PlatformRequests || head.practice != m_platform.isPractice())
        return Error{Error::Code::PackageForeign, {}};
    const auto known = m_platform.read(
        [&](Resources &resources) { return Stations(resources.connection()).keys(reader->sender().fingerprint()); });
    if (!known)
        return known.error();
    if (!*known || (*known)->station.suspended)
        return Error{Error::Code::PackageSignature, {}};
    int count = 0;
    const auto done = reader->forEach([&](const QString &name, const QByteArray &bytes) -> Result<void> {
        const auto request = readJson(bytes);
        if (!request || !Contract::instance().fits(u"FileRequest"_s, *request))
            return Error{Error::Code::PackageSchema, name};
        const StationApi::FileAnswer answer = m_api.answerFile((*known)->station, (*known)->keys, *request);
        QJsonObject line{{u"package"_s, head.number},
                         {u"entry"_s, name},
                         {u"kind"_s, (*request)[u"kind"_s]},
                         {u"id"_s, (*request)[u"id"_s]},
                         {u"status"_s, answer.status}};
        if (answer.version > 0)
            line[u"version"_s] = answer.version;
        if (!answer.problem.isEmpty())
            line[u"problem"_s] = answer.problem;
        ++count;
        const auto kept = m_platform.write([&](Resources &resources) -> Outcome<void> {
            return resources.putFileAnswer(head.number, name, (*known)->station.unit, line);
        });
        return kept ? Result<void>() : kept.error();
    });
    return done ? Result<int>(count) : done.error();
}

Result<void> StationFiles::write(const QString &unit, const QString &path) const
{
    struct Found
    {
        std::optional<Station> station;
        std::optional<PublicKeys> keys;
        QJsonArray answers;
        QString cursor;
    };
    const auto found = m_platform.read([&](Resources &resources) -> Result<Found> {
        const Stations stations(resources.connection());
        const auto station = stations.find(unit);
        const auto keys = stations.newestKeys(unit);
        const auto answers = resources.fileAnswers(unit, resources.now().addDays(-daysOfAnswers));
        if (!station)
            return station.error();
        if (!keys)
            return keys.error();
        if (!answers)
            return answers.error();
        return Found{.station = *station, .keys = *keys, .answers = *answers, .cursor = cursorOf(resources, unit)};
    });
    if (!found)
        return found.error();
    if (!found->station || !found->keys)
        return Error{Error::Code::PartnerMissing, unit};
    const QDateTime now = m_platform.clock();
    const PackageHead head{.id = makeUuidV7(m_platform.clock),
                           .kind = PackageHead::Kind::PlatformChanges,
                           .number = u"P%1"_s.arg(now.toMSecsSinceEpoch()),
                           .sender = m_platform.host,
                           .receiver = unit,
                           .practice = m_platform.isPractice(),
                           .madeAt = now};
    const auto writer = PackageWriter::create(path, head, m_platform.keys.exchange, *found->keys);
    if (!writer)
        return writer.error();
    int number = 0;
    for (qsizetype at = 0; at < found->answers.size(); at += answersOfEntry) {
        QJsonArray part;
        for (qsizetype one = at; one < std::min(found->answers.size(), at + answersOfEntry); ++one)
            part << found->answers[one];
        const QString name = u"answers_%1.json"_s.arg(++number, 4, 10, QChar(u'0'));
        if (auto added = (*writer)->add(name, canonical(QJsonObject{{u"answers"_s, part}})); !added)
            return added;
    }
    if (auto added = addPages(**writer, m_api, *found->station, *found->keys, found->cursor); !added)
        return added;
    const auto finished = (*writer)->finish();
    return finished ? Result<void>() : finished.error();
}

} // namespace idcounter::platform
