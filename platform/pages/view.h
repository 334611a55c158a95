#pragma once

#include "platform/pages/call.h"

#include <QJsonArray>

namespace idcounter::platform {

// One field of a form. Its value and what is wrong with it come from the FormBody.
struct Field
{
    QString name;
    QString label;
    QString hint;
    bool isOptional = false;
    QString type = QStringLiteral("text");
    QString inputMode;
    QString autocomplete;
    int longest = 0; // characters; 0: any
    QString width; // "short", "middle" or empty: as wide as the page
    QString least; // of dates
    QString most;
    QString accept; // of files
};

// One of several.
struct Choice
{
    QString value;
    QString label;
    QString hint;
};

// How something is said; always with a sign and a word besides the colour.
enum class Tone { Plain, Good, Attention, Bad };

// A page as it grows, from top to bottom; one template makes HTML of it. Everything that is put in is plain text: what
// stands in a page is escaped there and nowhere else.
class View
{
public:
    View(const Call &call, const QString &title);

    View &heading(const QString &text);
    View &paragraph(const QString &text);
    View &muted(const QString &text);
    View &large(const QString &text, const QString &below = {});
    View &notice(Tone tone, const QString &title, const QString &text = {});
    View &items(const QStringList &texts);
    View &facts(const QList<std::pair<QString, QString>> &namesAndValues);
    View &picture(const QString &code, const QString &label); // a QR code
    View &link(const QString &text, const QString &target);
    View &linkButton(const QString &text, const QString &target);
    View &card(const QString &title, const QString &target, const QString &text, const QString &state = {},
               Tone tone = Tone::Plain);
    // Where one is among several steps, counted from 0.
    View &steps(const QStringList &names, int current);

    // The errors of a form as links to its fields, by their labels; nothing when there are none.
    View &errors(const FormBody &form);
    View &beginForm(const QString &target);
    View &beginSearch(const QString &target); // a form that only asks
    View &beginUpload(const QString &target); // a form with files
    View &endForm();
    View &beginGroup(const QString &legend, const QString &hint = {});
    View &endGroup();
    View &field(const Field &field, const FormBody &form);
    View &area(const Field &field, const FormBody &form);
    View &select(const Field &field, const QList<Choice> &choices, const FormBody &form);
    View &radios(const Field &field, const QList<Choice> &choices, const FormBody &form);
    View &checks(const Field &field, const QList<Choice> &choices, const FormBody &form);
    View &check(const QString &name, const QString &label, const FormBody &form, const QString &hint = {});
    View &hidden(const QString &name, const QString &value);
    View &button(const QString &text);
    View &quietButton(const QString &text, const QString &name = {}, const QString &value = {});
    View &dangerButton(const QString &text);

    HttpResponse answer(int status = 200) const;

private:
    View &add(const QString &kind, const QJsonValue &content);
    View &addButton(const QString &text, const QString &look, const QString &name, const QString &value);
    QJsonObject fieldJson(const Field &field, const FormBody &form);
    QJsonObject choicesJson(const Field &field, const QList<Choice> &choices, const FormBody &form, bool several);
    QJsonObject frame() const;
    QJsonArray blocks() const;
    QString otherLanguage() const;

    const Call &m_call;
    QString m_title;
    QList<FormBody::Wrong> m_errors;
    QHash<QString, QString> m_labels; // of the fields, by their names
    QJsonArray m_blocks;
};

// To another page, with GET.
HttpResponse redirection(const QString &target);
// A page that says why there is no other.
HttpResponse problemPage(const Call &call, int status);
HttpResponse problemPage(const Call &call, const Problem &problem);
// 429, with Retry-After.
HttpResponse tooManyPage(const Call &call, qint64 seconds, const QString &sentence);

} // namespace idcounter::platform
