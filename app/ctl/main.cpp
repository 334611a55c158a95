#include "app/ctl/commands.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace idcounter;
using namespace idcounter::ctl;

namespace {

struct Command
{
    const char *words;
    const char *use;
    int (*run)(const Context &, const QStringList &);
};

constexpr std::array commands{
    Command{"number check", "N…", numberCheck},
    Command{"fee", "--reason CODE --date D [--region R] [--reduction C]", fee},
    Command{"validity", "--birth D --signed D", validity},
    Command{"deadline", "--from D [--remote]", deadline},
    Command{"photo check", "[--frame] FILE…", photoCheck},
    Command{"photo make", "FILE OUT.jpg", photoMake},
    Command{"finger enrol", "FILE… --out T (--key FILE | --plain)", fingerEnrol},
    Command{"finger verify", "T FILE… (--key FILE | --plain)", fingerVerify},
    Command{"finger match", "A B", fingerMatch},
    Command{"finger identify", "DIR FILE (--key FILE | --plain)", fingerIdentify},
    Command{"finger quality", "FILE…", fingerQuality},
    Command{"finger record", "FILE… --out R.fmr|R.fir [--position CODE]", fingerRecord},
    Command{"finger show", "RECORD…", fingerShow},
    Command{"report day", "DATE --out FILE.pdf|csv [--dir DIR] [--login NAME]", reportDay},
    Command{"db check", "[--dir DIR] [--login NAME]", databaseCheck},
    Command{"loop", "--dir DIR --cases N --seed S [--return R] [--defect R] [--mail R] [--refuse R]", loop},
    Command{"centre keys", "--dir DIR --out FILE", centreKeys},
    Command{"centre answer",
            "[PACKAGE…] --dir DIR --station-keys FILE --out FILE --seed S [--return R] [--refuse R] [--rules FILE]",
            centreAnswer},
    Command{"package open", "PACKAGE --centre DIR --sender-keys FILE --out DIR", packageOpen},
    Command{"package schema", "--out DIR", packageSchema},
    Command{"platform join", "--url URL --out KEYS [--dir DIR]", platformJoin},
};

int help(std::FILE *where, int status)
{
    std::fprintf(where, "idcounterctl [--json] [--tables DIR] COMMAND\nDates are YYYY-MM-DD.\n\n");
    for (const Command &command : commands)
        std::fprintf(where, "  %s %s\n", command.words, command.use);
    return status;
}

template<Error::Code missing>
std::function<Result<QByteArray>(const QString &)> filesIn(const QString &resources, const QString &folder)
{
    return [resources, folder](const QString &name) -> Result<QByteArray> {
        QFile own(QDir(folder).filePath(name));
        QFile file(!folder.isEmpty() && own.exists() ? own.fileName() : resources + name);
        if (!file.open(QIODevice::ReadOnly))
            return Error{missing, name};
        return file.readAll();
    };
}

} // namespace

namespace idcounter::ctl {

Result<Arguments> Arguments::parse(const QStringList &words, const QStringList &valued, const QStringList &flags,
                                   qsizetype atMost)
{
    Arguments arguments;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        const QString option = word.startsWith(u"--"_s) ? word.sliced(2) : QString();
        if (option.isEmpty() && arguments.rest.size() < atMost)
            arguments.rest << word;
        else if (flags.contains(option))
            arguments.options.insert(option, {});
        else if (valued.contains(option) && i + 1 < words.size())
            arguments.options.insert(option, words[++i]);
        else
            return Error{Error::Code::CodeUnknown, word};
    }
    return arguments;
}

std::optional<double> Arguments::share(const QString &option) const
{
    if (!has(option))
        return 0;
    QString text = value(option);
    const bool isPercent = text.endsWith(u'%');
    if (isPercent)
        text.chop(1);
    bool isNumber = false;
    double share = text.toDouble(&isNumber);
    constexpr double hundred = 100;
    if (isPercent || share > 1)
        share /= hundred;
    return isNumber && share >= 0 && share <= 1 ? std::optional(share) : std::nullopt;
}

} // namespace idcounter::ctl

int main(int argc, char *argv[])
{
    // Papers need fonts, and no screen.
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    QStringList words = QGuiApplication::arguments().sliced(1);
    const bool json = words.removeAll(u"--json"_s) > 0;
    QString tables;
    if (const qsizetype at = words.indexOf(u"--tables"_s); at >= 0 && at + 1 < words.size()) {
        tables = words[at + 1];
        words.remove(at, 2);
    }
    if (words.isEmpty())
        return help(stderr, BadInput);
    if (words.first() == u"--help")
        return help(stdout, Done);

    const Rules rules(filesIn<Error::Code::TableMissing>(u":/tables/"_s, tables));
    const Context context{.rules = rules,
                          .models = filesIn<Error::Code::ModelsMissing>(u":/models/"_s, {}),
                          .clock = QDateTime::currentDateTimeUtc,
                          .output = Output(json)};
    for (const Command &command : commands) {
        const QStringList name = QString::fromLatin1(command.words).split(u' ');
        if (words.first(std::min(name.size(), words.size())) == name)
            return command.run(context, words.sliced(name.size()));
    }
    std::fprintf(stderr, "idcounterctl: unknown command\n");
    return help(stderr, BadInput);
}
