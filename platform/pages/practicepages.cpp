#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/practice/practiceprovider.h"
#include "platform/practice/practicesender.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostTexts = 50;

std::optional<Resource> paymentOf(const Call &call)
{
    const auto there
        = call.platform().read([&](Resources &resources) { return resources.find(u"payments"_s, call.id); });
    return there ? *there : std::optional<Resource>();
}

// The event as the provider would send it to us over the network.
bool sendEvent(const Call &call, const PracticeProvider::Signed &event)
{
    HttpRequest request;
    request.method = "POST";
    request.target = "/provider/event";
    request.headers.insert("provider-signature", event.signature);
    request.body = event.body;
    const Call sent{.site = call.site, .request = request, .words = call.words, .visitor = {}, .form = {}, .id = {}};
    return takeProviderEvent(sent).status == 204;
}

} // namespace

HttpResponse showPracticeMessages(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Texts of the practice platform")));
    const auto texts
        = call.platform().read([](Resources &resources) { return PracticeSender::sent(resources, mostTexts); });
    if (!texts)
        return problemPage(call, Problem{problemOf(texts.error())});
    view.muted(
        words(QT_TRANSLATE_NOOP("Platform", "No text leaves a practice platform. Codes and notices are shown here.")));
    if (texts->isEmpty())
        view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "Nothing has been sent yet.")));
    for (const PracticeSender::Sent &text : *texts)
        view.heading(u"%1, %2"_s.arg(text.phone, momentText(words, instantText(text.at)))).paragraph(text.text);
    return view.answer();
}

HttpResponse showPracticePayment(const Call &call)
{
    const auto payment = paymentOf(call);
    if (!payment)
        return problemPage(call, 404);
    const Words &words = call.words;
    const QString own = u"/practice/pay/"_s + payment->id;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Practice payment provider")));
    view.muted(words(QT_TRANSLATE_NOOP("Platform", "This stands for the page of a real provider. No money flows.")));
    view.facts(
        {{words(QT_TRANSLATE_NOOP("Platform", "Fee")),
          words(QT_TRANSLATE_NOOP("Platform", "%1 yuan")).arg(Fen{payment->body[u"amountFen"_s].toInteger()}.yuan())}});
    view.beginForm(own);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Pay")), u"what"_s, u"pay"_s);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Pay twice")), u"what"_s, u"twice"_s);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Payment fails")), u"what"_s, u"fail"_s);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Pay too late")), u"what"_s, u"late"_s);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Pay, but the notice of it is lost")), u"what"_s, u"silent"_s);
    if (payment->state == "REFUND_ORDERED"_L1)
        view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "The money is given back")), u"what"_s, u"refunded"_s);
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back without paying")),
              u"/application/%1/paid"_s.arg(payment->about));
    return view.answer();
}

HttpResponse playPracticePayment(const Call &call)
{
    auto *provider = dynamic_cast<PracticeProvider *>(call.platform().payments);
    const auto payment = paymentOf(call);
    if (!provider || !payment)
        return problemPage(call, 404);
    const qint64 amount = payment->body[u"amountFen"_s].toInteger();
    const QString what = call.form.value(u"what"_s);
    QList<PracticeProvider::Signed> events;
    if (what == "pay"_L1 || what == "twice"_L1)
        events << provider->event(*payment, u"PAID"_s, amount);
    if (what == "twice"_L1)
        events << provider->event(*payment, u"PAID"_s, amount);
    if (what == "fail"_L1)
        events << provider->event(*payment, u"FAILED"_s, amount);
    if (what == "late"_L1) // the order has ended before the money comes
        events << provider->event(*payment, u"EXPIRED"_s, amount) << provider->event(*payment, u"PAID"_s, amount);
    if (what == "refunded"_L1)
        events << provider->event(*payment, u"REFUNDED"_s, payment->body[u"refundOrderedFen"_s].toInteger());
    if (what == "silent"_L1) {
        const PracticeProvider::Signed lost = provider->event(*payment, u"PAID"_s, amount);
        if (const auto event = provider->eventIn(lost.body, lost.signature))
            provider->keep(*event);
    }
    for (const PracticeProvider::Signed &event : std::as_const(events)) {
        if (!sendEvent(call, event))
            return problemPage(call, 503);
    }
    return redirection(u"/application/%1/paid"_s.arg(payment->about));
}

} // namespace idcounter::platform
