#include "app/workflow/packagedesk.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/applicationxml.h"
#include "app/exchange/exchangeschemas.h"
#include "app/workflow/feedbackimport.h"
#include "app/workflow/partnerkeys.h"
#include "app/workflow/reportedcases.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

int ImportReport::count(LineOutcome outcome) const
{
    return int(std::count_if(lines.begin(), lines.end(),
                             [outcome](const FeedbackOutcome &line) { return line.outcome == outcome; }));
}

// Reaches from the first case to the last; used in turn by the window's thread and the writing one.
struct PackageDesk::Writing
{
    Package package;
    QString path;
    QList<Standing> cases;
    std::shared_ptr<ExchangeKeys> keys;
    PublicKeys receiver;
    QString receiverName;
    std::unique_ptr<PackageWriter> writer;
    std::shared_ptr<XmlSchema> schema;
    qsizetype next = 0;
};

struct PackageDesk::Opened
{
    PackageHead head;
    QUuid partner;
    QByteArray hash;
    QList<FeedbackLine> lines;
};

PackageDesk::PackageDesk(Counter counter, QString folder, QObject *parent)
    : CaseWork(std::move(counter), parent)
    , m_folder(std::move(folder))
    , m_background(u"packages"_s)
{
}

QString PackageDesk::fingerprint(const Partner &partner)
{
    const auto keys = PublicKeys::fromBytes(partner.publicKeys);
    return keys ? keys->fingerprint() : QString();
}

void PackageDesk::start()
{
    m_working = true;
    m_cancelled = false;
    Q_EMIT workingChanged();
}

void PackageDesk::stop(const Error &error)
{
    m_working = false;
    Q_EMIT workingChanged();
    Q_EMIT failed(error);
}

std::optional<Partner> PackageDesk::centre() const
{
    const auto found = std::find_if(m_partners.begin(), m_partners.end(), [this](const Partner &partner) {
        return partner.role == Role::Centre && partner.isConfirmed() && partner.validUntil >= m_counter.today()
            && partner.practice == m_counter.station.practice;
    });
    return found == m_partners.end() ? std::nullopt : std::optional(*found);
}

// The station's keys are made when they are first needed.
void PackageDesk::loadKeys(const std::function<void(const std::shared_ptr<ExchangeKeys> &)> &then)
{
    m_counter.store.write(
        this,
        [stamp = m_counter.stamp(),
         clock = m_counter.clock](Repositories &repositories) -> Result<std::shared_ptr<ExchangeKeys>> {
            const auto stored = repositories.exchange.keys();
            if (!stored)
                return stored.error();
            if (*stored) {
                auto keys = ExchangeKeys::fromBytes((*stored)->publicKeys, (*stored)->secretKeys);
                if (!keys)
                    return keys.error();
                return std::make_shared<ExchangeKeys>(*std::move(keys));
            }
            auto fresh = std::make_shared<ExchangeKeys>(ExchangeKeys::create());
            if (const auto done = repositories.exchange.putKeys(makeUuidV7(clock), fresh->publicKeys().toBytes(),
                                                                fresh->secretBytes(), stamp);
                !done)
                return done.error();
            return fresh;
        },
        [this, then](const Result<std::shared_ptr<ExchangeKeys>> &keys) {
            if (!keys)
                return stop(keys.error());
            m_ownKeys = (*keys)->publicKeys();
            then(*keys);
        });
}

