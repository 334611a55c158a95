#pragma once

#include "app/workflow/reviewdesk.h"

#include <QCoreApplication>

namespace idcounter {

// What the pages about reviewed and returned cases say of them, in the words of the tables.
class ReviewWords
{
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)

public:
    explicit ReviewWords(const Rules &rules)
        : m_rules(rules)
    {
    }

    QString business(const QString &reason) const;
    QString ethnicGroup(const QString &code) const;
    QString finger(const QString &code) const;
    // What is unusual about a form, one line each (RULES 7.1).
    QStringList exceptions(const Draft &form) const;
    QString changes(const Applicant &applicant) const; // what was typed over the number; empty where nothing was
    QString returned(const ReturnReason &reason) const; // "photo: background of the photo (too dark)"
    // Since acceptance, one line each; when, what, by whom.
    QStringList history(const QList<LifeEntry> &entries) const;

    static QString daysLeft(int days);
    static QString phone(const QString &digits); // grouped 3-4-4
    static QString money(Fen amount);
    static QString fee(const Standing &standing); // what is owed, and what was paid and given back

private:
    const Rules &m_rules;
};

} // namespace idcounter
