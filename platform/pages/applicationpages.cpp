#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/service/applications.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int asksInAMinute = 6; // at the provider about one payment, however often the page is opened

// An application with what hangs on it.
struct Standing
{
    Resource application;
    std::optional<Resource> payment;
    std::optional<Resource> mailing;
};

// Whether the provider has still to say what became of the payment.
bool waits(const Standing &standing)
{
    return standing.payment && standing.payment->state == "PENDING"_L1;
}

Outcome<Standing> standingOf(const Call &call)
{
    letFallDue(call.platform());
    return call.platform().read([&](Resources &resources) -> Outcome<Standing> {
        const auto application = Applications(call.platform(), resources).find(call.account().id, call.id);
        if (!application)
            return application.problem();
        const auto payment = resources.find(u"payments"_s, application->body[u"payment"_s].toString());
        const auto mailings = resources.about(call.id, u"mailings"_s);
        if (!payment || !mailings)
            return payment ? mailings.error() : payment.error();
        return Standing{*application, *payment, mailings->isEmpty() ? std::optional<Resource>() : mailings->first()};
    });
}

QString yuan(const Words &words, qint64 fen)
{
    return words(QT_TRANSLATE_NOOP("Platform", "%1 yuan")).arg(Fen{fen}.yuan());
}

QString paymentState(const Words &words, const Resource &payment)
{
    const QString &state = payment.state;
    if (state == "CREATED"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "not paid yet"));
    if (state == "PENDING"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "the provider has not said yet that it was paid"));
    if (state == "PAID"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "paid"));
    if (state == "EXPIRED"_L1 || state == "FAILED"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "not paid in time"));
    if (state == "REFUNDED"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "given back"));
    return words(QT_TRANSLATE_NOOP("Platform", "is being given back"));
}

void addPayment(View &view, const Call &call, const Standing &standing)
{
    if (!standing.payment)
        return;
    const Words &words = call.words;
    const Resource &payment = *standing.payment;
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Payment")));
    const qint64 back = payment.body[u"refundedFen"_s].toInteger();
    view.facts(
        {{words(QT_TRANSLATE_NOOP("Platform", "Fee")), yuan(words, payment.body[u"amountFen"_s].toInteger())},
         {words(QT_TRANSLATE_NOOP("Platform", "State")), paymentState(words, payment)},
         {words(QT_TRANSLATE_NOOP("Platform", "Paid on")), momentText(words, payment.body[u"paidAt"_s].toString())},
         {words(QT_TRANSLATE_NOOP("Platform", "Given back")), back > 0 ? yuan(words, back) : QString()}});
    const bool isOpen = payment.state == "CREATED"_L1 || payment.state == "PENDING"_L1;
    if (standing.application.state != "ELIGIBLE"_L1 || !isOpen)
        return;
    view.beginForm(u"/application/%1/pay"_s.arg(standing.application.id));
    view.button(
        words(QT_TRANSLATE_NOOP("Platform", "Pay %1")).arg(yuan(words, payment.body[u"amountFen"_s].toInteger())));
    view.endForm();
}

void addMail(View &view, const Call &call, const Standing &standing)
{
    const Words &words = call.words;
    const QJsonObject accepted = standing.application.body[u"accepted"_s].toObject();
    if (accepted.isEmpty())
        return;
    const auto day
        = [&](const QJsonValue &text) { return dayText(words, QDate::fromString(text.toString(), Qt::ISODate)); };
    QString promise = day(accepted[u"promiseDue"_s]);
    if (accepted[u"promiseIsProvisional"_s].toBool())
        promise = words(QT_TRANSLATE_NOOP("Platform", "%1 (provisional: the holidays until then are not published)"))
                      .arg(promise);
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Your card")));
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Acceptance number")), accepted[u"acceptanceNumber"_s].toString()},
                {words(QT_TRANSLATE_NOOP("Platform", "Accepted on")), day(accepted[u"acceptedOn"_s])},
                {words(QT_TRANSLATE_NOOP("Platform", "Promised by")), promise}});
    if (!standing.mailing)
        return;
    const QJsonObject mail = standing.mailing->body[u"body"_s].toObject();
    const QString state = mail[u"state"_s].toString();
    const QString said = state == "PREPARED"_L1 ? words(QT_TRANSLATE_NOOP("Platform", "being prepared"))
        : state == "POSTED"_L1                  ? words(QT_TRANSLATE_NOOP("Platform", "on its way"))
        : state == "DELIVERED"_L1               ? words(QT_TRANSLATE_NOOP("Platform", "delivered"))
                                  : words(QT_TRANSLATE_NOOP("Platform", "came back; please call the station"));
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Mail")), said},
                {words(QT_TRANSLATE_NOOP("Platform", "Carrier")), mail[u"carrier"_s].toString()},
                {words(QT_TRANSLATE_NOOP("Platform", "Tracking number")), mail[u"trackingNumber"_s].toString()}});
    if (mail.contains(u"verifyBy"_s))
        view.notice(
            Tone::Attention,
            words(QT_TRANSLATE_NOOP("Platform", "Have the card verified at a station by %1"))
                .arg(day(mail[u"verifyBy"_s])),
            words(QT_TRANSLATE_NOOP("Platform", "Bring the card; your fingerprint is compared with the one in it.")));
}

