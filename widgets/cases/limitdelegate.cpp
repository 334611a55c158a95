#include "widgets/cases/limitdelegate.h"

#include "widgets/cases/deadlinemodel.h"
#include "widgets/cases/limitbar.h"

#include <QPainter>

namespace idcounter {

namespace {

constexpr int barWidth = 120;
constexpr int textWidth = 92;
constexpr int barHeight = 12;
constexpr int margin = 8;

} // namespace

void LimitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = item.text;
    item.text.clear();
    item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const QRect area = option.rect.adjusted(margin, 0, -margin, 0);
    const auto *model = qobject_cast<const DeadlineModel *>(index.model());
    if (!model)
        return;
    const QRectF bar(area.left(), area.center().y() - barHeight / 2.0, barWidth, barHeight);
    LimitBar::draw(*painter, bar, model->rowAt(index.row()));
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(item.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area.adjusted(barWidth + margin, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    painter->restore();
}

QSize LimitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {barWidth + textWidth + 3 * margin, QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace idcounter
