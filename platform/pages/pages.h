#pragma once

#include "platform/pages/call.h"

namespace idcounter::platform {

// Who may ask for a page.
enum class Access {
    Everybody,
    Account, // who is logged in; others are sent to the log-in
    Practice, // everybody, on a practice platform only
    Provider, // the payment provider, by its signature
};

// The pages for applicants: HTML without a script, in Chinese and English. Called from several threads. Nothing changes by
// GET, but that a message was opened and that a provider was asked; a form is taken only from a page of ours, of the same browser.
class Pages
{
public:
    Pages(const Platform &platform, PageTables tables, const CodeLimits &codeLimits = {},
          const RequestLimits &requestLimits = {});

    // Never throws, and answers every request.
    HttpResponse answer(const HttpRequest &request) const;

    // One page: what a test walks over. `{id}` stands for an identity.
    struct Route
    {
        QByteArray method;
        QString path; // "/booking/{id}/move"
        Access access = Access::Everybody;
        HttpResponse (*handler)(const Call &call) = nullptr;
        bool takesFiles = false; // a form with files, which may be long
    };
    static const QList<Route> &routes();
    // What the server in front must let through.
    static constexpr qsizetype longestBody = MultipartBody::mostBytes;

private:
    Visitor visitorOf(const HttpRequest &request) const;
    HttpResponse dispatched(const Call &call) const;
    static int readForm(Call &call, const Route &route);
    HttpResponse posted(Call call, const Route &route) const;
    HttpResponse withHeaders(HttpResponse response, const Call &call) const;

    mutable Throttle m_throttle;
    mutable PictureTurns m_pictureTurns;
    Site m_site;
};

} // namespace idcounter::platform
