#pragma once

#include "app/domain/result.h"

#include <memory>

namespace idcounter {

// An XML schema (XSD 1.0) that documents are checked against, by libxml2. Reads no other file and no network. One object for
// each thread.
class XmlSchema
{
public:
    // Errors: TableInvalid, when it is no schema.
    static Result<XmlSchema> parse(const QByteArray &xsd);

    // Errors: PackageSchema, with the line of the first fault; never its text, which may name a person.
    Result<void> validate(const QByteArray &xml) const;

private:
    struct Deleter
    {
        void operator()(void *schema) const;
    };
    explicit XmlSchema(void *schema)
        : m_schema(schema)
    {
    }

    std::unique_ptr<void, Deleter> m_schema;
};

} // namespace idcounter
