#include "platform/pages/bookingform.h"
#include "platform/pages/handlers.h"
#include "platform/pages/readings.h"
#include "platform/service/applications.h"
#include "platform/service/stations.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char lostCard[] = "41"; // GA/T 2000.10
constexpr char han[] = "01"; // GB/T 3304
constexpr int longestPlace = 100; // by the contract
constexpr int longestPhone = 20;
constexpr int longestAddress = 120;

QStringList fieldNames()
{
    return {u"number"_s,  u"name"_s,  u"ethnicGroup"_s, u"address"_s,        u"lostOn"_s,   u"lostWhere"_s,
            u"station"_s, u"phone"_s, u"recipient"_s,   u"mailingAddress"_s, u"postcode"_s, u"id"_s};
}

QList<Station> stationsOf(const Call &call)
{
    const auto all = call.platform().read([](Resources &resources) { return Stations(resources.connection()).all(); });
    QList<Station> open;
    if (!all)
        return open;
    for (const Station &station : *all) {
        if (!station.suspended)
            open << station;
    }
    return open;
}

QList<Choice> stationChoices(const Call &call)
{
    QList<Choice> choices;
    for (const Station &station : stationsOf(call))
        choices << Choice{station.unit, call.words.language() == "en"_L1 ? station.nameEn : station.nameZh, {}};
    return choices;
}

void addSteps(View &view, const Call &call, int current)
{
    view.steps({call.words(QT_TRANSLATE_NOOP("Platform", "Registration")),
                call.words(QT_TRANSLATE_NOOP("Platform", "Acceptance of the information")),
                call.words(QT_TRANSLATE_NOOP("Platform", "Payment"))},
               current);
}

// Who is not tied to a person cannot apply: what to do instead.
HttpResponse withoutRealName(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Have a lost card made again online")));
    addSteps(view, call, 0);
    view.notice(Tone::Attention, words(QT_TRANSLATE_NOOP("Platform", "First we need to know who you are")),
                words(QT_TRANSLATE_NOOP("Platform",
                                        "Only the holder of the lost card may apply, with an account that is "
                                        "tied to the holder.")));
    view.linkButton(words(QT_TRANSLATE_NOOP("Platform", "To the real-name check")), u"/me/real-name"_s);
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Or book a visit to the station")), u"/booking/new"_s);
    return view.answer();
}

HttpResponse formPage(const Call &call, int status = 200)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Have a lost card made again online")));
    addSteps(view, call, 0);
    view.errors(call.form);
    view.paragraph(words(QT_TRANSLATE_NOOP("Platform", "This is possible only if all of this is true:")));
    view.items({words(QT_TRANSLATE_NOOP("Platform", "you had a card of the second generation, with fingerprints")),
                words(QT_TRANSLATE_NOOP("Platform", "its photo and fingerprints are still valid")),
                words(QT_TRANSLATE_NOOP("Platform", "nothing in your household registration has changed since"))});
    view.paragraph(words(
        QT_TRANSLATE_NOOP("Platform", "The station checks it. Otherwise it asks you to come, and offers a time.")));
    view.beginForm(u"/reissue"_s);
    view.hidden(u"id"_s, call.form.value(u"id"_s));
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Applicant")));
    showPerson(view, call, call.form);
    view.select({.name = u"station"_s,
                 .label = words(QT_TRANSLATE_NOOP("Platform", "Station where the household is registered"))},
                stationChoices(call), call.form);
    view.endGroup();
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "The lost card")));
    view.field({.name = u"lostOn"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Lost on")),
                .type = u"date"_s,
                .width = u"short"_s,
                .least = {},
                .most = today(call.platform().clock).toString(Qt::ISODate)},
               call.form);
    view.field({.name = u"lostWhere"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Where it was lost")),
                .isOptional = true,
                .longest = longestPlace},
               call.form);
    view.endGroup();
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Where the card is sent")));
    view.field({.name = u"recipient"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Recipient")),
                .autocomplete = u"off"_s,
                .width = u"middle"_s},
               call.form);
    view.field({.name = u"mailingAddress"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Mailing address")),
                .autocomplete = u"address-line1"_s,
                .longest = longestAddress},
               call.form);
    view.field({.name = u"postcode"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Postcode")),
                .isOptional = true,
                .inputMode = u"numeric"_s,
                .autocomplete = u"postal-code"_s,
                .longest = 6,
                .width = u"short"_s},
               call.form);
    view.field({.name = u"phone"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Telephone of the recipient")),
                .type = u"tel"_s,
                .autocomplete = u"tel"_s,
                .longest = longestPhone,
                .width = u"middle"_s},
               call.form);
    view.endGroup();
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Go on")));
    view.endForm();
    return view.answer(status);
}

