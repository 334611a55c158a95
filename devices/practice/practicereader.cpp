#include "devices/practice/practicereader.h"

namespace idcounter {

namespace {

// The way to a module that is in this process.
class PracticeLink final : public SdtLink
{
public:
    explicit PracticeLink(PracticeSam &sam)
        : m_sam(sam)
    {
    }

    Result<void> open() override { return {}; }
    void close() override { m_answers.clear(); }
    Result<void> write(const QByteArray &bytes) override
    {
        m_requests.add(bytes);
        while (const auto body = m_requests.next())
            m_answers += sdt::frame(m_sam.answer(*body));
        return {};
    }
    Result<QByteArray> read(std::chrono::milliseconds) override { return std::exchange(m_answers, {}); }

private:
    PracticeSam &m_sam;
    sdt::Decoder m_requests;
    QByteArray m_answers;
};

} // namespace

PracticeReader::PracticeReader(std::chrono::milliseconds delay, QObject *parent)
    : CardReader(parent)
    , m_delay(delay)
    , m_reader([this] { return std::make_unique<PracticeLink>(m_sam); })
{
    connect(&m_reader, &CardReader::stateChanged, this, [this](State state) { setState(state); });
    connect(&m_reader, &CardReader::cardRead, this, [this](const ChipCard &card) {
        m_sam.lift();
        Q_EMIT cardRead(card);
    });
    connect(&m_reader, &CardReader::failed, this, &CardReader::failed);
}

void PracticeReader::read(const CardRequest &request)
{
    m_sam.lay(m_instead.isEmpty() ? request.expected.toText() : m_instead, m_delay);
    m_reader.read(request);
}

void PracticeReader::cancel()
{
    m_sam.lift();
    m_reader.cancel();
}

} // namespace idcounter
