#pragma once

#include "app/domain/caseprogress.h"
#include "app/domain/rules.h"

namespace idcounter::words {

// What lists and pages of cards say of a case, in the language of the windows.

QString placeOf(const CaseProgress &progress); // "1 – 12"; empty where there is no card
QString maskedNumberOf(const Standing &standing);
QString businessOf(const Rules &rules, const Standing &standing);
QString validityOf(const CaseProgress &progress); // as the card prints it; empty before the county signed
QString groupedPhone(const QString &phone); // 3-4-4; other numbers as they are
QString fingerOf(const Rules &rules, const QString &code);
QString dayOf(const QDateTime &at);

} // namespace idcounter::words
