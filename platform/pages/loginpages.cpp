#include "platform/pages/codepages.h"
#include "platform/pages/cookies.h"
#include "platform/pages/fieldcheck.h"
#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/service/bookings.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char practiceMethod[] = "PRACTICE";
constexpr int charactersOfReference = 12;

// Where one wanted to go before the log-in; a page of ours, or nothing.
QString nextOf(const QString &asked)
{
    static const QRegularExpression ours(u"^(/[a-z0-9][a-z0-9-]*)+$"_s);
    return ours.match(asked).hasMatch() ? asked : QString();
}

HttpResponse logInPage(const Call &call, const QString &next, int status = 200)
{
    if (!canSend(call.platform()))
        return cannotSendPage(call, status);
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Log in")));
    view.errors(call.form);
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "We send a code of six digits to your mobile telephone.")));
    view.beginForm(u"/login"_s);
    view.field(mobileField(call, words(QT_TRANSLATE_NOOP("Platform", "Mobile number"))), call.form);
    view.hidden(u"next"_s, next);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Send the code")));
    view.endForm();
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "No mobile telephone?")));
    view.paragraph(words(QT_TRANSLATE_NOOP(
        "Platform", "Call the station, or come in the opening hours. No booking is needed for a visit.")));
    return view.answer(status);
}

HttpResponse codePage(const Call &call, const QString &phone, int status = 200)
{
    const Words &words = call.words;
    const QString next = call.form.has(u"next"_s) ? nextOf(call.form.value(u"next"_s))
                                                  : nextOf(call.request.query().queryItemValue(u"next"_s));
    FormBody form = call.form;
    form.set(u"code"_s, {}); // a wrong one is of no use to be corrected
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Enter the code")));
    view.errors(form);
    if (!canSend(call.platform()))
        view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "No code can be sent at present")),
                    words(QT_TRANSLATE_NOOP("Platform", "If none has come, please try again in a few minutes.")));
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform",
                                           "A code of six digits was sent to %1. It is valid for five minutes, in this "
                                           "browser only."))
                       .arg(masked(phone)));
    view.beginForm(u"/login/code"_s);
    view.field(codeField(call), form);
    view.hidden(u"next"_s, next);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Log in")));
    view.endForm();
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "No text has come?")));
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "Check the number. A text may take a minute.")));
    view.beginForm(u"/login"_s);
    view.hidden(u"phone"_s, phone);
    view.hidden(u"next"_s, next);
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Send another code")));
    view.endForm();
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Use another number")), u"/login"_s);
    if (call.platform().isPractice())
        view.link(words(QT_TRANSLATE_NOOP("Platform", "Texts of the practice platform")), u"/practice/messages"_s);
    return view.answer(status);
}

QString withNext(const QString &path, const QString &next)
{
    return next.isEmpty() ? path : path + u"?next="_s + next;
}

} // namespace

HttpResponse showLogIn(const Call &call)
{
    const QString next = nextOf(call.request.query().queryItemValue(u"next"_s));
    if (call.visitor.account)
        return redirection(next.isEmpty() ? u"/me"_s : next);
    return logInPage(call, next);
}

HttpResponse askCode(const Call &asked)
{
    Call call = asked;
    const QString next = nextOf(call.form.value(u"next"_s));
    const QString phone = FieldCheck(call, call.form).mobile(u"phone"_s);
    if (phone.isEmpty())
        return logInPage(call, next, 400);
    const auto instead
        = sendCode(call, phone, CodeFor::LogIn,
                   call.words(QT_TRANSLATE_NOOP("Platform",
                                                "%1 is your code for identity card services online. It is valid for "
                                                "five minutes. Tell it to nobody.")));
    return instead ? *instead : redirection(withNext(u"/login/code"_s, next));
}

HttpResponse showCode(const Call &call)
{
    const Platform &platform = call.platform();
    const auto phone = platform.read(
        [&](Resources &resources) { return Accounts(platform, resources).codeSentTo(call.visitor.browser); });
    if (!phone || phone->isEmpty())
        return redirection(u"/login"_s);
    return codePage(call, *phone);
}

