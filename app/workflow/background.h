#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <type_traits>

namespace idcounter {

// A thread of its own for work that takes longer than a frame of the screen, done in the order it was asked for. The answer
// comes as a call in the thread where this object was made, and is dropped when the asker is gone by then. The destructor
// waits for the work that is under way.
class Background
{
public:
    explicit Background(const QString &name)
    {
        m_worker.moveToThread(&m_thread);
        m_thread.setObjectName(name);
        m_thread.start();
    }
    ~Background()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Background)

    // T work() runs in the thread, void answered(const T &) in the asker's.
    template<typename Work, typename Answered>
    void run(QObject *asker, Work work, Answered answered)
    {
        Q_ASSERT(asker->thread() == m_home.thread());
        QMetaObject::invokeMethod(&m_worker, [this, asker = QPointer(asker), work, answered]() mutable {
            auto answer = work();
            QMetaObject::invokeMethod(&m_home, [asker, answered, answer = std::move(answer)] {
                if (asker)
                    answered(answer);
            });
        });
    }

private:
    QObject m_home; // lives where this object was made; what is invoked on it runs there
    QThread m_thread;
    QObject m_worker; // lives in m_thread
};

} // namespace idcounter
