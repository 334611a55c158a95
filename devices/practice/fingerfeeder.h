#pragma once

#include <QImage>
#include <QObject>
#include <QThread>

namespace idcounter {

// The citizen's finger in front of libfprint's virtual scanner: tells it over its socket what a real one would notice. The
// scanner drops an image that it has not asked for, so press when it needs a finger and not before.
//
// Writes from a thread of its own, since an image beyond some 200 KB waits for the scanner to read. What cannot be told
// within a second is dropped, with undelivered().
class FingerFeeder : public QObject
{
    Q_OBJECT

public:
    explicit FingerFeeder(const QString &socketPath, QObject *parent = nullptr);
    ~FingerFeeder() override;
    Q_DISABLE_COPY_MOVE(FingerFeeder)

    // A finger is placed, read and lifted. Ridges dark, 500 dpi; at most 5000 pixels to a side.
    void press(const QImage &impression);
    // The same without lifting it.
    void pressAndStay(const QImage &impression);
    // A finger that the scanner notices and cannot read.
    void placeFinger();
    void liftFinger();
    // The press does not count. code: FpDeviceRetry, 0 to 3.
    void retry(int code);
    // The scanner reports an error. code: FpDeviceError.
    void breakDown(int code);
    // A disarmed scanner notices only if it was told something before, since it was opened.
    void unplug();

Q_SIGNALS:
    void undelivered();

private:
    void post(QByteArray bytes);
    void deliver(const QByteArray &bytes);
    bool connectToScanner();
    bool sendAll(const QByteArray &bytes) const;
    void disconnectFromScanner();

    const QByteArray m_socketPath;
    int m_socket = -1; // used in m_thread only
    QThread m_thread;
    QObject m_worker; // lives in m_thread; what is invoked on it runs there
};

} // namespace idcounter
