#include "platform/pages/codepages.h"
#include "platform/pages/cookies.h"
#include "platform/pages/fieldcheck.h"
#include "platform/pages/handlers.h"
#include "platform/service/messages.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

// The log-in is the proof of the present telephone, so it must not lie far back.
constexpr qint64 freshLogIn = 15 * 60; // seconds

bool isFresh(const Call &call)
{
    return call.visitor.loggedInAt.secsTo(call.now()) < freshLogIn;
}

HttpResponse logInAgainPage(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Change the telephone number")));
    view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "Please log in once more for this")),
                words(QT_TRANSLATE_NOOP("Platform",
                                        "So nobody can change it on a computer where you forgot to log out. A code is "
                                        "sent to your present telephone. If you do not have that any more, call the "
                                        "station.")));
    view.beginForm(u"/logout"_s);
    view.hidden(u"next"_s, u"/me/phone"_s);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Log in once more")));
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer();
}

HttpResponse phonePage(const Call &call, int status = 200)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Change the telephone number")));
    view.errors(call.form);
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Number now")), masked(call.account().phone)}});
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform",
                                           "We send a code to the new telephone. With it the number of your account "
                                           "changes, and you are logged out everywhere else.")));
    view.beginForm(u"/me/phone"_s);
    view.field(mobileField(call, words(QT_TRANSLATE_NOOP("Platform", "New mobile number"))), call.form);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Send the code")));
    view.endForm();
    view.muted(words(QT_TRANSLATE_NOOP("Platform",
                                       "Forms that you have sent keep the number that you wrote there. If it is not "
                                       "right any more, tell the station.")));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer(status);
}

HttpResponse changedPage(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Change the telephone number")));
    view.notice(Tone::Good, words(QT_TRANSLATE_NOOP("Platform", "The number of your account was changed")),
                words(QT_TRANSLATE_NOOP("Platform", "From now on log in with the new one.")));
    view.facts({{words(QT_TRANSLATE_NOOP("Platform", "Number now")), masked(call.account().phone)}});
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer();
}

HttpResponse phoneCodePage(const Call &call, const QString &phone, int status = 200)
{
    const Words &words = call.words;
    FormBody form = call.form;
    form.set(u"code"_s, {});
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Enter the code")));
    view.errors(form);
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform",
                                           "A code of six digits was sent to %1. It is valid for five minutes, in this "
                                           "browser only."))
                       .arg(masked(phone)));
    view.beginForm(u"/me/phone/code"_s);
    view.field(codeField(call), form);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Change the number")));
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Use another number")), u"/me/phone"_s);
    if (call.platform().isPractice())
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Texts of the practice platform")), u"/practice/messages"_s);
    return view.answer(status);
}

// Told only to who has typed the code that went to that telephone.
HttpResponse phoneInUsePage(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Nothing was changed")));
    view.notice(Tone::Bad, words(QT_TRANSLATE_NOOP("Platform", "This number has an account with applications already")),
                words(QT_TRANSLATE_NOOP("Platform", "Log in with it to see them, or call the station.")));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Use another number")), u"/me/phone"_s);
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to my applications")), u"/me"_s);
    return view.answer(409);
}

// The telephone that is given up hears of it, in case somebody else did it. Best effort: nothing hangs on it.
void tellOldPhone(const Call &call)
{
    const QString text
        = call.words(QT_TRANSLATE_NOOP("Platform",
                                       "The telephone number of your account for identity card services online was "
                                       "changed. If it was not you, call the station."));
    if (call.platform().sender)
        call.platform().sender->sendSoon(call.account().phone, text);
}

} // namespace

HttpResponse showPhone(const Call &call)
{
    if (call.request.query().hasQueryItem(u"changed"_s))
        return changedPage(call);
    return isFresh(call) ? phonePage(call) : logInAgainPage(call);
}

HttpResponse askPhoneCode(const Call &asked)
{
    Call call = asked;
    if (!isFresh(call))
        return redirection(u"/me/phone"_s);
    const QString phone = FieldCheck(call, call.form).mobile(u"phone"_s);
    if (phone == call.account().phone)
        call.form.addError(u"phone"_s,
                           call.words(QT_TRANSLATE_NOOP(
                               "Platform", "This is the number of your account already. Enter the new one.")));
    if (!call.form.errors().isEmpty())
        return phonePage(call, 400);
    const auto instead
        = sendCode(call, phone, CodeFor::NewPhone,
                   call.words(QT_TRANSLATE_NOOP("Platform",
                                                "%1 is the code by which this telephone becomes that of an account for "
                                                "identity card services online. It is valid for five minutes. Tell it "
                                                "to nobody.")));
    return instead ? *instead : redirection(u"/me/phone/code"_s);
}

HttpResponse showPhoneCode(const Call &call)
{
    const auto phone = call.platform().read([&](Resources &resources) {
        return Accounts(call.platform(), resources).codeSentTo(call.visitor.browser, CodeFor::NewPhone);
    });
    return phone && !phone->isEmpty() ? phoneCodePage(call, *phone) : redirection(u"/me/phone"_s);
}

HttpResponse tryPhoneCode(const Call &tried)
{
    Call call = tried;
    const Platform &platform = call.platform();
    const QByteArray token = Accounts::newToken();
    QString phone;
    bool isChanged = false;
    const auto answer = platform.write([&](Resources &resources) -> Outcome<CodeTried> {
        const Accounts accounts(platform, resources);
        const auto sentTo = accounts.codeSentTo(call.visitor.browser, CodeFor::NewPhone);
        if (!sentTo)
            return sentTo.error();
        phone = *sentTo;
        const auto code = accounts.tryCode(call.visitor.browser, typedCode(call.form), CodeFor::NewPhone);
        if (!code)
            return code.error();
        if (code->answer != CodeTried::Answer::Right)
            return *code;
        const auto changed = accounts.changePhone(call.account().id, code->phone);
        if (!changed)
            return changed.error();
        isChanged = *changed;
        const auto in = isChanged ? accounts.logIn(token, call.visitor.browser, call.account().id) : Result<void>();
        return in ? Outcome<CodeTried>(*code) : in.error();
    });
    if (!answer)
        return problemPage(call, answer.problem());
    if (answer->answer == CodeTried::Answer::Wrong) {
        call.form.addError(
            u"code"_s,
            call.words(QT_TRANSLATE_NOOP("Platform", "The code is not right. Tries left: %1.")).arg(answer->triesLeft));
        return phoneCodePage(call, phone, 400);
    }
    if (answer->answer == CodeTried::Answer::Over) {
        call.form.addError(u"phone"_s,
                           call.words(QT_TRANSLATE_NOOP(
                               "Platform", "This code is not valid any more. Please have another one sent to you.")));
        return phonePage(call, 400);
    }
    if (!isChanged)
        return phoneInUsePage(call);
    tellOldPhone(call);
    HttpResponse response = redirection(u"/me/phone?changed=yes"_s);
    setCookie(response, platform, "session", token);
    return response;
}

} // namespace idcounter::platform
