#include "platform/pages/view.h"

#include "platform/pages/qrcode.h"

#include <QFile>
#include <QRegularExpression>

#include <kainjow/mustache.hpp>

using namespace Qt::StringLiterals;
using kainjow::mustache::data;
using kainjow::mustache::list;
using kainjow::mustache::mustache;
using kainjow::mustache::object;

namespace idcounter::platform {

namespace {

// A text without characters is no text: the template asks for it by a section.
data dataOf(const QJsonValue &value)
{
    if (value.isArray()) {
        list items;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &item : array)
            items.push_back(dataOf(item));
        return items;
    }
    if (value.isObject()) {
        object members;
        const QJsonObject json = value.toObject();
        for (auto member = json.begin(); member != json.end(); ++member)
            members[member.key().toStdString()] = dataOf(*member);
        return members;
    }
    if (value.isString() && !value.toString().isEmpty())
        return value.toString().toStdString();
    return value.toBool();
}

// Parsed once for each thread, because rendering is not const.
mustache &pageTemplate()
{
    thread_local mustache page = [] {
        QFile file(u":/platform/pages/page.mustache"_s);
        mustache parsed(file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string());
        Q_ASSERT(parsed.is_valid());
        return parsed;
    }();
    return page;
}

QString idOf(const QString &name)
{
    return u"f-"_s + name;
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return u"plain"_s;
    case Tone::Good:
        return u"good"_s;
    case Tone::Attention:
        return u"attention"_s;
    case Tone::Bad:
        return u"bad"_s;
    }
    Q_UNREACHABLE();
}