// The form of the contract from what was typed, as far as it is right.
QJsonObject read(const Call &call, FormBody &form)
{
    FieldCheck check(call, form);
    const auto number = check.number(u"number"_s);
    if (number && Bookings::personIndex(call.platform().keys, number->toString()) != call.account().personIndex)
        check.wrong(u"number"_s,
                    call.words(QT_TRANSLATE_NOOP(
                        "Platform", "This account is tied to another person. Only the holder of the card may apply.")));
    QJsonObject lost{
        {u"on"_s, check.day(u"lostOn"_s, false, number ? number->birthDate() : QDate(), today(call.platform().clock))}};
    if (const QString where = check.line(u"lostWhere"_s, longestPlace, true); !where.isEmpty())
        lost[u"where"_s] = where;
    QJsonObject delivery{{u"phone"_s, check.phone(u"phone"_s)},
                         {u"recipient"_s, check.personName(u"recipient"_s)},
                         {u"mailingAddress"_s, check.address(u"mailingAddress"_s)}};
    static const QRegularExpression sixDigits(u"^\\d{6}$"_s);
    if (const QString postcode = form.value(u"postcode"_s).trimmed(); sixDigits.match(postcode).hasMatch())
        delivery[u"postcode"_s] = postcode;
    else if (!postcode.isEmpty())
        check.wrong(u"postcode"_s, call.words(QT_TRANSLATE_NOOP("Platform", "A postcode has six digits.")));
    QStringList units;
    for (const Station &station : stationsOf(call))
        units << station.unit;
    check.oneOf(u"station"_s, units);
    return {{u"applicant"_s, readPerson(check, call, number)},
            {u"lost"_s, lost},
            {u"realName"_s, call.account().realName},
            {u"delivery"_s, delivery}};
}

