#pragma once

#include "app/workflow/collectiondesk.h"
#include "app/workflow/deadlinedesk.h"
#include "app/workflow/orderdesk.h"
#include "app/workflow/packagedesk.h"
#include "app/workflow/receiptdesk.h"
#include "app/workflow/refusalpaper.h"
#include "app/workflow/returndesk.h"
#include "app/workflow/reviewdesk.h"
#include "app/workflow/temporarycarddesk.h"
#include "widgets/office.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

class QMenu;

namespace idcounter {

class CaseFilePage;
class CollectionPage;
class DeadlinePage;
class OrderPage;
class PackagesPage;
class ReceiptPage;
class RedoView;
class ReturnedPage;
class ReviewPage;
class TemporaryCardPage;

// The desks of everything that follows an acceptance, each with its page, while somebody is logged in.
class LifePages : public QObject
{
    Q_OBJECT

public:
    LifePages(const Office &office, const Counter &counter, QObject *parent = nullptr);
    ~LifePages() override; // takes its pages with it

    QWidget *review() const;
    QWidget *collection() const;
    QWidget *deadlines() const;
    QList<QWidget *> pages() const;
    // One entry for each page, with its key.
    void fill(QMenu &menu);
    void openCase(const QUuid &caseId);

Q_SIGNALS:
    void showAsked(QWidget *page);
    void papersAsked(const QUuid &caseId);

private:
    void redo(const Standing &standing);

    const Office &m_office;
    ReviewDesk m_reviewDesk;
    ReturnDesk m_returnDesk;
    PackageDesk m_packageDesk;
    ReceiptDesk m_receiptDesk;
    CollectionDesk m_collectionDesk;
    TemporaryCardDesk m_temporaryDesk;
    DeadlineDesk m_deadlineDesk;
    OrderDesk m_orderDesk;
    QTimer m_schedule;
    RefusalPaper m_refusalPaper;
    ReviewPage *m_review;
    ReturnedPage *m_returned;
    PackagesPage *m_packages;
    ReceiptPage *m_receipt;
    CollectionPage *m_collection;
    TemporaryCardPage *m_temporary;
    DeadlinePage *m_deadlines;
    OrderPage *m_orders;
    CaseFilePage *m_caseFile;
    QPointer<RedoView> m_redo;
};

} // namespace idcounter
