#pragma once

#include "app/domain/fingers.h"

#include <QWidget>

namespace idcounter {

// Two drawn hands, as the citizen sees his own, palms down: the finger asked for is marked and named, taken and given-up
// ones bear a sign.
class HandsView : public QWidget
{
    Q_OBJECT

public:
    explicit HandsView(QWidget *parent = nullptr);

    void setFingers(const QString &asked, const QStringList &taken, const QStringList &givenUp);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_asked;
    QStringList m_taken;
    QStringList m_givenUp;
};

} // namespace idcounter
