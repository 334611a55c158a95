#include "devices/reader/sdtsession.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr std::chrono::milliseconds slice(50); // after which an order that is over is noticed
constexpr int tries = 2; // of one request

// Otherwise it is the card's fault, and the reader is ready for another.
bool isOfReader(Error::Code code)
{
    switch (code) {
    case Error::Code::CardNotLaid:
    case Error::Code::CardNotSelected:
    case Error::Code::ChipRefused:
    case Error::Code::ChipNotRead:
    case Error::Code::ChipDamaged:
        return false;
    default:
        return true;
    }
}

// It did not understand the request.
bool isMisheard(const sdt::Answer &answer)
{
    return answer.sw3 == 0x10 || answer.sw3 == 0x11;
}

} // namespace

SdtSession::SdtSession(MakeLink makeLink, ReaderPatience patience, const ReaderOrders &orders)
    : m_makeLink(std::move(makeLink))
    , m_patience(patience)
    , m_orders(orders)
    , m_retry(this)
    , m_watch(this)
{
    m_retry.setSingleShot(true);
    m_watch.setInterval(m_patience.watch);
    connect(&m_retry, &QTimer::timeout, this, &SdtSession::attempt);
    connect(&m_watch, &QTimer::timeout, this, &SdtSession::look);
}

void SdtSession::open(int order)
{
    m_retry.stop();
    m_order = order;
    m_delay = m_patience.firstRetry;
    if (!m_link)
        m_link = m_makeLink();
    attempt();
}

void SdtSession::close()
{
    m_retry.stop();
    m_watch.stop();
    m_isOpen = false;
    if (m_link)
        m_link->close();
}

void SdtSession::attempt()
{
    if (!isWanted())
        return;
    const auto number = greet();
    if (!isWanted())
        return;
    if (!number) {
        giveUp(number.error());
        return;
    }
    m_isOpen = true;
    m_delay = m_patience.firstRetry;
    m_watch.start();
    Q_EMIT opened(m_order, *number);
}

void SdtSession::giveUp(const Error &error)
{
    close();
    m_retry.start(m_delay);
    m_delay = std::min(2 * m_delay, m_patience.longestRetry);
    Q_EMIT failed(m_order, error);
}

// Whether the reader is still there, while nobody uses it.
void SdtSession::look()
{
    if (!isWanted())
        return;
    const auto answer = ask(sdt::samStatus);
    if (!isWanted())
        return;
    if (!answer)
        giveUp(answer.error());
    else if (answer->sw3 != sdt::done)
        giveUp(sdt::refusal(*answer, sdt::samStatus));
}

Result<QString> SdtSession::greet()
{
    if (auto opened = m_link->open(); !opened)
        return opened.error();
    const auto status = ask(sdt::samStatus);
    if (!status)
        return status.error();
    if (status->sw3 != sdt::done)
        return sdt::refusal(*status, sdt::samStatus);
    const auto answer = ask(sdt::samNumber);
    if (!answer)
        return answer.error();
    if (answer->sw3 != sdt::done)
        return sdt::refusal(*answer, sdt::samNumber);
    const QString number = sdt::numberText(answer->data);
    return number.isEmpty() ? Result<QString>(Error{Error::Code::ReaderFailed, u"no number"_s}) : number;
}

// An answer does not say what it answers: what came late is nobody's.
Result<void> SdtSession::drain()
{
    for (;;) {
        const auto bytes = m_link->read(std::chrono::milliseconds(0));
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            break;
    }
    m_decoder.clear();
    return {};
}

Result<std::optional<sdt::Answer>> SdtSession::waitFor(std::chrono::milliseconds patience)
{
    QDeadlineTimer deadline(patience);
    while (isWanted()) {
        while (const auto body = m_decoder.next()) {
            if (const auto answer = sdt::Answer::parse(*body))
                return answer;
        }
        if (deadline.hasExpired())
            break;
        const auto bytes = m_link->read(std::min(slice, std::chrono::milliseconds(deadline.remainingTime())));
        if (!bytes)
            return bytes.error();
        m_decoder.add(*bytes);
    }
    return std::optional<sdt::Answer>();
}

// Errors of the reader only; a refusal is an answer.
Result<sdt::Answer> SdtSession::ask(sdt::Command command)
{
    bool hasHeard = false;
    for (int attempt = 0; attempt < tries && isWanted(); ++attempt) {
        if (const auto drained = drain(); !drained)
            return drained.error();
        if (const auto written = m_link->write(sdt::request(command)); !written)
            return written.error();
        const auto answer = waitFor(command == sdt::readCard ? m_patience.chip : m_patience.answer);
        if (!answer)
            return answer.error();
        if (*answer && !isMisheard(**answer))
            return **answer;
        hasHeard = hasHeard || m_decoder.hasHeard();
    }
    return Error{hasHeard ? Error::Code::ReaderDisturbed : Error::Code::ReaderSilent, {}};
}

void SdtSession::read(int order)
{
    if (!m_isOpen || !isWanted(order))
        return;
    m_watch.stop();
    const auto card = waitForCard(order);
    if (!isWanted())
        return;
    if (!card && isOfReader(card.error().code)) {
        giveUp(card.error());
        return;
    }
    m_watch.start();
    if (!isWanted(order))
        return;
    if (card)
        Q_EMIT cardRead(order, *card);
    else
        Q_EMIT cardFailed(order, card.error());
}

void SdtSession::pause(int order) const
{
    for (QDeadlineTimer deadline(m_patience.poll); isWanted(order) && !deadline.hasExpired();)
        QThread::msleep(ulong(std::clamp<qint64>(deadline.remainingTime(), 1, slice.count())));
}

// Looks for a card until there is one. A card that could not be read is tried once more; where it does not show itself again, it
// must be lifted first.
Result<ChipCard> SdtSession::waitForCard(int order)
{
    const QDeadlineTimer deadline(m_patience.card);
    std::optional<Error> before;
    while (isWanted(order)) {
        const auto answer = ask(sdt::findCard);
        if (!answer)
            return answer.error();
        if (!isWanted(order))
            break; // the card is left for who asks next
        if (answer->sw3 == sdt::found) {
            auto card = readCard();
            if (card || before || isOfReader(card.error().code) || card.error().code == Error::Code::ChipDamaged)
                return card;
            before = card.error();
        } else if (answer->sw3 != sdt::noCard) {
            return sdt::refusal(*answer, sdt::findCard);
        } else if (before) {
            return *before;
        }
        if (deadline.hasExpired())
            break;
        pause(order);
    }
    return Error{Error::Code::CardNotLaid, {}};
}

// The card that was found, without a pause.
Result<ChipCard> SdtSession::readCard()
{
    const auto selected = ask(sdt::selectCard);
    if (!selected)
        return selected.error();
    if (selected->sw3 != sdt::done)
        return sdt::refusal(*selected, sdt::selectCard);
    const auto answer = ask(sdt::readCard);
    if (!answer)
        return answer.error();
    if (answer->sw3 != sdt::done)
        return sdt::refusal(*answer, sdt::readCard);
    const auto text = sdt::chipText(answer->data);
    return text ? ChipCard::parse(*text) : Result<ChipCard>(text.error());
}

} // namespace idcounter
