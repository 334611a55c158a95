#include "app/workflow/temporarycardpaper.h"

#include "app/documents/temporarycard.h"

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

struct Stored
{
    Draft form;
    BlankCard card;
    QByteArray photo;
};

Result<Stored> readCard(Repositories &repositories, const QUuid &caseId)
{
    const auto accepted = repositories.cases.find(caseId);
    if (!accepted)
        return accepted.error();
    const auto card = repositories.blanks.issuedFor(caseId);
    if (!card)
        return card.error();
    if (!*card)
        return Error{Error::Code::BlankCardUnknown, {}};
    if (!accepted->form.photo)
        return Error{Error::Code::PhotoMissing, {}};
    const auto photo = repositories.captures.find(accepted->form.photo->capture);
    if (!photo)
        return photo.error();
    return Stored{accepted->form, **card, photo->bytes};
}

} // namespace

TemporaryCardPaper::TemporaryCardPaper(Counter counter, Printer &printer, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_paper(m_counter, printer)
{
    connect(&m_paper, &PaperRun::printed, this, &TemporaryCardPaper::printed);
    connect(&m_paper, &PaperRun::failed, this, &TemporaryCardPaper::failed);
}

void TemporaryCardPaper::print(const QUuid &caseId)
{
    m_counter.store.read(
        this, [caseId](Repositories &repositories) { return readCard(repositories, caseId); },
        [this, caseId](const Result<Stored> &stored) {
            if (!stored) {
                Q_EMIT failed(stored.error());
                return;
            }
            const QString &home = stored->form.applicant.issuer; // of the place of registration
            const TemporaryCardFacts facts{.form = stored->form,
                                           .issuer = home.isEmpty() ? m_counter.station.issuer : home,
                                           .serial = stored->card.serial,
                                           .from = stored->card.day,
                                           .until = stored->card.until,
                                           .photo = QImage::fromData(stored->photo),
                                           .practice = m_counter.station.practice};
            m_paper.print(caseId.toString(QUuid::WithoutBraces), u"temporary card %1"_s.arg(stored->card.serial),
                          [facts, tables = m_counter.rules.source()] { return temporaryCard(facts, Rules(tables)); });
        });
}

} // namespace idcounter
