#pragma once

#include "widgets/mainwindow.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace idcounter {

// Plays one whole case through the real pages: first start, log-in, the seven steps, the search and the daily report; then review,
// package, the practice centre's feedback, receipt, and the collection with a finger on another day. Waits for what a person would wait for, does what a person would do, and stops with an error at the first thing that is not as
// expected. Takes a picture of every page.
class Rehearsal : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        QString folder; // for the pictures and summary.json
        QString applicantNumber; // of a citizen whom the practice register knows
        QString applicantName;
        QString packagesFolder; // where the station keeps its packages
        std::function<void()> nextDay; // moves the clock
    };

    Rehearsal(MainWindow &window, Plan plan, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(bool asExpected, const QString &what);

private:
    struct Act
    {
        QString name; // of the picture; none is taken where it is empty
        std::function<bool()> ready;
        std::function<void()> perform;
        std::function<QString()> wrong; // what is not as expected, in words; empty when nothing is
    };
    void add(const QString &name, std::function<bool()> ready, std::function<void()> perform,
             std::function<QString()> wrong = {});
    void addEntrance();
    void addBooklet();
    void addPhoto();
    void addFingers();
    void addForm();
    void addReadBack();
    void addFee();
    void addSlip();
    void addAfterwards();
    void addSecondHalf();
    void addLogIn(const QString &login);
    void addPartner();
    void addReview();
    void addPackage();
    void addReceipt();
    void addCollection();
    void addEnd();
    void openMenu(const QString &action);
    void choosePath(const QString &path);
    QString playCentre();
    void tellTheEnd();
    std::function<bool()> acceptedCaseIs(CaseState state);
    QStringList filesIn(const QString &folder) const;
    void look();
    void finish(const QString &problem);
    void photograph(const QString &name);
    bool writeSummary(const QString &problem) const;
    void nextStep(const QString &step);

    QWidget *find(const QString &name) const; // on the page that is shown
    bool shows(const QString &name) const;
    QString textOf(const QString &name) const;
    QString message() const;

    MainWindow &m_window;
    const Plan m_plan;
    QList<Act> m_acts;
    qsizetype m_at = 0;
    QString m_lost; // a picture that could not be written
    int m_pictures = 0;
    int m_againAsked = 0;
    QTimer m_timer;
    QElapsedTimer m_waiting;
    QElapsedTimer m_stepTimer;
    QString m_step;
    QJsonObject m_milliseconds;
    QJsonObject m_summary;
    QUuid m_caseId;
    QString m_centreProblem;
    bool m_endTold = false;
};

} // namespace idcounter
