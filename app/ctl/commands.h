#pragma once

#include "app/ctl/output.h"
#include "app/domain/clock.h"
#include "app/domain/rules.h"
#include "app/imaging/facefinder.h"

#include <QStringList>

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

    // flags: options without a value. Errors: CodeUnknown (an option that is neither in flags nor in valued, or lacks its
    // value).
    static Result<Arguments> parse(const QStringList &words, const QStringList &valued, const QStringList &flags);
    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option); }
};

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
int reportDay(const Context &context, const QStringList &words);
int databaseCheck(const Context &context, const QStringList &words);

} // namespace idcounter::ctl
