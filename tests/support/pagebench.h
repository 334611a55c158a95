#pragma once

#include "platform/pages/pages.h"
#include "platform/practice/practiceprovider.h"
#include "tests/support/platformbench.h"
#include "tests/support/tables.h"

#include <QRegularExpression>
#include <QUrl>

// What a browser without scripts does: keeps cookies, follows a redirection, sends the forms of the page it shows.
class Browser
{
public:
    using Fields = QList<std::pair<QString, QString>>;

    explicit Browser(const idcounter::platform::Pages &pages, const QString &peer = QStringLiteral("192.0.2.1"))
        : m_pages(pages)
        , m_peer(peer)
    {
    }

    idcounter::platform::HttpResponse get(const QString &target, QMap<QByteArray, QByteArray> headers = {})
    {
        return ask("GET", target, {}, std::move(headers));
    }

    // The form of the page that is shown, with its token.
    idcounter::platform::HttpResponse post(const QString &target, Fields fields,
                                           QMap<QByteArray, QByteArray> headers = {{"sec-fetch-site", "same-origin"}})
    {
        fields.prepend({QStringLiteral("csrf"), token()});
        return postAsIs(target, fields, std::move(headers));
    }

    idcounter::platform::HttpResponse postAsIs(const QString &target, const Fields &fields,
                                               QMap<QByteArray, QByteArray> headers)
    {
        QByteArray body;
        for (const auto &[name, value] : fields)
            body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
        headers.insert("content-type", "application/x-www-form-urlencoded");
        return ask("POST", target, body, std::move(headers));
    }

    // The form of the page that is shown, with a file, as browsers send it.
    idcounter::platform::HttpResponse upload(const QString &target, Fields fields, const QByteArray &file,
                                             QMap<QByteArray, QByteArray> headers = {{"sec-fetch-site", "same-origin"}},
                                             const QByteArray &name = "IMG_0001.jpg")
    {
        fields.prepend({QStringLiteral("csrf"), token()});
        const QByteArray line = "------WebKitFormBoundaryq0Z9x";
        QByteArray body;
        for (const auto &[its, value] : fields)
            body += line + "\r\nContent-Disposition: form-data; name=\"" + its.toUtf8() + "\"\r\n\r\n" + value.toUtf8()
                + "\r\n";
        body += line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
            + "\"\r\nContent-Type: image/jpeg\r\n\r\n" + file + "\r\n" + line + "--\r\n";
        headers.insert("content-type", "multipart/form-data; boundary=" + line.mid(2));
        return ask("POST", target, body, std::move(headers));
    }

    idcounter::platform::HttpResponse ask(const QByteArray &method, const QString &target, const QByteArray &body,
                                          QMap<QByteArray, QByteArray> headers)
    {
        idcounter::platform::HttpRequest request;
        request.method = method;
        request.target = target.toUtf8();
        request.headers = std::move(headers);
        if (!request.headers.contains("host"))
            request.headers.insert("host", host);
        request.headers.insert("accept-language", language);
        QByteArrayList cookie;
        for (auto one = cookies.begin(); one != cookies.end(); ++one)
            cookie << one.key() + '=' + one.value();
        request.headers.insert("cookie", cookie.join("; "));
        request.body = body;
        request.peer = m_peer;
        shown = m_pages.answer(request);
        for (const auto &[name, value] : shown.headers) {
            if (name == "Set-Cookie") {
                const QByteArray first = value.left(value.indexOf(';'));
                cookies.insert(first.left(first.indexOf('=')), first.mid(first.indexOf('=') + 1));
            }
        }
        return shown;
    }

    // The page to which the last answer leads.
    idcounter::platform::HttpResponse follow() { return get(location()); }
    QString location() const { return QString::fromLatin1(header("Location")); }
    QByteArray header(const QByteArray &name) const
    {
        for (const auto &[its, value] : shown.headers) {
            if (its == name)
                return value;
        }
        return {};
    }

