#pragma once

#include "app/workflow/deadlinedesk.h"

#include <QAbstractTableModel>

namespace idcounter {

// Open cases with their limits, in the order they were given.
class DeadlineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UrgencyColumn, Number, Name, Business, State, Since, Actor, Left, Step, ColumnCount };

    explicit DeadlineModel(const Rules &rules, QObject *parent = nullptr);

    void setRows(const QList<DeadlineRow> &rows);
    const DeadlineRow &rowAt(int row) const { return m_rows[row]; }
    void retranslate();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const DeadlineRow &row, int column) const;
    QString business(const QString &reason) const;

    const Rules &m_rules;
    QList<DeadlineRow> m_rows;
};

} // namespace idcounter
