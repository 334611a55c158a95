#include "app/workflow/stationdesk.h"

#include "app/domain/uuidv7.h"
#include "app/workflow/login.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

StationDesk::StationDesk(Counter counter, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
{
}

void StationDesk::refresh()
{
    struct Found
    {
        QList<Person> people;
        QList<ReceiptBook> books;
        StationSettings settings;
    };
    m_counter.store.read(
        this,
        [](Repositories &repositories) -> Result<Found> {
            const auto people = repositories.station.people();
            if (!people)
                return people.error();
            const auto books = repositories.station.receiptBooks();
            if (!books)
                return books.error();
            const auto settings = StationSettings::load(repositories.station);
            if (!settings)
                return settings.error();
            return Found{*people, *books, *settings};
        },
        [this](const Result<Found> &found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            m_people = found->people;
            m_books = found->books;
            m_settings = found->settings;
            Q_EMIT changed();
        });
}

// One change with its entry in the journal, after which everything is read again.
void StationDesk::write(const QString &action, const QString &object, const Change &change)
{
    if (!isAllowed()) {
        Q_EMIT failed({Error::Code::RoleNotAllowed, action});
        return;
    }
    m_counter.store.write(
        this,
        [action, object, change, stamp = m_counter.stamp()](Repositories &repositories) -> Result<void> {
            if (auto done = change(repositories); !done)
                return done;
            return repositories.journal.audit(action, object, {}, stamp);
        },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(done.error());
            refresh(); // also what was not stored
        });
}

std::optional<Person> StationDesk::personOf(const QUuid &id) const
{
    const auto found
        = std::find_if(m_people.begin(), m_people.end(), [&id](const Person &person) { return person.id == id; });
    return found == m_people.end() ? std::optional<Person>() : *found;
}

void StationDesk::addPerson(const QString &name, const QString &login, Role role, const QString &passphrase)
{
    const Person person{.id = makeUuidV7(m_counter.clock),
                        .login = login.trimmed(),
                        .name = name.trimmed(),
                        .role = role,
                        .active = true};
    if (person.name.isEmpty() || person.login.isEmpty()) {
        Q_EMIT failed({Error::Code::NameMissing, {}});
        return;
    }
    if (const auto fine = checkPassphrase(passphrase, person.login); !fine) {
        Q_EMIT failed(fine.error());
        return;
    }
    const bool taken = std::any_of(m_people.begin(), m_people.end(),
                                   [&person](const Person &other) { return other.login == person.login; });
    if (taken) {
        Q_EMIT failed({Error::Code::LoginTaken, {}});
        return;
    }
    write(u"person-add"_s, person.login,
          [person, passphrase, cost = LogIn::costFor(m_counter.station)](Repositories &repositories) {
              const auto slot = repositories.keys.slotFor(person.id, SecretBytes::ofText(passphrase), cost);
              return slot ? repositories.station.addPerson(person, *slot) : Result<void>(slot.error());
          });
}

void StationDesk::admit(const QUuid &id, const QString &passphrase)
{
    auto person = personOf(id);
    if (!person)
        return;
    if (const auto fine = checkPassphrase(passphrase, person->login); !fine) {
        Q_EMIT failed(fine.error());
        return;
    }
    person->active = true;
    write(u"person-admit"_s, person->login,
          [person = *person, passphrase, cost = LogIn::costFor(m_counter.station)](Repositories &repositories) {
              const auto slot = repositories.keys.slotFor(person.id, SecretBytes::ofText(passphrase), cost);
              if (!slot)
                  return Result<void>(slot.error());
              if (auto changed = repositories.station.changePerson(person); !changed)
                  return changed;
              return repositories.station.setSlot(*slot);
          });
}

void StationDesk::dismiss(const QUuid &id)
{
    auto person = personOf(id);
    if (!person)
        return;
    const auto supervisors = std::count_if(m_people.begin(), m_people.end(), [](const Person &other) {
        return other.active && other.role == Role::Supervisor;
    });
    if (person->active && person->role == Role::Supervisor && supervisors == 1) {
        Q_EMIT failed({Error::Code::LastSupervisor, {}});
        return;
    }
    person->active = false;
    write(u"person-dismiss"_s, person->login,
          [person = *person](Repositories &repositories) { return repositories.station.changePerson(person); });
}

void StationDesk::addBook(const QString &prefix, qint64 first, qint64 last)
{
    const bool overlaps = std::any_of(m_books.begin(), m_books.end(), [&](const ReceiptBook &book) {
        return book.prefix == prefix.trimmed() && first <= book.last && book.first <= last;
    });
    if (first < 1 || last < first || overlaps) {
        Q_EMIT failed({Error::Code::ReceiptRangeInvalid, {}});
        return;
    }
    const ReceiptBook book{
        .id = makeUuidV7(m_counter.clock), .prefix = prefix.trimmed(), .first = first, .last = last, .next = first};
    write(u"receipt-book"_s, u"%1%2-%3"_s.arg(book.prefix).arg(first).arg(last),
          [book](Repositories &repositories) { return repositories.station.addReceiptBook(book); });
}

void StationDesk::set(const StationSettings &settings)
{
    if (settings == m_settings)
        return;
    if (isAllowed())
        m_settings = settings; // a rule that is set next must not bring back the ones before
    write(u"settings"_s, {}, [settings](Repositories &repositories) { return settings.store(repositories.station); });
}

} // namespace idcounter
