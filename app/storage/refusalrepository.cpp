#include "app/storage/refusalrepository.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int sealedColumn = 5;

} // namespace

Result<void> RefusalRepository::put(const Refusal &refusal, const Stamp &stamp) const
{
    QStringList codes;
    for (const Obstacle &obstacle : refusal.obstacles)
        codes << name(obstacle.code);
    return insert(layout::refusal,
                  {key(refusal.caseId), day(refusal.day), stamp.at.toMSecsSinceEpoch(), stamp.person, codes.join(u' ')},
                  {m_keys.sealer().seal(refusal.note.toUtf8(), place(layout::refusal, refusal.caseId))});
}

Result<QString> RefusalRepository::noteIn(const Statement &row) const
{
    const auto note = m_keys.sealer().open(row.bytes(sealedColumn), place(layout::refusal, QUuid(row.text(0))));
    if (!note)
        return note.error();
    return QString::fromUtf8(*note);
}

Result<QString> RefusalRepository::noteOf(const QUuid &caseId) const
{
    return one(layout::refusal, u"WHERE case_id = ?"_s, {key(caseId)},
               [this](const Statement &row) { return noteIn(row); });
}

Result<qint64> RefusalRepository::verify() const
{
    return countRead(layout::refusal, [this](const Statement &row) { return noteIn(row); });
}

} // namespace idcounter