    // The value of a field of the page that is shown.
    QString value(const QString &name) const
    {
        const QRegularExpression field(
            QStringLiteral("name=\"%1\"[^>]*? value=\"([^\"]*)\"").arg(QRegularExpression::escape(name)));
        return field.match(text()).captured(1);
    }
    QString text() const { return QString::fromUtf8(shown.body); }
    bool shows(const QString &what) const { return text().contains(what); }
    // Whether a field is blamed with a sentence that begins so: in the list of errors, which leads there, and at the field.
    bool blames(const QString &field, const QString &sentence) const
    {
        const QRegularExpression inList(
            QStringLiteral("<li><a href=\"#f-%1\">[^<]+: %2").arg(field, QRegularExpression::escape(sentence)));
        const QRegularExpression atField(QStringLiteral("id=\"f-%1-error\"><span[^>]*>■</span> %2")
                                             .arg(field, QRegularExpression::escape(sentence)));
        return inList.match(text()).hasMatch() && atField.match(text()).hasMatch()
            && shows(QStringLiteral(" id=\"f-%1\"").arg(field));
    }

    // That of the first form, or of the first page.
    QString token()
    {
        if (value(QStringLiteral("csrf")).isEmpty()) {
            const auto before = shown;
            get(cookies.isEmpty() ? QStringLiteral("/login") : QStringLiteral("/login/code"));
            if (value(QStringLiteral("csrf")).isEmpty())
                get(QStringLiteral("/login"));
            if (value(QStringLiteral("csrf")).isEmpty())
                get(QStringLiteral("/me"));
            const QString found = value(QStringLiteral("csrf"));
            shown = before;
            return found;
        }
        return value(QStringLiteral("csrf"));
    }

    bool logIn(const QString &phone, const RecordingSender &sender)
    {
        get(QStringLiteral("/login"));
        if (post(QStringLiteral("/login"), {{QStringLiteral("phone"), phone}}).status != 303)
            return false;
        follow();
        const QString code = sender.sent.last().second;
        static const QRegularExpression digits(QStringLiteral("\\d{6}"));
        return post(QStringLiteral("/login/code"), {{QStringLiteral("code"), digits.match(code).captured()}}).status
            == 303
            && follow().status == 200;
    }

    QMap<QByteArray, QByteArray> cookies;
    QByteArray language = "en";
    QByteArray host = "127.0.0.1:8443";
    idcounter::platform::HttpResponse shown;

private:
    const idcounter::platform::Pages &m_pages;
    QString m_peer;
};

// The pages of a practice platform with a hall, and what an applicant types there.
struct PageBench : PlatformBench
{
    std::unique_ptr<idcounter::platform::PracticeProvider> provider
        = *idcounter::platform::PracticeProvider::create(*platform);
    idcounter::platform::Pages pages{*platform, *idcounter::platform::PageTables::load(shippedTable)};

    PageBench() { platform->payments = provider.get(); }

    static Browser::Fields person(int number = 0)
    {
        return {{QStringLiteral("number"), citizenNumber(number)},
                {QStringLiteral("name"), QStringLiteral("张小丰")},
                {QStringLiteral("ethnicGroup"), QStringLiteral("01")},
                {QStringLiteral("address"), QStringLiteral("新疆维吾尔自治区乌鲁木齐市天山区练习路2号")}};
    }
    Browser::Fields bookingFields(const QString &id, int number = 0) const
    {
        return person(number)
            + Browser::Fields{{QStringLiteral("id"), id},
                              {QStringLiteral("place"), place},
                              {QStringLiteral("reason"), QStringLiteral("22")},
                              {QStringLiteral("phone"), QStringLiteral("13800001234")},
                              {QStringLiteral("collection"), QStringLiteral("IN_PERSON")}};
    }
    Browser::Fields reissueFields(const QString &id, int number = 0) const
    {
        return person(number)
            + Browser::Fields{{QStringLiteral("id"), id},
                              {QStringLiteral("station"), station.unit},
                              {QStringLiteral("lostOn"), QStringLiteral("2026-11-20")},
                              {QStringLiteral("phone"), QStringLiteral("13800001234")},
                              {QStringLiteral("recipient"), QStringLiteral("张小丰")},
                              {QStringLiteral("mailingAddress"), QStringLiteral("新疆乌鲁木齐市天山区练习路2号")},
                              {QStringLiteral("postcode"), QStringLiteral("830000")}};
    }
    // The same with other values of some fields.
    static Browser::Fields with(Browser::Fields fields, const Browser::Fields &others)
    {
        for (const auto &other : others) {
            fields.removeIf([&](const auto &field) { return field.first == other.first; });
            fields << other;
        }
        return fields;
    }