// Registration, acceptance of the information, payment.
int stepOf(const QString &state)
{
    if (state == "SUBMITTED"_L1 || state == "SENT_TO_COUNTER"_L1 || state == "WITHDRAWN"_L1)
        return 1;
    return state == "ELIGIBLE"_L1 ? 2 : 3;
}

void addSteps(View &view, const Call &call, const Resource &application)
{
    const Words &words = call.words;
    view.steps({words(QT_TRANSLATE_NOOP("Platform", "Registration")),
                words(QT_TRANSLATE_NOOP("Platform", "Acceptance of the information")),
                words(QT_TRANSLATE_NOOP("Platform", "Payment"))},
               stepOf(application.state));
}

// A card that was posted is no longer being made.
StateReading readingOf(const Call &call, const Standing &standing)
{
    const Words &words = call.words;
    const QString mail = standing.mailing ? standing.mailing->body[u"body"_s][u"state"_s].toString() : QString();
    if (mail == "POSTED"_L1)
        return {
            words(QT_TRANSLATE_NOOP("Platform", "Posted")), Tone::Good,
            words(QT_TRANSLATE_NOOP("Platform", "Your card is on its way to you. Below you see the tracking number."))};
    if (mail == "DELIVERED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Delivered")), Tone::Good,
                words(QT_TRANSLATE_NOOP("Platform", "Your card was delivered to you."))};
    if (mail == "RETURNED"_L1)
        return {words(QT_TRANSLATE_NOOP("Platform", "Came back")), Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "The mail could not deliver your card. Please call the station."))};
    return readingOfApplication(call, standing.application);
}

void addState(View &view, const Call &call, const Standing &standing)
{
    const StateReading reading = readingOf(call, standing);
    view.notice(reading.tone, reading.state, reading.next);
}

HttpResponse applicationPage(const Call &call, const Standing &standing, int status = 200, const QString &said = {})
{
    const Words &words = call.words;
    const Resource &application = standing.application;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Your application for a new card")));
    if (!said.isEmpty())
        view.notice(Tone::Bad, said);
    addSteps(view, call, application);
    addState(view, call, standing);
    if (const QStringList reasons = reasonTexts(application); !reasons.isEmpty()) {
        view.heading(words(QT_TRANSLATE_NOOP("Platform", "What the station writes")));
        view.items(reasons);
    }
    if (const QString booking = application.body[u"booking"_s].toString(); !booking.isEmpty())
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "See the time you are offered")), u"/booking/"_s + booking);
    else if (application.state == "SENT_TO_COUNTER"_L1 || application.state == "REFUSED"_L1)
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")), u"/booking/new"_s);
    addPayment(view, call, standing);
    addMail(view, call, standing);
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Sent on")),
                 momentText(words, application.body[u"submittedAt"_s].toString())}});
    if (application.state == "SUBMITTED"_L1 || application.state == "ELIGIBLE"_L1)
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Withdraw the application")),
                  u"/application/%1/withdraw"_s.arg(application.id));
    if (application.body.contains(u"sealedRemovedAt"_s))
        view.muted(words(QT_TRANSLATE_NOOP("Platform", "What you entered was deleted here on %1."))
                       .arg(momentText(words, application.body[u"sealedRemovedAt"_s].toString())));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer(status);
}

HttpResponse refused(const Call &call, const Problem &problem)
{
    if (problem.type != "state-conflict"_L1)
        return problemPage(call, problem);
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    return applicationPage(
        call, *standing, 409,
        call.words(QT_TRANSLATE_NOOP("Platform",
                                     "This is not possible any more. Below you see how the application stands now.")));
}

