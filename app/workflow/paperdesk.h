#pragma once

#include "app/documents/casepapers.h"
#include "app/ports/printer.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"

#include <QMap>
#include <QSet>

namespace idcounter {

class WalkIn;

// What became of a paper.
struct PaperState
{
    enum class Kind { NotMade, Making, Printing, Printed, Failed };

    Kind kind = Kind::NotMade;
    int printed = 0; // copies that came out
    Error error{}; // of state Failed

    friend bool operator==(const PaperState &, const PaperState &) = default;
};

// The papers of one case, which come by themselves when it is accepted or refused: laid out and archived away from the
// window, printed, followed to their end, repeated as marked copies.
class PaperDesk : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    PaperDesk(WalkIn &walkIn, Printer &printer, QObject *parent = nullptr);

    const PaperState &state(PaperKind kind) const;
    QString printerLabel() const { return m_printer.label(); }

    // Makes and prints a paper; again, as a numbered copy. The registration form before acceptance, its archive copy, slip
    // and receipt after it; the notice of a refusal.
    void print(PaperKind kind);
    // Whether the case has that paper: no receipt where nothing was paid.
    bool isDue(PaperKind kind) const;
    // Whether a paper is on its way; the case is not left before it has arrived, or has failed.
    bool isBusy() const;

Q_SIGNALS:
    void stateChanged(idcounter::PaperKind kind);
    void failed(const idcounter::Error &error);

private:
    struct Made
    {
        PaperRecord record;
        QString title;
        Draft form; // what it prints
    };
    struct Stored;
    CasePaperFacts facts() const;
    void make(PaperKind kind, const CasePaperFacts &complete);
    void printAccepted();
    void loadPrinted();
    void archive(const Made &made);
    void finish(const QUuid &job, const Result<void> &result);
    void setState(PaperKind kind, PaperState::Kind to, const Error &error = {});

    WalkIn &m_walkIn;
    Printer &m_printer;
    QMap<PaperKind, PaperState> m_states;
    QMap<QUuid, Made> m_jobs;
    Background m_background; // goes first
};

} // namespace idcounter
