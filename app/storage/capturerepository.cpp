#include "app/storage/capturerepository.h"

#include "app/domain/enumnames.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames kinds{
    std::pair{CaptureKind::Photo, "photo"},
    std::pair{CaptureKind::PhotoSource, "photo_source"},
    std::pair{CaptureKind::FingerImage, "finger_image"},
    std::pair{CaptureKind::FingerTemplate, "finger_template"},
    std::pair{CaptureKind::SidePicture, "side_picture"},
};

} // namespace

Result<void> CaptureRepository::put(const Capture &capture, const Stamp &stamp) const
{
    return insert(
        layout::capture,
        {key(capture.id), key(capture.caseId), kinds.name(capture.kind), stamp.at.toMSecsSinceEpoch(), stamp.person},
        {m_keys.sealer().seal(capture.bytes, place(layout::capture, capture.id))});
}

Result<Capture> CaptureRepository::captureIn(const Statement &row) const
{
    const auto kind = kinds.value(row.text(2));
    if (!kind)
        return Error{Error::Code::RecordUnreadable, u"capture"_s};
    const QUuid id(row.text(0));
    auto bytes = m_keys.sealer().open(row.bytes(5), place(layout::capture, id));
    if (!bytes)
        return bytes.error();
    return Capture{.id = id, .caseId = QUuid(row.text(1)), .kind = *kind, .bytes = *std::move(bytes)};
}

Result<Capture> CaptureRepository::find(const QUuid &id) const
{
    return one(layout::capture, u"WHERE id = ?"_s, {key(id)}, [this](const Statement &row) { return captureIn(row); });
}

Result<QList<Capture>> CaptureRepository::ofCase(const QUuid &caseId, CaptureKind kind) const
{
    return all(layout::capture, u"WHERE case_id = ? AND kind = ? ORDER BY at_ms, id"_s, {key(caseId), kinds.name(kind)},
               [this](const Statement &row) { return captureIn(row); });
}

Result<void> CaptureRepository::removeOthers(const QUuid &caseId, const QList<QUuid> &kept) const
{
    QVariantList values{key(caseId)};
    for (const QUuid &id : kept)
        values << key(id);
    const QStringList marks(kept.size(), u"?"_s);
    return statement(u"DELETE FROM capture WHERE case_id = ? AND id NOT IN (%1)"_s.arg(marks.join(u", "_s)))
        .with(values)
        .run();
}

Result<qint64> CaptureRepository::verify() const
{
    return countRead(layout::capture, [this](const Statement &row) { return captureIn(row); });
}

Result<void> CaptureRepository::count(const Attempt &attempt) const
{
    return insert(layout::attempt,
                  {key(attempt.id), key(attempt.caseId), day(attempt.day), attempt.photo ? u"photo"_s : u"finger"_s,
                   attempt.finger, attempt.accepted ? u"accepted"_s : u"refused"_s, attempt.reason});
}

} // namespace idcounter
