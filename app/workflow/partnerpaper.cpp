#include "app/workflow/partnerpaper.h"

#include "app/exchange/exchangekeys.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

const QString what = u"key fingerprint"_s;

QString nameOf(const QList<Person> &people, const QString &login)
{
    for (const Person &person : people) {
        if (person.login == login)
            return person.name;
    }
    return login;
}

QString objectOf(const Partner &keys)
{
    return keys.id.isNull() ? QString() : keys.id.toString(QUuid::WithoutBraces);
}

} // namespace

PartnerPaper::PartnerPaper(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_paper(m_counter, printer)
{
    connect(&m_paper, &PaperRun::printed, this, &PartnerPaper::printed);
    connect(&m_paper, &PaperRun::saved, this, &PartnerPaper::saved);
    connect(&m_paper, &PaperRun::failed, this, &PartnerPaper::failed);
}

// The officers stand on it by their names.
void PartnerPaper::prepare(const Partner &keys, const std::function<void(const KeyPaperFacts &)> &then)
{
    const auto parsed = PublicKeys::fromBytes(keys.publicKeys);
    if (!parsed) {
        Q_EMIT failed(parsed.error());
        return;
    }
    const bool own = keys.id.isNull();
    KeyPaperFacts facts{.station = m_counter.station.name,
                        .unitCode = m_counter.station.unitCode,
                        .office = own ? m_counter.station.name : keys.name,
                        .role = own ? std::nullopt : std::optional(keys.role),
                        .validUntil = keys.validUntil,
                        .fingerprint = parsed->fingerprint(),
                        .day = m_counter.today(),
                        .practice = m_counter.station.practice};
    m_counter.store.read(
        this, [](Repositories &repositories) { return repositories.station.people(); },
        [this, facts, keys, then](const Result<QList<Person>> &people) {
            if (!people) {
                Q_EMIT failed(people.error());
                return;
            }
            KeyPaperFacts complete = facts;
            complete.importedBy = nameOf(*people, keys.importedBy);
            complete.confirmedBy = nameOf(*people, keys.confirmedBy);
            then(complete);
        });
}

void PartnerPaper::print(const Partner &keys)
{
    prepare(keys, [this, keys](const KeyPaperFacts &facts) {
        m_paper.print(objectOf(keys), what, [facts] { return Result<Document>(keyPaper(facts)); });
    });
}

void PartnerPaper::save(const Partner &keys, const QString &path)
{
    prepare(keys, [this, keys, path](const KeyPaperFacts &facts) {
        m_paper.save(path, objectOf(keys), what, [facts] { return Result<Document>(keyPaper(facts)); });
    });
}

} // namespace idcounter
