#include "app/storage/store.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

Repositories::Repositories(Database &opened, KeyRing &ring)
    : database(opened)
    , keys(ring)
    , station(opened.connection(), ring)
    , drafts(opened.connection(), ring)
    , captures(opened.connection(), ring)
    , acceptance(opened.connection(), ring)
    , cases(opened.connection(), ring)
    , journal(opened.connection(), ring)
    , papers(opened.connection(), ring)
    , refusals(opened.connection(), ring)
    , identities(opened.connection(), ring)
    , figures(opened.connection(), ring)
    , lives(opened.connection(), ring)
    , blanks(opened.connection(), ring)
    , exchange(opened.connection(), ring)
    , counts(opened.connection(), ring)
    , balances(opened.connection(), ring)
    , platform(opened.connection(), ring)
{
}

StoredCheck Repositories::verify() const
{
    StoredCheck check;
    const auto note = [&check](const Result<qint64> &found) {
        if (!found)
            check.problems << found.error();
        return found ? *found : 0;
    };
    const auto file = database.integrityProblems();
    if (!file)
        check.problems << file.error();
    for (const QString &problem : file ? *file : QStringList())
        check.problems << Error{Error::Code::StorageFailed, problem};
    for (const Layout *table : layout::all)
        note(station.verifyRows(*table));
    check.cases = note(cases.verify());
    check.drafts = note(drafts.verify());
    check.captures = note(captures.verify());
    check.papers = note(papers.verify());
    note(refusals.verify());
    note(identities.verify());
    note(lives.verify());
    note(exchange.verify());
    note(counts.verify());
    note(platform.verify());
    check.journal = note(journal.verify());
    return check;
}

Store::Store(QString path)
    : m_path(std::move(path))
{
    m_worker.moveToThread(&m_thread);
    m_thread.setObjectName(u"database"_s);
    m_thread.start();
}

Store::~Store()
{
    QMetaObject::invokeMethod(&m_worker, [this] {
        m_repositories.reset();
        m_database.reset();
        m_thread.quit();
    });
    m_thread.wait();
}

Result<Repositories *> Store::opened()
{
    if (!m_repositories) {
        auto database = Database::open(m_path);
        if (!database)
            return database.error();
        m_database = *std::move(database);
        m_repositories.emplace(*m_database, m_keys);
    }
    return &*m_repositories;
}

} // namespace idcounter
