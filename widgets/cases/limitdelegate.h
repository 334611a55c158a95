#pragma once

#include <QStyledItemDelegate>

namespace idcounter {

// The days left of a case in a table: the bar of its limits, and the two numbers after it.
class LimitDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace idcounter
