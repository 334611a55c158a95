#include "app/workflow/reissuedesk.h"

#include "app/domain/uuidv7.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr char lostFee[] = "REISSUE_LOST"; // of the fee table
constexpr char promiseOnline[] = "ONLINE_LOST"; // of the table of limits: 20 working days
constexpr int timesShown = 20;
constexpr qsizetype digitsOfRegion = 2;

const QStringList waitingStates{u"SUBMITTED"_s, u"ELIGIBLE"_s, u"PAID"_s};

struct ReasonText
{
    ReissueCheck check;
    const char *chinese;
    const char *english;
};
constexpr std::array reasonTexts{
    ReasonText{ReissueCheck::CardOnRecord, "本所没有您以前办理第二代居民身份证的记录，请到窗口办理。",
               "No earlier second-generation card of yours is on record here; please come to the counter."},
    ReasonText{ReissueCheck::PrintsOnRecord, "没有您的指纹登记信息，请到窗口采集。",
               "Your fingerprints are not on record; please come to the counter."},
    ReasonText{ReissueCheck::PhotoAge, "存档照片已超过可再次使用的年限，请到窗口重新采集。",
               "The photo on record is too old to be used again; please come to the counter."},
    ReasonText{ReissueCheck::PrintsAge, "存档指纹已超过可再次使用的年限，请到窗口重新采集。",
               "The fingerprints on record are too old to be used again; please come to the counter."},
    ReasonText{
        ReissueCheck::DataUnchanged, "所填信息与存档不一致或户口登记项目有变动，请持居民户口簿到窗口办理。",
        "What you entered differs from the record, or your household data changed; please come with the booklet."},
    ReasonText{ReissueCheck::NoOpenCase, "您已有正在办理的居民身份证申请。",
               "An application of yours is under way already."},
    ReasonText{ReissueCheck::RealName, "账户未通过实名认证，请到窗口办理。",
               "The account is not tied to you by a real-name check; please come to the counter."},
};

Result<ReissueRow> rowOf(const Repositories &repositories, const PlatformItem &item)
{
    ReissueRow row{.application = onlineApplicationIn(item)};
    const auto lane = repositories.platform.inLane(item.id);
    const auto messages = repositories.platform.about(item.id, u"messages"_s);
    const auto payment = repositories.platform.find(u"payments"_s, row.application.payment);
    if (!lane)
        return lane.error();
    if (!messages)
        return messages.error();
    if (!payment)
        return payment.error();
    for (const Outgoing &outgoing : *lane) {
        row.isUnsent = row.isUnsent || outgoing.state == Outgoing::State::Waiting;
        row.isRefused = row.isRefused || outgoing.state == Outgoing::State::Refused;
    }
    row.messageFailed = std::any_of(messages->begin(), messages->end(), [](const PlatformItem &message) {
        return messageFrom(resourceIn(message)).failed();
    });
    if (*payment)
        row.payment = paymentFrom(resourceIn(**payment));
    return row;
}

// Where the applicant could come instead: halls first, villages after them, without those that take no bookings.
QList<BookingPlace> openPlaces(QList<BookingPlace> places)
{
    places.removeIf([](const BookingPlace &place) { return place.isClosed; });
    std::stable_partition(places.begin(), places.end(), [](const BookingPlace &place) { return !place.isVisit; });
    return places;
}

bool isRefundDue(const ReissueRow &row)
{
    return row.payment && row.payment->state == "REFUND_DUE"_L1;
}

// The last case of the person that ended with a card.
Result<std::optional<LastCard>> lastCardOf(const Repositories &repositories, const CitizenNumber &number)
{
    const auto cases = repositories.cases.ofCitizen(number);
    if (!cases)
        return cases.error();
    for (const Case &one : *cases) {
        const bool hadCard = one.state == CaseState::Collected || one.state == CaseState::Delivered
            || one.state == CaseState::Mailed || one.state == CaseState::Closed;
        if (!hadCard)
            continue;
        const auto standing = repositories.lives.standing(one.id);
        if (!standing)
            return standing.error();
        const QDate signedOn = standing->progress.validFrom;
        return std::optional(LastCard{.caseId = one.id,
                                      .acceptanceNumber = one.number.toString(),
                                      .applicant = one.form.applicant,
                                      .photo = one.form.photo,
                                      .fingers = one.form.fingers,
                                      .issuedOn = signedOn.isValid() ? signedOn : one.acceptedOn()});
    }
    return std::optional<LastCard>();
}

