#pragma once

#include "app/workflow/desk.h"

#include <QAbstractTableModel>

namespace idcounter {

// The cases of a list: number, name, business, state, when accepted, until when promised.
class CaseModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Number, Name, Business, State, Accepted, Promised, ColumnCount };

    explicit CaseModel(const Rules &rules, QObject *parent = nullptr);

    void setCases(const QList<CaseSummary> &cases);
    const CaseSummary &caseAt(int row) const { return m_cases[row]; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const CaseSummary &one, int column) const;

    const Rules &m_rules;
    QList<CaseSummary> m_cases;
};

// The drafts of the station.
class DraftModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Step, Changed, Person, OpenAt, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDrafts(const QList<DraftSummary> &drafts);
    const DraftSummary &draftAt(int row) const { return m_drafts[row]; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const DraftSummary &draft, int column) const;

    QList<DraftSummary> m_drafts;
};

} // namespace idcounter
