#include "app/workflow/packagemaking.h"

#include "app/domain/uuidv7.h"
#include "app/exchange/exchangeschemas.h"
#include "app/workflow/reportedcases.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// What is wrong with one case and says nothing about the others.
bool isOfOneCase(Error::Code code)
{
    static constexpr std::array codes{Error::Code::RecordAltered, Error::Code::RecordMissing,
                                      Error::Code::RecordUnreadable, Error::Code::TemplateDamaged,
                                      Error::Code::PackageSchema};
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

} // namespace

PackageMaking::PackageMaking(Counter counter, Order order, QObject *parent)
    : CaseWork(std::move(counter), parent)
    , m_order(std::move(order))
    , m_package({.id = makeUuidV7(m_counter.clock),
                 .partner = m_order.partner,
                 .madeAt = m_counter.clock(),
                 .person = m_counter.person.login})
    , m_background(u"package"_s)
{
}

PackageMaking::~PackageMaking() = default;

void PackageMaking::begin()
{
    struct Start
    {
        QString number;
        QList<Standing> waiting;
    };
    m_counter.store.read(
        this,
        [unit = m_counter.station.unitCode, today = m_counter.today()](Repositories &repositories) -> Result<Start> {
            const auto number = repositories.exchange.nextNumber(unit, today);
            if (!number)
                return number.error();
            const auto cases
                = repositories.lives.in({CaseState::StationReviewed, CaseState::Defective, CaseState::Reported});
            if (!cases)
                return cases.error();
            QList<Standing> waiting;
            std::copy_if(cases->begin(), cases->end(), std::back_inserter(waiting),
                         [](const Standing &standing) { return waitsAs(standing).has_value(); });
            return Start{*number, waiting};
        },
        [this](const Result<Start> &start) {
            if (!start) {
                Q_EMIT failed(start.error());
                return;
            }
            if (start->waiting.isEmpty()) {
                Q_EMIT failed({Error::Code::NothingToReport, {}});
                return;
            }
            m_package.number = start->number;
            m_package.file = start->number + u".idcx"_s;
            m_path = QDir(m_order.folder).filePath(m_package.file);
            m_waiting = start->waiting;
            writeNext();
        });
}

// One case after the other: read, written, and let go of.
void PackageMaking::writeNext()
{
    Q_EMIT progressed(int(m_next), int(m_waiting.size()));
    if (m_cancelled) {
        Q_EMIT cancelled();
        return;
    }
    if (m_next == m_waiting.size()) {
        finish();
        return;
    }
    m_counter.store.read(
        this,
        [standing = m_waiting[m_next], station = m_counter.station](Repositories &repositories) {
            return gather(repositories, standing, station);
        },
        [this](const Result<ReportedCase> &gathered) {
            if (gathered)
                write(*gathered);
            else
                leaveOut(gathered.error());
        });
}

void PackageMaking::write(const ReportedCase &gathered)
{
    const PackageHead head{.id = m_package.id,
                           .kind = PackageHead::Kind::Applications,
                           .number = m_package.number,
                           .sender = m_counter.station.unitCode,
                           .receiver = m_order.receiverName,
                           .practice = m_counter.station.practice,
                           .madeAt = m_package.madeAt};
    m_background.run(
        this,
        [reported = gathered, order = m_order, path = m_path, head, writer = m_tools.writer, schema = m_tools.schema,
         index = int(m_packed.size()) + 1]() mutable -> Result<Tools> {
            if (!schema) {
                auto read = applicationSchema();
                if (!read)
                    return read.error();
                schema = std::make_shared<XmlSchema>(*std::move(read));
            }
            reported.package = head.number;
            if (auto done = standardise(reported); !done)
                return done.error();
            const QByteArray xml = applicationXml(reported);
            if (auto valid = schema->validate(xml); !valid)
                return valid.error();
            if (!writer) {
                if (!QDir().mkpath(order.folder))
                    return Error{Error::Code::PackageNotWritten, {}};
                auto created = PackageWriter::create(path, head, *order.keys, order.receiver);
                if (!created)
                    return created.error();
                writer = *std::move(created);
            }
            const auto added = writer->add(applicationFileName(reported, index), xml);
            return added ? Result<Tools>(Tools{writer, schema}) : Result<Tools>(added.error());
        },
        [this](const Result<Tools> &tools) {
            if (!tools) {
                leaveOut(tools.error());
                return;
            }
            m_tools = *tools;
            m_packed << m_waiting[m_next++];
            writeNext();
        });
}

void PackageMaking::leaveOut(const Error &error)
{
    if (!isOfOneCase(error.code)) {
        Q_EMIT failed(error);
        return;
    }
    m_leftOut << LeftOut{m_waiting[m_next++], error};
    writeNext();
}

void PackageMaking::finish()
{
    if (!m_tools.writer) {
        Q_EMIT failed(m_leftOut.first().error);
        return;
    }
    m_background.run(
        this, [writer = m_tools.writer] { return writer->finish(); },
        [this](const Result<PackageWriter::Written> &written) {
            if (written)
                record(*written);
            else
                Q_EMIT failed(written.error());
        });
}

void PackageMaking::record(const PackageWriter::Written &written)
{
    m_package.hash = written.hash;
    m_package.bytes = written.bytes;
    m_package.cases = int(m_packed.size());
    const auto table = life();
    if (!table)
        return;
    m_counter.store.write(
        this,
        [package = m_package, cases = m_packed, leftOut = m_leftOut, table = *table,
         counter = m_counter](Repositories &repositories) -> Result<Package> {
            QList<PackedCase> packed;
            for (const Standing &standing : cases) {
                const PackedKind kind = waitsAs(standing).value_or(PackedKind::Application);
                const bool isFirst = kind == PackedKind::Application;
                const int round = standing.progress.round + (isFirst ? 1 : 0);
                packed << PackedCase{.caseId = standing.accepted.id, .round = round, .kind = kind};
                const auto change = [&](CaseMove &move) {
                    move.progress.round = round;
                    if (kind != PackedKind::Recall)
                        move.progress.package = package.id;
                    move.progress.recallReported = kind == PackedKind::Recall;
                    move.progress.defectReported = true;
                    move.body.insert(u"package"_s, package.number);
                };
                if (isFirst) {
                    if (const auto moved = moveNow(repositories, table, counter, standing,
                                                   {.event = u"report"_s, .as = Role::System, .change = change});
                        !moved)
                        return moved.error();
                    continue;
                }
                const QString event = kind == PackedKind::Recall ? u"report_recall"_s : u"report_defect"_s;
                const CaseState state = standing.accepted.state;
                CaseMove move{.caseId = standing.accepted.id,
                              .version = standing.version,
                              .transition = {.from = state, .event = event, .to = state},
                              .progress = standing.progress};
                change(move);
                if (const auto done = repositories.lives.move(move, counter.stamp()); !done)
                    return done.error();
            }
            for (const LeftOut &one : leftOut) {
                if (const auto done = repositories.journal.audit(
                        u"left-out"_s, package.number,
                        one.standing.accepted.number.toString() + u' ' + name(one.error.code), counter.stamp());
                    !done)
                    return done.error();
            }
            if (const auto done = repositories.exchange.putPackage(package, packed); !done)
                return done.error();
            return package;
        },
        [this](const Result<Package> &package) {
            if (package) {
                Q_EMIT made(*package);
                return;
            }
            QFile::remove(m_path); // nobody has seen it
            Q_EMIT failed(package.error());
        });
}

} // namespace idcounter
