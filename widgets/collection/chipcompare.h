#pragma once

#include "app/ports/cardreader.h"
#include "app/workflow/collectiondesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;
class QPushButton;

namespace idcounter {

// The chip of the new card: read by the button, and told with what to do now. Whether it agrees with the case is judged by the
// desk. Hidden where the station has no reader.
class ChipCompare : public Page
{
    Q_OBJECT

public:
    // reader: null where there is none.
    ChipCompare(CollectionDesk &desk, CardReader *reader, QWidget *parent = nullptr);

    void begin(const CollectionFile &file); // forgets the case before
    void read();
    void pause(); // nobody looks at it any more
    bool hasReader() const { return m_reader != nullptr; }
    ChipVerdict chip() const;
    bool isRefused() const { return m_stage == Stage::Refused; } // the last reading failed

Q_SIGNALS:
    void answered(); // chip() or isRefused() is another

protected:
    void retranslate() final;

private:
    enum class Stage { Idle, Opening, Waiting, Refused };
    void readNow();
    void take(const ChipCard &card);
    void refuse(const Error &error);
    void end(Stage stage);
    QString verdict() const;
    QString advice() const;
    QString differences() const;
    QString numberOf(const ChipCard &card) const;
    QString valueOf(ChipField field, const ChipCard &card) const;
    static QString nameOf(ChipField field);

    CollectionDesk &m_desk;
    CardReader *m_reader;
    std::optional<CollectionFile> m_file;
    Stage m_stage = Stage::Idle;
    std::optional<Error::Code> m_refusal; // of the last reading
    std::optional<ChipCard> m_card; // that was read
    QPushButton *m_button;
    QLabel *m_verdict;
    QLabel *m_advice;
};

} // namespace idcounter
