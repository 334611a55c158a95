#pragma once

#include "app/storage/journalrepository.h"
#include "app/storage/repository.h"

namespace idcounter {

enum class CaptureKind { Photo, PhotoSource, FingerImage, FingerTemplate, SidePicture };

// A photo or a print: its bytes as they are sealed.
struct Capture
{
    QUuid id;
    QUuid caseId;
    CaptureKind kind = CaptureKind::Photo;
    QByteArray bytes;
};

// One try at a photo or a print, for the day's figures.
struct Attempt
{
    QUuid id;
    QUuid caseId;
    QDate day;
    bool photo = true; // else a print
    QString finger; // position code; empty for a photo
    bool accepted = false;
    QString reason; // name of an error code; empty when accepted
};

// Photos and prints, sealed the moment they are taken, and the count of all tries.
class CaptureRepository : public Repository
{
public:
    using Repository::Repository;

    Result<void> put(const Capture &capture, const Stamp &stamp) const;
    // Errors: RecordMissing.
    Result<Capture> find(const QUuid &id) const;
    // All of a case and kind, in the order they were taken.
    Result<QList<Capture>> ofCase(const QUuid &caseId, CaptureKind kind) const;
    // Photos that were taken again, presses that were begun anew: all of a case but those.
    Result<void> removeOthers(const QUuid &caseId, const QList<QUuid> &kept) const;

    Result<void> count(const Attempt &attempt) const;

    // Opens every capture; how many there are. Errors: RecordAltered, RecordUnreadable.
    Result<qint64> verify() const;

private:
    Result<Capture> captureIn(const Statement &row) const;
};

} // namespace idcounter
