#pragma once

#include "app/domain/onlinereissue.h"
#include "app/workflow/bookingdesk.h"

namespace idcounter {

// An online application in the list.
struct ReissueRow
{
    OnlineApplication application;
    std::optional<KnownPayment> payment;
    bool isUnsent = false;
    bool isRefused = false;
    bool messageFailed = false;
};

// Everything about one, on one screen.
struct ReissueFile
{
    ReissueRow row;
    QList<ReissueFinding> findings; // every condition, with what it was judged by
    std::optional<LastCard> card;
    QList<KnownMessage> messages;
    QList<BookingPlace> places; // where the applicant could come instead
    QList<FreeTime> times; // at the first of them
    Result<Charge> fee = Error{Error::Code::FeeNotSet, {}};
    QList<Outgoing> said;
};

// Online re-issue of a lost card (RULES 7.3; SOURCE, 1-3): whether it may be done is decided by rule, an officer sees every
// reason and confirms; what is decided against the rule is recorded with a reason. After the payment the application becomes an
// accepted case with photo and prints of the last card, and runs as any other. Errors come with failed().
class ReissueDesk : public QObject
{
    Q_OBJECT

public:
    ReissueDesk(Counter counter, PlatformLink &link, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    const QList<ReissueRow> &rows() const { return m_rows; } // what waits for the station, the oldest first
    const std::optional<ReissueFile> &file() const { return m_file; }

    void refresh(); // answers with changed()
    void open(const QUuid &application); // answers with opened()
    void close();

    // Each ends with decided() or failed(). overrideReason: needed where not all conditions hold.
    void confirmEligible(const QString &overrideReason = {});
    // All reasons that do not hold are told; with wishes a place at the counter is offered.
    void sendToCounter(const QList<QUuid> &wishes);
    // A paid application becomes a case. Ends with accepted().
    void takeOver();
    void refuse(const QString &text); // what was paid is given back
    void refund(const QString &text);

Q_SIGNALS:
    void changed();
    void opened();
    void decided();
    void accepted(const idcounter::Case &accepted);
    void failed(const idcounter::Error &error);

private:
    void decide(const QString &kind, const QJsonObject &more, const QString &audit = {});
    Result<AcceptanceOrder> order() const;

    Counter m_counter;
    PlatformLink &m_link;
    QList<ReissueRow> m_rows;
    std::optional<ReissueFile> m_file;
};

// What the applicant is told where a condition does not hold, in the language of the application.
QString reissueReason(const ReissueFinding &finding, bool inEnglish);

} // namespace idcounter
