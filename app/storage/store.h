#pragma once

#include "app/storage/acceptancerepository.h"
#include "app/storage/balancerepository.h"
#include "app/storage/blankcardrepository.h"
#include "app/storage/capturerepository.h"
#include "app/storage/caserepository.h"
#include "app/storage/countrepository.h"
#include "app/storage/draftrepository.h"
#include "app/storage/exchangerepository.h"
#include "app/storage/figuresrepository.h"
#include "app/storage/identityrepository.h"
#include "app/storage/journalrepository.h"
#include "app/storage/liferepository.h"
#include "app/storage/paperrepository.h"
#include "app/storage/platformrepository.h"
#include "app/storage/refusalrepository.h"
#include "app/storage/stationrepository.h"

#include <QPointer>
#include <QThread>

#include <optional>

namespace idcounter {

// What was found in a look at everything that is stored.
struct StoredCheck
{
    QList<Error> problems; // at most one of a table
    qint64 cases = 0;
    qint64 drafts = 0;
    qint64 captures = 0;
    qint64 papers = 0;
    qint64 journal = 0; // entries

    bool isIntact() const { return problems.isEmpty(); }
};

// What the station keeps: its keys, and one repository for each aggregate. All but the station's own are of use only after
// the keys were opened by a log-in.
struct Repositories
{
    Database &database;
    KeyRing &keys;
    StationRepository station;
    DraftRepository drafts;
    CaptureRepository captures;
    AcceptanceRepository acceptance;
    CaseRepository cases;
    JournalRepository journal;
    PaperRepository papers;
    RefusalRepository refusals;
    IdentityRepository identities;
    FiguresRepository figures;
    LifeRepository lives;
    BlankCardRepository blanks;
    ExchangeRepository exchange;
    CountRepository counts;
    BalanceRepository balances;
    PlatformRepository platform;

    Repositories(Database &opened, KeyRing &ring);

    // Opens everything that is stored, checks every MAC and chain, and asks SQLite about the file.
    StoredCheck verify() const;
};

// The station's database on a thread of its own, so that nobody waits for it. Work is done in the order it was asked for.
// Its answer comes as a call in the thread of the Store, and is dropped when the asker is gone by then; the work is done
// all the same, and the destructor waits for the last of it. Opens with the first work, and tries again when that failed.
class Store
{
public:
    explicit Store(QString path);
    ~Store();
    Q_DISABLE_COPY_MOVE(Store)

    // Result<T> work(Repositories &) runs in the database thread, void answered(const Result<T> &) in the asker's.
    template<typename Work, typename Answered>
    void read(QObject *asker, Work work, Answered answered);

    // The same in one transaction, which is rolled back when the work fails.
    template<typename Work, typename Answered>
    void write(QObject *asker, Work work, Answered answered);

private:
    Result<Repositories *> opened();

    const QString m_path;
    QObject m_home; // lives where the Store was made; what is invoked on it runs there
    QThread m_thread;
    QObject m_worker; // lives in m_thread
    std::unique_ptr<Database> m_database; // used in m_thread only
    KeyRing m_keys; // used in m_thread only
    std::optional<Repositories> m_repositories; // used in m_thread only
};

template<typename Work, typename Answered>
void Store::read(QObject *asker, Work work, Answered answered)
{
    Q_ASSERT(asker->thread() == m_home.thread());
    QMetaObject::invokeMethod(&m_worker, [this, asker = QPointer(asker), work, answered] {
        using Answer = std::invoke_result_t<Work, Repositories &>;
        const auto repositories = opened();
        const Answer answer = repositories ? work(**repositories) : Answer(repositories.error());
        QMetaObject::invokeMethod(&m_home, [asker, answered, answer] {
            if (asker)
                answered(answer);
        });
    });
}

template<typename Work, typename Answered>
void Store::write(QObject *asker, Work work, Answered answered)
{
    const auto inTransaction
        = [this, work](Repositories &repositories) { return m_database->write([&] { return work(repositories); }); };
    read(asker, inTransaction, answered);
}

} // namespace idcounter
