#include "app/exchange/practicecentre.h"

#include "app/exchange/exchangeschemas.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString stateFile = u"centre.json"_s;
const QString centreName = u"练习制证中心"_s;
constexpr qsizetype publicSize = 64;

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::PackageUnreadable, u"cannot be opened"_s};
    return file.readAll();
}

Result<void> put(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || file.write(bytes) != bytes.size()
        || !file.commit())
        return Error{Error::Code::PackageNotWritten, {}};
    return {};
}

Result<PublicKeys> keysIn(const QString &path)
{
    const auto bytes = contentOf(path);
    if (!bytes)
        return bytes.error();
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    return PublicKeys::fromBytes(QByteArray::fromHex(object[u"keys"_s].toString().toLatin1()));
}

FeedbackLine lineFor(const QJsonObject &known, const QString &number, Role office, const QString &event)
{
    return {.acceptanceNumber = number,
            .package = known[u"package"_s].toString(),
            .round = known[u"round"_s].toInt(),
            .office = office,
            .event = event};
}

} // namespace

PracticeCentre::PracticeCentre(QString folder, quint64 seed, std::shared_ptr<ExchangeKeys> keys)
    : m_folder(std::move(folder))
    , m_seed(seed)
    , m_keys(std::move(keys))
{
}

Result<PracticeCentre> PracticeCentre::open(const QString &folder, quint64 seed)
{
    const QString keyPath = QDir(folder).filePath(u"centre.keys"_s);
    if (!QFile::exists(keyPath)) {
        if (!QDir().mkpath(folder))
            return Error{Error::Code::PackageNotWritten, {}};
        const ExchangeKeys fresh = ExchangeKeys::create();
        if (const auto done = put(keyPath, fresh.publicKeys().toBytes() + fresh.secretBytes()); !done)
            return done.error();
    }
    const auto bytes = contentOf(keyPath);
    if (!bytes)
        return bytes.error();
    if (bytes->size() <= publicSize)
        return Error{Error::Code::PackageUnreadable, u"centre.keys"_s};
    auto keys = ExchangeKeys::fromBytes(bytes->first(publicSize), bytes->sliced(publicSize));
    if (!keys)
        return keys.error();
    PracticeCentre centre(folder, seed, std::make_shared<ExchangeKeys>(*std::move(keys)));
    const QString statePath = QDir(folder).filePath(stateFile);
    if (QFile::exists(statePath)) {
        const auto state = contentOf(statePath);
        if (!state)
            return state.error();
        const QJsonObject object = QJsonDocument::fromJson(*state).object();
        centre.m_cases = object[u"cases"_s].toObject();
        centre.m_answers = object[u"answers"_s].toInt();
    }
    return centre;
}

Result<void> PracticeCentre::save() const
{
    return put(m_folder.filePath(stateFile),
               QJsonDocument(QJsonObject{{u"cases"_s, m_cases}, {u"answers"_s, m_answers}}).toJson());
}

Result<void> PracticeCentre::writeKeys(const QString &path, QDate today) const
{
    constexpr int years = 2;
    return put(path,
               QJsonDocument(QJsonObject{{u"idcounterKeys"_s, 1},
                                         {u"name"_s, centreName},
                                         {u"role"_s, u"centre"_s},
                                         {u"practice"_s, true},
                                         {u"keys"_s, QString::fromLatin1(publicKeys().toBytes().toHex())},
                                         {u"validUntil"_s, today.addYears(years).toString(Qt::ISODate)}})
                   .toJson());
}

double PracticeCentre::chance(const QString &acceptanceNumber, int round, const char *what) const
{
    const QByteArray hash = QCryptographicHash::hash(
        u"%1 %2 %3 "_s.arg(m_seed).arg(acceptanceNumber).arg(round).toUtf8() + what, QCryptographicHash::Sha256);
    constexpr int bytes = 6;
    return double(hash.first(bytes).toHex().toULongLong(nullptr, 16)) / double(quint64(1) << (8 * bytes));
}

Result<PackageHead>
PracticeCentre::open(const QString &packagePath, const QString &stationKeysPath,
                     const std::function<Result<void>(const QString &, const QByteArray &)> &take) const
{
    const auto station = keysIn(stationKeysPath);
    if (!station)
        return station.error();
    const auto reader = PackageReader::open(packagePath, *m_keys, {*station});
    if (!reader)
        return reader.error();
    if (const auto read = reader->forEach(take); !read)
        return read.error();
    return reader->head();
}

Result<int> PracticeCentre::take(const QString &packagePath, const QString &stationKeysPath, const CentreRates &rates)
{
    const auto station = keysIn(stationKeysPath);
    if (!station)
        return station.error();
    const auto reader = PackageReader::open(packagePath, *m_keys, {*station});
    if (!reader)
        return reader.error();
    if (!reader->head().practice || reader->head().kind != PackageHead::Kind::Applications)
        return Error{Error::Code::PackageForeign, {}};
    const auto schema = applicationSchema();
    if (!schema)
        return schema.error();
    int taken = 0;
    const auto read = reader->forEach([&](const QString &, const QByteArray &xml) -> Result<void> {
        if (auto valid = schema->validate(xml); !valid)
            return valid;
        const auto received = readApplication(xml);
        if (!received)
            return received.error();
        takeCase(*received, rates);
        ++taken;
        return {};
    });
    if (!read)
        return read.error();
    if (const auto saved = save(); !saved)
        return saved.error();
    return taken;
}

