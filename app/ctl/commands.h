#pragma once

#include "app/ctl/output.h"
#include "app/domain/clock.h"
#include "app/domain/rules.h"
#include "app/imaging/facefinder.h"

#include <QStringList>

#include <limits>
#include <optional>

namespace idcounter::ctl {

// What every command may use. Files of the program come from its resources or from a folder.
struct Context
{
    const Rules &rules;
    ModelSource models;
    Clock clock;
    Output output;
};

// The arguments of a command after its name: values by option, and the rest in their order.
struct Arguments
{
    QHash<QString, QString> options; // "--date" is "date"; a switch has an empty value
    QStringList rest;

    // valued, flags: options with a value and without one; atMost: how many other words there may be. Errors: CodeUnknown,
    // with the first word that is out of place.
    static Result<Arguments> parse(const QStringList &words, const QStringList &valued, const QStringList &flags,
                                   qsizetype atMost = 0);
    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option); }
    // A share from 0 to 1; "15" and "15%" are percent. 0 where it is not given, empty where it is none.
    std::optional<double> share(const QString &option) const;
};

// Any number of files or numbers.
inline constexpr qsizetype anyNumber = std::numeric_limits<qsizetype>::max();

// The station's folder: --dir, or the usual one.
QString folderOf(const Arguments &arguments);

// Whether a folder, or one that it lies in, holds the data of a real station; one that cannot be read counts as such.
bool isOfRealStation(const QString &folder);

int numberCheck(const Context &context, const QStringList &words);
int fee(const Context &context, const QStringList &words);
int validity(const Context &context, const QStringList &words);
int deadline(const Context &context, const QStringList &words);
int photoCheck(const Context &context, const QStringList &words);
int photoMake(const Context &context, const QStringList &words);
int fingerEnrol(const Context &context, const QStringList &words);
int fingerVerify(const Context &context, const QStringList &words);
int fingerMatch(const Context &context, const QStringList &words);
int fingerIdentify(const Context &context, const QStringList &words);
int fingerQuality(const Context &context, const QStringList &words);
int fingerRecord(const Context &context, const QStringList &words);
int fingerShow(const Context &context, const QStringList &words);
int reportDay(const Context &context, const QStringList &words);
int databaseCheck(const Context &context, const QStringList &words);
int loop(const Context &context, const QStringList &words);
int centreKeys(const Context &context, const QStringList &words);
int centreAnswer(const Context &context, const QStringList &words);
int packageOpen(const Context &context, const QStringList &words);
int platformJoin(const Context &context, const QStringList &words);
int packageSchema(const Context &context, const QStringList &words);

} // namespace idcounter::ctl
