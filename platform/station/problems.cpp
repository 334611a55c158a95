#include "platform/station/problems.h"

#include "app/exchange/canonicaljson.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

struct Type
{
    const char *name;
    int status;
    const char *english;
    const char *chinese;
};

constexpr std::array types{
    Type{"request-malformed", 400, "The request cannot be read", "请求无法解读"},
    Type{"cursor-invalid", 400, "No cursor of this platform", "游标无效"},
    Type{"not-authenticated", 401, "It is not known who asks", "身份未确认"},
    Type{"token-expired", 401, "The time of the token is off", "令牌时间不符"},
    Type{"token-replayed", 401, "The token was used", "令牌已使用过"},
    Type{"not-allowed", 403, "The station may not do this", "无权进行此操作"},
    Type{"not-found", 404, "Not found", "未找到"},
    Type{"version-conflict", 409, "It has changed", "情况已变化"},
    Type{"state-conflict", 409, "Not possible from the present state", "当前状态不允许"},
    Type{"seat-not-yours", 409, "The seat is not the station's", "该席位不属于本所"},
    Type{"seat-taken", 409, "The seat is taken", "该席位已被占用"},
    Type{"no-seat-free", 409, "None of these times is free", "所选时间均已约满"},
    Type{"person-has-booking", 409, "The person has another booking", "此人已有有效预约"},
    Type{"claimed", 409, "Somebody else is at it", "他人正在办理"},
    Type{"epoch-changed", 410, "The platform was restored; read the snapshot", "平台数据库已恢复，须读取快照"},
    Type{"data-removed", 410, "The data were deleted", "数据已删除"},
    Type{"precondition-failed", 412, "Another version", "版本不符"},
    Type{"too-large", 413, "Too large", "内容过大"},
    Type{"media-type", 415, "No application/json", "内容类型不符"},
    Type{"id-reused", 422, "The id is known with another body", "编号已用于其他内容"},
    Type{"body-invalid", 422, "The body does not fit", "内容不符合约定"},
    Type{"signature-invalid", 422, "A signature does not hold", "签名无效"},
    Type{"fee-differs", 422, "The fee is another", "费用不符"},
    Type{"too-many-requests", 429, "Too many requests", "请求过于频繁"},
    Type{"internal", 500, "A fault of the platform", "平台内部错误"},
    Type{"unavailable", 503, "Not now", "平台暂不可用"},
};

const Type &typeOf(const QString &name)
{
    for (const Type &type : types) {
        if (name == QLatin1StringView(type.name))
            return type;
    }
    return typeOf(u"internal"_s);
}

} // namespace

int statusOf(const QString &problemType)
{
    return typeOf(problemType).status;
}

HttpResponse jsonAnswer(int status, const QJsonObject &body)
{
    HttpResponse response{.status = status, .body = canonical(body)};
    response.with("Content-Type", "application/json");
    return response;
}

HttpResponse answerOf(const Problem &problem, const QString &requestId, const QByteArray &language)
{
    const Type &type = typeOf(problem.type);
    QJsonObject body = problem.more;
    body[u"type"_s] = u"urn:idcounter:problem:"_s + QLatin1StringView(type.name);
    body[u"title"_s] = QString::fromUtf8(language.startsWith("en") ? type.english : type.chinese);
    body[u"status"_s] = type.status;
    body[u"instance"_s] = u"urn:uuid:"_s + requestId;
    HttpResponse response{.status = type.status, .body = canonical(body)};
    response.with("Content-Type", "application/problem+json");
    if (type.status == 429 || type.status == 503)
        response.with("Retry-After", "2");
    return response;
}

} // namespace idcounter::platform
