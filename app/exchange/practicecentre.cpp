#include "app/exchange/practicecentre.h"

#include "app/domain/enumnames.h"
#include "app/domain/table.h"
#include "app/exchange/exchangeschemas.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString stateFile = u"centre.json"_s;
const QString centreName = u"练习制证中心"_s;
constexpr qsizetype publicSize = 64;

constexpr EnumNames fates{
    std::pair{CentreRule::Fate::Sign, "sign"},     std::pair{CentreRule::Fate::Slow, "slow"},
    std::pair{CentreRule::Fate::Return, "return"}, std::pair{CentreRule::Fate::Refuse, "refuse"},
    std::pair{CentreRule::Fate::Hold, "hold"},
};
constexpr EnumNames returning{
    std::pair{Role::County, "county"},
    std::pair{Role::City, "city"},
    std::pair{Role::Centre, "centre"},
};

Result<CentreRule> ruleIn(const Table::Row &row)
{
    const auto round = row.integer(u"round"_s);
    if (!round)
        return round.error();
    const auto fate = fates.value(row.text(u"fate"_s));
    if (!fate)
        return row.error(u"fate"_s, u"sign, slow, return, refuse or hold"_s);
    const QString office = row.text(u"office"_s);
    if (!office.isEmpty() && !returning.value(office))
        return row.error(u"office"_s, u"county, city or centre"_s);
    const QStringList codes = row.text(u"codes"_s).split(u' ', Qt::SkipEmptyParts);
    if (*fate == CentreRule::Fate::Return && codes.isEmpty())
        return row.error(u"codes"_s, u"a return names what is wrong"_s);
    return CentreRule{.ending = row.text(u"ending"_s),
                      .round = round->value_or(0),
                      .fate = *fate,
                      .office = returning.value(office).value_or(Role::Centre),
                      .codes = codes,
                      .note = row.text(u"note"_s)};
}

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

QString batchOf(QDate day)
{
    return u"LX%1"_s.arg(day.toString(u"yyyyMMdd"_s));
}

FeedbackLine signLine(const QJsonObject &known, QDate today)
{
    const CardValidity validity = cardValidity(QDate::fromString(known[u"born"_s].toString(), Qt::ISODate), today);
    FeedbackLine line = lineFor(known, known[u"number"_s].toString(), Role::County, u"sign"_s);
    line.validFrom = validity.from;
    line.validUntil = validity.until.value_or(QDate());
    return line;
}

} // namespace

Result<QList<CentreRule>> CentreRule::read(const QByteArray &csv, const QString &name)
{
    const auto table
        = Table::parse(csv, name, {u"ending"_s, u"round"_s, u"fate"_s, u"office"_s, u"codes"_s, u"note"_s});
    if (!table)
        return table.error();
    return table->map<CentreRule>(ruleIn);
}

PracticeCentre::PracticeCentre(const QString &folder, quint64 seed, std::shared_ptr<ExchangeKeys> keys)
    : m_folder(folder)
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
    known[u"told"_s] = 0;
    known[u"born"_s] = received.birthDate.toString(Qt::ISODate);
    known[u"stage"_s] = fateOf(received, rates);
    m_cases[number] = known;
}

const CentreRule *PracticeCentre::ruleFor(const QString &acceptanceNumber, int round) const
{
    const auto found = std::find_if(m_rules.begin(), m_rules.end(), [&](const CentreRule &rule) {
        return acceptanceNumber.endsWith(rule.ending) && (rule.round == 0 || rule.round == round);
    });
    return found == m_rules.end() ? nullptr : &*found;
}

QString PracticeCentre::fateOf(const ReceivedCase &received, const CentreRates &rates) const
{
    if (const CentreRule *rule = ruleFor(received.acceptanceNumber, received.round))
        return fates.name(rule->fate);
    const bool isFirst = received.round == 1;
    const double fate = chance(received.acceptanceNumber, received.round, "fate");
    return isFirst && fate < rates.refused                 ? u"refuse"_s
        : isFirst && fate < rates.refused + rates.returned ? u"return"_s
                                                           : u"sign"_s;
}

// By the rule for the case, or else by chance.
FeedbackLine PracticeCentre::returnLine(const QJsonObject &known) const
{
    const QString number = known[u"number"_s].toString();
    const int round = known[u"round"_s].toInt();
    const CentreRule *rule = ruleFor(number, round);
    static constexpr std::array offices{Role::County, Role::City, Role::Centre};
    static const QStringList codes{u"P01"_s, u"P03"_s, u"P04"_s, u"F11"_s, u"F21"_s, u"D02"_s};
    const auto chosen = std::size_t(chance(number, round, "office") * double(offices.size()));
    FeedbackLine line = lineFor(known, number, rule ? rule->office : offices[chosen], u"return"_s);
    line.errorCodes
        = rule ? rule->codes : QStringList{codes[qsizetype(chance(number, round, "code") * double(codes.size()))]};
    line.note = rule ? rule->note : QString();
    return line;
}

// The next stage, and no more.
QList<FeedbackLine> PracticeCentre::slowLines(QJsonObject &known, QDate today)
{
    static const QStringList stages{u"acknowledge"_s, u"sign"_s, u"take"_s, u"start"_s, u"produce"_s, u"dispatch"_s};
    const QString number = known[u"number"_s].toString();
    const int stage = known[u"told"_s].toInt();
    FeedbackLine line
        = stages[stage] == u"sign" ? signLine(known, today) : lineFor(known, number, Role::Centre, stages[stage]);
    if (line.event == u"produce")
        line.batch = batchOf(today);
    if (line.event == u"dispatch") {
        known[u"stage"_s] = u"done"_s;
        m_delivery << number;
    }
    known[u"told"_s] = stage + 1;
    return {line};
}

QList<FeedbackLine> PracticeCentre::linesFor(QJsonObject &known, QDate today)
{
    const QString number = known[u"number"_s].toString();
    const int round = known[u"round"_s].toInt();
    const QString stage = known[u"stage"_s].toString();
    QList<FeedbackLine> lines;
    if (stage == u"done" || stage == u"hold")
        return lines;
    if (stage == u"slow")
        return slowLines(known, today);
    known[u"stage"_s] = u"done"_s;
    lines << lineFor(known, number, Role::Centre, u"acknowledge"_s);
    if (stage == u"refuse") {
        const CentreRule *rule = ruleFor(number, round);
        lines << lineFor(known, number, Role::County, u"refuse"_s);
        lines.last().note = rule && !rule->note.isEmpty() ? rule->note : u"户籍登记项目与申领登记表不一致"_s;
        return lines;
    }
    if (stage == u"return") {
        lines << returnLine(known);
        return lines;
    }
    if (stage == u"recall") {
        lines << lineFor(known, number, Role::County, u"recall"_s);
        return lines;
    }
    if (stage == u"sign")
        lines << signLine(known, today);
    if (stage == u"remake")
        lines << lineFor(known, number, Role::Centre, u"remake"_s);
    // Some stages are told one by one, of some cards only the last: a later one implies those before it.
    constexpr double half = 0.5;
    if (chance(number, round, "detail") < half) {
        if (stage == u"sign")
            lines << lineFor(known, number, Role::Centre, u"take"_s)
                  << lineFor(known, number, Role::Centre, u"start"_s);
        lines << lineFor(known, number, Role::Centre, u"produce"_s);
        lines.last().batch = batchOf(today);
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
