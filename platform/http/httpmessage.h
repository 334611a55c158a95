#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QUrlQuery>

#include <utility>

namespace idcounter::platform {

// A request as the service sees it, whichever library read it.
struct HttpRequest
{
    QByteArray method; // "GET"
    QByteArray target; // path and query, as they stand in the request line
    QMap<QByteArray, QByteArray> headers; // names in lower case
    QByteArray body;
    QString peer; // address of who is connected
    QString certificate; // SHA-256 of the client's certificate, in hexadecimal digits; empty without one

    QByteArray path() const { return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?')); }
    QUrlQuery query() const
    {
        const qsizetype mark = target.indexOf('?');
        return QUrlQuery(mark < 0 ? QString() : QString::fromUtf8(target.mid(mark + 1)));
    }
    QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

struct HttpResponse
{
    int status = 200;
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;

    HttpResponse &with(const QByteArray &name, const QByteArray &value)
    {
        headers << std::pair(name, value);
        return *this;
    }
};

} // namespace idcounter::platform
