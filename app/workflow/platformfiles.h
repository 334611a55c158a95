#pragma once

#include "app/workflow/background.h"
#include "app/workflow/namedpicture.h"
#include "app/workflow/platformimport.h"
#include "app/workflow/platformlink.h"

namespace idcounter {

// Everything that the line carries, as a signed and sealed file, for a station without one (contract, section 9; docs/EXCHANGE.md).
// The same bodies, the same cursor and the same importer: line and file may change at any time. Errors come with failed().
class PlatformFiles : public QObject
{
    Q_OBJECT

public:
    PlatformFiles(Counter counter, PlatformLink &link, QObject *parent = nullptr);

    // What waits, for the platform whose keys were confirmed last. It goes on waiting until an answer comes, by line or by file.
    void write(const QString &path); // ends with written()
    void read(const QString &path); // ends with imported()

Q_SIGNALS:
    void written(int requests);
    void imported(int applied, int refused);
    void failed(const idcounter::Error &error);

private:
    struct Opened // of a package of the platform
    {
        QString number;
        QJsonArray answers;
        QJsonArray changes;
        QString epoch;
        QString cursor;
        bool isSnapshot = false;
    };
    struct Keys
    {
        std::shared_ptr<ExchangeKeys> own;
        QList<PublicKeys> senders;
    };
    void apply(const QString &path, const Keys &keys, const Opened &opened);
    // The pictures of the bookings, which follow in the package; one at a time, so that they are never all in memory.
    void readPictures(const QString &path, const Keys &keys, const std::function<void()> &then);
    static Result<void> openPictures(const QString &path, const Keys &keys, const QList<NamedPicture> &missing,
                                     const QList<OwnKeys> &own,
                                     const std::function<void(const NamedPicture &, const Result<QByteArray> &)> &take);
    static Result<Opened> openPackage(const QString &path, const ExchangeKeys &own, const QList<PublicKeys> &senders,
                                      bool practice);

    Counter m_counter;
    PlatformLink &m_link;
    Background m_background;
};

} // namespace idcounter
