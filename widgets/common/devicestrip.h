#pragma once

#include "app/domain/error.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;

namespace idcounter {

struct Office;

// The devices and their state, at the foot of every page, in words with a sign; and the word PRACTICE in a practice station.
class DeviceStrip : public Page
{
    Q_OBJECT

public:
    explicit DeviceStrip(const Office &office, QWidget *parent = nullptr);

    void setPractice(bool practice);

protected:
    void retranslate() final;

private:
    QString readerText() const;

    const Office &m_office;
    QLabel *m_scanner;
    QLabel *m_camera;
    QLabel *m_reader;
    QLabel *m_printer;
    QLabel *m_database;
    bool m_hasPrinted = false;
    std::optional<Error> m_printerError; // of the last paper
    bool m_databaseFailed = false;
    QLabel *m_practice;
};

} // namespace idcounter