// A package that comes twice changes nothing.
void PracticeCentre::takeCase(const ReceivedCase &received, const CentreRates &rates)
{
    const QString &number = received.acceptanceNumber;
    QJsonObject known = m_cases[number].toObject();
    if (received.kind == PackedKind::Recall) { // comes too late where it is decided already
        if (known[u"round"_s].toInt() == received.round && known[u"stage"_s].toString() != u"done") {
            known[u"stage"_s] = u"recall"_s;
            m_cases[number] = known;
        }
        return;
    }
    if (received.kind == PackedKind::Defect) {
        if (known[u"round"_s].toInt() != received.round)
            return;
        known[u"round"_s] = received.round + 1;
        known[u"package"_s] = received.package;
        known[u"stage"_s] = u"remake"_s;
        m_cases[number] = known;
        return;
    }
    if (known[u"round"_s].toInt() >= received.round)
        return;
    known[u"round"_s] = received.round;
    known[u"package"_s] = received.package;
    known[u"born"_s] = received.birthDate.toString(Qt::ISODate);
    const bool isFirst = received.round == 1;
    const double fate = chance(number, received.round, "fate");
    known[u"stage"_s] = isFirst && fate < rates.refused    ? u"refuse"_s
        : isFirst && fate < rates.refused + rates.returned ? u"return"_s
                                                           : u"sign"_s;
    m_cases[number] = known;
}

QList<FeedbackLine> PracticeCentre::linesFor(QJsonObject &known, QDate today)
{
    const QString number = known[u"number"_s].toString();
    const int round = known[u"round"_s].toInt();
    const QString stage = known[u"stage"_s].toString();
    QList<FeedbackLine> lines;
    if (stage == u"done")
        return lines;
    known[u"stage"_s] = u"done"_s;
    lines << lineFor(known, number, Role::Centre, u"acknowledge"_s);
    if (stage == u"refuse") {
        lines << lineFor(known, number, Role::County, u"refuse"_s);
        lines.last().note = u"户籍登记项目与申领登记表不一致"_s;
        return lines;
    }
    if (stage == u"return") {
        static constexpr std::array offices{Role::County, Role::City, Role::Centre};
        static const QStringList codes{u"P01"_s, u"P03"_s, u"P04"_s, u"F11"_s, u"F21"_s, u"D02"_s};
        const auto office = offices[std::size_t(chance(number, round, "office") * double(offices.size()))];
        lines << lineFor(known, number, office, u"return"_s);
        lines.last().errorCodes << codes[qsizetype(chance(number, round, "code") * double(codes.size()))];
        return lines;
    }
    if (stage == u"recall") {
        lines << lineFor(known, number, Role::County, u"recall"_s);
        return lines;
    }
    if (stage == u"sign") {
        const CardValidity validity = cardValidity(QDate::fromString(known[u"born"_s].toString(), Qt::ISODate), today);
        lines << lineFor(known, number, Role::County, u"sign"_s);
        lines.last().validFrom = validity.from;
        lines.last().validUntil = validity.until.value_or(QDate());
    }
    if (stage == u"remake")
        lines << lineFor(known, number, Role::Centre, u"remake"_s);
    // Some stages are told one by one, of some cards only the last: a later one implies those before it.
    constexpr double half = 0.5;
    if (chance(number, round, "detail") < half) {
        if (stage == u"sign")
            lines << lineFor(known, number, Role::Centre, u"take"_s)
                  << lineFor(known, number, Role::Centre, u"start"_s);
        lines << lineFor(known, number, Role::Centre, u"produce"_s);
        lines.last().batch = u"LX%1"_s.arg(today.toString(u"yyyyMMdd"_s));
    }
    lines << lineFor(known, number, Role::Centre, u"dispatch"_s);
    m_delivery << number;
    return lines;
}

Result<PracticeCentre::Answer> PracticeCentre::answer(const QString &path, const QString &stationKeysPath, QDate today)
{
    const auto bytes = contentOf(stationKeysPath);
    const auto station = keysIn(stationKeysPath);
    if (!bytes || !station)
        return station ? bytes.error() : station.error();
    m_delivery.clear();
    QList<FeedbackLine> lines;
    const QStringList numbers = m_cases.keys();
    for (const QString &number : numbers) {
        QJsonObject known = m_cases[number].toObject();
        known[u"number"_s] = number;
        lines << linesFor(known, today);
        m_cases[number] = known;
    }
    Answer made{.path = path, .lines = int(lines.size())};
    if (lines.isEmpty())
        return made;
    ++m_answers;
    const auto writer = PackageWriter::create(
        path,
        {.id = QUuid::createUuidV5(
             QUuid(),
             u"%1 %2 %3"_s.arg(QString::fromLatin1(publicKeys().toBytes().toHex())).arg(m_seed).arg(m_answers)),
         .kind = PackageHead::Kind::Feedback,
         .number = u"FK%1"_s.arg(m_answers, 6, 10, QChar(u'0')),
         .sender = centreName,
         .receiver = QJsonDocument::fromJson(*bytes).object()[u"name"_s].toString(),
         .practice = true,
         .madeAt = QDateTime(today, QTime(0, 0), Qt::UTC)},
        *m_keys, *station);
    if (!writer)
        return writer.error();
    if (const auto done = (*writer)->add(u"ZAGL_FKXX_%1.XML"_s.arg(m_answers, 6, 10, QChar(u'0')), feedbackXml(lines));
        !done)
        return done.error();
    if (const auto done = (*writer)->finish(); !done)
        return done.error();
    if (const auto saved = save(); !saved)
        return saved.error();
    return made;
}

} // namespace idcounter
