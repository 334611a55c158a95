#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>

#include <memory>
#include <thread>
#include <vector>

#include <fprint.h>

namespace idcounter {

// libfprint's virtual scanner and its own matcher (mindtct and bozorth3, threshold 40): an outside judge of made-up prints.
// Lives in the main thread, whose default GMainContext it runs; a second thread feeds the pictures, since a picture may be
// larger than the socket's buffer. Only one at a time: the driver reads FP_VIRTUAL_IMAGE.
class VirtualScanner
{
public:
    // What the scanner saw in one press, or learnt in an enrolment. Null: no ridges.
    using Print = std::shared_ptr<FpPrint>;

    // What came of a comparison. Unread: no ridges in the press.
    enum class Answer { Same, Different, Unread };

    VirtualScanner();
    ~VirtualScanner();
    Q_DISABLE_COPY_MOVE(VirtualScanner)

    // Why it does not work, empty when it does.
    QString problem() const { return m_problem; }

    Print scan(const QImage &press);
    // Presses the same picture as often as an enrolment asks, which is five times.
    Print enrol(const QImage &press);
    Answer verify(const Print &print, const QImage &press);
    // Same when the press matches any of the prints; the search ends there.
    Answer identify(const std::vector<Print> &prints, const QImage &press);

    // The minutiae that it finds in a press, in pixels; none: no ridges.
    QList<QPointF> minutiae(const QImage &press);

    // Scores of the comparisons since the last call, in their order. 40 and more is a match.
    std::vector<int> takeScores();

private:
    template<typename Action>
    bool run(const QImage &press, Action action);
    void open();
    void close();
    void feedWhenAsked();
    void connectFeeder();

    QTemporaryDir m_folder;
    QString m_problem;
    FpContext *m_context = nullptr;
    FpDevice *m_device = nullptr;
    QElapsedTimer m_sinceCold;
    QImage m_press;
    std::thread m_feeder;
    int m_socket = -1;
};

} // namespace idcounter
