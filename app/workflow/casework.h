#pragma once

#include "app/domain/caseguards.h"
#include "app/workflow/counter.h"
#include "app/workflow/stationsettings.h"

#include <QObject>

namespace idcounter {

// The one way in which a case is moved after its acceptance: looked up in the table of its life with the role of who does it,
// checked against its condition, and written with its event in one transaction, which fails when somebody else moved the
// case meanwhile. The desks of review, receipt, collection and so on are made of it.
class CaseWork : public QObject
{
    Q_OBJECT

public:
    explicit CaseWork(Counter counter, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    // A colleague by the log-in name, as it was known when the desk was refreshed last; the log-in name where it was not.
    QString nameOf(const QString &login) const { return m_names.value(login, login); }

Q_SIGNALS:
    // A case was moved, or something about it was put down; as it stands now.
    void moved(const idcounter::Standing &standing);
    void failed(const idcounter::Error &error);

protected:
    using Change = std::function<void(CaseMove &)>;
    using Also = std::function<Result<void>(Repositories &)>;

    // What nameOf() says; then is called in any case.
    void readNames(const std::function<void()> &then);

    // All cases in the states, the oldest first, read a few at a time, so that nobody else waits long for the database. A call
    // while another is under way takes its place. Errors: told by failed().
    void load(const QList<CaseState> &states, const std::function<void(const QList<Standing> &)> &loaded);

    struct Step
    {
        QString event;
        std::optional<Role> as; // the program itself, a carrier; empty: the person at the counter
        std::function<Result<void>(const Standing &, const StationSettings &)> guard; // may be empty
        Change change; // may be empty; the transition's own effect is in already
        Also also; // in the same transaction; may be empty
    };
    void step(const Standing &standing, const Step &step);

    // Something about a case that leaves its state as it is: kept as an event of that name.
    void note(const Standing &standing, const QString &event, const Change &change, const Also &also = {});

    // The move itself, inside a transaction. Errors: TransitionNotAllowed, RoleNotAllowed, those of the guard.
    static Result<Standing> moveNow(Repositories &repositories, const CaseLife &life, const Counter &counter,
                                    const Standing &standing, const Step &step);

    // Emits failed() for an error, and hands on what is none.
    template<typename T>
    auto answer(void (CaseWork::*told)(const T &))
    {
        return [this, told](const Result<T> &result) {
            if (result)
                Q_EMIT(this->*told)(*result);
            else
                Q_EMIT failed(result.error());
        };
    }

    // A copy of the table, for the database's thread. Errors: those of the table, told by failed().
    std::optional<CaseLife> life();

    Counter m_counter;

private:
    struct Loading;
    void loadNext(const std::shared_ptr<Loading> &loading);

    std::weak_ptr<Loading> m_loading; // the last
    QMap<QString, QString> m_names; // by log-in name
};

} // namespace idcounter