    // A booking by the form; its id.
    QString bookBy(Browser &browser, int number = 0)
    {
        browser.get(QStringLiteral("/booking/new"));
        browser.post(QStringLiteral("/booking/new"), bookingFields(browser.value(QStringLiteral("id")), number));
        return browser.location().section(QLatin1Char('/'), -1);
    }
    // An application by the form, of a person whom the account is tied to first; its id.
    QString applyBy(Browser &browser, int number = 0)
    {
        browser.get(QStringLiteral("/me/real-name"));
        browser.post(QStringLiteral("/me/real-name"), {{QStringLiteral("number"), citizenNumber(number)}});
        browser.get(QStringLiteral("/reissue"));
        const QString id = browser.value(QStringLiteral("id"));
        browser.post(QStringLiteral("/reissue"), reissueFields(id, number));
        browser.post(QStringLiteral("/reissue/submit"),
                     reissueFields(id, number)
                         + Browser::Fields{{QStringLiteral("cardLost"), QStringLiteral("yes")},
                                           {QStringLiteral("householdUnchanged"), QStringLiteral("yes")},
                                           {QStringLiteral("informationAccepted"), QStringLiteral("yes")}});
        return browser.location().section(QLatin1Char('/'), -1);
    }

    // What the station decides of a booking or an application, as it stands now.
    bool decide(const QString &booking, const QString &kind, const QJsonObject &more)
    {
        const auto done = platform->write([&](idcounter::platform::Resources &resources) {
            const auto there = resources.find(QStringLiteral("bookings"), booking);
            return idcounter::platform::Bookings(*platform, resources)
                .decide(decision(booking, (*there)->version, kind, more), station.unit);
        });
        return bool(done);
    }
    bool decideApplication(const QString &application, const QString &kind, const QJsonObject &more)
    {
        const auto done = platform->write([&](idcounter::platform::Resources &resources) {
            const auto there = resources.find(QStringLiteral("applications"), application);
            return idcounter::platform::Applications(*platform, resources)
                .decide(applicationDecision(application, (*there)->version, kind, more), station.unit);
        });
        return bool(done);
    }
    static QJsonObject lostCardFee()
    {
        return {{QStringLiteral("fee"),
                 QJsonObject{{QStringLiteral("code"), QStringLiteral("REISSUE_LOST")},
                             {QStringLiteral("amountFen"), 4000}}}};
    }

    // The form of a booking or an application as the station opens it.
    QJsonObject opened(const QString &id, const QString &kind = QStringLiteral("bookings")) const
    {
        const QString data = resource(kind, id).body[QStringLiteral("sealed")][QStringLiteral("data")].toString();
        const auto plain = stationKeys.unseal(QByteArray::fromBase64(data.toLatin1()));
        if (!plain)
            return {};
        const auto json
            = idcounter::readJson(QByteArray(reinterpret_cast<const char *>(plain->data()), qsizetype(plain->size())));
        return json ? *json : QJsonObject();
    }

    idcounter::platform::Resource resource(const QString &kind, const QString &id) const
    {
        const auto there
            = platform->read([&](idcounter::platform::Resources &resources) { return resources.find(kind, id); });
        return there && *there ? **there : idcounter::platform::Resource();
    }
};
