#include "app/exchange/applicationxml.h"

#include "app/biometrics/isorecords.h"
#include "app/domain/enumnames.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr EnumNames kinds{std::pair{PackedKind::Application, "SL"}, std::pair{PackedKind::Defect, "FZ"},
                          std::pair{PackedKind::Recall, "CH"}};

QString compact(QDate date)
{
    return date.toString(u"yyyyMMdd"_s);
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QString defectCode(CardDefect defect)
{
    return u"%1"_s.arg(int(defect) + 1, 2, 10, QChar(u'0'));
}

// Writes groups of elements; what is empty is left out.
class Groups
{
public:
    explicit Groups(QXmlStreamWriter &writer)
        : m_writer(writer)
    {
    }
    void group(const char *name, const QList<std::pair<const char *, QString>> &elements)
    {
        m_writer.writeStartElement(QLatin1StringView(name));
        for (const auto &[element, text] : elements) {
            if (!text.isEmpty())
                m_writer.writeTextElement(QLatin1StringView(element), text);
        }
        m_writer.writeEndElement();
    }

private:
    QXmlStreamWriter &m_writer;
};

void writeFingers(Groups &groups, const ReportedCase &reported)
{
    QList<std::pair<const char *, QString>> elements;
    struct Names
    {
        const char *position;
        const char *result;
        const char *image;
        const char *quality;
        const char *minutiae;
    };
    static constexpr std::array names{Names{"ZWY_ZWDM", "ZWY_ZWZCJGDM", "ZWY_ZWTXSJ", "ZWY_ZWTXZLZ", "ZWY_ZWTZSJ"},
                                      Names{"ZWE_ZWDM", "ZWE_ZWZCJGDM", "ZWE_ZWTXSJ", "ZWE_ZWTXZLZ", "ZWE_ZWTZSJ"}};
    QStringList reasons;
    bool anyTaken = false;
    for (qsizetype i = 0; i < std::min<qsizetype>(reported.fingers.size(), names.size()); ++i) {
        const ReportedFinger &finger = reported.fingers[i];
        const Names &name = names[std::size_t(i)];
        elements << std::pair{name.position, finger.position} << std::pair{name.result, QString::number(finger.result)};
        if (!finger.image.isEmpty()) {
            anyTaken = true;
            elements << std::pair{name.image, base64(finger.image)}
                     << std::pair{name.quality, QString::number(finger.quality)}
                     << std::pair{name.minutiae, base64(finger.minutiae)};
        }
        if (!finger.reason.isEmpty())
            reasons << finger.reason;
    }
    elements.prepend({"ZWCJJGDM", anyTaken ? u"1"_s : u"3"_s});
    elements << std::pair{"SZYCZKDM", reasons.join(u"；"_s)};
    groups.group("ZWXX", elements);
}

} // namespace

QByteArray applicationXml(const ReportedCase &reported)
{
    const Case &accepted = reported.accepted;
    const Draft &form = accepted.form;
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.setAutoFormatting(true);
    writer.writeStartDocument();
    writer.writeStartElement(u"ZZJH"_s);
    writer.writeAttribute(u"bao"_s, reported.package);
    writer.writeAttribute(u"cs"_s, QString::number(reported.round));
    writer.writeAttribute(u"lx"_s, kinds.name(reported.kind));
    Groups groups(writer);
    groups.group("SLXX",
                 {{"JMSFZSLH", accepted.number.toString()},
                  {"JMSFZSLYYDM", form.business.reason},
                  {"JMSFZLZFSDM", form.delivery.collection == Collection::Mail ? u"2"_s : u"1"_s},
                  {"LSSFZSLBS", form.business.temporaryCard ? u"1"_s : u"0"_s},
                  {"ZZJE", QString::number(accepted.owed().amount)},
                  {"SLDW_GAJGJGDM", reported.unit},
                  {"SLDW_GAJGMC", reported.unitName},
                  {"SLR_XM", reported.clerk},
                  {"SLSJ", accepted.acceptedAt.toUTC().toString(Qt::ISODate)}});
    if (reported.kind == PackedKind::Defect) {
        groups.group("FZXX", {{"FZYYDM", defectCode(reported.defect)}});
    } else if (reported.kind == PackedKind::Recall) {
        QList<std::pair<const char *, QString>> reasons;
        for (const ReturnReason &reason : reported.recall)
            reasons << std::pair{"CHYYDM", reason.code};
        reasons << std::pair{"CHSM", reported.recall.value(0).note};
        groups.group("CHXX", reasons);
    } else {
        groups.group("ZZXX",
                     {{"GMSFHM", form.applicant.number},
                      {"XM", form.applicant.name},
                      {"XBDM", form.applicant.sex},
                      {"MZDM", form.applicant.ethnicGroup},
                      {"CSRQ", compact(form.birthDate())},
                      {"DZMC", form.applicant.address},
                      {"QFJG_GAJGMC", form.applicant.issuer}});
        groups.group("SHXX",
                     {{"SHR_XM", reported.reviewer},
                      {"SHSJ", reported.reviewedAt.toUTC().toString(Qt::ISODate)},
                      {"SHJG", u"1"_s}});
        groups.group("ZPXX", {{"SDXP", base64(reported.photo)}});
        writeFingers(groups, reported);
        if (!form.guardian.name.isEmpty())
            groups.group("DSQR",
                         {{"DSQR_XM", form.guardian.name},
                          {"DSQR_GMSFHM", form.guardian.number},
                          {"DSQR_YSQRGX_JTGXDM", form.guardian.relation}});
        groups.group("LXXX", {{"LXDH", form.delivery.phone}, {"YJDZ", form.delivery.mailingAddress}});
    }
    writer.writeEndElement();
    writer.writeEndDocument();
    return xml;
}

QString applicationFileName(const ReportedCase &reported, int index)
{
    return u"ZAGL_%1_%2_%3.XML"_s.arg(reported.accepted.form.business.offSite ? u"YDZZ"_s : u"ZZJH"_s, reported.package)
        .arg(index, 5, 10, QChar(u'0'));
}

Result<ReceivedCase> readApplication(const QByteArray &xml)
{
    ReceivedCase received;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = reader.name();
        if (name == u"ZZJH") {
            received.package = reader.attributes().value(u"bao"_s).toString();
            received.round = reader.attributes().value(u"cs"_s).toInt();
            received.kind = kinds.value(reader.attributes().value(u"lx"_s)).value_or(PackedKind::Application);
        } else if (name == u"JMSFZSLH") {
            received.acceptanceNumber = reader.readElementText();
        } else if (name == u"CSRQ") {
            received.birthDate = QDate::fromString(reader.readElementText(), u"yyyyMMdd"_s);
        } else if (name == u"JMSFZLZFSDM") {
            received.byMail = reader.readElementText() == u"2";
        } else if (name == u"SDXP") {
            received.hasPhoto = !QByteArray::fromBase64(reader.readElementText().toLatin1()).isEmpty();
        } else if (name == u"ZWY_ZWTZSJ" || name == u"ZWE_ZWTZSJ") {
            const QByteArray record = QByteArray::fromBase64(reader.readElementText().toLatin1());
            if (iso::MinutiaeRecord::fromBytes(record))
                ++received.fingers;
        }
    }
    if (reader.hasError() || !AcceptanceNumber::parse(received.acceptanceNumber))
        return Error{Error::Code::PackageSchema, u"line %1"_s.arg(reader.lineNumber())};
    return received;
}

} // namespace idcounter
