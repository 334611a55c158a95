#pragma once

#include "devices/practice/practicesam.h"
#include "devices/reader/sdtreader.h"

namespace idcounter {

// A card reader without a reader: the whole way of a real one, with a made-up security module at its end and the expected card
// laid on it by itself when it is asked for.
class PracticeReader : public CardReader
{
    Q_OBJECT

public:
    // delay: from asking to laying the card on.
    explicit PracticeReader(std::chrono::milliseconds delay, QObject *parent = nullptr);

    QString model() const override { return m_reader.model(); }
    void open() override { m_reader.open(); }
    void close() override { m_reader.close(); }
    void read(const CardRequest &request) override;
    void cancel() override;

    // For what a practice lesson wants to go wrong: another card than the expected one, until it is null again.
    void layInstead(const QByteArray &text) { m_instead = text; }

private:
    const std::chrono::milliseconds m_delay;
    QByteArray m_instead;
    PracticeSam m_sam;
    SdtReader m_reader; // goes first
};

} // namespace idcounter