void PackageDesk::refresh()
{
    struct Found
    {
        QList<Package> packages;
        QList<Partner> partners;
        std::optional<ExchangeRepository::Keys> keys;
        int waiting = 0;
    };
    m_counter.store.read(
        this,
        [](Repositories &repositories) -> Result<Found> {
            const auto packages = repositories.exchange.packages();
            if (!packages)
                return packages.error();
            const auto partners = repositories.exchange.partners();
            if (!partners)
                return partners.error();
            const auto keys = repositories.exchange.keys();
            if (!keys)
                return keys.error();
            const auto cases = repositories.lives.in({CaseState::StationReviewed, CaseState::Defective});
            if (!cases)
                return cases.error();
            const auto waiting = std::count_if(cases->begin(), cases->end(), [](const Standing &standing) {
                return standing.accepted.state == CaseState::StationReviewed || !standing.progress.defectReported;
            });
            return Found{*packages, *partners, *keys, int(waiting)};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_packages = found->packages;
            m_partners = found->partners;
            m_waiting = found->waiting;
            if (found->keys) {
                if (const auto keys = PublicKeys::fromBytes(found->keys->publicKeys))
                    m_ownKeys = *keys;
            }
            Q_EMIT changed();
        });
}

void PackageDesk::make()
{
    if (m_working)
        return;
    if (!includes(m_counter.person.role, Role::Supervisor)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    begin();
}

void PackageDesk::makeIfDue()
{
    if (m_working)
        return;
    m_counter.store.read(
        this, [](Repositories &repositories) { return StationSettings::load(repositories.station); },
        [this](const Result<StationSettings> &settings) {
            const QDateTime now = stationTime(m_counter.clock());
            const bool isMade = std::any_of(m_packages.begin(), m_packages.end(), [&now](const Package &package) {
                return stationTime(package.madeAt).date() == now.date();
            });
            const bool isDue = settings && settings->packageAt.isValid() && now.time() >= settings->packageAt;
            if (isDue && !isMade && !m_working && m_waiting > 0)
                begin();
        });
}

void PackageDesk::begin()
{
    const auto partner = centre();
    const auto receiver = partner ? PublicKeys::fromBytes(partner->publicKeys)
                                  : Result<PublicKeys>(Error{Error::Code::PartnerMissing, {}});
    if (!receiver) {
        const bool expired = std::any_of(m_partners.begin(), m_partners.end(), [this](const Partner &one) {
            return one.isConfirmed() && one.validUntil < m_counter.today();
        });
        Q_EMIT failed({expired ? Error::Code::PartnerExpired : Error::Code::PartnerMissing, {}});
        return;
    }
    start();
    loadKeys([this, partner, receiver = *receiver](const std::shared_ptr<ExchangeKeys> &keys) {
        auto writing = std::make_shared<Writing>();
        writing->keys = keys;
        writing->receiver = receiver;
        writing->receiverName = partner->name;
        writing->package = {.id = makeUuidV7(m_counter.clock),
                            .partner = partner->id,
                            .madeAt = m_counter.clock(),
                            .person = m_counter.person.login};
        using Waiting = std::pair<QString, QList<Standing>>;
        m_counter.store.read(
            this,
            [unit = m_counter.station.unitCode,
             today = m_counter.today()](Repositories &repositories) -> Result<Waiting> {
                const auto number = repositories.exchange.nextNumber(unit, today);
                if (!number)
                    return number.error();
                const auto cases = repositories.lives.in({CaseState::StationReviewed, CaseState::Defective});
                if (!cases)
                    return cases.error();
                QList<Standing> waiting;
                std::copy_if(cases->begin(), cases->end(), std::back_inserter(waiting), [](const Standing &standing) {
                    return standing.accepted.state == CaseState::StationReviewed || !standing.progress.defectReported;
                });
                return Waiting{*number, waiting};
            },
            [this, writing](const Result<Waiting> &waiting) {
                if (!waiting)
                    return stop(waiting.error());
                if (waiting->second.isEmpty())
                    return stop({Error::Code::NothingToReport, {}});
                writing->package.number = waiting->first;
                writing->package.file = waiting->first + u".idcx"_s;
                writing->path = QDir(m_folder).filePath(writing->package.file);
                writing->cases = waiting->second;
                writeNext(writing);
            });
    });
}

// One case after the other: read, written, and let go of.
void PackageDesk::writeNext(const std::shared_ptr<Writing> &writing)
{
    Q_EMIT progressed(int(writing->next), int(writing->cases.size()));
    if (m_cancelled) {
        m_working = false;
        Q_EMIT workingChanged();
        return;
    }
    if (writing->next == writing->cases.size())
        return finishWriting(writing);
    const Standing standing = writing->cases[writing->next];
    m_counter.store.read(
        this,
        [standing, station = m_counter.station](Repositories &repositories) {
            return gather(repositories, standing, station);
        },
        [this, writing](const Result<ReportedCase> &gathered) {
            if (!gathered)
                return stop(gathered.error());
            m_background.run(
                this,
                [writing, reported = *gathered, folder = m_folder,
                 practice = m_counter.station.practice]() mutable -> Result<void> {
                    reported.package = writing->package.number;
                    if (!writing->writer) {
                        auto schema = applicationSchema();
                        if (!schema)
                            return schema.error();
                        writing->schema = std::make_shared<XmlSchema>(*std::move(schema));
                        if (!QDir().mkpath(folder))
                            return Error{Error::Code::PackageNotWritten, {}};
                        auto writer = PackageWriter::create(writing->path,
                                                            {.id = writing->package.id,
                                                             .kind = PackageHead::Kind::Applications,
                                                             .number = writing->package.number,
                                                             .sender = writing->package.number.first(9),
                                                             .receiver = writing->receiverName,
                                                             .practice = practice,
                                                             .madeAt = writing->package.madeAt},
                                                            *writing->keys, writing->receiver);
                        if (!writer)
                            return writer.error();
                        writing->writer = *std::move(writer);
                    }
                    if (auto done = standardise(reported); !done)
                        return done;
                    const QByteArray xml = applicationXml(reported);
                    if (auto valid = writing->schema->validate(xml); !valid)
                        return valid;
                    return writing->writer->add(applicationFileName(reported, int(writing->next) + 1), xml);
                },
                [this, writing](const Result<void> &done) {
                    if (!done)
                        return stop(done.error());
                    ++writing->next;
                    writeNext(writing);
                });
        });
}

void PackageDesk::finishWriting(const std::shared_ptr<Writing> &writing)
{
    m_background.run(
        this, [writing] { return writing->writer->finish(); },
        [this, writing](const Result<PackageWriter::Written> &written) {
            if (!written)
                return stop(written.error());
            record(writing, *written);
        });
}

void PackageDesk::record(const std::shared_ptr<Writing> &writing, const PackageWriter::Written &written)
{
    writing->package.hash = written.hash;
    writing->package.bytes = written.bytes;
    writing->package.cases = int(writing->cases.size());
    const auto table = life();
    if (!table)
        return stop({Error::Code::TableMissing, {}});
    m_counter.store.write(
        this,
        [package = writing->package, cases = writing->cases, table = *table,
         counter = m_counter](Repositories &repositories) -> Result<Package> {
            QList<PackedCase> packed;
            for (const Standing &standing : cases) {
                const bool isDefect = standing.accepted.state == CaseState::Defective;
                const int round = standing.progress.round + (isDefect ? 0 : 1);
                packed << PackedCase{.caseId = standing.accepted.id,
                                     .round = round,
                                     .kind = isDefect ? PackedKind::Defect : PackedKind::Application};
                const auto change = [&](CaseMove &move) {
                    move.progress.round = round;
                    move.progress.package = package.id;
                    move.progress.defectReported = true;
                    move.body.insert(u"package"_s, package.number);
                };
                if (!isDefect) {
                    if (const auto moved = moveNow(repositories, table, counter, standing,
                                                   {.event = u"report"_s, .as = Role::System, .change = change});
                        !moved)
                        return moved.error();
                    continue;
                }
                CaseMove move{.caseId = standing.accepted.id,
                              .version = standing.version,
                              .transition
                              = {.from = CaseState::Defective, .event = u"report_defect"_s, .to = CaseState::Defective},
                              .progress = standing.progress};
                change(move);
                if (const auto done = repositories.lives.move(move, counter.stamp()); !done)
                    return done.error();
            }
            if (const auto done = repositories.exchange.putPackage(package, packed); !done)
                return done.error();
            return package;
        },
        [this, writing](const Result<Package> &package) {
            if (!package) {
                QFile::remove(writing->path); // nobody has seen it
                return stop(package.error());
            }
            m_working = false;
            Q_EMIT workingChanged();
            Q_EMIT made(*package);
            refresh();
        });
}

void PackageDesk::handOver(const Package &package, const QString &folder)
{
    const QString from = QDir(m_folder).filePath(package.file);
    const QString to = QDir(folder).filePath(package.file);
    start();
    m_background.run(
        this, [from, to, hash = package.hash] { return handOut(from, to, hash); },
        [this, package, to](const Result<void> &done) {
            if (!done)
                return stop(done.error());
            m_counter.store.write(
                this,
                [package, stamp = m_counter.stamp()](Repositories &repositories) -> Result<Package> {
                    if (package.state == PackageState::Made) {
                        if (const auto result = repositories.exchange.setState(package.id, PackageState::HandedOver);
                            !result)
                            return result.error();
                    }
                    if (const auto result = repositories.journal.audit(u"hand-over"_s, package.number, {}, stamp);
                        !result)
                        return result.error();
                    return repositories.exchange.package(package.id);
                },
                [this, to](const Result<Package> &now) {
                    if (!now)
                        return stop(now.error());
                    m_working = false;
                    Q_EMIT workingChanged();
                    Q_EMIT handedOver(*now, to);
                    refresh();
                });
        });
}

void PackageDesk::importFeedback(const QString &path)
{
    if (m_working)
        return;
    start();
    loadKeys([this, path](const std::shared_ptr<ExchangeKeys> &keys) {
        QList<Partner> trusted;
        std::copy_if(m_partners.begin(), m_partners.end(), std::back_inserter(trusted),
                     [](const Partner &partner) { return partner.isConfirmed(); });
        m_background.run(
            this,
            [path, keys, trusted, unit = m_counter.station.unitCode,
             practice = m_counter.station.practice]() -> Result<Opened> {
                QList<PublicKeys> senders;
                for (const Partner &partner : trusted) {
                    if (const auto parsed = PublicKeys::fromBytes(partner.publicKeys))
                        senders << *parsed;
                }
                const auto reader = PackageReader::open(path, *keys, senders);
                if (!reader)
                    return reader.error();
                const auto sender = std::find_if(trusted.begin(), trusted.end(), [&](const Partner &partner) {
                    return partner.publicKeys == reader->sender().toBytes();
                });
                const PackageHead &head = reader->head();
                if (head.receiver != unit || head.practice != practice || sender->practice != practice
                    || head.kind != PackageHead::Kind::Feedback)
                    return Error{Error::Code::PackageForeign, {}};
                if (sender->validUntil < head.madeAt.date())
                    return Error{Error::Code::PartnerExpired, {}};
                const auto schema = feedbackSchema();
                if (!schema)
                    return schema.error();
                Opened opened{.head = head, .partner = sender->id, .hash = reader->hash()};
                const auto read = reader->forEach([&](const QString &, const QByteArray &xml) -> Result<void> {
                    if (auto valid = schema->validate(xml); !valid)
                        return valid;
                    const auto lines = readFeedback(xml);
                    if (!lines)
                        return lines.error();
                    opened.lines << *lines;
                    return {};
                });
                if (!read)
                    return read.error();
                return opened;
            },
            [this, path](const Result<Opened> &opened) {
                if (!opened)
                    return stop(opened.error());
                applyFeedback(QFileInfo(path).fileName(), *opened);
            });
    });
}

void PackageDesk::applyFeedback(const QString &name, const Opened &opened)
{
    const auto table = life();
    const auto reasons = m_counter.rules.returnReasons();
    if (!table || !reasons)
        return stop(reasons ? Error{Error::Code::TableMissing, {}} : reasons.error());
    m_counter.store.write(
        this,
        [name, opened, table = *table, reasons = **reasons,
         counter = m_counter](Repositories &repositories) -> Result<ImportReport> {
            const auto known = repositories.exchange.isKnown(opened.head.id);
            if (!known)
                return known.error();
            if (*known) {
                const auto lines = repositories.exchange.linesOf(opened.head.id);
                return lines ? Result<ImportReport>(ImportReport{.file = name, .wasKnown = true, .lines = *lines})
                             : Result<ImportReport>(lines.error());
            }
            FeedbackImport import(repositories, table, reasons, counter);
            ImportReport report{.file = name};
            for (const FeedbackLine &line : opened.lines) {
                const auto outcome = import.apply(line, int(report.lines.size()) + 1);
                if (!outcome)
                    return outcome.error();
                report.lines << *outcome;
            }
            if (const auto done = repositories.exchange.putFeedback(opened.head.id, opened.partner, opened.hash,
                                                                    report.lines, counter.stamp());
                !done)
                return done.error();
            return report;
        },
        [this](const Result<ImportReport> &report) {
            if (!report)
                return stop(report.error());
            m_working = false;
            Q_EMIT workingChanged();
            Q_EMIT imported(*report);
            refresh();
        });
}

void PackageDesk::writeOwnKeys(const QString &path)
{
    start();
    loadKeys([this, path](const std::shared_ptr<ExchangeKeys> &keys) {
        const QByteArray bytes = keyFile({.id = m_counter.station.id,
                                          .role = Role::County, // of no matter to the other side
                                          .name = m_counter.station.unitCode,
                                          .practice = m_counter.station.practice,
                                          .publicKeys = keys->publicKeys().toBytes(),
                                          .validUntil = m_counter.today().addYears(2)});
        m_background.run(
            this,
            [path, bytes]() -> Result<void> {
                QSaveFile file(path);
                if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
                    return Error{Error::Code::PackageNotWritten, {}};
                return {};
            },
            [this, path](const Result<void> &done) {
                if (!done)
                    return stop(done.error());
                m_working = false;
                Q_EMIT workingChanged();
                Q_EMIT keysWritten(path);
                Q_EMIT changed();
            });
    });
}

void PackageDesk::importPartner(const QString &path)
{
    if (!includes(m_counter.person.role, Role::Supervisor)) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    m_background.run(
        this,
        [path]() -> Result<Partner> {
            QFile file(path);
            constexpr qint64 most = 65536;
            if (!file.open(QIODevice::ReadOnly) || file.size() > most)
                return Error{Error::Code::PackageUnreadable, {}};
            return readKeyFile(file.readAll());
        },
        [this](const Result<Partner> &read) {
            if (!read || read->practice != m_counter.station.practice) {
                Q_EMIT failed(read ? Error{Error::Code::PackageForeign, {}} : read.error());
                return;
            }
            Partner partner = *read;
            partner.id = makeUuidV7(m_counter.clock);
            partner.importedBy = m_counter.person.login;
            m_counter.store.write(
                this,
                [partner, stamp = m_counter.stamp()](Repositories &repositories) {
                    return repositories.exchange.putPartner(partner, stamp);
                },
                [this](const Result<void> &done) {
                    if (!done)
                        Q_EMIT failed(done.error());
                    refresh();
                });
        });
}

void PackageDesk::confirmPartner(const Partner &partner)
{
    m_counter.store.write(
        this,
        [id = partner.id, stamp = m_counter.stamp()](Repositories &repositories) {
            return repositories.exchange.confirmPartner(id, stamp);
        },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            refresh();
        });
}

} // namespace idcounter
