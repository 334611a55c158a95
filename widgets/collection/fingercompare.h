#pragma once

#include "app/ports/fingerprintscanner.h"
#include "app/workflow/collectiondesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace idcounter {

class ImageView;

// The live finger of who fetches a card: the scanner is armed by the button, the press compared with the enrolled ones, and
// what came of it told with what to do now. A card that is handed out without a match needs a reason.
class FingerCompare : public Page
{
    Q_OBJECT

public:
    FingerCompare(CollectionDesk &desk, FingerprintScanner &scanner, QWidget *parent = nullptr);

    void begin(const CollectionFile &file); // forgets the case before
    void setNeeded(bool needed); // only of the holder a finger is asked for
    void arm();
    void pause(); // nobody looks at it any more
    FingerAnswer answer() const { return m_answer; }
    QString reason() const; // empty where it is not needed
    void focusReason();

Q_SIGNALS:
    void answered();
    void failed(const idcounter::Error &error);

protected:
    void retranslate() final;

private:
    enum class Stage { Idle, Opening, Waiting, Comparing, Refused };
    void armNow();
    void scannerChanged();
    void take(const QImage &press);
    void told(FingerAnswer answer, const QString &finger);
    QString advice() const;
    QString verdict() const;
    QStringList fingers() const; // that can be compared

    CollectionDesk &m_desk;
    FingerprintScanner &m_scanner;
    std::optional<CollectionFile> m_file;
    Stage m_stage = Stage::Idle;
    std::optional<Error::Code> m_hint; // why the last press did not count
    FingerAnswer m_answer = FingerAnswer::NotAsked;
    QString m_finger; // that matched
    bool m_needed = true;
    int m_presses = 0;
    int m_outstanding = 0; // comparisons under way
    int m_stale = 0; // of them, of a case before
    ImageView *m_picture;
    QLabel *m_verdict;
    QLabel *m_advice;
    QPushButton *m_compare;
    QLabel *m_reasonLabel;
    QLineEdit *m_reason;
};

} // namespace idcounter
