#include "devices/reader/sdtreader.h"

using namespace Qt::StringLiterals;

namespace idcounter {

SdtReader::SdtReader(SdtSession::MakeLink makeLink, ReaderPatience patience, QObject *parent)
    : CardReader(parent)
    , m_session(new SdtSession(std::move(makeLink), patience, m_orders))
{
    m_session->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_session, &QObject::deleteLater);
    connect(m_session, &SdtSession::opened, this, &SdtReader::take);
    connect(m_session, &SdtSession::failed, this, &SdtReader::fail);
    connect(m_session, &SdtSession::cardRead, this, [this](int order, const ChipCard &card) {
        if (order != m_orders.reading)
            return;
        setState(State::Ready);
        Q_EMIT cardRead(card);
    });
    connect(m_session, &SdtSession::cardFailed, this, [this](int order, const Error &error) {
        if (order != m_orders.reading)
            return;
        setState(State::Ready);
        Q_EMIT failed(error);
    });
    m_thread.setObjectName(u"card reader"_s);
    m_thread.start();
}

SdtReader::~SdtReader()
{
    ++m_orders.opening;
    ++m_orders.reading;
    m_thread.quit();
    m_thread.wait();
}

void SdtReader::open()
{
    if (state() != State::Absent && state() != State::Failed)
        return;
    m_told.reset();
    const int order = ++m_orders.opening;
    QMetaObject::invokeMethod(m_session, [session = m_session, order] { session->open(order); });
    setState(State::Opening);
}

void SdtReader::close()
{
    ++m_orders.opening;
    ++m_orders.reading;
    QMetaObject::invokeMethod(m_session, [session = m_session] { session->close(); });
    setState(State::Absent);
}

void SdtReader::read(const CardRequest &)
{
    if (state() != State::Ready && state() != State::Reading) {
        Q_EMIT failed({m_told.value_or(Error::Code::ReaderAbsent), {}});
        return;
    }
    const int order = ++m_orders.reading;
    QMetaObject::invokeMethod(m_session, [session = m_session, order] { session->read(order); });
    setState(State::Reading);
}

void SdtReader::cancel()
{
    if (state() != State::Reading)
        return;
    ++m_orders.reading;
    setState(State::Ready);
}

void SdtReader::take(int order, const QString &number)
{
    if (order != m_orders.opening)
        return;
    m_told.reset();
    m_number = number;
    setState(State::Ready);
}

void SdtReader::fail(int order, const Error &error)
{
    if (order != m_orders.opening)
        return;
    ++m_orders.reading;
    const bool isAway = error.code == Error::Code::ReaderAbsent || error.code == Error::Code::ReaderLost;
    const bool isKnown = m_told == error.code || (m_told == Error::Code::ReaderLost && isAway);
    m_told = isKnown ? m_told : error.code;
    setState(isAway ? State::Absent : State::Failed);
    if (!isKnown)
        Q_EMIT failed(error);
}

} // namespace idcounter
