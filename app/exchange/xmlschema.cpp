#include "app/exchange/xmlschema.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// Faults are told by the answer, never on the console.
void ignore(void *, const char *, ...) { }

void noteLine(void *line, xmlErrorPtr error)
{
    if (int &first = *static_cast<int *>(line); first == 0)
        first = std::max(1, error->line);
}

} // namespace

void XmlSchema::Deleter::operator()(void *schema) const
{
    xmlSchemaFree(static_cast<xmlSchemaPtr>(schema));
}

Result<XmlSchema> XmlSchema::parse(const QByteArray &xsd)
{
    xmlSchemaParserCtxtPtr parser = xmlSchemaNewMemParserCtxt(xsd.constData(), int(xsd.size()));
    xmlSchemaSetParserErrors(parser, ignore, ignore, nullptr);
    xmlSchemaPtr schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    if (!schema)
        return Error{Error::Code::TableInvalid, u"XML schema"_s};
    return XmlSchema(schema);
}

Result<void> XmlSchema::validate(const QByteArray &xml) const
{
    int line = 0;
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    xmlDocPtr document = xmlCtxtReadMemory(parser, xml.constData(), int(xml.size()), nullptr, nullptr,
                                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE);
    const int parserLine = parser->lastError.line;
    xmlFreeParserCtxt(parser);
    if (!document)
        return Error{Error::Code::PackageSchema, u"line %1"_s.arg(parserLine)};
    // No document of ours has a type declaration; entities come with one.
    const bool declares = document->intSubset || document->extSubset;
    xmlSchemaValidCtxtPtr validator = xmlSchemaNewValidCtxt(static_cast<xmlSchemaPtr>(m_schema.get()));
    xmlSchemaSetValidStructuredErrors(validator, noteLine, &line);
    const int result = xmlSchemaValidateDoc(validator, document);
    xmlSchemaFreeValidCtxt(validator);
    xmlFreeDoc(document);
    if (result != 0 || declares)
        return Error{Error::Code::PackageSchema, u"line %1"_s.arg(line)};
    return {};
}

} // namespace idcounter
