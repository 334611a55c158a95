#pragma once

#include "app/documents/reportsections.h"
#include "app/domain/feetable.h"

namespace idcounter::paper {

// 预约与网上办理: the part of the daily report about what came by the booking platform (RULES 8). number: of the part, "七".
ReportSection bookingSection(const DayBookings &bookings, QDate day, const QString &number, const FeeTable &fees);

} // namespace idcounter::paper
