#pragma once

#include "app/domain/chipcard.h"
#include "devices/reader/sdtframe.h"
#include "devices/reader/sdtlink.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace idcounter {

// How long a reader may take.
struct ReaderPatience
{
    std::chrono::milliseconds answer = std::chrono::seconds(1); // of the module, to anything but reading
    std::chrono::milliseconds chip = std::chrono::seconds(3); // to be read
    std::chrono::milliseconds poll = std::chrono::milliseconds(300); // between two looks for a card
    std::chrono::milliseconds card = std::chrono::seconds(60); // to be laid on
    std::chrono::milliseconds watch = std::chrono::seconds(3); // between two looks at a reader that nobody uses
    std::chrono::milliseconds firstRetry
        = std::chrono::seconds(1); // of a reader that went away; then twice as long each time
    std::chrono::milliseconds longestRetry = std::chrono::seconds(30);
};

// What was ordered last, counted: what belongs to an earlier order ends by itself, and is dropped when it arrives.
struct ReaderOrders
{
    std::atomic<int> opening = 0; // counts opening and closing
    std::atomic<int> reading = 0; // counts reading and cancelling
};

// The talk with a reader's security module. Lives in a thread of its own, which it keeps waiting.
class SdtSession : public QObject
{
    Q_OBJECT

public:
    using MakeLink = std::function<std::unique_ptr<SdtLink>()>;

    // makeLink is called in the session's thread.
    SdtSession(MakeLink makeLink, ReaderPatience patience, const ReaderOrders &orders);

    void open(int order); // and again by itself while it does not succeed, or when the reader went away
    void close();
    void read(int order);

Q_SIGNALS:
    void opened(int order, const QString &number);
    void failed(int order, const idcounter::Error &error); // of the reader; it is looked for again
    void cardRead(int order, const idcounter::ChipCard &card);
    void cardFailed(int order, const idcounter::Error &error);

private:
    void attempt();
    void look();
    void giveUp(const Error &error);
    void pause(int order) const;
    bool isWanted() const { return m_orders.opening == m_order; }
    bool isWanted(int order) const { return isWanted() && m_orders.reading == order; }
    Result<QString> greet();
    Result<sdt::Answer> ask(sdt::Command command);
    Result<void> drain();
    Result<std::optional<sdt::Answer>> waitFor(std::chrono::milliseconds patience);
    Result<ChipCard> waitForCard(int order);
    Result<ChipCard> readCard();

    const MakeLink m_makeLink;
    const ReaderPatience m_patience;
    const ReaderOrders &m_orders;
    std::unique_ptr<SdtLink> m_link;
    sdt::Decoder m_decoder;
    QTimer m_retry;
    QTimer m_watch;
    std::chrono::milliseconds m_delay{}; // of the next retry
    int m_order = 0; // of the opening
    bool m_isOpen = false;
};

} // namespace idcounter
