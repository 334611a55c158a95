#pragma once

#include "app/ports/cardreader.h"
#include "devices/reader/sdtsession.h"

#include <QThread>

#include <optional>

namespace idcounter {

// An identity card reader with a security module, behind any link. Beyond what the port asks:
// - What failed at the reader is told once, and not with every try to find it again; open() tries and tells at once.
// - A reader that nobody uses is looked at every few seconds, so that the state is true.
// - The destructor waits until the thread has noticed, some 50 ms.
class SdtReader : public CardReader
{
    Q_OBJECT

public:
    explicit SdtReader(SdtSession::MakeLink makeLink, ReaderPatience patience = {}, QObject *parent = nullptr);
    ~SdtReader() override;
    Q_DISABLE_COPY_MOVE(SdtReader)

    QString model() const override { return m_number; }
    void open() override;
    void close() override;
    void read(const CardRequest &request = {}) override;
    void cancel() override;

private:
    void take(int order, const QString &number);
    void fail(int order, const Error &error);

    ReaderOrders m_orders;
    QThread m_thread;
    SdtSession *m_session; // lives in m_thread, and goes with it
    QString m_number;
    std::optional<Error::Code> m_told; // since the last opening
};

} // namespace idcounter
