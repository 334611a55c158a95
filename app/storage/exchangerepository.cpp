#include "app/storage/exchangerepository.h"

#include "app/domain/enumnames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames roles{std::pair{Role::County, "county"}, std::pair{Role::City, "city"},
                          std::pair{Role::Centre, "centre"}, std::pair{Role::Platform, "platform"}};
constexpr EnumNames states{
    std::pair{PackageState::Made, "made"},
    std::pair{PackageState::HandedOver, "handed over"},
    std::pair{PackageState::PartlyAcknowledged, "partly acknowledged"},
    std::pair{PackageState::Acknowledged, "acknowledged"},
};
constexpr EnumNames kinds{std::pair{PackedKind::Application, "application"}, std::pair{PackedKind::Defect, "defect"},
                          std::pair{PackedKind::Recall, "recall"}};
constexpr EnumNames outcomes{
    std::pair{LineOutcome::Applied, "applied"},
    std::pair{LineOutcome::Nothing, "nothing"},
    std::pair{LineOutcome::EarlierRound, "earlier round"},
    std::pair{LineOutcome::CaseUnknown, "unknown"},
    std::pair{LineOutcome::NotPossible, "not possible"},
};

Error unreadable(const Layout &layout)
{
    return {Error::Code::RecordUnreadable, QString::fromLatin1(layout.table)};
}

} // namespace

Result<void> ExchangeRepository::putKeys(const QUuid &id, const QByteArray &publicKeys, const QByteArray &secretKeys,
                                         const Stamp &stamp) const
{
    if (auto result = insert(layout::exchangeKey, {key(id), stamp.at.toMSecsSinceEpoch(), publicKeys},
                             {m_keys.sealer().seal(secretKeys, place(layout::exchangeKey, id))});
        !result)
        return result;
    return JournalRepository(m_connection, m_keys).audit(u"exchange-keys"_s, key(id), {}, stamp);
}

Result<ExchangeRepository::Keys> ExchangeRepository::keysIn(const Statement &row) const
{
    const QUuid id(row.text(0));
    const auto secret = m_keys.sealer().open(row.bytes(3), place(layout::exchangeKey, id));
    if (!secret)
        return secret.error();
    return Keys{.id = id,
                .madeAt = QDateTime::fromMSecsSinceEpoch(row.number(1), Qt::UTC),
                .publicKeys = row.bytes(2),
                .secretKeys = *secret};
}

Result<QList<ExchangeRepository::Keys>> ExchangeRepository::allKeys() const
{
    return all(layout::exchangeKey, u"ORDER BY at_ms DESC, id DESC"_s, {},
               [this](const Statement &row) { return keysIn(row); });
}

Result<std::optional<ExchangeRepository::Keys>> ExchangeRepository::keys() const
{
    const auto found = allKeys();
    if (!found)
        return found.error();
    return found->isEmpty() ? std::optional<Keys>() : std::optional(found->first());
}

Result<qint64> ExchangeRepository::verify() const
{
    return countRead(layout::exchangeKey, [this](const Statement &row) { return keysIn(row); });
}

Result<void> ExchangeRepository::putPartner(const Partner &partner, const Stamp &stamp) const
{
    const QVariantList columns{key(partner.id),          roles.name(partner.role), partner.name,
                               partner.practice ? 1 : 0, partner.publicKeys,       day(partner.validUntil),
                               partner.importedBy,       partner.confirmedBy};
    if (auto result = insert(layout::partner, columns); !result)
        return result;
    return JournalRepository(m_connection, m_keys).audit(u"partner"_s, key(partner.id), u"imported"_s, stamp);
}

Result<void> ExchangeRepository::confirmPartner(const QUuid &id, const Stamp &stamp) const
{
    const auto row = one(layout::partner, u"WHERE id = ?"_s, {key(id)},
                         [](const Statement &found) -> Result<QVariantList> { return openIn(layout::partner, found); });
    if (!row)
        return row.error();
    QVariantList columns = *row;
    if (columns[6].toString() == stamp.person)
        return Error{Error::Code::SamePerson, {}};
    columns[7] = stamp.person;
    if (auto result = update(layout::partner, columns); !result)
        return result;
    if (auto result = replaceBy(id, stamp); !result)
        return result;
    return JournalRepository(m_connection, m_keys).audit(u"partner"_s, key(id), u"confirmed"_s, stamp);
}