Outcome<void> tell(const Platform &platform, const ProviderEvent &event)
{
    return platform.write([&](Resources &resources) -> Outcome<void> {
        if (const auto settled = settle(platform, resources); !settled)
            return settled;
        return Payments(platform, resources).happened(event);
    });
}

} // namespace

HttpResponse showApplication(const Call &call)
{
    const auto standing = standingOf(call);
    return standing ? applicationPage(call, *standing) : problemPage(call, standing.problem());
}

HttpResponse askWithdraw(const Call &call)
{
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    const QString own = u"/application/"_s + call.id;
    if (standing->application.state != "SUBMITTED"_L1 && standing->application.state != "ELIGIBLE"_L1)
        return redirection(own);
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Withdraw the application?")));
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "This cannot be undone. You can apply again at any time.")));
    view.beginForm(own + u"/withdraw"_s);
    view.dangerButton(words(QT_TRANSLATE_NOOP("Platform", "Withdraw the application")));
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Keep it")), own);
    return view.answer();
}

HttpResponse withdrawApplication(const Call &call)
{
    const auto withdrawn = call.platform().write([&](Resources &resources) {
        return Applications(call.platform(), resources).withdraw(call.account().id, call.id);
    });
    return withdrawn ? redirection(u"/application/"_s + call.id) : refused(call, withdrawn.problem());
}

// Browsers keep a form that was sent from leading to another site (form-action of our policy), so there is a page between.
HttpResponse payApplication(const Call &call)
{
    const Platform &platform = call.platform();
    const auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    if (standing->application.state != "ELIGIBLE"_L1)
        return refused(call, Problem::of(u"state-conflict"_s));
    if (!platform.payments)
        return problemPage(call, 503);
    const auto payment = platform.write(
        [&](Resources &resources) { return Applications(platform, resources).payment(call.account().id, call.id); });
    if (!payment)
        return refused(call, payment.problem());
    if (payment->state != "PENDING"_L1)
        return refused(call, Problem::of(u"state-conflict"_s));
    const QString target = platform.payments->order(*payment);
    if (target.startsWith(platform.origin + u'/'))
        return redirection(target.mid(platform.origin.size()));
    if (!target.startsWith("https://"_L1))
        return problemPage(call, 503);
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Go to the payment provider")));
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Fee")), yuan(words, payment->body[u"amountFen"_s].toInteger())}});
    view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Go on to the payment")), target);
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to the application")), u"/application/"_s + call.id);
    return view.answer();
}

// Whoever comes here has proved nothing: what counts is what the provider answers.
HttpResponse showPaid(const Call &call)
{
    const Platform &platform = call.platform();
    auto standing = standingOf(call);
    if (!standing)
        return problemPage(call, standing.problem());
    const bool mayAsk = platform.payments && waits(*standing)
        && call.site.throttle.wait(u"ask "_s + call.id, asksInAMinute, call.now()) == 0;
    if (const auto event = mayAsk ? platform.payments->ask(*standing->payment) : std::nullopt) {
        if (const auto told = tell(platform, *event); !told)
            return problemPage(call, told.problem());
        standing = standingOf(call);
        if (!standing)
            return problemPage(call, standing.problem());
    }
    const Words &words = call.words;
    const QString own = u"/application/"_s + call.id;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Your payment")));
    addSteps(view, call, standing->application);
    if (waits(*standing)) {
        view.notice(Tone::Plain, words(QT_TRANSLATE_NOOP("Platform", "We are asking the provider")),
                    words(QT_TRANSLATE_NOOP("Platform",
                                            "If you have paid, it is shown here as soon as the provider says so. "
                                            "Do not pay a second time.")));
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Look again")), own + u"/paid"_s);
    } else {
        addState(view, call, *standing);
        if (standing->payment)
            view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Payment")), paymentState(words, *standing->payment)}});
    }
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to the application")), own);
    return view.answer();
}

HttpResponse takeProviderEvent(const Call &call)
{
    const Platform &platform = call.platform();
    HttpResponse response{.status = 400};
    const auto event = platform.payments
        ? platform.payments->eventIn(call.request.body, call.request.header("provider-signature"))
        : std::nullopt;
    if (!event)
        return response;
    const auto told = tell(platform, *event);
    if (told)
        response.status = 204;
    else if (told.problem().type != "not-found"_L1) // the provider sends it again
        response.status = 503;
    return response;
}

} // namespace idcounter::platform
