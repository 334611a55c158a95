#include "app/workflow/feedbackfile.h"

#include "app/exchange/exchangeschemas.h"

#include <algorithm>

namespace idcounter {

namespace {

// By the keys for which it was sealed: those of today, or the ones before, which are good until their last day.
Result<PackageReader> openBy(const QString &path, const QList<OwnKeys> &own, const QList<PublicKeys> &senders,
                             QDate today)
{
    auto opened = PackageReader::open(path, *own.first().keys, senders);
    for (qsizetype i = 1; i < own.size(); ++i) {
        if (opened || opened.error().code != Error::Code::PackageUnreadable)
            break;
        if (!own[i].isGood(today))
            continue;
        auto before = PackageReader::open(path, *own[i].keys, senders);
        if (before || before.error().code != Error::Code::PackageUnreadable)
            opened = std::move(before);
    }
    return opened;
}

Result<void> check(const PackageHead &head, const Partner &sender, const Station &station, QDate today)
{
    if (head.receiver != station.unitCode || head.practice != station.practice || sender.practice != station.practice
        || head.kind != PackageHead::Kind::Feedback)
        return Error{Error::Code::PackageForeign, {}};
    const bool isOver = keyAge(sender.validUntil, today) == KeyAge::Expired
        || keyAge(sender.validUntil, stationTime(head.madeAt).date()) == KeyAge::Expired;
    if (isOver || (sender.isReplaced() && head.madeAt > sender.replacedAt))
        return Error{Error::Code::PartnerExpired, {}};
    return {};
}

} // namespace

Result<OpenedFeedback> openFeedback(const QString &path, const QList<OwnKeys> &own, const QList<Partner> &partners,
                                    const Station &station, QDate today)
{
    QList<PublicKeys> senders;
    for (const Partner &partner : partners) {
        if (const auto keys = PublicKeys::fromBytes(partner.publicKeys); partner.isConfirmed() && keys)
            senders << *keys;
    }
    const auto reader = openBy(path, own, senders, today);
    if (!reader)
        return reader.error();
    const auto sender = std::find_if(partners.begin(), partners.end(), [&](const Partner &partner) {
        return partner.isConfirmed() && partner.publicKeys == reader->sender().toBytes();
    });
    if (const auto fine = check(reader->head(), *sender, station, today); !fine)
        return fine.error();
    const auto schema = feedbackSchema();
    if (!schema)
        return schema.error();
    OpenedFeedback opened{.head = reader->head(), .partner = sender->id, .hash = reader->hash()};
    const auto read = reader->forEach([&](const QString &, const QByteArray &xml) -> Result<void> {
        if (auto valid = schema->validate(xml); !valid)
            return valid;
        const auto lines = readFeedback(xml);
        if (!lines)
            return lines.error();
        opened.lines << *lines;
        return {};
    });
    return read ? Result<OpenedFeedback>(opened) : Result<OpenedFeedback>(read.error());
}

} // namespace idcounter