// Photo and prints of the last card become captures of the new case: each case keeps its own, and goes with its own.
Result<Draft> withOwnCaptures(const Repositories &repositories, Draft form, const Stamp &stamp)
{
    QHash<QUuid, QUuid> copies;
    const auto copy = [&](const QUuid &id) -> Result<QUuid> {
        if (id.isNull() || copies.contains(id))
            return copies.value(id);
        const auto capture = repositories.captures.find(id);
        if (!capture)
            return capture.error();
        Capture own = *capture;
        own.id = makeUuidV7([&] { return stamp.at; });
        own.caseId = form.id;
        if (const auto stored = repositories.captures.put(own, stamp); !stored)
            return stored.error();
        copies.insert(id, own.id);
        return own.id;
    };
    const auto replace = [&](QUuid &id) -> Result<void> {
        const auto own = copy(id);
        if (!own)
            return own.error();
        id = *own;
        return {};
    };
    if (form.photo) {
        form.photo->picture = {}; // what it was cut out of stays with the case it was taken for
        if (const auto done = replace(form.photo->capture); !done)
            return done.error();
    }
    for (FingerRecord &finger : form.fingers) {
        if (const auto done = replace(finger.fingerTemplate); !done)
            return done.error();
        for (QUuid &press : finger.presses) {
            if (const auto done = replace(press); !done)
                return done.error();
        }
    }
    return form;
}

} // namespace

QString reissueReason(const ReissueFinding &finding, bool inEnglish)
{
    for (const ReasonText &text : reasonTexts) {
        if (text.check == finding.check)
            return QString::fromUtf8(inEnglish ? text.english : text.chinese);
    }
    return {};
}

ReissueDesk::ReissueDesk(Counter counter, PlatformLink &link, QObject *parent)
    : QObject(parent)
    , m_counter(std::move(counter))
    , m_link(link)
{
    connect(&m_link, &PlatformLink::itemsChanged, this, &ReissueDesk::refresh);
    connect(&m_link, &PlatformLink::answered, this, &ReissueDesk::refresh);
}

void ReissueDesk::refresh()
{
    m_counter.store.read(
        this,
        [](Repositories &repositories) -> Result<QList<ReissueRow>> {
            QList<ReissueRow> rows;
            const auto take = [&](const Result<QList<PlatformItem>> &items, bool onlyRefunds) -> Result<void> {
                if (!items)
                    return items.error();
                for (const PlatformItem &item : *items) {
                    const auto row = rowOf(repositories, item);
                    if (!row)
                        return row.error();
                    if (!onlyRefunds || isRefundDue(*row))
                        rows << *row;
                }
                return {};
            };
            const PlatformRepository &platform = repositories.platform;
            if (const auto done = take(platform.inStates(u"applications"_s, waitingStates), false); !done)
                return done.error();
            const QStringList over{u"WITHDRAWN"_s, u"REFUSED"_s, u"TAKEN_OVER"_s};
            if (const auto done = take(platform.inStates(u"applications"_s, over), true); !done)
                return done.error();
            return rows;
        },
        [this](const Result<QList<ReissueRow>> &rows) {
            if (!rows) {
                Q_EMIT failed(rows.error());
                return;
            }
            m_rows = *rows;
            std::stable_sort(m_rows.begin(), m_rows.end(), [](const ReissueRow &one, const ReissueRow &other) {
                return one.application.submittedAt < other.application.submittedAt;
            });
            Q_EMIT changed();
        });
}

