#pragma once

#include "app/exchange/packagefile.h"
#include "app/workflow/background.h"
#include "app/workflow/casework.h"

namespace idcounter {

struct ReportedCase;

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
    int waiting() const { return m_waiting; } // reviewed cases and defects not yet reported
    const std::optional<PublicKeys> &ownKeys() const { return m_ownKeys; }
    bool isWorking() const { return m_working; }
    static QString fingerprint(const Partner &partner);

    void refresh(); // answers with changed()
    // Writes everything that waits into one package for the centre; ends with made(). Can be cancelled until the last case.
    void make();
    // The same by the schedule that the supervisor set, whoever is logged in: once a day, and only where something waits.
    void makeIfDue();
    void cancel() { m_cancelled = true; }
    // A copy into a folder or on a drive; ends with handedOver().
    void handOver(const Package &package, const QString &folder);
    void importFeedback(const QString &path); // ends with imported()

    // Writes the station's public keys for its partners; ends with keysWritten().
    void writeOwnKeys(const QString &path);
    // The keys of another office, from a file that it wrote: not used before another officer confirms them.
    void importPartner(const QString &path);
    void confirmPartner(const Partner &partner);

Q_SIGNALS:
    void changed();
    void workingChanged();
    void progressed(int done, int of);
    void made(const idcounter::Package &package);
    void handedOver(const idcounter::Package &package, const QString &path);
    void imported(const idcounter::ImportReport &report);
    void keysWritten(const QString &path);

private:
    struct Writing; // one package that is being written
    struct Opened; // a feedback file that was read

    void begin();
    void start();
    void stop(const Error &error);
    void loadKeys(const std::function<void(const std::shared_ptr<ExchangeKeys> &)> &then);
    void writeNext(const std::shared_ptr<Writing> &writing);
    void finishWriting(const std::shared_ptr<Writing> &writing);
    void record(const std::shared_ptr<Writing> &writing, const PackageWriter::Written &written);
    void applyFeedback(const QString &name, const Opened &opened);
    std::optional<Partner> centre() const;

    QString m_folder;
    QList<Package> m_packages;
    QList<Partner> m_partners;
    std::optional<PublicKeys> m_ownKeys;
    int m_waiting = 0;
    bool m_working = false;
    std::atomic<bool> m_cancelled = false;
    Background m_background; // goes first
};

} // namespace idcounter
