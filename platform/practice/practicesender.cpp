#include "platform/practice/practicesender.h"

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr char purpose[] = "PRACTICE"; // of rows of the table sent that are texts

}

Result<std::unique_ptr<PracticeSender>> PracticeSender::create(const Platform &platform)
{
    if (!platform.isPractice())
        return Error{Error::Code::PlatformForeign, u"sender"_s};
    return std::unique_ptr<PracticeSender>(new PracticeSender(platform));
}

SendResult PracticeSender::send(const QString &phone, const QString &text)
{
    const auto kept = m_platform.write([&](Resources &resources) -> Outcome<void> {
        return Statement(resources.connection(),
                         u"INSERT INTO sent (id, phone, address, purpose, text, at_ms) VALUES (?, ?, '', ?, ?, ?)"_s)
            .with({newId(resources.now()), phone, QString::fromLatin1(purpose), text,
                   resources.now().toMSecsSinceEpoch()})
            .run();
    });
    return kept ? SendResult::Delivered : SendResult::FailedTechnical;
}

Result<QList<PracticeSender::Sent>> PracticeSender::sent(const Resources &resources, int limit)
{
    Statement rows(resources.connection(),
                   u"SELECT phone, text, at_ms FROM sent WHERE purpose = ? ORDER BY at_ms DESC, id DESC LIMIT ?"_s);
    if (const auto read = rows.with({QString::fromLatin1(purpose), limit}).run(); !read)
        return read.error();
    QList<Sent> found;
    while (rows.next()) {
        found << Sent{
            .phone = rows.text(0), .text = rows.text(1), .at = QDateTime::fromMSecsSinceEpoch(rows.number(2), Qt::UTC)};
    }
    return found;
}

} // namespace idcounter::platform