void ReissueDesk::open(const QUuid &application)
{
    close();
    const auto fees = m_counter.rules.fees();
    const Result<Charge> fee = fees ? (*fees)->charge(QString::fromLatin1(lostFee), m_counter.today(),
                                                      m_counter.station.unitCode.left(digitsOfRegion))
                                    : Result<Charge>(fees.error());
    m_counter.store.write(
        this,
        [application, fee, now = m_counter.clock(), today = m_counter.today(),
         stamp = m_counter.stamp()](Repositories &repositories) -> Result<ReissueFile> {
            const auto item = repositories.platform.find(u"applications"_s, application);
            if (!item)
                return item.error();
            if (!*item)
                return Error{Error::Code::RecordMissing, u"applications"_s};
            const auto row = rowOf(repositories, **item);
            const auto settings = PlatformSettings::load(repositories.station);
            const auto said = repositories.platform.inLane(application);
            const auto messages = repositories.platform.about(application, u"messages"_s);
            const auto places = bookingPlaces(repositories);
            if (!row)
                return row.error();
            if (!settings)
                return settings.error();
            if (!said)
                return said.error();
            if (!messages)
                return messages.error();
            if (!places)
                return places.error();
            ReissueFile file{.row = *row, .places = openPlaces(*places), .fee = fee, .said = *said};
            for (const PlatformItem &message : *messages)
                file.messages << messageFrom(resourceIn(message));
            if (!row->application.form)
                return Error{Error::Code::BookingFormForeign, {}};
            const TypedForm &form = *row->application.form;
            const auto number = CitizenNumber::parse(form.applicant.number);
            bool hasOpenCase = false;
            if (number) {
                const auto card = lastCardOf(repositories, *number);
                const auto cases = repositories.cases.ofCitizen(*number);
                if (!card)
                    return card.error();
                if (!cases)
                    return cases.error();
                file.card = *card;
                // Others than the case that came of this application.
                hasOpenCase = std::any_of(cases->begin(), cases->end(),
                                          [&](const Case &one) { return one.id != application && isOpen(one.state); });
            }
            file.findings = reissueFindings(form, file.card, hasOpenCase, settings->reissue, today);
            if (!file.places.isEmpty()) {
                const BookingPlace &place = file.places.first();
                const auto times
                    = freeTimes(repositories, place, place.slotsNeeded(row->application.reason), now, timesShown);
                if (!times)
                    return times.error();
                file.times = *times;
            }
            const auto seen = repositories.journal.audit(u"view-application"_s, idText(application), {}, stamp);
            return seen ? Result<ReissueFile>(file) : seen.error();
        },
        [this](const Result<ReissueFile> &file) {
            if (!file) {
                Q_EMIT failed(file.error());
                return;
            }
            m_file = *file;
            Q_EMIT opened();
        });
}

void ReissueDesk::close()
{
    m_file.reset();
}

void ReissueDesk::decide(const QString &kind, const QJsonObject &more, const QString &audit)
{
    if (!m_file)
        return;
    const OnlineApplication application = m_file->row.application;
    m_counter.store.write(
        this,
        [application, kind, more, audit, voice = voiceOf(m_counter)](Repositories &repositories) -> Result<void> {
            const auto item = repositories.platform.find(u"applications"_s, application.id);
            if (!item)
                return item.error();
            const auto lane = repositories.platform.inLane(application.id);
            if (!lane)
                return lane.error();
            const bool waits = std::any_of(lane->begin(), lane->end(), [](const Outgoing &outgoing) {
                return outgoing.kind == "decisions"_L1 && outgoing.state == Outgoing::State::Waiting;
            });
            if (!*item || (*item)->version != application.version || waits)
                return Error{Error::Code::BookingChanged, {}};
            for (Outgoing outgoing : *lane) {
                if (outgoing.state != Outgoing::State::Refused)
                    continue;
                outgoing.state = Outgoing::State::Settled;
                if (auto settled = repositories.platform.update(outgoing); !settled)
                    return settled;
            }
            const auto said = PlatformOutbox(repositories, voice)
                                  .decide(u"application"_s, application.id, application.version, kind, more);
            if (!said)
                return said.error();
            return repositories.journal.audit(u"application-"_s + kind, idText(application.id), audit, voice.stamp);
        },
        [this](const Result<void> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            close();
            m_link.sendSoon();
            refresh();
            Q_EMIT decided();
        });
}

