#include "platform/pages/handlers.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

HttpResponse showStyle(const Call &)
{
    QFile file(u":/platform/pages/style.css"_s);
    HttpResponse response;
    response.with("Content-Type", "text/css; charset=utf-8").with("Cache-Control", "public, max-age=3600");
    if (file.open(QIODevice::ReadOnly))
        response.body = file.readAll();
    return response;
}

} // namespace idcounter::platform
