#pragma once

#include "app/workflow/casefile.h"
#include "widgets/common/page.h"

class QLabel;
class QPushButton;
class QTableWidget;

namespace idcounter {

class CaseFacts;
class MessageBar;

// Any case on one page: who, what, how it stands, and everything that happened, in sentences that can be read out to a
// citizen who asks where the card is.
class CaseFilePage : public Page
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    CaseFilePage(const Counter &counter, Printer &printer, QWidget *parent = nullptr);

    void open(const QUuid &caseId);
    void tell(const Error &error); // what was asked for here could not be done

    QString help() const override;

Q_SIGNALS:
    void papersAsked(const QUuid &caseId); // form, slip and receipt, to be printed again
    // The applicant gives up the application, and has signed that.
    void withdrawAsked(const idcounter::Standing &standing, const QString &reason, idcounter::EndingCause cause);
    // The county is to send it back, because something must be done again.
    void recallAsked(const idcounter::Standing &standing, const QList<idcounter::ReturnReason> &reasons);

protected:
    void retranslate() final;

private:
    void layOut();
    void showFile(const CaseFile &file);
    void fillTimeline();
    void askWithdrawal();
    void askWhy(EndingCause cause);
    void askRecall();
    QStringList wrongNames(const LifeStep &step) const;

    Counter m_counter;
    CaseFileDesk m_desk;
    std::optional<CaseFile> m_file;
    MessageBar *m_message;
    QLabel *m_number;
    QLabel *m_business;
    QPushButton *m_withdraw;
    QPushButton *m_recall;
    QPushButton *m_papers;
    QPushButton *m_print;
    CaseFacts *m_facts;
    QLabel *m_timelineTitle;
    QTableWidget *m_timeline;
};

} // namespace idcounter
