#include "platform/pages/pages.h"

#include "platform/pages/cookies.h"
#include "platform/pages/handlers.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char policy[] = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; "
                          "frame-ancestors 'none'; base-uri 'none'";
constexpr qsizetype tokenLength = 43;

bool isToken(const QByteArray &text)
{
    return text.size() == tokenLength && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
                   || c == '_';
           });
}

// The language that was asked for in the address; else that of the cookie, else what the browser prefers.
QString languageOf(const HttpRequest &request, const Platform &platform)
{
    const QString asked = request.query().queryItemValue(u"lang"_s);
    if (asked == "en"_L1 || asked == "zh-CN"_L1)
        return asked;
    const QByteArray kept = cookieIn(request, cookieName(platform, "language"));
    if (kept == "en" || kept == "zh-CN")
        return QString::fromLatin1(kept);
    const QList<QByteArray> accepted = request.header("accept-language").toLower().split(',');
    for (const QByteArray &one : accepted) { // browsers name them in the order of preference
        if (one.trimmed().startsWith("zh"))
            return u"zh-CN"_s;
        if (one.trimmed().startsWith("en"))
            return u"en"_s;
    }
    return u"zh-CN"_s;
}

// Whether a path is that of a route; the identity in it is given back.
bool matches(const QString &route, const QString &path, QString &id)
{
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    const QStringList wanted = route.split(u'/');
    const QStringList there = path.split(u'/');
    if (wanted.size() != there.size())
        return false;
    for (qsizetype at = 0; at < wanted.size(); ++at) {
        if (wanted[at] == "{id}"_L1) {
            if (!uuid.match(there[at]).hasMatch())
                return false;
            id = there[at];
        } else if (wanted[at] != there[at]) {
            return false;
        }
    }
    return true;
}

// A form is sent from a page of ours: browsers say so in one of two ways. `null` is what they name as the origin where the
// referrer is withheld, as it is on our pages; it says nothing.
bool comesFromUs(const HttpRequest &request, const Platform &platform)
{
    const QByteArray site = request.header("sec-fetch-site");
    const QByteArray origin = request.header("origin");
    if (!site.isEmpty() && site != "same-origin")
        return false;
    if (!origin.isEmpty() && origin != "null" && origin != platform.origin.toLatin1())
        return false;
    return !site.isEmpty() || origin == platform.origin.toLatin1();
}

bool isSame(const QString &one, const QString &other)
{
    int differs = int(one.size() ^ other.size());
    for (qsizetype at = 0; at < std::min(one.size(), other.size()); ++at)
        differs |= one[at].unicode() ^ other[at].unicode();
    return differs == 0;
}

} // namespace

