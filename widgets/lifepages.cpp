#include "widgets/lifepages.h"

#include "widgets/cases/casefilepage.h"
#include "widgets/cases/deadlinepage.h"
#include "widgets/cases/orderpage.h"
#include "widgets/cases/temporarycardpage.h"
#include "widgets/collection/collectionpage.h"
#include "widgets/exchange/packagespage.h"
#include "widgets/receipt/receiptpage.h"
#include "widgets/review/redoview.h"
#include "widgets/review/returnedpage.h"
#include "widgets/review/reviewpage.h"

#include <QMenu>

#include <chrono>

using namespace Qt::StringLiterals;

namespace idcounter {

LifePages::LifePages(const Office &office, const Counter &counter, QObject *parent)
    : QObject(parent)
    , m_office(office)
    , m_reviewDesk(counter)
    , m_returnDesk(counter)
    , m_packageDesk(counter, office.packagesFolder)
    , m_receiptDesk(counter)
    , m_collectionDesk(counter)
    , m_temporaryDesk(counter)
    , m_deadlineDesk(counter)
    , m_orderDesk(counter)
    , m_refusalPaper(counter, office.printer)
    , m_review(new ReviewPage(m_reviewDesk, counter))
    , m_returned(new ReturnedPage(m_returnDesk, counter))
    , m_packages(new PackagesPage(m_packageDesk, counter, office.printer))
    , m_receipt(new ReceiptPage(m_receiptDesk, counter))
    , m_collection(new CollectionPage(m_collectionDesk, m_receiptDesk, office.camera, office.scanner, office.reader,
                                      office.login, counter))
    , m_temporary(new TemporaryCardPage(m_temporaryDesk, counter, office.printer))
    , m_deadlines(new DeadlinePage(m_deadlineDesk, counter))
    , m_orders(new OrderPage(m_orderDesk))
    , m_caseFile(new CaseFilePage(counter, office.printer))
{
    connect(m_deadlines, &DeadlinePage::caseAsked, this, &LifePages::openCase);
    connect(m_orders, &OrderPage::caseAsked, this, &LifePages::openCase);
    connect(m_caseFile, &CaseFilePage::withdrawAsked, &m_reviewDesk, &ReviewDesk::withdraw);
    connect(m_caseFile, &CaseFilePage::recallAsked, &m_returnDesk, &ReturnDesk::callBack);
    for (const CaseWork *desk : std::initializer_list<CaseWork *>{&m_reviewDesk, &m_returnDesk}) {
        connect(desk, &CaseWork::moved, m_caseFile, [this](const Standing &standing) {
            if (m_caseFile->isVisible())
                m_caseFile->open(standing.accepted.id);
        });
        connect(desk, &CaseWork::failed, m_caseFile, [this](const Error &error) {
            if (m_caseFile->isVisible())
                m_caseFile->tell(error);
        });
    }
    connect(m_caseFile, &CaseFilePage::papersAsked, this, &LifePages::papersAsked);
    connect(m_returned, &ReturnedPage::redoAsked, this, &LifePages::redo);
    // The citizen gets the reason in writing; the page tells when it could not be printed.
    connect(m_review, &ReviewPage::refused, &m_refusalPaper, &RefusalPaper::print);
    connect(&m_refusalPaper, &RefusalPaper::failed, &m_reviewDesk, &CaseWork::failed);
    // What a new day brings by itself, and the package at the time that was set: known once the desk has read what waits.
    m_collectionDesk.turnDay();
    connect(&m_schedule, &QTimer::timeout, &m_packageDesk, [this] {
        m_collectionDesk.turnDayIfNew();
        m_packageDesk.refresh();
        m_packageDesk.makeIfDue();
    });
    m_schedule.start(std::chrono::minutes(1));
}

LifePages::~LifePages()
{
    delete m_redo;
    qDeleteAll(pages());
}

QWidget *LifePages::review() const
{
    return m_review;
}

QWidget *LifePages::collection() const
{
    return m_collection;
}

QWidget *LifePages::deadlines() const
{
    return m_deadlines;
}

QList<QWidget *> LifePages::pages() const
{
    return {m_review, m_returned, m_packages, m_receipt, m_collection, m_temporary, m_deadlines, m_orders, m_caseFile};
}

void LifePages::fill(QMenu &menu)
{
    const auto entry = [&](const QString &text, const char *name, QWidget *page, const QKeySequence &key = {}) {
        auto *action = menu.addAction(text, this, [this, page] { Q_EMIT showAsked(page); });
        action->setObjectName(QString::fromLatin1(name));
        // The key itself is the window's; here it is shown.
        if (!key.isEmpty())
            action->setText(u"%1\t%2"_s.arg(text, key.toString(QKeySequence::NativeText)));
    };
    entry(tr("Review"), "reviewAction", m_review, Qt::Key_F4);
    entry(tr("Returned cases"), "returnedAction", m_returned);
    entry(tr("Packages"), "packagesAction", m_packages);
    entry(tr("Cards that arrive"), "receiptAction", m_receipt);
    entry(tr("Collection"), "collectionAction", m_collection, Qt::Key_F6);
    entry(tr("Temporary cards"), "temporaryAction", m_temporary);
    entry(tr("Deadlines"), "deadlinesAction", m_deadlines, Qt::Key_F5);
    entry(tr("Payment orders"), "ordersAction", m_orders);
}

void LifePages::openCase(const QUuid &caseId)
{
    m_caseFile->open(caseId);
    Q_EMIT showAsked(m_caseFile);
}

void LifePages::redo(const Standing &standing)
{
    delete m_redo;
    m_redo = new RedoView(m_returnDesk, standing, m_office);
    const auto back = [this] {
        Q_EMIT showAsked(m_returned);
        m_redo->deleteLater();
        m_returnDesk.refresh();
    };
    connect(m_redo, &RedoView::done, this, back);
    connect(m_redo, &RedoView::left, this, back);
    Q_EMIT showAsked(m_redo);
}

} // namespace idcounter
