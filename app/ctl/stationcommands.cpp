#include "app/ctl/commands.h"

#include "app/documents/dailyreport.h"
#include "app/storage/store.h"
#include "app/workflow/login.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace idcounter::ctl {

namespace {

// An opened station. A practice station opens by itself; a real one asks for the passphrase on standard input, so that it
// stands in no list of processes.
struct OpenStation
{
    std::unique_ptr<Database> database;
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<Repositories> repositories;
    Station station;
    Person person;
};

QByteArray passphraseFromInput()
{
    std::fprintf(stderr, "Passphrase: ");
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.readLine().trimmed();
}

Result<OpenStation> openStation(const Arguments &arguments)
{
    const QString path = QDir(folderOf(arguments)).filePath(u"station.sqlite"_s);
    if (!QFile::exists(path))
        return Error{Error::Code::StationMissing, path};
    auto database = Database::open(path);
    if (!database)
        return database.error();
    OpenStation open;
    open.database = *std::move(database);
    open.keys = std::make_unique<KeyRing>();
    open.repositories = std::make_unique<Repositories>(*open.database, *open.keys);
    const auto station = open.repositories->station.station();
    if (!station)
        return station.error();
    if (!*station)
        return Error{Error::Code::StationMissing, path};
    open.station = **station;
    const PracticeLogin practice = LogIn::practiceLogins().last();
    const QString login = open.station.practice ? practice.login : arguments.value(u"login"_s);
    const auto slot = open.repositories->station.slotOf(login);
    if (!slot)
        return slot.error();
    QByteArray passphrase = open.station.practice ? practice.passphrase.toUtf8() : passphraseFromInput();
    if (const auto opened = open.keys->open(slot->second, SecretBytes::take(passphrase)); !opened)
        return opened.error();
    open.person = slot->first;
    return open;
}

Result<QByteArray> reportAs(const QString &path, const DayFigures &figures, const OpenStation &open, const Rules &rules)
{
    if (path.endsWith(u".csv"_s))
        return dailyReportCsv(figures, rules);
    const auto paper = dailyReport(figures,
                                   {.station = open.station.name,
                                    .unitCode = open.station.unitCode,
                                    .printedBy = open.person.name,
                                    .practice = open.station.practice},
                                   rules);
    if (!paper)
        return paper.error();
    return toPdf(*paper);
}

} // namespace

QString folderOf(const Arguments &arguments)
{
    if (arguments.has(u"dir"_s))
        return arguments.value(u"dir"_s);
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"idcounter"_s);
}

bool isOfRealStation(const QString &folder)
{
    for (QDir dir(folder);;) {
        const QString path = dir.filePath(u"station.sqlite"_s);
        if (QFile::exists(path)) {
            const auto database = Database::open(path);
            if (!database)
                return true;
            const KeyRing closed;
            const auto station = StationRepository((*database)->connection(), closed).station();
            return !station || (*station && !(*station)->practice);
        }
        if (!dir.cdUp())
            return false;
    }
}

int reportDay(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"out"_s, u"dir"_s, u"login"_s}, {}, 1);
    if (!arguments)
        return Output::fail(arguments.error());
    const QDate day = QDate::fromString(arguments->rest.value(0), Qt::ISODate);
    const QString out = arguments->value(u"out"_s);
    if (!day.isValid() || !(out.endsWith(u".pdf"_s) || out.endsWith(u".csv"_s)))
        return Output::fail(u"report day YYYY-MM-DD --out FILE.pdf|FILE.csv [--dir DIR] [--login NAME]"_s);
    const auto open = openStation(*arguments);
    if (!open)
        return Output::fail(open.error());
    const auto counted = open->repositories->figures.withProgress(day);
    if (!counted)
        return Output::fail(counted.error());
    const auto balances = open->repositories->balances.of(day, context.clock());
    if (!balances)
        return Output::fail(balances.error());
    DayFigures figures = *counted;
    figures.balances = *balances;
    const auto report = reportAs(out, figures, *open, context.rules);
    if (!report)
        return Output::fail(report.error());
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(*report) != report->size() || !file.commit())
        return Output::fail(u"%1 cannot be written"_s.arg(out));
    context.output.print(QJsonObject{{u"day"_s, day.toString(Qt::ISODate)},
                                     {u"cases"_s, figures.cases()},
                                     {u"takenFen"_s, double(figures.money().amount)},
                                     {u"out"_s, out}});
    return Done;
}

int databaseCheck(const Context &context, const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {u"dir"_s, u"login"_s}, {});
    if (!arguments)
        return Output::fail(arguments.error());
    const auto open = openStation(*arguments);
    if (!open)
        return Output::fail(open.error());
    const StoredCheck found = open->repositories->verify();
    QJsonArray problems;
    for (const Error &problem : found.problems)
        problems.append(u"%1 %2"_s.arg(name(problem.code), problem.detail));
    context.output.print(QJsonObject{{u"ok"_s, found.isIntact()},
                                     {u"problems"_s, problems},
                                     {u"cases"_s, found.cases},
                                     {u"drafts"_s, found.drafts},
                                     {u"captures"_s, found.captures},
                                     {u"papers"_s, found.papers},
                                     {u"journal"_s, found.journal}});
    return found.isIntact() ? Done : AnswerNo;
}

} // namespace idcounter::ctl