const QList<Pages::Route> &Pages::routes()
{
    static const QList<Route> routes{
        {"GET", u"/"_s, Access::Everybody, showHome},
        {"GET", u"/style.css"_s, Access::Everybody, showStyle},
        {"GET", u"/login"_s, Access::Everybody, showLogIn},
        {"POST", u"/login"_s, Access::Everybody, askCode},
        {"GET", u"/login/code"_s, Access::Everybody, showCode},
        {"POST", u"/login/code"_s, Access::Everybody, tryCode},
        {"POST", u"/logout"_s, Access::Everybody, logOut},
        {"GET", u"/me"_s, Access::Account, showMine},
        {"GET", u"/me/real-name"_s, Access::Account, showRealName},
        {"POST", u"/me/real-name"_s, Access::Account, setRealName},
        {"GET", u"/me/phone"_s, Access::Account, showPhone},
        {"POST", u"/me/phone"_s, Access::Account, askPhoneCode},
        {"GET", u"/me/phone/code"_s, Access::Account, showPhoneCode},
        {"POST", u"/me/phone/code"_s, Access::Account, tryPhoneCode},
        {"GET", u"/messages"_s, Access::Account, showMessages},
        {"GET", u"/booking/new"_s, Access::Account, showNewBooking},
        {"POST", u"/booking/new"_s, Access::Account, submitBooking},
        {"GET", u"/booking/{id}"_s, Access::Account, showBooking},
        {"POST", u"/booking/{id}/confirm"_s, Access::Account, confirmBooking},
        {"GET", u"/booking/{id}/cancel"_s, Access::Account, askCancelBooking},
        {"POST", u"/booking/{id}/cancel"_s, Access::Account, cancelBooking},
        {"GET", u"/booking/{id}/move"_s, Access::Account, showMove},
        {"POST", u"/booking/{id}/move"_s, Access::Account, moveBooking},
        {"GET", u"/booking/{id}/answer"_s, Access::Account, showAnswer},
        {"POST", u"/booking/{id}/answer"_s, Access::Account, submitAnswer},
        {"GET", u"/booking/{id}/pictures"_s, Access::Account, showPictures},
        {"POST", u"/booking/{id}/pictures"_s, Access::Account, addPicture, true},
        {"POST", u"/booking/{id}/pictures/remove"_s, Access::Account, removePicture},
        {"GET", u"/reissue"_s, Access::Account, showReissue},
        {"POST", u"/reissue"_s, Access::Account, checkReissue},
        {"POST", u"/reissue/submit"_s, Access::Account, submitReissue},
        {"GET", u"/application/{id}"_s, Access::Account, showApplication},
        {"GET", u"/application/{id}/withdraw"_s, Access::Account, askWithdraw},
        {"POST", u"/application/{id}/withdraw"_s, Access::Account, withdrawApplication},
        {"POST", u"/application/{id}/pay"_s, Access::Account, payApplication},
        {"GET", u"/application/{id}/paid"_s, Access::Account, showPaid},
        {"POST", u"/provider/event"_s, Access::Provider, takeProviderEvent},
        {"GET", u"/practice/messages"_s, Access::Practice, showPracticeMessages},
        {"GET", u"/practice/pay/{id}"_s, Access::Practice, showPracticePayment},
        {"POST", u"/practice/pay/{id}"_s, Access::Practice, playPracticePayment},
    };
    return routes;
}

Pages::Pages(const Platform &platform, PageTables tables, const CodeLimits &codeLimits,
             const RequestLimits &requestLimits)
    : m_site{.platform = platform,
             .tables = std::move(tables),
             .codeLimits = codeLimits,
             .requestLimits = requestLimits,
             .throttle = m_throttle,
             .pictureTurns = m_pictureTurns}
{
}

Visitor Pages::visitorOf(const HttpRequest &request) const
{
    const Platform &platform = m_site.platform;
    Visitor visitor{.browser = cookieIn(request, cookieName(platform, "session"))};
    if (!isToken(visitor.browser)) {
        visitor.browser = Accounts::newToken();
        visitor.isNew = true;
    } else {
        const auto session = platform.read(
            [&](Resources &resources) { return Accounts(platform, resources).session(visitor.browser); });
        if (session && *session) {
            visitor.account = (*session)->account;
            visitor.loggedInAt = (*session)->loggedInAt;
            if ((*session)->isToBeTouched) { // a session that could not be touched ends a little earlier
                [[maybe_unused]] const auto touched = platform.write([&](Resources &resources) -> Outcome<void> {
                    return Accounts(platform, resources).touch(visitor.browser);
                });
            }
        }
    }
    visitor.csrf = PlatformKeys::mac(platform.keys.session, "form\n" + visitor.browser);
    return visitor;
}

HttpResponse Pages::answer(const HttpRequest &request) const
{
    // A body is of no use to who asked for the head only.
    HttpRequest asked = request;
    if (asked.method == "HEAD")
        asked.method = "GET";
    const Call call{.site = m_site,
                    .request = asked,
                    .words = Words(languageOf(asked, m_site.platform)),
                    .visitor = visitorOf(asked),
                    .form = {},
                    .files = {},
                    .id = {}};
    HttpResponse response = withHeaders(dispatched(call), call);
    if (request.method == "HEAD")
        response.body.clear();
    return response;
}