void ReissueDesk::confirmEligible(const QString &overrideReason)
{
    if (!m_file)
        return;
    if (!allHold(m_file->findings) && overrideReason.trimmed().isEmpty()) {
        Q_EMIT failed(Error{Error::Code::ReissueNotDecided, {}});
        return;
    }
    ReissueOverride given{.against = {}, .reason = overrideReason.trimmed()};
    for (const ReissueFinding &finding : m_file->findings) {
        if (!finding.holds && !given.against.contains(finding.problem))
            given.against << finding.problem;
    }
    // Without an earlier card there is nothing to make the new one from.
    const bool canBeMade = m_file->card && m_file->card->photo;
    if (!canBeMade || !m_file->fee) {
        Q_EMIT failed(canBeMade ? m_file->fee.error() : Error{Error::Code::ReissueCardUnknown, {}});
        return;
    }
    decide(u"eligible"_s,
           {{u"fee"_s, QJsonObject{{u"code"_s, m_file->fee->feeCode}, {u"amountFen"_s, m_file->fee->amount.amount}}}},
           given.toText());
}

void ReissueDesk::sendToCounter(const QList<QUuid> &wishes)
{
    if (!m_file)
        return;
    QJsonArray reasons;
    const bool inEnglish = m_file->row.application.isEnglish;
    QList<Error::Code> told;
    for (const ReissueFinding &finding : m_file->findings) {
        if (finding.holds || told.contains(finding.problem))
            continue;
        told << finding.problem;
        reasons << reasonJson(name(finding.problem).left(40), reissueReason(finding, inEnglish));
    }
    if (reasons.isEmpty()) {
        Q_EMIT failed(Error{Error::Code::ReissueNotDecided, {}});
        return;
    }
    QJsonObject more{{u"reasons"_s, reasons}};
    if (!wishes.isEmpty() && !m_file->places.isEmpty()) {
        const BookingPlace &place = m_file->places.first();
        QJsonArray list;
        for (const QUuid &slot : wishes)
            list << idText(slot);
        more[u"offer"_s] = QJsonObject{{u"booking"_s, idText(makeUuidV7(m_counter.clock))},
                                       {u"place"_s, idText(place.id)},
                                       {u"wishes"_s, list},
                                       {u"slotsNeeded"_s, place.slotsNeeded(m_file->row.application.reason)},
                                       {u"offerHours"_s, place.offerHours}};
    }
    decide(u"sendToCounter"_s, more);
}

// The case as it will be: the law's clock runs from the day the application was complete and paid.
Result<AcceptanceOrder> ReissueDesk::order() const
{
    const auto life = m_counter.rules.caseLife();
    const auto limits = m_counter.rules.limits();
    const auto calendar = m_counter.rules.calendar();
    if (!life)
        return life.error();
    if (!limits)
        return limits.error();
    if (!calendar)
        return calendar.error();
    if (!m_file->fee)
        return m_file->fee.error();
    const auto transition = (*life)->step(CaseState::None, u"accept_online", Role::Clerk);
    if (!transition)
        return transition.error();
    const KnownPayment payment = m_file->row.payment.value_or(KnownPayment());
    const QDate paidOn = payment.paidAt.isValid() ? stationTime(payment.paidAt).date() : m_counter.today();
    const auto due = (*limits)->deadlines(paidOn, false, **calendar, QString::fromLatin1(promiseOnline), paidOn);
    if (!due)
        return due.error();
    Draft form = draftOf(m_file->row.application, *m_file->card, m_counter.clock, m_counter.person.login);
    form.id = m_file->row.application.id; // so that it is accepted once
    form.signing.formDate = paidOn;
    form.payment = {.method = PaymentMethod::Online, .reference = idText(payment.id)};
    return AcceptanceOrder{.form = form,
                           .transition = *transition,
                           .charges = {*m_file->fee},
                           .legalDue = due->legal.day,
                           .promiseDue = due->promise.day,
                           .dueIsProvisional = due->provisional(),
                           .day = m_counter.today(),
                           .station = m_counter.station,
                           .device = m_counter.device,
                           .stamp = m_counter.stamp(),
                           .holder = m_counter.holder};
}

