#include "app/exchange/feedbackxml.h"

#include "app/domain/enumnames.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames offices{std::pair{Role::County, "county"}, std::pair{Role::City, "city"},
                            std::pair{Role::Centre, "centre"}};
const QString longTerm = u"长期"_s;
const QString dayFormat = u"yyyyMMdd"_s;

void writeLine(QXmlStreamWriter &writer, const FeedbackLine &line)
{
    writer.writeStartElement(u"FK"_s);
    const auto element = [&](const char *name, const QString &text) {
        if (!text.isEmpty())
            writer.writeTextElement(QLatin1StringView(name), text);
    };
    element("JMSFZSLH", line.acceptanceNumber);
    element("BAO", line.package);
    element("CS", QString::number(line.round));
    element("JG", offices.name(line.office));
    element("HJ", line.event);
    for (const QString &code : line.errorCodes)
        element("CWLBDM", code);
    element("BZ", line.note);
    if (line.validFrom.isValid()) {
        element("YXQQSRQ", line.validFrom.toString(dayFormat));
        element("YXQJZRQ", line.validUntil.isValid() ? line.validUntil.toString(dayFormat) : longTerm);
    }
    element("ZZPC", line.batch);
    writer.writeEndElement();
}

void readElement(const QString &name, const QString &text, FeedbackLine &line)
{
    if (name == u"JMSFZSLH")
        line.acceptanceNumber = text;
    else if (name == u"BAO")
        line.package = text;
    else if (name == u"CS")
        line.round = text.toInt();
    else if (name == u"JG")
        line.office = offices.value(text).value_or(Role::Centre);
    else if (name == u"HJ")
        line.event = text;
    else if (name == u"CWLBDM")
        line.errorCodes << text;
    else if (name == u"BZ")
        line.note = text;
    else if (name == u"YXQQSRQ")
        line.validFrom = QDate::fromString(text, dayFormat);
    else if (name == u"YXQJZRQ")
        line.validUntil = QDate::fromString(text, dayFormat); // null for long-term
    else if (name == u"ZZPC")
        line.batch = text;
}

} // namespace

QByteArray feedbackXml(const QList<FeedbackLine> &lines)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.setAutoFormatting(true);
    writer.writeStartDocument();
    writer.writeStartElement(u"FKXX"_s);
    for (const FeedbackLine &line : lines)
        writeLine(writer, line);
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

Result<QList<FeedbackLine>> readFeedback(const QByteArray &xml)
{
    QList<FeedbackLine> lines;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == u"FK")
            lines << FeedbackLine{};
        else if (!lines.isEmpty())
            readElement(reader.name().toString(), reader.readElementText(), lines.last());
    }
    if (reader.hasError())
        return Error{Error::Code::PackageSchema, u"line %1"_s.arg(reader.lineNumber())};
    for (const FeedbackLine &line : lines) {
        const bool dated = line.event != u"sign" || line.validFrom.isValid();
        if (!dated || line.round < 1)
            return Error{Error::Code::PackageSchema, u"a date or a round"_s};
    }
    return lines;
}

} // namespace idcounter