HttpResponse Pages::dispatched(const Call &call) const
{
    QByteArray host = call.request.header("host").toLower();
    if (const qsizetype port = host.lastIndexOf(':'); port > host.lastIndexOf(']'))
        host.truncate(port);
    if (host != m_site.platform.host.toLatin1())
        return problemPage(call, 421);
    const QString path = QString::fromUtf8(call.request.path());
    QByteArrayList methods;
    for (const Route &route : routes()) {
        Call here = call;
        if (!matches(route.path, path, here.id))
            continue;
        if (route.access == Access::Practice && !m_site.platform.isPractice())
            continue;
        methods << route.method;
        if (route.method != call.request.method)
            continue;
        if (route.method == "POST")
            return posted(std::move(here), route);
        if (route.access == Access::Account && !here.visitor.account)
            return redirection(u"/login?next="_s + path);
        return route.handler(here);
    }
    if (methods.isEmpty())
        return problemPage(call, 404);
    HttpResponse response = problemPage(call, 405);
    return response.with("Allow", methods.join(", "));
}

// The form that was sent; a status where it cannot be read, else 0.
int Pages::readForm(Call &call, const Route &route)
{
    const QByteArray type = call.request.header("content-type");
    if (route.takesFiles && type.toLower().startsWith("multipart/form-data")) {
        auto read = MultipartBody::parse(type, call.request.body);
        if (!read)
            return 400;
        call.form = std::move(read->form);
        call.files = std::move(read->files);
        return 0;
    }
    if (!type.toLower().startsWith("application/x-www-form-urlencoded"))
        return 415;
    auto form = FormBody::parse(call.request.body);
    if (!form)
        return 413;
    call.form = *std::move(form);
    return 0;
}

// What is sent to a route: not too often, by a form of ours, of this browser.
HttpResponse Pages::posted(Call call, const Route &route) const
{
    const QDateTime now = call.now();
    const QString who = call.visitor.account ? call.account().id : QString();
    qint64 wait = m_throttle.wait(u"address "_s + call.request.peer, m_site.requestLimits.perAddress, now);
    if (wait == 0 && !who.isEmpty())
        wait = m_throttle.wait(u"account "_s + who, m_site.requestLimits.perAccount, now);
    if (wait > 0)
        return tooManyPage(call, wait, call.words(QT_TRANSLATE_NOOP("Platform", "Too many requests")));
    if (call.request.body.size() > (route.takesFiles ? MultipartBody::mostBytes : FormBody::mostBytes))
        return problemPage(call, 413);
    if (route.access == Access::Provider)
        return route.handler(call);
    if (const int fault = readForm(call, route))
        return problemPage(call, fault);
    if (!comesFromUs(call.request, m_site.platform) || !isSame(call.form.value(u"csrf"_s), call.visitor.csrf))
        return problemPage(call, 403);
    if (route.access == Access::Account && !call.visitor.account)
        return redirection(u"/login"_s);
    return route.handler(call);
}

HttpResponse Pages::withHeaders(HttpResponse response, const Call &call) const
{
    const Platform &platform = m_site.platform;
    response.with("Content-Security-Policy", policy)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
    if (hasTls(platform))
        response.with("Strict-Transport-Security", "max-age=31536000");
    const auto has = [&](const QByteArray &name) {
        return std::any_of(response.headers.begin(), response.headers.end(),
                           [&](const auto &header) { return header.first == name; });
    };
    if (!has("Cache-Control"))
        response.with("Cache-Control", "no-store");
    const bool isPage = response.body.startsWith("<!DOCTYPE html>");
    if (isPage && call.visitor.isNew)
        setCookie(response, platform, "session", call.visitor.browser);
    if (isPage && call.request.query().hasQueryItem(u"lang"_s))
        setCookie(response, platform, "language", call.words.language().toLatin1());
    return response;
}

} // namespace idcounter::platform
