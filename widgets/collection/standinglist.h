#pragma once

#include "app/domain/caseprogress.h"

#include <QTableWidget>

#include <functional>
#include <optional>

namespace idcounter {

// Cases in lines, a column for each thing that is said of them. The chosen case stays chosen while the list is filled anew;
// an empty list says what will be here.
class StandingList : public QTableWidget
{
    Q_OBJECT

public:
    struct Column
    {
        QString title;
        std::function<QString(const Standing &)> text;
        bool isLarge = false; // read from afar
    };

    explicit StandingList(const QString &name, QWidget *parent = nullptr);

    void setColumns(const QList<Column> &columns); // anew with each language
    void setEmptyText(const QString &text);
    void setStandings(const QList<Standing> &standings);
    void renew(const Standing &standing); // as it stands now, where it is in the list
    void setFilter(const QString &text); // shows only the lines in which it stands
    std::optional<Standing> chosen() const;

Q_SIGNALS:
    void opened(const idcounter::Standing &standing); // by Enter or the mouse
    void letterPressed(QChar letter); // upper case, without Ctrl and Alt

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fill();
    void applyFilter();

    QList<Column> m_columns;
    QList<Standing> m_standings;
    QString m_empty;
    QString m_filter;
};

} // namespace idcounter
