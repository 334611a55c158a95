#pragma once

#include "app/exchange/packagefile.h"
#include "app/exchange/xmlschema.h"
#include "app/workflow/background.h"
#include "app/workflow/casework.h"

#include <atomic>

namespace idcounter {

struct ReportedCase;

// A case that stays behind when a package is written, because something of it is damaged or does not fit the format; the others
// go without it.
struct LeftOut
{
    Standing standing;
    Error error;
};

// One package on its way into the station's folder: everything that waits, one case after the other, in a thread of its own;
// what it changes is one transaction at the end. Ends with made(), cancelled() or failed(), and is done with then.
class PackageMaking : public CaseWork
{
    Q_OBJECT

public:
    struct Order
    {
        QString folder;
        QUuid partner;
        QString receiverName;
        PublicKeys receiver;
        std::shared_ptr<ExchangeKeys> keys; // of the station
    };

    PackageMaking(Counter counter, Order order, QObject *parent = nullptr);
    ~PackageMaking() override;

    void begin();
    void cancel() { m_cancelled = true; } // until the last case
    const QList<LeftOut> &leftOut() const { return m_leftOut; }

Q_SIGNALS:
    void progressed(int done, int of);
    void made(const idcounter::Package &package);
    void cancelled();

private:
    // From the first case on; used in the background only.
    struct Tools
    {
        std::shared_ptr<PackageWriter> writer;
        std::shared_ptr<XmlSchema> schema;
    };
    void writeNext();
    void write(const ReportedCase &gathered);
    void leaveOut(const Error &error);
    void finish();
    void record(const PackageWriter::Written &written);

    const Order m_order;
    Package m_package;
    QString m_path;
    QList<Standing> m_waiting;
    qsizetype m_next = 0;
    QList<Standing> m_packed;
    QList<LeftOut> m_leftOut;
    std::atomic<bool> m_cancelled = false;
    Tools m_tools;
    Background m_background; // goes first
};

} // namespace idcounter
