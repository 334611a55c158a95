#include "platform/pages/handlers.h"
#include "platform/pages/picturelist.h"
#include "platform/pages/pictureturns.h"
#include "platform/pages/readings.h"
#include "platform/service/bookings.h"
#include "platform/service/picturefile.h"
#include "platform/service/pictures.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr int mostInAMinute = 12; // files of one account that are made anew

bool isId(const QString &text)
{
    static const QRegularExpression uuid(u"^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    return uuid.match(text).hasMatch();
}

QString added(const Words &words, const QJsonValue &picture)
{
    const QString removed = picture[u"removedAt"_s].toString();
    if (!removed.isEmpty())
        return words(QT_TRANSLATE_NOOP("Platform", "deleted here on %1")).arg(momentText(words, removed));
    return words(QT_TRANSLATE_NOOP("Platform", "1 picture, added on %1"))
        .arg(momentText(words, picture[u"addedAt"_s].toString()));
}

QString sentenceOf(const Words &words, Error::Code code)
{
    switch (code) {
    case Error::Code::ImageTooLarge:
        return words(QT_TRANSLATE_NOOP("Platform",
                                       "This picture is too large. Take it anew with a usual setting of the camera, "
                                       "or send a smaller one: at most 8 MB."));
    case Error::Code::ImageUnsuitable:
        return words(
            QT_TRANSLATE_NOOP("Platform",
                              "This is no picture that can be taken. Choose a photo in the format JPEG or PNG, "
                              "at least 200 pixels wide and high."));
    default:
        return words(QT_TRANSLATE_NOOP("Platform",
                                       "This picture is damaged or incomplete. Please choose it again, or take it "
                                       "anew."));
    }
}

// What is there, each with a button that removes it.
void addGiven(View &view, const Call &call, const Resource &booking)
{
    const Words &words = call.words;
    const QJsonArray pictures = Pictures::of(booking);
    if (pictures.isEmpty()) {
        view.muted(words(QT_TRANSLATE_NOOP("Platform", "No picture yet. You need not add any.")));
        return;
    }
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Pictures you have added")));
    for (qsizetype at = 0; at < pictures.size(); ++at) {
        const QString name = pictureKindName(words, pictures[at][u"kind"_s].toString());
        view.facts({{u"%1. %2"_s.arg(at + 1).arg(name), added(words, pictures[at])}});
        view.beginForm(u"/booking/%1/pictures/remove"_s.arg(booking.id));
        view.hidden(u"picture"_s, pictures[at][u"id"_s].toString());
        view.quietButton(words(QT_TRANSLATE_NOOP("Platform", "Remove picture %1 (%2)")).arg(at + 1).arg(name));
        view.endForm();
    }
}

void addUpload(View &view, const Call &call, const Resource &booking, const QString &id)
{
    const Words &words = call.words;
    QList<Choice> kinds;
    for (const QString &kind : Pictures::kinds())
        kinds << Choice{kind, pictureKindName(words, kind), {}};
    view.beginUpload(u"/booking/%1/pictures"_s.arg(booking.id));
    view.hidden(u"id"_s, id);
    view.beginGroup(words(QT_TRANSLATE_NOOP("Platform", "Add a picture")));
    view.radios({.name = u"kind"_s, .label = words(QT_TRANSLATE_NOOP("Platform", "What the picture shows"))}, kinds,
                call.form);
    view.field({.name = u"file"_s,
                .label = words(QT_TRANSLATE_NOOP("Platform", "Picture")),
                .hint = words(QT_TRANSLATE_NOOP("Platform",
                                                "A photo or scan in the format JPEG or PNG, at most 8 MB. The whole "
                                                "page is in it and can be read.")),
                .type = u"file"_s,
                .accept = u"image/jpeg,image/png"_s},
               call.form);
    view.endGroup();
    view.button(words(QT_TRANSLATE_NOOP("Platform", "Add this picture")));
    view.endForm();
}

HttpResponse picturesPage(const Call &call, const Resource &booking, const QString &id, int status = 200)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Pictures of papers")));
    view.errors(call.form);
    view.paragraph(words(QT_TRANSLATE_NOOP(
        "Platform",
        "Pictures help the station to see early whether anything is missing. Please bring the papers themselves all "
        "the same.")));
    view.muted(words(QT_TRANSLATE_NOOP(
        "Platform",
        "A picture is sealed for the station at once: this website cannot show it again. Where and with what it was "
        "taken is removed from it. You can remove a picture until the station has decided.")));
    addGiven(view, call, booking);
    if (Pictures::of(booking).size() < Pictures::mostOfBooking)
        addUpload(view, call, booking, id);
    else
        view.notice(Tone::Attention,
                    words(QT_TRANSLATE_NOOP("Platform", "There are %1 pictures, more cannot be added"))
                        .arg(Pictures::mostOfBooking),
                    words(QT_TRANSLATE_NOOP("Platform", "Remove one that is not needed first.")));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to the booking")), u"/booking/"_s + booking.id);
    return view.answer(status);
}

Outcome<Resource> mine(const Call &call)
{
    return call.platform().read(
        [&](Resources &resources) { return Bookings(call.platform(), resources).find(call.account().id, call.id); });
}

