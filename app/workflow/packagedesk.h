#pragma once

#include "app/workflow/packagemaking.h"
#include "app/workflow/partnerkeys.h"

namespace idcounter {

struct OpenedFeedback;

// What an import of feedback came to.
struct ImportReport
{
    QString file; // its name only
    bool wasKnown = false; // imported before: nothing was done
    QList<FeedbackOutcome> lines;

    int count(LineOutcome outcome) const;
};

// Packages to the county and the card centre, and the feedback that comes back. Files are written and read in a thread of
// their own, case by case; what they change is one transaction. A package that was written lies in the station's folder,
// with its hash, and is handed out again unchanged. Errors come with failed().
class PackageDesk : public CaseWork
{
    Q_OBJECT

public:
    // folder: where the station keeps its packages.
    PackageDesk(Counter counter, QString folder, QObject *parent = nullptr);

    const QList<Package> &packages() const { return m_packages; }
    const QList<Partner> &partners() const { return m_partners; }
    int waiting() const
    {
        return m_waiting;
    } // reviewed cases, defects and wishes to have a case back, not yet reported
    const std::optional<PublicKeys> &ownKeys() const { return m_ownKeys; }
    QDate ownKeysUntil() const { return m_ownUntil; } // null where there are none
    QList<KeyReminder> reminders() const; // of keys that run out
    bool isWorking() const { return m_working; }
    static QString fingerprint(const Partner &partner);

    void refresh(); // answers with changed()
    // Writes everything that waits into one package for the centre; ends with made(). Can be cancelled until the last case.
    void make();
    // The same by the schedule that the supervisor set, whoever is logged in: once a day, and only where something waits.
    void makeIfDue();
    void cancel();
    // The cases that stayed behind when the last package was made.
    const QList<LeftOut> &leftOut() const { return m_leftOut; }
    // A copy into a folder or on a drive; ends with handedOver().
    void handOver(const Package &package, const QString &folder);
    void importFeedback(const QString &path); // ends with imported()

    // Writes the station's public keys for its partners; ends with keysWritten().
    void writeOwnKeys(const QString &path);
    // New keys for the station, which sign from now on; what is sealed for the ones before is still opened until their last
    // day. Ends with changed().
    void renewOwnKeys();
    // The keys of another office, from a file that it wrote: not used before another officer confirms them. Those that are
    // there already end with keysKnown(). Errors: PackageForeign; PartnerExpired, where their last day is over.
    void importPartner(const QString &path);
    // They take the place of the keys of the same office; what it signed with those before is read until their last day.
    void confirmPartner(const Partner &partner);

Q_SIGNALS:
    void changed();
    void workingChanged();
    void progressed(int done, int of);
    void made(const idcounter::Package &package);
    void handedOver(const idcounter::Package &package, const QString &path);
    void imported(const idcounter::ImportReport &report);
    void keysWritten(const QString &path);
    void keysKnown(const QString &office);

private:
    void readAll();
    void begin();
    void start();
    void stop(const Error &error);
    void loadKeys(const std::function<void(const QList<OwnKeys> &)> &then, bool anew = false);
    void applyFeedback(const QString &name, const OpenedFeedback &opened);
    void keep(const Partner &read);

    QString m_folder;
    QList<Package> m_packages;
    QList<Partner> m_partners;
    std::optional<PublicKeys> m_ownKeys;
    QDate m_ownUntil;
    int m_waiting = 0;
    int m_defects = 0; // of them
    bool m_working = false;
    QList<LeftOut> m_leftOut;
    std::unique_ptr<PackageMaking> m_making; // while one is written
    Background m_background; // goes first
};

} // namespace idcounter
