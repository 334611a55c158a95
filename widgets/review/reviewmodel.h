#pragma once

#include "app/workflow/reviewdesk.h"

#include <QAbstractTableModel>

namespace idcounter {

// The work list of the review, in sections: what has exceptions that nobody confirmed, what waits, what was reviewed and is
// not yet reported. A section without cases is not there; its heading cannot be chosen.
class ReviewModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Due, Application, Clerk, ColumnCount };

    ReviewModel(const ReviewDesk &desk, const Counter &counter, QObject *parent = nullptr);

    void show(const ReviewFilter &filter);
    void retranslate();

    const Standing *caseAt(int row) const; // null for a heading
    int rowOf(const QUuid &id) const; // -1: not there
    // The nearest case before or after a row; -1: there is none.
    int caseBeside(int row, int step) const;
    // The case that is reviewed after this one; null: none is left.
    QUuid waitingAfter(const QUuid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    enum class Section { Exceptions, Waiting, Reviewed };
    struct Row
    {
        Section section = Section::Waiting;
        std::optional<Standing> standing; // none: the heading
    };
    void add(Section section, const QList<Standing> &cases);
    QString heading(Section section) const;
    QString text(const Standing &standing, int column) const;

    const ReviewDesk &m_desk;
    const Counter m_counter;
    QList<Row> m_rows;
};

} // namespace idcounter