HttpResponse busyPage(const Call &call)
{
    const Words &words = call.words;
    View view(call, words(QT_TRANSLATE_NOOP("Platform", "Many pictures are being sent just now")));
    view.notice(Tone::Attention,
                words(QT_TRANSLATE_NOOP("Platform", "Your picture was not added. Please send it again in a moment.")));
    view.link(words(QT_TRANSLATE_NOOP("Platform", "Back to the pictures")), u"/booking/%1/pictures"_s.arg(call.id));
    HttpResponse response = view.answer(503);
    return response.with("Retry-After", "5");
}

// The file that was sent, with what is wrong with the form.
QByteArray fileIn(Call &call)
{
    const Words &words = call.words;
    if (!Pictures::kinds().contains(call.form.value(u"kind"_s)))
        call.form.addError(u"kind"_s, words(QT_TRANSLATE_NOOP("Platform", "Please choose one.")));
    const bool isOne = call.files.size() == 1 && call.files.first().field == "file"_L1;
    if (!isOne || call.files.first().bytes.isEmpty())
        call.form.addError(u"file"_s, words(QT_TRANSLATE_NOOP("Platform", "Please choose a picture.")));
    else if (!call.form.errors().isEmpty()) // no browser keeps it
        call.form.addError(u"file"_s, words(QT_TRANSLATE_NOOP("Platform", "Please choose the picture once more.")));
    return isOne ? call.files.first().bytes : QByteArray();
}

} // namespace

QString pictureKindName(const Words &words, const QString &kind)
{
    if (kind == "RESIDENCE_PERMIT"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "Residence permit"));
    if (kind == "BOOKLET"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "Page of the household booklet"));
    if (kind == "OLD_CARD"_L1)
        return words(QT_TRANSLATE_NOOP("Platform", "Old identity card"));
    return words(QT_TRANSLATE_NOOP("Platform", "Another paper"));
}

void addPictures(View &view, const Call &call, const Resource &booking)
{
    const Words &words = call.words;
    const QJsonArray pictures = Pictures::of(booking);
    if (pictures.isEmpty() && !Pictures::mayChange(booking))
        return;
    view.heading(words(QT_TRANSLATE_NOOP("Platform", "Pictures of papers")));
    QList<std::pair<QString, QString>> lines;
    for (const QJsonValue &picture : pictures)
        lines << std::pair(pictureKindName(words, picture[u"kind"_s].toString()), added(words, picture));
    if (!lines.isEmpty())
        view.facts(lines);
    if (!Pictures::mayChange(booking))
        return;
    if (lines.isEmpty())
        view.paragraph(words(QT_TRANSLATE_NOOP(
            "Platform",
            "You can add photos of your papers, such as the residence permit, until the station has decided. You need "
            "not.")));
    view.link(lines.isEmpty() ? words(QT_TRANSLATE_NOOP("Platform", "Add pictures"))
                              : words(QT_TRANSLATE_NOOP("Platform", "Add or remove pictures")),
              u"/booking/%1/pictures"_s.arg(booking.id));
}

HttpResponse showPictures(const Call &call)
{
    const auto booking = mine(call);
    if (!booking)
        return problemPage(call, booking.problem());
    if (!Pictures::mayChange(*booking))
        return redirection(u"/booking/"_s + call.id);
    return picturesPage(call, *booking, newId(call.now()));
}

// Whose booking it is, and whether a picture may be added, is known before the file is looked at.
HttpResponse addPicture(const Call &sent)
{
    Call call = sent;
    const auto booking = mine(call);
    if (!booking)
        return problemPage(call, booking.problem());
    if (!Pictures::mayChange(*booking))
        return redirection(u"/booking/"_s + call.id);
    const QString id = isId(call.form.value(u"id"_s)) ? call.form.value(u"id"_s) : newId(call.now());
    const QByteArray file = fileIn(call);
    if (!call.form.errors().isEmpty())
        return picturesPage(call, *booking, id, 400);
    const qint64 wait = call.site.throttle.wait(u"pictures "_s + call.account().id, mostInAMinute, call.now());
    if (wait > 0)
        return tooManyPage(call, wait, call.words(QT_TRANSLATE_NOOP("Platform", "Too many pictures in a minute")));
    Result<QByteArray> jpeg = Error{Error::Code::ImageUnreadable, {}};
    if (const auto turn = call.site.pictureTurns.take())
        jpeg = cleanPicture(file);
    else
        return busyPage(call);
    if (!jpeg) {
        call.form.addError(u"file"_s, sentenceOf(call.words, jpeg.error().code));
        return picturesPage(call, *booking, id, 400);
    }
    const auto stored = call.platform().write([&](Resources &resources) {
        return Pictures(call.platform(), resources)
            .add(call.account().id, call.id, id, call.form.value(u"kind"_s), *jpeg);
    });
    if (stored)
        return redirection(u"/booking/%1/pictures"_s.arg(call.id));
    if (stored.problem().type == "state-conflict"_L1) // decided meanwhile, or one too many: the page says it
        return redirection(u"/booking/%1/pictures"_s.arg(call.id));
    return problemPage(call, stored.problem());
}

HttpResponse removePicture(const Call &call)
{
    const auto removed = call.platform().write([&](Resources &resources) {
        return Pictures(call.platform(), resources).remove(call.account().id, call.id, call.form.value(u"picture"_s));
    });
    if (!removed && removed.problem().type != "state-conflict"_L1)
        return problemPage(call, removed.problem());
    return redirection(u"/booking/%1/pictures"_s.arg(call.id));
}

} // namespace idcounter::platform
