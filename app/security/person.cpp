#include "app/security/person.h"

namespace idcounter {

Result<void> checkPassphrase(const QString &passphrase, const QString &login)
{
    constexpr qsizetype shortest = 8;
    if (passphrase.size() < shortest || passphrase.compare(login, Qt::CaseInsensitive) == 0)
        return Error{Error::Code::PassphraseWeak, {}};
    return {};
}

} // namespace idcounter
