#pragma once

#include "platform/http/httpmessage.h"
#include "platform/pages/multipart.h"
#include "platform/pages/pagetables.h"
#include "platform/pages/pictureturns.h"
#include "platform/pages/throttle.h"
#include "platform/service/accounts.h"
#include "platform/service/words.h"

namespace idcounter::platform {

// What all pages work with.
struct Site
{
    const Platform &platform;
    PageTables tables;
    CodeLimits codeLimits;
    RequestLimits requestLimits;
    Throttle &throttle;
    PictureTurns &pictureTurns;
};

// Who asks.
struct Visitor
{
    QByteArray browser; // its token: a session's, or one that means nothing yet
    bool isNew = false; // the token is to be given to it
    std::optional<Account> account; // while logged in
    QDateTime loggedInAt; // UTC
    QString csrf; // what the forms of this browser bear
};

// One request on its way to the page that answers it.
struct Call
{
    const Site &site;
    const HttpRequest &request;
    Words words;
    Visitor visitor;
    FormBody form; // of a POST
    QList<UploadedFile> files; // where the route takes some
    QString id; // in the path

    const Platform &platform() const { return site.platform; }
    // Of an account: only routes that need one ask.
    const Account &account() const { return *visitor.account; }
    QDateTime now() const { return site.platform.clock(); }
};

} // namespace idcounter::platform
