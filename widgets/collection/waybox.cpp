#include "widgets/collection/waybox.h"

using namespace Qt::StringLiterals;

namespace idcounter {

WayBox::WayBox(const QString &name, QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(name);
    for (const QString &way : {u"telephone"_s, u"message"_s, u"letter"_s})
        addItem(QString(), way);
    retranslate();
}

QString WayBox::way() const
{
    return currentData().toString();
}

void WayBox::retranslate()
{
    const QStringList names{tr("telephone"), tr("message"), tr("letter")};
    for (int row = 0; row < count(); ++row)
        setItemText(row, names[row]);
}

} // namespace idcounter
