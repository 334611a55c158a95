#pragma once

#include "app/domain/openinghours.h"

#include <QTableWidget>

#include <optional>

namespace idcounter {

// The hours of a place as rows that can be typed in: weekdays, and single days that hold instead of them.
class HoursTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit HoursTable(QWidget *parent = nullptr);

    void setHours(const QList<OpeningHours> &hours);
    // What is typed. Empty where a row is no hours; wrongRow() is then the first such.
    std::optional<QList<OpeningHours>> hours() const;
    int wrongRow() const; // -1: none
    void addRow(const OpeningHours &hours); // its first cell is typed in next
    void removeCurrent();
    void setDaysOnly(bool daysOnly); // of a village: no weekdays
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    enum Column { Day, From, Until, Windows, Public, ColumnCount };
    void insertHours(const OpeningHours &hours);
    std::optional<OpeningHours> hoursIn(int row) const;

    bool m_daysOnly = false;
};

} // namespace idcounter
