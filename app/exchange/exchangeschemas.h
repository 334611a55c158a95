#pragma once

#include "app/exchange/xmlschema.h"

namespace idcounter {

// The schemas of what crosses the station's border, as they are shipped.
Result<XmlSchema> applicationSchema();
Result<XmlSchema> feedbackSchema();

} // namespace idcounter
