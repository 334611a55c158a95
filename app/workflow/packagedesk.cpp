#include "app/workflow/packagedesk.h"

#include "app/domain/caseguards.h"
#include "app/domain/uuidv7.h"
#include "app/workflow/feedbackfile.h"
#include "app/workflow/feedbackimport.h"

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
    Q_EMIT workingChanged();
}

void PackageDesk::stop(const Error &error)
{
    m_working = false;
    Q_EMIT workingChanged();
    Q_EMIT failed(error);
}

QList<KeyReminder> PackageDesk::reminders() const
{
    return keyReminders(m_partners, m_ownUntil, m_counter.today());
}

// The station's keys are made when they are first needed.
void PackageDesk::loadKeys(const std::function<void(const QList<OwnKeys> &)> &then, bool anew)
{
    m_counter.store.write(
        this,
        [stamp = m_counter.stamp(), clock = m_counter.clock, anew](Repositories &repositories) {
            return ownKeysOf(repositories, clock, stamp, anew);
        },
        [this, then](const Result<QList<OwnKeys>> &own) {
            if (!own)
                return stop(own.error());
            m_ownKeys = own->first().keys->publicKeys();
            m_ownUntil = own->first().until;
            then(*own);
        });
}

void PackageDesk::refresh()
{
    readNames([this] { readAll(); });
}

void PackageDesk::readAll()
{
    struct Found
    {
        QList<Package> packages;
        QList<Partner> partners;
        std::optional<ExchangeRepository::Keys> keys;
        int waiting = 0;
        int defects = 0;
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
            const auto cases
                = repositories.lives.in({CaseState::StationReviewed, CaseState::Defective, CaseState::Reported});
            if (!cases)
                return cases.error();
            const auto waiting = std::count_if(cases->begin(), cases->end(),
                                               [](const Standing &standing) { return waitsAs(standing).has_value(); });
            const auto defects = std::count_if(cases->begin(), cases->end(), [](const Standing &standing) {
                return waitsAs(standing) == PackedKind::Defect;
            });
            return Found{*packages, *partners, *keys, int(waiting), int(defects)};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_packages = found->packages;
            m_partners = found->partners;
            m_waiting = found->waiting;
            m_defects = found->defects;
            if (found->keys) {
                if (const auto keys = PublicKeys::fromBytes(found->keys->publicKeys))
                    m_ownKeys = *keys;
                m_ownUntil = lastDayOfOwnKeys(found->keys->madeAt);
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
            // A defect that is found later goes the same day, in a package of its own.
            if (isDue && !m_working && (isMade ? m_defects : m_waiting) > 0)
                begin();
        });
}

void PackageDesk::cancel()
{
    if (m_making)
        m_making->cancel();
}

void PackageDesk::begin()
{
    const auto partner = centreAmong(m_partners, m_counter.station.practice, m_counter.today());
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
    loadKeys([this, partner, receiver = *receiver](const QList<OwnKeys> &own) {
        m_making = std::make_unique<PackageMaking>(m_counter,
                                                   PackageMaking::Order{.folder = m_folder,
                                                                        .partner = partner->id,
                                                                        .receiverName = partner->name,
                                                                        .receiver = receiver,
                                                                        .keys = own.first().keys});
        const auto end = [this] {
            m_working = false;
            m_making.release()->deleteLater(); // it is what tells
            Q_EMIT workingChanged();
        };
        connect(m_making.get(), &PackageMaking::progressed, this, &PackageDesk::progressed);
        connect(m_making.get(), &PackageMaking::cancelled, this, end);
        connect(m_making.get(), &PackageMaking::failed, this, [this, end](const Error &error) {
            end();
            Q_EMIT failed(error);
        });
        connect(m_making.get(), &PackageMaking::made, this, [this, end](const Package &package) {
            m_leftOut = m_making->leftOut();
            end();
            Q_EMIT made(package);
            refresh();
        });
        m_making->begin();
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
    loadKeys([this, path](const QList<OwnKeys> &own) {
        m_background.run(
            this,
            [path, own, partners = m_partners, station = m_counter.station, today = m_counter.today()] {
                return openFeedback(path, own, partners, station, today);
            },
            [this, path](const Result<OpenedFeedback> &opened) {
                if (!opened)
                    return stop(opened.error());
                applyFeedback(QFileInfo(path).fileName(), *opened);
            });
    });
}

void PackageDesk::applyFeedback(const QString &name, const OpenedFeedback &opened)
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
    loadKeys([this, path](const QList<OwnKeys> &own) {
        const QByteArray bytes = keyFile({.id = m_counter.station.id,
                                          .role = Role::County, // of no matter to the other side
                                          .name = m_counter.station.unitCode,
                                          .practice = m_counter.station.practice,
                                          .publicKeys = own.first().keys->publicKeys().toBytes(),
                                          .validUntil = own.first().until});
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

void PackageDesk::renewOwnKeys()
{
    if (!m_counter.isSupervisor()) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, {}});
        return;
    }
    if (m_working)
        return;
    start();
    const auto renewed = [this](const QList<OwnKeys> &) {
        m_working = false;
        Q_EMIT workingChanged();
        Q_EMIT changed();
    };
    loadKeys(renewed, true);
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
            if (!read)
                Q_EMIT failed(read.error());
            else if (read->practice != m_counter.station.practice)
                Q_EMIT failed({Error::Code::PackageForeign, {}});
            else if (keyAge(read->validUntil, m_counter.today()) == KeyAge::Expired)
                Q_EMIT failed({Error::Code::PartnerExpired, {}});
            else
                keep(*read);
        });
}

void PackageDesk::keep(const Partner &read)
{
    Partner partner = read;
    partner.id = makeUuidV7(m_counter.clock);
    partner.importedBy = m_counter.person.login;
    m_counter.store.write(
        this,
        [partner, stamp = m_counter.stamp()](Repositories &repositories) -> Result<bool> {
            const auto partners = repositories.exchange.partners();
            if (!partners)
                return partners.error();
            const bool isKnown = std::any_of(partners->begin(), partners->end(), [&partner](const Partner &other) {
                return !other.isReplaced() && other.isSameOffice(partner) && other.publicKeys == partner.publicKeys
                    && other.validUntil == partner.validUntil;
            });
            if (isKnown)
                return true;
            const auto done = repositories.exchange.putPartner(partner, stamp);
            return done ? Result<bool>(false) : Result<bool>(done.error());
        },
        [this, office = partner.name](const Result<bool> &isKnown) {
            if (!isKnown)
                Q_EMIT failed(isKnown.error());
            else if (*isKnown)
                Q_EMIT keysKnown(office);
            refresh();
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
