#include "widgets/booking/platformaddressbox.h"

#include "widgets/common/inputs.h"
#include "widgets/common/messagebar.h"
#include "widgets/exchange/askpath.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace idcounter {

PlatformAddressBox::PlatformAddressBox(BookingHours &hours, PlatformFiles &files, MessageBar &message,
                                       const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_hours(hours)
    , m_files(files)
    , m_message(message)
    , m_counter(counter)
    , m_title(new QLabel)
    , m_url(lineEdit(u"platformUrlEdit"_s))
    , m_connect(new QPushButton)
    , m_write(new QPushButton)
    , m_read(new QPushButton)
{
    m_title->setBuddy(m_url);
    m_connect->setObjectName(u"connectButton"_s);
    m_write->setObjectName(u"writePlatformFileButton"_s);
    m_read->setObjectName(u"readPlatformFileButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_title, m_url, m_connect, m_write, m_read})
        row->addWidget(widget, widget == m_url ? 1 : 0);
    connect(&m_hours, &BookingHours::changed, this, [this] { showText(m_url, m_hours.settings().url); });
    connect(m_connect, &QPushButton::clicked, this, [this] { m_hours.setAddress(m_url->text().trimmed()); });
    connect(m_url, &QLineEdit::returnPressed, m_connect, &QPushButton::click);
    connectFiles();
    retranslate();
}

void PlatformAddressBox::connectFiles()
{
    connect(m_write, &QPushButton::clicked, this, [this] {
        const QString proposed = tr("for the platform %1.idcx").arg(m_counter.today().toString(Qt::ISODate));
        askPath(
            this, PathKind::NewFile, tr("File for the platform"), [this](const QString &path) { m_files.write(path); },
            proposed);
    });
    connect(m_read, &QPushButton::clicked, this, [this] {
        askPath(this, PathKind::ExistingFile, tr("File of the platform"),
                [this](const QString &path) { m_files.read(path); });
    });
    connect(&m_files, &PlatformFiles::written, this, [this](int requests) {
        m_message.show(MessageBar::Kind::Ok, tr("✓ Written: %n message(s) for the platform.", nullptr, requests));
    });
    connect(&m_files, &PlatformFiles::imported, this, [this](int applied, int refused) {
        const QString said = tr("✓ Read: %n change(s).", nullptr, applied);
        m_message.show(refused == 0 ? MessageBar::Kind::Ok : MessageBar::Kind::Warn,
                       refused == 0 ? said : said + u' ' + tr("%n did not fit.", nullptr, refused));
    });
    connect(&m_files, &PlatformFiles::failed, this, [this](const Error &error) { m_message.show(error); });
}

void PlatformAddressBox::retranslate()
{
    m_title->setText(tr("Address of the platform"));
    m_url->setPlaceholderText(u"https://"_s);
    m_url->setAccessibleName(tr("Address of the platform"));
    m_connect->setText(tr("Connect"));
    m_write->setText(tr("Write a file…"));
    m_write->setToolTip(tr("For a station without a line: what waits, sealed for the platform."));
    m_read->setText(tr("Read a file…"));
}

} // namespace idcounter
