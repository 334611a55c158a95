#include "widgets/common/devicestrip.h"

#include "app/texts/texts.h"

#include "widgets/office.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int stripHeight = 28;

} // namespace

DeviceStrip::DeviceStrip(const Office &office, QWidget *parent)
    : Page(parent)
    , m_office(office)
    , m_scanner(new QLabel)
    , m_camera(new QLabel)
    , m_reader(new QLabel)
    , m_printer(new QLabel)
    , m_database(new QLabel)
    , m_practice(new QLabel)
{
    setProperty("role", u"strip"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(stripHeight);
    m_scanner->setObjectName(u"scannerState"_s);
    m_camera->setObjectName(u"cameraState"_s);
    m_reader->setObjectName(u"readerState"_s);
    m_printer->setObjectName(u"printerState"_s);
    m_database->setObjectName(u"databaseState"_s);
    m_practice->setObjectName(u"practiceLabel"_s);
    m_practice->setProperty("role", u"practice"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(24);
    for (QLabel *label : {m_scanner, m_camera, m_reader, m_printer, m_database})
        row->addWidget(label);
    row->addStretch();
    row->addWidget(m_practice);
    connect(&m_office.scanner, &FingerprintScanner::stateChanged, this, &DeviceStrip::retranslate);
    connect(&m_office.camera, &Camera::stateChanged, this, &DeviceStrip::retranslate);
    if (m_office.reader)
        connect(m_office.reader, &CardReader::stateChanged, this, &DeviceStrip::retranslate);
    m_reader->setHidden(!m_office.reader);
    const auto followPrinter = [this](std::optional<Error> error) {
        m_hasPrinted = !error;
        m_printerError = std::move(error);
        retranslate();
    };
    connect(&m_office.printer, &Printer::printed, this, [followPrinter] { followPrinter({}); });
    connect(&m_office.printer, &Printer::failed, this,
            [followPrinter](const QUuid &, const Error &error) { followPrinter(error); });
    const auto followDatabase = [this](bool failed) {
        m_databaseFailed = failed;
        retranslate();
    };
    connect(&m_office.upkeep, &Upkeep::failed, this, [followDatabase] { followDatabase(true); });
    connect(&m_office.upkeep, &Upkeep::copied, this, [followDatabase] { followDatabase(false); });
    retranslate();
}

void DeviceStrip::setPractice(bool practice)
{
    setProperty("role", practice ? u"practice"_s : u"strip"_s);
    m_practice->setText(practice ? u"练习 PRACTICE"_s : QString());
}

QString DeviceStrip::readerText() const
{
    switch (m_office.reader->state()) {
    case CardReader::State::Absent:
        return tr("○ Card reader not connected");
    case CardReader::State::Opening:
        return tr("○ Card reader opening");
    case CardReader::State::Ready:
        return tr("✓ Card reader ready");
    case CardReader::State::Reading:
        return tr("● Card reader at work");
    case CardReader::State::Failed:
        return tr("■ Card reader failed");
    }
    Q_UNREACHABLE();
}

void DeviceStrip::retranslate()
{
    QString scanner;
    switch (m_office.scanner.state()) {
    case FingerprintScanner::State::Absent:
        scanner = tr("○ Scanner not connected");
        break;
    case FingerprintScanner::State::Opening:
        scanner = tr("○ Scanner opening");
        break;
    case FingerprintScanner::State::Ready:
        scanner = tr("✓ Scanner ready");
        break;
    case FingerprintScanner::State::Armed:
    case FingerprintScanner::State::FingerOn:
    case FingerprintScanner::State::LiftFinger:
        scanner = tr("● Scanner at work");
        break;
    case FingerprintScanner::State::Cooling:
        scanner = tr("▲ Scanner cooling down");
        break;
    case FingerprintScanner::State::Restarting:
        scanner = tr("▲ Scanner restarting");
        break;
    case FingerprintScanner::State::Failed:
        scanner = tr("■ Scanner failed");
        break;
    }
    m_scanner->setText(scanner);
    QString camera;
    switch (m_office.camera.state()) {
    case Camera::State::Absent:
        camera = tr("○ Camera not connected");
        break;
    case Camera::State::Opening:
        camera = tr("○ Camera opening");
        break;
    case Camera::State::Live:
        camera = tr("● Camera live");
        break;
    case Camera::State::Idle:
        camera = tr("○ Camera off");
        break;
    case Camera::State::Frozen:
        camera = tr("▲ Camera frozen");
        break;
    case Camera::State::Failed:
        camera = tr("■ Camera failed");
        break;
    }
    m_camera->setText(camera);
    if (m_office.reader)
        m_reader->setText(readerText());
    const QString printer = m_office.printer.label();
    const QString name = printer.isEmpty() ? tr("the system's default") : printer;
    // Nothing is known of a printer before it was asked to print.
    m_printer->setText(m_printerError     ? tr("▲ Printer %1: not printed").arg(name)
                           : m_hasPrinted ? tr("✓ Printer %1").arg(name)
                                          : tr("○ Printer %1").arg(name));
    m_printer->setToolTip(m_printerError ? texts::describe(m_printerError->code) : QString());
    const QDate copy = m_office.upkeep.lastCopy();
    const QString kept
        = copy.isValid() ? tr("✓ Database, copied %1").arg(copy.toString(Qt::ISODate)) : tr("✓ Database");
    m_database->setText(m_databaseFailed ? tr("▲ Database: look at the home page") : kept);
}

} // namespace idcounter
