#include "platform/pages/view.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

// What an applicant reads of a status: what happened, and what to do next.
struct Reading
{
    const char *title;
    const char *text;
};

Reading readingOf(int status)
{
    switch (status) {
    case 403:
        return {QT_TRANSLATE_NOOP("Platform", "This page was open for too long"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Open the page again and send it from there.")};
    case 404:
        return {QT_TRANSLATE_NOOP("Platform", "There is no such page"),
                QT_TRANSLATE_NOOP("Platform",
                                  "Perhaps the address was copied incompletely. Your own applications are on the page "
                                  "\"My applications\".")};
    case 405:
        return {QT_TRANSLATE_NOOP("Platform", "This page cannot be used in this way"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Go back and use the buttons of the page.")};
    case 409:
        return {QT_TRANSLATE_NOOP("Platform", "This is not possible any more"),
                QT_TRANSLATE_NOOP("Platform", "It has changed meanwhile. Look at its page to see how it stands now.")};
    case 413:
        return {QT_TRANSLATE_NOOP("Platform", "That was too much at once"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Please shorten what you entered.")};
    case 400:
    case 415:
    case 421:
        return {QT_TRANSLATE_NOOP("Platform", "This request could not be read"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Go back to the first page and start there.")};
    case 429:
        return {QT_TRANSLATE_NOOP("Platform", "Too many requests"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Please wait a little and try again.")};
    case 503:
        return {QT_TRANSLATE_NOOP("Platform", "The service is not available at the moment"),
                QT_TRANSLATE_NOOP("Platform", "Nothing was changed. Please try again in a few minutes.")};
    default:
        return {QT_TRANSLATE_NOOP("Platform", "Something went wrong here"),
                QT_TRANSLATE_NOOP("Platform",
                                  "It is not your fault. Look at \"My applications\" to see whether what you sent has "
                                  "arrived, and try again in a few minutes.")};
    }
}

} // namespace

HttpResponse redirection(const QString &target)
{
    HttpResponse response{.status = 303};
    return response.with("Location", target.toLatin1());
}

HttpResponse problemPage(const Call &call, int status)
{
    const Reading reading = readingOf(status);
    View view(call, call.words(reading.title));
    view.paragraph(call.words(reading.text));
    view.link(call.words(QT_TRANSLATE_NOOP("Platform", "To the first page")), u"/"_s);
    HttpResponse response = view.answer(status);
    if (status == 503)
        response.with("Retry-After", "60");
    return response;
}

HttpResponse problemPage(const Call &call, const Problem &problem)
{
    static const QHash<QString, int> statuses{
        {u"not-found"_s, 404},          {u"state-conflict"_s, 409}, {u"no-seat-free"_s, 409},
        {u"person-has-booking"_s, 409}, {u"body-invalid"_s, 400},   {u"unavailable"_s, 503},
    };
    return problemPage(call, statuses.value(problem.type, 500));
}

HttpResponse tooManyPage(const Call &call, qint64 seconds, const QString &sentence)
{
    View view(call, call.words(QT_TRANSLATE_NOOP("Platform", "Please wait a little")));
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const QString wait = seconds <= hour
        ? call.words(QT_TRANSLATE_NOOP("Platform", "Try again in %1 minutes.")).arg((seconds + minute - 1) / minute)
        : call.words(QT_TRANSLATE_NOOP("Platform", "Try again in %1 hours.")).arg((seconds + hour - 1) / hour);
    view.notice(Tone::Attention, sentence, wait);
    view.link(call.words(QT_TRANSLATE_NOOP("Platform", "To the first page")), u"/"_s);
    HttpResponse response = view.answer(429);
    return response.with("Retry-After", QByteArray::number(seconds));
}

} // namespace idcounter::platform
