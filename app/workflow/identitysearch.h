#pragma once

#include "app/biometrics/fingerindex.h"
#include "app/domain/identityhit.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace idcounter {

// One of the two fingers of a hit, with what the reviewer must see of its case.
struct IdentitySide
{
    Case accepted;
    QByteArray photo; // JPEG
    QByteArray print; // PNG of the first press; empty where it cannot be read
};

// Looks, while nobody waits for it, whether the prints of a newly accepted case are in another case under another number,
// or differ from those of an earlier case of the same number. What it finds is a task for a reviewer: it refuses nothing.
class IdentitySearch : public QObject
{
    Q_OBJECT

public:
    explicit IdentitySearch(Counter counter, QObject *parent = nullptr);

    const QList<IdentityHit> &hits() const { return m_hits; } // open ones, the oldest first
    bool isWorking() const { return m_working; }
    std::size_t fingers() const { return m_fingers; } // of all cases, that are known by now

    // Reads the cases that are new and compares those that were not compared. Goes on by itself until all are.
    void catchUp();
    void refresh(); // the open hits; answers with changed()

    // Both sides of a hit; answers with shown(). Who looked is recorded.
    void show(const IdentityHit &hit);
    // What the reviewer found out, with a note. Errors come with failed(): RoleNotAllowed for a clerk.
    void decide(const IdentityHit &hit, IdentityVerdict verdict, const QString &note);

Q_SIGNALS:
    void changed();
    void finished(); // nothing is left to compare
    void shown(const idcounter::IdentityHit &hit, const idcounter::IdentitySide &one,
               const idcounter::IdentitySide &other);
    void failed(const idcounter::Error &error);

private:
    struct Gallery; // lives in the thread
    struct Probe;
    void readNext();
    void searchNext();
    void search(const QUuid &caseId, const QList<Probe> &probes);
    void compare(const QUuid &caseId, const QList<Probe> &probes, const QList<EnrolledFinger> &candidates);
    void record(const QUuid &caseId, const QList<IdentityHit> &hits);
    void stop(const Error &error);

    Counter m_counter;
    std::shared_ptr<Gallery> m_gallery;
    IdentityRepository::Place m_place; // up to where the cases are read
    QList<IdentityHit> m_hits;
    std::size_t m_fingers = 0;
    bool m_working = false;
    bool m_again = false; // asked for while it worked
    Background m_background; // goes first
};

} // namespace idcounter
