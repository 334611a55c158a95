#pragma once

#include "app/domain/table.h"

#include <QMultiHash>

namespace idcounter {

// A county, prefecture or province during the years in which it bore its code (GB/T 2260).
struct Division
{
    QString code;
    QString name;
    QString province;
    QString prefecture; // empty for a province, and for what lies directly under one
    int fromYear = 0;
    std::optional<int> untilYear; // the first year in which it was no longer valid; empty while it is

    // "新疆维吾尔自治区乌鲁木齐市天山区"
    QString fullName() const;
};

// The administrative divisions from 1981 on, abolished ones included: a citizen number keeps the code of the place and time
// at which it was given.
class Divisions
{
public:
    static Result<Divisions> load(const TableSource &source);

    bool knows(const QString &code) const { return m_byCode.contains(code); }
    // Whether an address starts with the name of a province, or its usual short name ("新疆", "内蒙古"), as the form wants it.
    bool beginsWithProvince(QStringView address) const;

    // The division that bore the code in a year; outside its years, the latest before or else the first after.
    std::optional<Division> find(const QString &code, int year) const;
    // Every division that ever bore the code, oldest first.
    QList<Division> history(const QString &code) const;
    qsizetype size() const { return m_byCode.size(); }

private:
    QMultiHash<QString, Division> m_byCode;
    QStringList m_provinces; // in short
};

} // namespace idcounter