void ReissueDesk::takeOver()
{
    if (!m_file || !m_file->card || m_file->row.application.state != ApplicationState::Paid) {
        Q_EMIT failed(Error{Error::Code::BookingChanged, {}});
        return;
    }
    const auto made = order();
    if (!made) {
        Q_EMIT failed(made.error());
        return;
    }
    const OnlineApplication application = m_file->row.application;
    m_counter.store.write(
        this,
        [application, order = *made, voice = voiceOf(m_counter)](Repositories &repositories) -> Result<Case> {
            const auto item = repositories.platform.find(u"applications"_s, application.id);
            if (!item)
                return item.error();
            if (!*item || (*item)->version != application.version)
                return Error{Error::Code::BookingChanged, {}};
            AcceptanceOrder own = order;
            const auto form = withOwnCaptures(repositories, order.form, order.stamp);
            if (!form)
                return form.error();
            own.form = *form;
            const auto accepted = repositories.acceptance.accept(own);
            if (!accepted)
                return accepted.error();
            const PlatformOutbox outbox(repositories, voice);
            const QJsonObject more{{u"accepted"_s,
                                    QJsonObject{{u"acceptanceNumber"_s, accepted->number.toString()},
                                                {u"acceptedOn"_s, accepted->acceptedOn().toString(Qt::ISODate)},
                                                {u"promiseDue"_s, accepted->promiseDue.toString(Qt::ISODate)},
                                                {u"promiseIsProvisional"_s, accepted->dueIsProvisional}}}};
            const auto said = outbox.decide(u"application"_s, application.id, application.version, u"takeOver"_s, more);
            if (!said)
                return said.error();
            const QStringList hashes = sealedHashesIn(**item);
            if (!hashes.isEmpty()) {
                const auto receipt = outbox.say(
                    u"receipts"_s,
                    {{u"kind"_s, u"TAKEN_OVER"_s},
                     {u"station"_s, outbox.unitCode()},
                     {u"at"_s, outbox.now()},
                     {u"about"_s, QJsonObject{{u"kind"_s, u"applications"_s}, {u"id"_s, idText(application.id)}}},
                     {u"version"_s, application.version},
                     {u"sealedSha256"_s, QJsonArray::fromStringList(hashes)}},
                    application.id);
                if (!receipt)
                    return receipt.error();
            }
            return *accepted;
        },
        [this](const Result<Case> &done) {
            if (!done) {
                Q_EMIT failed(done.error());
                return;
            }
            close();
            m_link.sendSoon();
            refresh();
            Q_EMIT accepted(*done);
        });
}

void ReissueDesk::refuse(const QString &text)
{
    decide(u"refuse"_s, {{u"reasons"_s, QJsonArray{reasonJson(u"Station"_s, text)}}});
}

void ReissueDesk::refund(const QString &text)
{
    if (!m_file || !m_file->row.payment)
        return;
    const KnownPayment &payment = *m_file->row.payment;
    // Of what was paid twice one goes back, and the other stays with the case.
    const bool keepsOne = m_file->row.application.state == ApplicationState::Paid
        || m_file->row.application.state == ApplicationState::TakenOver;
    const qint64 left = payment.paidFen - payment.refundedFen - (keepsOne ? payment.amountFen : 0);
    decide(u"refund"_s,
           {{u"reasons"_s, QJsonArray{reasonJson(u"Station"_s, text)}},
            {u"refund"_s, QJsonObject{{u"payment"_s, idText(payment.id)}, {u"amountFen"_s, left}}}});
}

} // namespace idcounter
