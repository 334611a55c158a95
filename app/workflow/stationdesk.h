#pragma once

#include "app/workflow/counter.h"
#include "app/workflow/stationsettings.h"

#include <QObject>

namespace idcounter {

// What a supervisor sets for the whole station: who works here, the receipt books, the rules that are left to the station.
// Everything is written down in the journal. Who is no supervisor gets RoleNotAllowed.
class StationDesk : public QObject
{
    Q_OBJECT

public:
    explicit StationDesk(Counter counter, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    bool isAllowed() const { return includes(m_counter.person.role, Role::Supervisor); }
    const QList<Person> &people() const { return m_people; }
    const QList<ReceiptBook> &books() const { return m_books; }
    const StationSettings &settings() const { return m_settings; }

    void refresh();
    // Errors: NameMissing, PassphraseWeak, LoginTaken.
    void addPerson(const QString &name, const QString &login, Role role, const QString &passphrase);
    // Lets a person in again with a new passphrase, or gives one who forgot it another. Errors: PassphraseWeak.
    void admit(const QUuid &id, const QString &passphrase);
    // The person can no longer log in; what he did stays. Errors: LastSupervisor.
    void dismiss(const QUuid &id);
    // Errors: ReceiptRangeInvalid.
    void addBook(const QString &prefix, qint64 first, qint64 last);
    void set(const StationSettings &settings);

Q_SIGNALS:
    void changed();
    void failed(const idcounter::Error &error);

private:
    using Change = std::function<Result<void>(Repositories &)>;
    void write(const QString &action, const QString &object, const Change &change);
    std::optional<Person> personOf(const QUuid &id) const;

    Counter m_counter;
    QList<Person> m_people;
    QList<ReceiptBook> m_books;
    StationSettings m_settings;
};

} // namespace idcounter