Result<void> ExchangeRepository::replaceBy(const QUuid &id, const Stamp &stamp) const
{
    const auto known = partners();
    if (!known)
        return known.error();
    const auto confirmed
        = std::find_if(known->begin(), known->end(), [&id](const Partner &partner) { return partner.id == id; });
    for (const Partner &old : *known) {
        if (old.id == id || !old.isConfirmed() || old.isReplaced() || !old.isSameOffice(*confirmed))
            continue;
        if (auto result = insert(layout::partnerChange, {key(old.id), key(id), stamp.at.toMSecsSinceEpoch()}); !result)
            return result;
        if (auto result
            = JournalRepository(m_connection, m_keys).audit(u"partner"_s, key(old.id), u"replaced"_s, stamp);
            !result)
            return result;
    }
    return {};
}

Result<QList<Partner>> ExchangeRepository::partners() const
{
    QMap<QUuid, QDateTime> replaced;
    const auto read = forEach(layout::partnerChange, {}, {}, [&replaced](const Statement &row) {
        replaced.insert(QUuid(row.text(0)), QDateTime::fromMSecsSinceEpoch(row.number(2), Qt::UTC));
        return Result<void>();
    });
    if (!read)
        return read.error();
    const auto found = all(layout::partner, u"ORDER BY valid_until DESC, id DESC"_s, {},
                           [&replaced](const Statement &row) -> Result<Partner> {
                               const auto role = roles.value(row.text(1));
                               if (!role)
                                   return unreadable(layout::partner);
                               const QUuid id(row.text(0));
                               return Partner{.id = id,
                                              .role = *role,
                                              .name = row.text(2),
                                              .practice = row.number(3) != 0,
                                              .publicKeys = row.bytes(4),
                                              .validUntil = row.day(5),
                                              .importedBy = row.text(6),
                                              .confirmedBy = row.text(7),
                                              .replacedAt = replaced.value(id)};
                           });
    if (!found)
        return found.error();
    QList<Partner> sorted = *found;
    std::stable_partition(sorted.begin(), sorted.end(), [](const Partner &one) { return !one.isReplaced(); });
    return sorted;
}

Result<QString> ExchangeRepository::nextNumber(const QString &unitCode, QDate onDay) const
{
    const QString start = unitCode + onDay.toString(u"yyyyMMdd"_s);
    auto count = statement(u"SELECT COUNT(*) FROM package WHERE number LIKE ?"_s);
    if (const auto result = count.with({start + u'%'}).run(); !result)
        return result.error();
    const qint64 number = count.next() ? count.number(0) + 1 : 1;
    return u"%1%2"_s.arg(start).arg(number, 3, 10, QChar(u'0'));
}

Result<void> ExchangeRepository::putPackage(const Package &package, const QList<PackedCase> &cases) const
{
    if (auto result = insert(layout::package,
                             {key(package.id), package.number, key(package.partner), states.name(package.state),
                              package.madeAt.toMSecsSinceEpoch(), package.person, package.file, package.hash,
                              package.bytes, package.cases, package.acknowledged});
        !result)
        return result;
    for (const PackedCase &packed : cases) {
        if (auto result = insert(layout::packageCase,
                                 {key(package.id), key(packed.caseId), packed.round, kinds.name(packed.kind), 0});
            !result)
            return result;
    }
    return {};
}

Result<void> ExchangeRepository::setState(const QUuid &id, PackageState state) const
{
    const auto row = one(layout::package, u"WHERE id = ?"_s, {key(id)},
                         [](const Statement &found) -> Result<QVariantList> { return openIn(layout::package, found); });
    if (!row)
        return row.error();
    QVariantList columns = *row;
    columns[3] = states.name(state);
    return update(layout::package, columns);
}

