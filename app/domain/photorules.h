#pragma once

#include "app/domain/table.h"

#include <QList>

namespace idcounter {

// How much a broken rule counts: not accepted; accepted with a reason on record; shown only; judged by the clerk's eye.
enum class PhotoSeverity { Block, Warn, Info, Look };

// What is judged: a picture of the camera before the crop, or a finished photo.
enum class PhotoSubject { Frame, File };

// One limit of the photo standard (GA/T 461-2019 and the practice of stations), as the table photo_rules.csv gives it.
struct PhotoRule
{
    QString rule; // "face_w"
    QString measure; // what is measured, in English, for the list of rules
    QString unit;
    std::optional<double> min;
    std::optional<double> max;
    PhotoSeverity severity;
    bool appliesToFrame;
    bool appliesToFile;
};

// The limits a photo is judged by. A rule may stand twice, once for the frame and once for the finished photo.
class PhotoRules
{
public:
    // Errors: TableInvalid.
    static Result<PhotoRules> parse(const Table &table);
    static Result<PhotoRules> load(const TableSource &source);

    QList<PhotoRule> rulesFor(PhotoSubject subject) const;
    std::optional<PhotoRule> find(QStringView rule, PhotoSubject subject) const;

private:
    QList<PhotoRule> m_rules;
};

// What came of one rule. Unchecked: the program did not measure it, so it is not known to be met.
enum class PhotoVerdict { Pass, Warn, Block, Info, Look, Unchecked };

// One measured rule of one picture, ready to be shown with its limits.
struct PhotoCheck
{
    PhotoRule rule;
    std::optional<double> value; // in the rule's unit
    PhotoVerdict verdict = PhotoVerdict::Unchecked;
};

// Judges a measured value by the rule's limits: Pass inside them, the rule's severity outside, Look for what the clerk
// judges, Unchecked without a value.
PhotoVerdict judge(const PhotoRule &rule, std::optional<double> value);

// Whether a photo cannot be taken as it is: Block and Warn.
inline bool standsInTheWay(PhotoVerdict verdict)
{
    return verdict == PhotoVerdict::Block || verdict == PhotoVerdict::Warn;
}

// Whether nothing blocks or warns. What would block and was not measured counts as blocking; Look and Info never count.
bool isCompliant(const QList<PhotoCheck> &checks);

} // namespace idcounter