// Told by a sign, not by colour alone.
QString toneSign(Tone tone)
{
    switch (tone) {
    case Tone::Plain:
        return u"●"_s;
    case Tone::Good:
        return u"✓"_s;
    case Tone::Attention:
        return u"▲"_s;
    case Tone::Bad:
        return u"■"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

View::View(const Call &call, const QString &title)
    : m_call(call)
    , m_title(title)
{
}

View &View::add(const QString &kind, const QJsonValue &content)
{
    m_blocks << QJsonObject{{kind, content}};
    return *this;
}

View &View::heading(const QString &text)
{
    return add(u"heading"_s, text);
}

View &View::paragraph(const QString &text)
{
    return add(u"paragraph"_s, text);
}

View &View::muted(const QString &text)
{
    return add(u"muted"_s, text);
}

View &View::large(const QString &text, const QString &below)
{
    return add(u"large"_s, QJsonObject{{u"largeText"_s, text}, {u"below"_s, below}});
}

View &View::notice(Tone tone, const QString &title, const QString &text)
{
    return add(u"notice"_s,
               QJsonObject{{u"tone"_s, toneName(tone)},
                           {u"sign"_s, toneSign(tone)},
                           {u"noticeTitle"_s, title},
                           {u"noticeText"_s, text}});
}

View &View::items(const QStringList &texts)
{
    return add(u"items"_s, QJsonObject{{u"all"_s, QJsonArray::fromStringList(texts)}});
}

View &View::facts(const QList<std::pair<QString, QString>> &namesAndValues)
{
    QJsonArray all;
    for (const auto &[name, value] : namesAndValues) {
        if (!value.isEmpty())
            all << QJsonObject{{u"factName"_s, name}, {u"factValue"_s, value}};
    }
    return add(u"facts"_s, QJsonObject{{u"all"_s, all}});
}

View &View::picture(const QString &code, const QString &label)
{
    const QrPicture picture = qrPicture(code);
    return add(
        u"picture"_s,
        QJsonObject{{u"size"_s, QString::number(picture.size)}, {u"path"_s, picture.path}, {u"pictureLabel"_s, label}});
}

View &View::link(const QString &text, const QString &target)
{
    return add(u"link"_s, QJsonObject{{u"linkText"_s, text}, {u"href"_s, target}});
}

View &View::linkButton(const QString &text, const QString &target)
{
    return add(u"linkButton"_s, QJsonObject{{u"linkText"_s, text}, {u"href"_s, target}});
}

View &View::card(const QString &title, const QString &target, const QString &text, const QString &state, Tone tone)
{
    return add(u"card"_s,
               QJsonObject{{u"cardTitle"_s, title},
                           {u"href"_s, target},
                           {u"cardText"_s, text},
                           {u"state"_s, state},
                           {u"tone"_s, toneName(tone)},
                           {u"sign"_s, toneSign(tone)}});
}

View &View::steps(const QStringList &names, int current)
{
    QJsonArray all;
    for (int at = 0; at < names.size(); ++at) {
        all << QJsonObject{{u"stepName"_s, names[at]},
                           {u"stepNumber"_s, QString::number(at + 1)},
                           {u"isDone"_s, at < current},
                           {u"isCurrent"_s, at == current}};
    }
    return add(u"steps"_s,
               QJsonObject{{u"all"_s, all}, {u"done"_s, m_call.words(QT_TRANSLATE_NOOP("Platform", "done"))}});
}

View &View::errors(const FormBody &form)
{
    m_errors = form.errors();
    return m_errors.isEmpty() ? *this : add(u"errors"_s, true);
}

// The blocks; the errors, which stand before the fields, are told by the fields' labels.
QJsonArray View::blocks() const
{
    QJsonArray links;
    for (const FormBody::Wrong &wrong : m_errors) {
        const QString said = m_call.words(QT_TRANSLATE_NOOP("Platform", "%1: %2"));
        QString label = m_labels.value(wrong.name); // of a declaration it is a sentence
        if (label.endsWith(u'.') || label.endsWith(u'。'))
            label.chop(1);
        links << QJsonObject{{u"href"_s, u'#' + idOf(wrong.name)}, {u"linkText"_s, said.arg(label, wrong.sentence)}};
    }
    QJsonArray all = m_blocks;
    for (QJsonValueRef block : all) {
        if (block.toObject().contains(u"errors"_s))
            block = QJsonObject{{u"errors"_s,
                                 QJsonObject{{u"all"_s, links},
                                             {u"errorsTitle"_s,
                                              m_call.words(QT_TRANSLATE_NOOP(
                                                  "Platform", "Not sent yet: please correct what is listed here"))}}}};
    }
    return all;
}

View &View::beginForm(const QString &target)
{
    return add(u"beginForm"_s,
               QJsonObject{{u"action"_s, target}, {u"method"_s, u"post"_s}, {u"csrf"_s, m_call.visitor.csrf}});
}

View &View::beginSearch(const QString &target)
{
    return add(u"beginForm"_s, QJsonObject{{u"action"_s, target}, {u"method"_s, u"get"_s}, {u"csrf"_s, QString()}});
}

View &View::beginUpload(const QString &target)
{
    return add(u"beginForm"_s,
               QJsonObject{{u"action"_s, target},
                           {u"method"_s, u"post"_s},
                           {u"encoding"_s, u"multipart/form-data"_s},
                           {u"csrf"_s, m_call.visitor.csrf}});
}

View &View::endForm()
{
    return add(u"endForm"_s, true);
}

View &View::beginGroup(const QString &legend, const QString &hint)
{
    return add(u"beginGroup"_s, QJsonObject{{u"legend"_s, legend}, {u"groupHint"_s, hint}});
}

View &View::endGroup()
{
    return add(u"endGroup"_s, true);
}

QJsonObject View::fieldJson(const Field &field, const FormBody &form)
{
    m_labels.insert(field.name, field.label);
    const QString error = form.errorOf(field.name);
    QStringList described;
    if (!field.hint.isEmpty())
        described << idOf(field.name) + u"-hint"_s;
    if (!error.isEmpty())
        described << idOf(field.name) + u"-error"_s;
    return {{u"id"_s, idOf(field.name)},
            {u"name"_s, field.name},
            {u"label"_s, field.label},
            {u"hint"_s, field.hint},
            {u"error"_s, error},
            {u"optional"_s, field.isOptional ? m_call.words(QT_TRANSLATE_NOOP("Platform", "optional")) : QString()},
            {u"described"_s, described.join(u' ')},
            {u"type"_s, field.type},
            {u"inputMode"_s, field.inputMode},
            {u"autocomplete"_s, field.autocomplete},
            {u"longest"_s, field.longest > 0 ? QString::number(field.longest) : QString()},
            {u"width"_s, field.width},
            {u"least"_s, field.least},
            {u"most"_s, field.most},
            {u"accept"_s, field.accept},
            {u"value"_s, form.value(field.name)}};
}

View &View::field(const Field &field, const FormBody &form)
{
    return add(u"field"_s, fieldJson(field, form));
}

View &View::area(const Field &field, const FormBody &form)
{
    return add(u"area"_s, fieldJson(field, form));
}

QJsonObject View::choicesJson(const Field &field, const QList<Choice> &choices, const FormBody &form, bool several)
{
    QJsonObject json = fieldJson(field, form);
    const QStringList chosen = several ? form.values(field.name) : QStringList{form.value(field.name)};
    QJsonArray all;
    for (int at = 0; at < choices.size(); ++at) {
        all << QJsonObject{{u"choiceId"_s, at == 0 ? idOf(field.name) : u"%1-%2"_s.arg(idOf(field.name)).arg(at)},
                           {u"choiceValue"_s, choices[at].value},
                           {u"choiceLabel"_s, choices[at].label},
                           {u"choiceHint"_s, choices[at].hint},
                           {u"isChosen"_s, chosen.contains(choices[at].value)}};
    }
    json[u"choices"_s] = all;
    json[u"choiceType"_s] = several ? u"checkbox"_s : u"radio"_s;
    return json;
}

View &View::select(const Field &field, const QList<Choice> &choices, const FormBody &form)
{
    return add(u"select"_s, choicesJson(field, choices, form, false));
}

View &View::radios(const Field &field, const QList<Choice> &choices, const FormBody &form)
{
    return add(u"choice"_s, choicesJson(field, choices, form, false));
}

View &View::checks(const Field &field, const QList<Choice> &choices, const FormBody &form)
{
    return add(u"choice"_s, choicesJson(field, choices, form, true));
}

View &View::check(const QString &name, const QString &label, const FormBody &form, const QString &hint)
{
    QJsonObject json = fieldJson({.name = name, .label = label, .hint = hint}, form);
    json[u"isChosen"_s] = form.value(name) == "yes"_L1;
    return add(u"check"_s, json);
}

View &View::hidden(const QString &name, const QString &value)
{
    return add(u"hidden"_s, QJsonObject{{u"name"_s, name}, {u"value"_s, value}});
}

View &View::addButton(const QString &text, const QString &look, const QString &name, const QString &value)
{
    return add(
        u"button"_s,
        QJsonObject{{u"buttonText"_s, text}, {u"look"_s, look}, {u"buttonName"_s, name}, {u"buttonValue"_s, value}});
}

View &View::button(const QString &text)
{
    return addButton(text, u"primary"_s, {}, {});
}

View &View::quietButton(const QString &text, const QString &name, const QString &value)
{
    return addButton(text, u"quiet"_s, name, value);
}

View &View::dangerButton(const QString &text)
{
    return addButton(text, u"danger"_s, {}, {});
}

// The same page in the other language. Not offered on what a form was answered with: it would lose what was typed.
QString View::otherLanguage() const
{
    static const QRegularExpression ours(u"^(/|(/[a-z0-9][a-z0-9-]*)+)$"_s);
    if (m_call.request.method == "POST")
        return {};
    const QString path = QString::fromLatin1(m_call.request.path());
    QUrlQuery query = m_call.request.query();
    query.removeAllQueryItems(u"lang"_s);
    query.addQueryItem(u"lang"_s, m_call.words.language() == "en"_L1 ? u"zh-CN"_s : u"en"_s);
    return (ours.match(path).hasMatch() ? path : u"/"_s) + u'?' + query.toString(QUrl::FullyEncoded);
}

QJsonObject View::frame() const
{
    const Words &words = m_call.words;
    const bool isEnglish = words.language() == "en"_L1;
    const QString title
        = !m_errors.isEmpty() ? words(QT_TRANSLATE_NOOP("Platform", "Error: %1")).arg(m_title) : m_title;
    return {
        {u"language"_s, words.language()},
        {u"title"_s, title},
        {u"headline"_s, m_title},
        {u"site"_s, words(QT_TRANSLATE_NOOP("Platform", "Identity card services online"))},
        {u"skip"_s, words(QT_TRANSLATE_NOOP("Platform", "Skip to the content"))},
        {u"practice"_s,
         m_call.platform().isPractice() ? words(QT_TRANSLATE_NOOP(
             "Platform", "PRACTICE. Nothing that is entered here is a real application. Use no real data."))
                                        : QString()},
        {u"menu"_s, words(QT_TRANSLATE_NOOP("Platform", "Menu"))},
        {u"isLoggedIn"_s, m_call.visitor.account.has_value()},
        {u"csrf"_s, m_call.visitor.csrf},
        {u"mine"_s, words(QT_TRANSLATE_NOOP("Platform", "My applications"))},
        {u"messages"_s, words(QT_TRANSLATE_NOOP("Platform", "Messages"))},
        {u"logOut"_s, words(QT_TRANSLATE_NOOP("Platform", "Log out"))},
        {u"logIn"_s, words(QT_TRANSLATE_NOOP("Platform", "Log in"))},
        {u"switchTarget"_s, otherLanguage()},
        {u"switchLanguage"_s, isEnglish ? u"zh-CN"_s : u"en"_s},
        {u"switchText"_s, isEnglish ? u"中文"_s : u"English"_s},
        {u"footer"_s,
         words(QT_TRANSLATE_NOOP("Platform",
                                 "Keep your code to yourself: no police officer asks for it. On a shared computer, log "
                                 "out when you have finished."))},
        {u"blocks"_s, blocks()},
    };
}

HttpResponse View::answer(int status) const
{
    HttpResponse response{.status = status};
    response.with("Content-Type", "text/html; charset=utf-8");
    response.body = QByteArray::fromStdString(pageTemplate().render(dataOf(frame())));
    return response;
}

} // namespace idcounter::platform