HttpResponse tryCode(const Call &tried)
{
    Call call = tried;
    const Platform &platform = call.platform();
    const QByteArray token = Accounts::newToken();
    QString phone;
    const auto answer = platform.write([&](Resources &resources) -> Outcome<CodeTried> {
        const Accounts accounts(platform, resources);
        const auto sentTo = accounts.codeSentTo(call.visitor.browser);
        if (!sentTo)
            return sentTo.error();
        phone = *sentTo;
        const auto code = accounts.tryCode(call.visitor.browser, typedCode(call.form));
        if (!code)
            return code.error();
        if (code->answer != CodeTried::Answer::Right)
            return *code;
        const auto account = accounts.accountOf(code->phone, call.words.language());
        if (!account)
            return account.error();
        const auto in = accounts.logIn(token, call.visitor.browser, account->id);
        return in ? Outcome<CodeTried>(*code) : in.error();
    });
    if (!answer)
        return problemPage(call, answer.problem());
    if (answer->answer == CodeTried::Answer::Right) {
        const QString next = nextOf(call.form.value(u"next"_s));
        HttpResponse response = redirection(next.isEmpty() ? u"/me"_s : next);
        setCookie(response, platform, "session", token);
        return response;
    }
    if (answer->answer == CodeTried::Answer::Wrong) {
        call.form.addError(
            u"code"_s,
            call.words(QT_TRANSLATE_NOOP("Platform", "The code is not right. Tries left: %1.")).arg(answer->triesLeft));
        return codePage(call, phone, 400);
    }
    call.form.addError(u"phone"_s,
                       call.words(QT_TRANSLATE_NOOP(
                           "Platform", "This code is not valid any more. Please have another one sent to you.")));
    return logInPage(call, nextOf(call.form.value(u"next"_s)), 400);
}

HttpResponse logOut(const Call &call)
{
    const Platform &platform = call.platform();
    const auto out = platform.write([&](Resources &resources) -> Outcome<void> {
        return Accounts(platform, resources).logOut(call.visitor.browser);
    });
    if (!out)
        return problemPage(call, out.problem());
    const QString next = nextOf(call.form.value(u"next"_s)); // whoever is to log in once more
    HttpResponse response = redirection(next.isEmpty() ? u"/"_s : withNext(u"/login"_s, next));
    setCookie(response, platform, "session", Accounts::newToken());
    return response;
}

HttpResponse showRealName(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Real-name check")));
    const QJsonObject realName = call.account().realName;
    if (!realName.isEmpty()) {
        view.notice(Tone::Good, words(QT_TRANSLATE_NOOP("Platform", "This account is tied to a person")),
                    words(QT_TRANSLATE_NOOP("Platform", "Since %1. It cannot be tied to anybody else."))
                        .arg(momentText(words, realName[u"at"_s].toString())));
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Have a lost card made again online")), u"/reissue"_s);
        return view.answer();
    }
    if (!call.platform().isPractice()) {
        view.notice(Tone::Attention,
                    words(QT_TRANSLATE_NOOP("Platform", "No real-name service is connected to this website")),
                    words(QT_TRANSLATE_NOOP("Platform",
                                            "A lost card can therefore not be applied for online. Please book a visit "
                                            "to the station.")));
        view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "Book a visit to the station")), u"/booking/new"_s);
        return view.answer();
    }
    view.errors(call.form);
    view.paragraph(words(QT_TRANSLATE_NOOP(
        "Platform",
        "On the practice platform a number is enough. A real platform compares your face with the photo on record.")));
    view.beginForm(u"/me/real-name"_s);
    view.field({.name = u"number"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Citizen number")),
                .autocomplete = u"off"_s,
                .longest = 30,
                .width = u"middle"_s},
               call.form);
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Tie the account to this person")));
    view.endForm();
    return view.answer(call.form.errors().isEmpty() ? 200 : 400);
}

HttpResponse setRealName(const Call &sent)
{
    Call call = sent;
    const Platform &platform = call.platform();
    if (!platform.isPractice() || !call.account().realName.isEmpty())
        return problemPage(call, 409);
    const auto number = FieldCheck(call, call.form).number(u"number"_s);
    if (!number)
        return showRealName(call);
    const auto tied = platform.write([&](Resources &resources) -> Outcome<void> {
        const QString reference = u"practice-"_s + newId(resources.now()).right(charactersOfReference);
        return Accounts(platform, resources)
            .setRealName(call.account().id, number->toString(), QString::fromLatin1(practiceMethod), reference);
    });
    if (!tied)
        return problemPage(call, tied.problem());
    return redirection(u"/reissue"_s);
}

} // namespace idcounter::platform