Result<Package> ExchangeRepository::packageIn(const Statement &row)
{
    const auto state = states.value(row.text(3));
    if (!state)
        return unreadable(layout::package);
    return Package{.id = QUuid(row.text(0)),
                   .number = row.text(1),
                   .partner = QUuid(row.text(2)),
                   .state = *state,
                   .madeAt = QDateTime::fromMSecsSinceEpoch(row.number(4), Qt::UTC),
                   .person = row.text(5),
                   .file = row.text(6),
                   .hash = row.bytes(7),
                   .bytes = row.number(8),
                   .cases = int(row.number(9)),
                   .acknowledged = int(row.number(10))};
}

Result<QList<Package>> ExchangeRepository::packages() const
{
    return all(layout::package, u"ORDER BY at_ms DESC, number DESC"_s, {}, &ExchangeRepository::packageIn);
}

Result<Package> ExchangeRepository::package(const QUuid &id) const
{
    return one(layout::package, u"WHERE id = ?"_s, {key(id)}, &ExchangeRepository::packageIn);
}

Result<QList<PackedCase>> ExchangeRepository::casesOf(const QUuid &package) const
{
    return all(layout::packageCase, u"WHERE package_id = ? ORDER BY case_id"_s, {key(package)},
               [](const Statement &row) -> Result<PackedCase> {
                   const auto kind = kinds.value(row.text(3));
                   if (!kind)
                       return unreadable(layout::packageCase);
                   return PackedCase{.caseId = QUuid(row.text(1)),
                                     .round = int(row.number(2)),
                                     .kind = *kind,
                                     .acknowledged = row.number(4) != 0};
               });
}

Result<void> ExchangeRepository::acknowledge(const QUuid &package, const QUuid &caseId) const
{
    const auto cases
        = all(layout::packageCase, u"WHERE package_id = ? AND case_id = ?"_s, {key(package), key(caseId)},
              [](const Statement &row) -> Result<QVariantList> { return openIn(layout::packageCase, row); });
    if (!cases)
        return cases.error();
    if (cases->isEmpty() || cases->first()[4].toInt() != 0)
        return {};
    QVariantList packed = cases->first();
    packed[4] = 1;
    if (auto result = update(layout::packageCase, packed); !result)
        return result;
    const auto row = one(layout::package, u"WHERE id = ?"_s, {key(package)},
                         [](const Statement &found) -> Result<QVariantList> { return openIn(layout::package, found); });
    if (!row)
        return row.error();
    QVariantList columns = *row;
    columns[10] = columns[10].toInt() + 1;
    const bool isAll = columns[10].toInt() >= columns[9].toInt();
    columns[3] = states.name(isAll ? PackageState::Acknowledged : PackageState::PartlyAcknowledged);
    return update(layout::package, columns);
}

Result<bool> ExchangeRepository::isKnown(const QUuid &feedback) const
{
    return exists(layout::feedback, u"id"_s, key(feedback));
}

Result<void> ExchangeRepository::putFeedback(const QUuid &id, const QUuid &partner, const QByteArray &hash,
                                             const QList<FeedbackOutcome> &lines, const Stamp &stamp) const
{
    if (auto result
        = insert(layout::feedback,
                 {key(id), key(partner), hash, stamp.at.toMSecsSinceEpoch(), int(lines.size()), stamp.person});
        !result)
        return result;
    for (const FeedbackOutcome &line : lines) {
        if (auto result
            = insert(layout::feedbackLine,
                     {key(id), line.line, line.acceptanceNumber, line.round, line.event, outcomes.name(line.outcome)});
            !result)
            return result;
    }
    return JournalRepository(m_connection, m_keys).audit(u"feedback"_s, key(id), QString::number(lines.size()), stamp);
}

Result<QList<FeedbackOutcome>> ExchangeRepository::linesOf(const QUuid &feedback) const
{
    return all(layout::feedbackLine, u"WHERE feedback_id = ? ORDER BY line"_s, {key(feedback)},
               [](const Statement &row) -> Result<FeedbackOutcome> {
                   const auto outcome = outcomes.value(row.text(5));
                   if (!outcome)
                       return unreadable(layout::feedbackLine);
                   return FeedbackOutcome{.line = int(row.number(1)),
                                          .acceptanceNumber = row.text(2),
                                          .round = int(row.number(3)),
                                          .event = row.text(4),
                                          .outcome = *outcome};
               });
}

} // namespace idcounter
