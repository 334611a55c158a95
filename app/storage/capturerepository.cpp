#include "app/storage/capturerepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

QString kindName(CaptureKind kind)
{
    switch (kind) {
    case CaptureKind::Photo:
        return u"photo"_s;
    case CaptureKind::PhotoSource:
        return u"photo_source"_s;
    case CaptureKind::FingerImage:
        return u"finger_image"_s;
    case CaptureKind::FingerTemplate:
        return u"finger_template"_s;
    }
    Q_UNREACHABLE();
}

std::optional<CaptureKind> kindFrom(const QString &name)
{
    for (const CaptureKind kind :
         {CaptureKind::Photo, CaptureKind::PhotoSource, CaptureKind::FingerImage, CaptureKind::FingerTemplate}) {
        if (kindName(kind) == name)
            return kind;
    }
    return {};
}

SealedPlace place(const QUuid &id)
{
    return {.table = "capture", .column = "sealed", .row = id, .version = 1};
}

const QString columns = u"id, case_id, kind, at_ms, person, sealed, row_mac"_s;

QVariantList macColumns(const QString &id, const QString &caseId, const QString &kind, qint64 atMs,
                        const QString &person)
{
    return {id, caseId, kind, atMs, person};
}

} // namespace

Result<void> CaptureRepository::put(const Capture &capture, const Stamp &stamp) const
{
    const qint64 atMs = stamp.at.toMSecsSinceEpoch();
    const QVariantList open
        = macColumns(key(capture.id), key(capture.caseId), kindName(capture.kind), atMs, stamp.person);
    return statement(
               u"INSERT INTO capture (%1) VALUES (:id, :case_id, :kind, :at_ms, :person, :sealed, :row_mac)"_s.arg(
                   columns))
        .with(u":id"_s, key(capture.id))
        .with(u":case_id"_s, key(capture.caseId))
        .with(u":kind"_s, kindName(capture.kind))
        .with(u":at_ms"_s, atMs)
        .with(u":person"_s, stamp.person)
        .with(u":sealed"_s, m_keys.sealer().seal(capture.bytes, place(capture.id)))
        .with(u":row_mac"_s, m_keys.rowMac("capture", open))
        .run();
}

Result<Capture> CaptureRepository::captureIn(const Statement &row) const
{
    const QVariantList open = macColumns(row.text(0), row.text(1), row.text(2), row.number(3), row.text(4));
    if (const auto intact = checkMac("capture", open, row.bytes(6)); !intact)
        return intact.error();
    const auto kind = kindFrom(row.text(2));
    if (!kind)
        return Error{Error::Code::RecordUnreadable, u"capture"_s};
    const QUuid id(row.text(0));
    auto bytes = m_keys.sealer().open(row.bytes(5), place(id));
    if (!bytes)
        return bytes.error();
    return Capture{.id = id, .caseId = QUuid(row.text(1)), .kind = *kind, .bytes = *std::move(bytes)};
}

Result<Capture> CaptureRepository::find(const QUuid &id) const
{
    auto row = statement(u"SELECT %1 FROM capture WHERE id = :id"_s.arg(columns));
    if (const auto result = row.with(u":id"_s, key(id)).run(); !result)
        return result.error();
    if (!row.next())
        return Error{Error::Code::RecordMissing, key(id)};
    return captureIn(row);
}

Result<QList<Capture>> CaptureRepository::ofCase(const QUuid &caseId, CaptureKind kind) const
{
    auto row
        = statement(u"SELECT %1 FROM capture WHERE case_id = :case AND kind = :kind ORDER BY at_ms, id"_s.arg(columns));
    if (const auto result = row.with(u":case"_s, key(caseId)).with(u":kind"_s, kindName(kind)).run(); !result)
        return result.error();
    QList<Capture> captures;
    while (row.next()) {
        auto capture = captureIn(row);
        if (!capture)
            return capture.error();
        captures << *std::move(capture);
    }
    return captures;
}

Result<void> CaptureRepository::remove(const QUuid &id) const
{
    return statement(u"DELETE FROM capture WHERE id = :id"_s).with(u":id"_s, key(id)).run();
}

Result<void> CaptureRepository::removeCase(const QUuid &caseId) const
{
    return statement(u"DELETE FROM capture WHERE case_id = :id"_s).with(u":id"_s, key(caseId)).run();
}

Result<qint64> CaptureRepository::verify() const
{
    auto row = statement(u"SELECT %1 FROM capture ORDER BY id"_s.arg(columns));
    if (const auto result = row.run(); !result)
        return result.error();
    qint64 count = 0;
    for (; row.next(); ++count) {
        if (const auto intact = captureIn(row); !intact)
            return intact.error();
    }
    return count;
}

Result<void> CaptureRepository::count(const Attempt &attempt) const
{
    const QString kind = attempt.photo ? u"photo"_s : u"finger"_s;
    const QString outcome = attempt.accepted ? u"accepted"_s : u"refused"_s;
    const QVariantList open{key(attempt.id), key(attempt.caseId), day(attempt.day), kind, attempt.finger,
                            outcome,         attempt.reason};
    return statement(u"INSERT INTO attempt (id, case_id, day, kind, finger, outcome, reason, row_mac) "
                     "VALUES (:id, :case_id, :day, :kind, :finger, :outcome, :reason, :row_mac)"_s)
        .with(u":id"_s, key(attempt.id))
        .with(u":case_id"_s, key(attempt.caseId))
        .with(u":day"_s, day(attempt.day))
        .with(u":kind"_s, kind)
        .with(u":finger"_s, attempt.finger)
        .with(u":outcome"_s, outcome)
        .with(u":reason"_s, attempt.reason)
        .with(u":row_mac"_s, m_keys.rowMac("attempt", open))
        .run();
}

} // namespace idcounter
