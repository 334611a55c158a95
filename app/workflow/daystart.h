#pragma once

#include "app/ports/camera.h"
#include "app/ports/cardreader.h"
#include "app/ports/fingerprintscanner.h"
#include "app/ports/householdregister.h"
#include "app/ports/printer.h"
#include "app/storage/journalrepository.h"
#include "app/workflow/background.h"
#include "app/workflow/counter.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>

namespace idcounter {

// The test of the devices at the start of the day, and the log of it: what the camera really gives, whether the scanner takes a
// press, whether the card reader's security module is in order, whether a sheet comes out of the printer. One after the other; each has a time limit.
class DayStart : public QObject
{
    Q_OBJECT

public:
    enum class Part { Camera, Scanner, Printer, Reader };
    Q_ENUM(Part)
    static constexpr std::array parts{Part::Camera, Part::Scanner, Part::Printer, Part::Reader};

    enum class State { Open, Running, Passed, Failed, NotThere };
    Q_ENUM(State)

    struct Row
    {
        State state = State::Open;
        QStringList figures; // what was measured, as the log has it: "1280x720", "29.8 fps", "focus 320"
        std::optional<Error::Code> problem;
        QDateTime at; // UTC
    };

    struct Limits
    {
        std::chrono::milliseconds camera = std::chrono::seconds(10);
        std::chrono::milliseconds scanner = std::chrono::seconds(40);
        std::chrono::milliseconds printer = std::chrono::minutes(2);
        std::chrono::milliseconds reader = std::chrono::seconds(10);
        std::chrono::milliseconds filming = std::chrono::seconds(2); // how long the camera is looked at
    };

    // The devices are used, not owned.
    // reader: null where there is none.
    DayStart(Counter counter, Camera &camera, FingerprintScanner &scanner, CardReader *reader, Printer &printer,
             Limits limits, QObject *parent = nullptr);

    // A device by its name in the log.
    static std::optional<Part> partNamed(QStringView name);

    const Row &row(Part part) const { return m_rows[std::size_t(part)]; }
    bool isRunning() const { return m_running.has_value(); }
    std::optional<Part> running() const { return m_running; }
    const QList<AuditEntry> &log() const { return m_log; } // the newest first

    void run(); // all of them
    void run(Part part);
    void cancel(); // what runs is open again
    void refresh(); // the log; answers with changed()

Q_SIGNALS:
    void changed();
    void frameReady(const QImage &frame); // while the camera is tested
    void failed(const idcounter::Error &error);

private:
    void next();
    void begin(Part part);
    void testScanner();
    void testPrinter();
    void testReader();
    void judgeReader();
    void takeFrame(const QImage &frame);
    void judgeCamera();
    void judgePress(const QImage &impression);
    void end(Part part, State state, const QStringList &figures, std::optional<Error::Code> problem = {});

    Counter m_counter;
    Camera &m_camera;
    FingerprintScanner &m_scanner;
    CardReader *m_reader; // null: there is none
    Printer &m_printer;
    const Limits m_limits;
    std::array<Row, parts.size()> m_rows;
    QList<Part> m_waiting;
    std::optional<Part> m_running;
    QList<AuditEntry> m_log;
    QTimer m_limit;
    QElapsedTimer m_filming;
    int m_frames = 0;
    QImage m_frame;
    std::optional<Error::Code> m_told; // by the camera, with frames that come all the same
    QUuid m_job;
    Background m_background; // goes first
};

} // namespace idcounter
