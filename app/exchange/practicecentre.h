#pragma once

#include "app/exchange/applicationxml.h"
#include "app/exchange/feedbackxml.h"
#include "app/exchange/packagefile.h"

#include <QDir>
#include <QJsonObject>

namespace idcounter {

// The share of cases that meet each fate, 0 to 1.
struct CentreRates
{
    double returned = 0;
    double refused = 0;
};

// What becomes of certain cases, whatever the rates say.
struct CentreRule
{
    enum class Fate {
        Sign, // signed, made and dispatched at once
        Slow, // the same, one stage with each answer
        Return,
        Refuse,
        Hold, // taken, and nothing is told of it
    };

    QString ending; // of the acceptance number; empty: every case
    int round = 0; // 0: whichever
    Fate fate = Fate::Sign;
    Role office = Role::Centre; // that returns it
    QStringList codes; // of return_reasons.csv, of a return
    QString note; // of a return or refusal

    // A table "ending,round,fate,office,codes,note", the codes with spaces between. Errors: TableInvalid.
    static Result<QList<CentreRule>> read(const QByteArray &csv, const QString &name);
};

// County and card centre in one, for practice and tests: reads packages, and answers with feedback files. Keeps what it knows
// of every case in a folder, so that it can be asked day after day. The same seed gives the same fates. Everything it makes is marked
// as practice.
class PracticeCentre
{
public:
    // Made with its keys where there is none yet. Errors: PackageNotWritten, PackageUnreadable.
    static Result<PracticeCentre> open(const QString &folder, quint64 seed);

    const PublicKeys &publicKeys() const { return m_keys->publicKeys(); }
    // A file that a station imports: the centre's public keys, valid for two years from a day.
    Result<void> writeKeys(const QString &path, QDate today) const;

    // The first rule that fits a case decides its fate; the rates those of the others.
    void setRules(const QList<CentreRule> &rules) { m_rules = rules; }

    // Takes a package of a station, whose keys are in a file that the station wrote. The fate of every new case is decided. Errors:
    // PackageUnreadable, PackageForeign, PackageSignature, PackageSchema.
    Result<int> take(const QString &packagePath, const QString &stationKeysPath, const CentreRates &rates);

    // What a package for the centre holds, entry by entry. Errors: those of take().
    Result<PackageHead>
    open(const QString &packagePath, const QString &stationKeysPath,
         const std::function<Result<void>(const QString &name, const QByteArray &bytes)> &take) const;

    // What is to be told: acknowledged and decided at once, or step by step; written as a feedback file for the station.
    // Nothing where there is nothing. today: the day of signatures.
    struct Answer
    {
        QString path;
        int lines = 0;
    };
    Result<Answer> answer(const QString &path, const QString &stationKeysPath, QDate today);

    // The acceptance numbers of the cards that the last answer dispatched: the delivery list.
    const QStringList &delivery() const { return m_delivery; }

private:
    PracticeCentre(const QString &folder, quint64 seed, std::shared_ptr<ExchangeKeys> keys);

    Result<void> save() const;
    void takeCase(const ReceivedCase &received, const CentreRates &rates);
    const CentreRule *ruleFor(const QString &acceptanceNumber, int round) const;
    QString fateOf(const ReceivedCase &received, const CentreRates &rates) const;
    QList<FeedbackLine> linesFor(QJsonObject &known, QDate today);
    FeedbackLine returnLine(const QJsonObject &known) const;
    QList<FeedbackLine> slowLines(QJsonObject &known, QDate today);
    double chance(const QString &acceptanceNumber, int round, const char *what) const;

    QDir m_folder;
    quint64 m_seed;
    std::shared_ptr<ExchangeKeys> m_keys;
    QList<CentreRule> m_rules;
    QJsonObject m_cases; // by acceptance number
    int m_answers = 0;
    QStringList m_delivery;
};

} // namespace idcounter
