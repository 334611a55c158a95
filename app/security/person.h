#pragma once

#include "app/domain/caselife.h"

#include <QUuid>

namespace idcounter {

// Someone who works at the station.
struct Person
{
    QUuid id;
    QString login; // what is typed at the log-in
    QString name; // as papers print it
    Role role = Role::Clerk;
    bool active = true; // may log in

    friend bool operator==(const Person &, const Person &) = default;
};

// What a passphrase must have: eight characters, and not the log-in name. Errors: PassphraseWeak.
Result<void> checkPassphrase(const QString &passphrase, const QString &login);

} // namespace idcounter
