#pragma once

#include <QString>

namespace idcounter {

// A mobile phone of 11 digits, or area code and number; blanks and hyphens are forgiven.
bool isPhoneNumber(const QString &text);

// The digits alone, by which a phone is found however it was typed.
QString phoneDigits(QString text);

} // namespace idcounter
