#include "platform/pages/codepages.h"

#include "platform/service/messages.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

bool canSend(const Platform &platform)
{
    return platform.sender && platform.sender->isWorking();
}

HttpResponse cannotSendPage(const Call &call, int status)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "No code can be sent at present")));
    view.notice(Tone::Bad, words(QT_TRANSLATE_NOOP("Platform", "The service that sends texts does not work")),
                words(QT_TRANSLATE_NOOP("Platform",
                                        "Please try again in a few minutes. You can also call the station, or come "
                                        "without a booking in the opening hours.")));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "To the first page")), u"/"_s);
    HttpResponse response = view.answer(status);
    return status == 503 ? response.with("Retry-After", "60") : response;
}

std::optional<HttpResponse> sendCode(const Call &call, const QString &phone, CodeFor purpose, const QString &text)
{
    const Platform &platform = call.platform();
    if (!canSend(platform))
        return cannotSendPage(call, 503);
    const auto code = platform.write([&](Resources &resources) -> Outcome<CodeAsked> {
        const auto made = Accounts(platform, resources, call.site.codeLimits)
                              .askCode(call.visitor.browser, phone, call.request.peer, purpose);
        return made ? Outcome<CodeAsked>(*made) : made.error();
    });
    if (!code)
        return problemPage(call, code.problem());
    if (code->retryAfter > 0)
        return tooManyPage(call, code->retryAfter,
                           call.words(QT_TRANSLATE_NOOP("Platform", "No more codes are sent for now")));
    // Whether the telephone could be reached is not told: only that nothing can be sent at all.
    if (!platform.sender->sendSoon(phone, text.arg(code->code)))
        return cannotSendPage(call, 503);
    return {};
}

QString typedCode(const FormBody &form)
{
    QString typed;
    const QString given = form.value(u"code"_s);
    for (const QChar c : given) {
        if (c.digitValue() >= 0)
            typed += QChar(ushort(u'0' + c.digitValue()));
    }
    return typed;
}

QString masked(const QString &phone)
{
    constexpr int shown = 4;
    return phone.left(3) + u"****"_s + phone.right(shown);
}

Field codeField(const Call &call)
{
    return {.name = u"code"_s,
            .label = call.words(QT_TRANSLATE_NOOP("Platform", "Code")),
            .inputMode = u"numeric"_s,
            .autocomplete = u"one-time-code"_s,
            .longest = 12,
            .width = u"short"_s};
}

Field mobileField(const Call &call, const QString &label)
{
    return {.name = u"phone"_s,
            .label = label,
            .hint = call.words(QT_TRANSLATE_NOOP("Platform", "11 digits, of a telephone in mainland China")),
            .type = u"tel"_s,
            .inputMode = u"numeric"_s,
            .autocomplete = u"tel-national"_s,
            .longest = 20,
            .width = u"middle"_s};
}

} // namespace idcounter::platform