// What was entered, read back before it is sent; and what the applicant declares.
HttpResponse checkPage(const Call &call, const QJsonObject &form, int status = 200)
{
    const Words &words = call.words;
    const QString unit = call.form.value(u"station"_s);
    QString station = unit;
    for (const Choice &choice : stationChoices(call)) {
        if (choice.value == unit)
            station = choice.label;
    }
    const auto group = call.site.tables.ethnicGroups.find(form[u"applicant"_s][u"ethnicGroup"_s].toString());
    const auto number = CitizenNumber::parse(form[u"applicant"_s][u"number"_s].toString());
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Check what you entered")));
    addSteps(view, call, 1);
    view.errors(call.form);
    view.facts(
        {{words(QT_TRANSLATE_NOOP("Platform", "Name")), form[u"applicant"_s][u"name"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Citizen number")), number ? number->grouped() : QString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Ethnic group")),
          !group                            ? QString()
              : words.language() == "en"_L1 ? group->english
                                            : group->chinese},
         {words(QT_TRANSLATE_NOOP("Platform", "Address of permanent registration")),
          form[u"applicant"_s][u"address"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Station where the household is registered")), station},
         {words(QT_TRANSLATE_NOOP("Platform", "Lost on")),
          dayText(words, QDate::fromString(form[u"lost"_s][u"on"_s].toString(), Qt::ISODate))},
         {words(QT_TRANSLATE_NOOP("Platform", "Where it was lost")), form[u"lost"_s][u"where"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Recipient")), form[u"delivery"_s][u"recipient"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Mailing address")), form[u"delivery"_s][u"mailingAddress"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Postcode")), form[u"delivery"_s][u"postcode"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Telephone of the recipient")),
          form[u"delivery"_s][u"phone"_s].toString()},
         {words(QT_TRANSLATE_NOOP("Platform", "Fee")), priceOf(call, QString::fromLatin1(lostCard), unit)}});
    const auto addTyped = [&] {
        const QStringList names = fieldNames();
        for (const QString &name : names)
            view.hidden(name, call.form.value(name));
    };
    view.beginForm(u"/reissue"_s);
    addTyped();
    view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Change something")), u"change"_s, u"yes"_s);
    view.endForm();
    view.beginForm(u"/reissue/submit"_s);
    addTyped();
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "I declare")));
    view.check(
        u"cardLost"_s,
        words(QT_TRANSLATE_NOOP("Platform", "My card is lost. I know that it becomes void with this application.")),
        call.form);
    view.check(
        u"householdUnchanged"_s,
        words(QT_TRANSLATE_NOOP("Platform", "Nothing in my household registration has changed since that card.")),
        call.form);
    view.check(u"informationAccepted"_s,
               words(QT_TRANSLATE_NOOP("Platform",
                                       "What stands above is true and complete, and I accept it for the new card.")),
               call.form);
    view.endGroup();
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Send the application")));
    view.endForm();
    return view.answer(status);
}

} // namespace

HttpResponse showReissue(const Call &asked)
{
    if (asked.account().realName.isEmpty())
        return withoutRealName(asked);
    Call call = asked;
    call.form.set(u"id"_s, newId(call.now()));
    call.form.set(u"ethnicGroup"_s, QString::fromLatin1(han));
    call.form.set(u"phone"_s, call.account().phone);
    return formPage(call);
}

HttpResponse checkReissue(const Call &sent)
{
    if (sent.account().realName.isEmpty())
        return withoutRealName(sent);
    Call call = sent;
    if (call.form.value(u"change"_s) == "yes"_L1)
        return formPage(call);
    const QJsonObject form = read(call, call.form);
    return call.form.errors().isEmpty() ? checkPage(call, form) : formPage(call, 400);
}

HttpResponse submitReissue(const Call &sent)
{
    if (sent.account().realName.isEmpty())
        return withoutRealName(sent);
    Call call = sent;
    const Platform &platform = call.platform();
    QJsonObject form = read(call, call.form);
    if (!call.form.errors().isEmpty())
        return formPage(call, 400);
    const QStringList declarations{u"cardLost"_s, u"householdUnchanged"_s, u"informationAccepted"_s};
    QJsonObject declared;
    for (const QString &name : declarations) {
        declared[name] = true;
        if (call.form.value(name) != "yes"_L1)
            call.form.addError(name,
                               call.words(QT_TRANSLATE_NOOP(
                                   "Platform", "Without this declaration the card cannot be made again online.")));
    }
    if (!call.form.errors().isEmpty())
        return checkPage(call, form, 400);
    form[u"declared"_s] = declared;
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    const QString typed = call.form.value(u"id"_s);
    const ReissueOrder order{.id = uuid.match(typed).hasMatch() ? typed : newId(call.now()),
                             .account = call.account().id,
                             .language = call.words.language(),
                             .station = call.form.value(u"station"_s),
                             .form = form};
    const auto made
        = platform.write([&](Resources &resources) { return Applications(platform, resources).submit(order); });
    if (made)
        return redirection(u"/application/"_s + made->id);
    if (made.problem().type != "person-has-booking"_L1)
        return problemPage(call, made.problem());
    call.form.addError(u"number"_s,
                       call.words(QT_TRANSLATE_NOOP("Platform",
                                                    "An application of yours is open already. Look at \"My "
                                                    "applications\".")));
    return formPage(call, 409);
}

} // namespace idcounter::platform
