#pragma once

#include "app/domain/caseprogress.h"

namespace idcounter {

// One finger as it is reported.
struct ReportedFinger
{
    QString position; // code, "11"
    int result = 1; // FingerResult
    int quality = 0;
    QByteArray image; // PNG, lossless; empty where none was taken
    QByteArray minutiae; // record of ISO/IEC 19794-2
    QString reason; // why there is none

    friend bool operator==(const ReportedFinger &, const ReportedFinger &) = default;
};

// Everything about one case that the county and the card centre get.
struct ReportedCase
{
    QString package; // number
    int round = 1;
    PackedKind kind = PackedKind::Application;
    CardDefect defect = CardDefect::Damaged;
    QList<ReturnReason> recall;
    Case accepted;
    QByteArray photo; // JPEG
    QList<ReportedFinger> fingers;
    QString unit; // code of twelve digits
    QString unitName;
    QString clerk; // by name
    QString reviewer;
    QDateTime reviewedAt;
};

// A case as XML: the elements of GA/T 1754-2020 (resources/exchange/application.xsd), in the record groups of GA/T 1222.
QByteArray applicationXml(const ReportedCase &reported);

// The name of its file in a package: ZAGL_ZZJH_<package>_<number of the case in it>.XML; of cases away from home
// ZAGL_YDZZ_… (GA/T 1230).
QString applicationFileName(const ReportedCase &reported, int index);

// What the other side needs to know of such a file.
struct ReceivedCase
{
    QString package;
    QString acceptanceNumber;
    int round = 1;
    PackedKind kind = PackedKind::Application;
    QDate birthDate;
    bool byMail = false;
    qsizetype fingers = 0; // with minutiae that could be read
    bool hasPhoto = false;
};
// Errors: PackageSchema. The file was validated before.
Result<ReceivedCase> readApplication(const QByteArray &xml);

} // namespace idcounter
