#pragma once

#include "app/documents/dailyreport.h"
#include "app/ports/printer.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"

#include <QImage>
#include <QObject>

namespace idcounter {

// The daily report: counted in the database's thread, laid out in another, archived before it is printed, numbered when it
// is printed again.
class ReportDesk : public QObject
{
    Q_OBJECT

public:
    // None: there is no report of the day that is asked for, or it is being made.
    enum class State { None, Ready, Printing, Printed };
    Q_ENUM(State)

    // The printer is used, not owned.
    ReportDesk(Counter counter, Printer &printer, QObject *parent = nullptr);

    const Counter &counter() const { return m_counter; }
    State state() const { return m_state; }
    const QList<QImage> &pages() const { return m_pages; }
    static constexpr int dotsPerInch = 90; // of the pages
    const QList<FigureLink> &links() const { return m_links; } // of the pages
    QDate day() const { return m_day; }

    void make(QDate day);
    void print();

Q_SIGNALS:
    void changed();
    void failed(const idcounter::Error &error);

private:
    struct Counted
    {
        DayFigures figures;
        int printed = 0;
    };
    struct Made
    {
        QByteArray pdf;
        QList<QImage> pages;
        QList<FigureLink> links;
        int copy = 1;
        DayBalances balances;
    };
    void layOut(const Counted &counted);
    void finish(const QUuid &job, const Result<void> &result);
    void setState(State state);

    Counter m_counter;
    Printer &m_printer;
    State m_state = State::None;
    QDate m_day;
    QByteArray m_pdf;
    QList<QImage> m_pages;
    QList<FigureLink> m_links;
    int m_copy = 1;
    DayBalances m_balances; // with which the next report begins, once this one is printed
    int m_run = 0; // counts reports asked for; an earlier one is dropped
    QUuid m_job;
    Background m_background; // goes first
};

} // namespace idcounter
