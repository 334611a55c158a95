#include "widgets/supervisor/settingsdialog.h"

#include "app/texts/texts.h"
#include "widgets/common/formrows.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/office.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

SettingsDialog::SettingsDialog(const Office &office, Language &language, QWidget *parent)
    : QDialog(parent)
    , m_office(office)
    , m_language(language)
    , m_languageBox(new QComboBox)
    , m_dark(new QCheckBox(tr("dark")))
    , m_camera(new QComboBox)
    , m_mirrored(new QCheckBox(tr("mirrored, as one sees oneself")))
    , m_takesByItself(new QCheckBox(tr("take the photo by itself when nothing is wrong")))
    , m_beeps(new QCheckBox(tr("a sound for every press of a finger")))
    , m_rotation(new QComboBox)
    , m_reader(new QComboBox)
    , m_printer(new QComboBox)
    , m_idle(new QComboBox)
    , m_tables(new QLineEdit)
    , m_tablesProblem(new QLabel)
    , m_background(u"tables"_s)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    Preferences &preferences = office.preferences;
    m_languageBox->setObjectName(u"languageBox"_s);
    for (const Language::Offer &offer : Language::offered())
        m_languageBox->addItem(offer.name, offer.code);
    m_languageBox->setCurrentIndex(m_languageBox->findData(language.name()));
    m_dark->setObjectName(u"darkBox"_s);
    m_dark->setChecked(preferences.isDark());
    m_camera->setObjectName(u"cameraBox"_s);
    m_camera->addItem(tr("the first one found"), QString());
    const auto cameras = office.cameras();
    for (const auto &[label, source] : cameras)
        m_camera->addItem(label, source);
    if (m_camera->findData(preferences.camera()) < 0)
        m_camera->addItem(preferences.camera(), preferences.camera());
    m_camera->setCurrentIndex(m_camera->findData(preferences.camera()));
    m_mirrored->setObjectName(u"mirroredBox"_s);
    m_mirrored->setChecked(preferences.isMirrored());
    m_takesByItself->setObjectName(u"takesByItselfBox"_s);
    m_takesByItself->setChecked(preferences.takesByItself());
    m_beeps->setObjectName(u"beepsBox"_s);
    m_beeps->setChecked(preferences.beeps());
    m_rotation->setObjectName(u"rotationBox"_s);
    for (const int degrees : {0, 90, 180, 270})
        m_rotation->addItem(tr("%1°").arg(degrees), degrees);
    m_rotation->setCurrentIndex(m_rotation->findData(preferences.rotation()));
    fillReaders();
    m_printer->setObjectName(u"printerBox"_s);
    m_printer->addItem(tr("the system's default"), QString());
    if (m_printer->findData(preferences.printer()) < 0)
        m_printer->addItem(preferences.printer(), preferences.printer());
    m_printer->setCurrentIndex(m_printer->findData(preferences.printer()));
    office.findPrinters(this, [this](const QStringList &queues) {
        for (const QString &queue : queues) {
            if (m_printer->findData(queue) < 0)
                m_printer->addItem(queue, queue);
        }
    });
    m_tables->setObjectName(u"tablesEdit"_s);
    m_tables->setPlaceholderText(tr("the program's own"));
    m_tables->setText(preferences.tables());
    m_tablesProblem->setObjectName(u"tablesProblem"_s);
    m_tablesProblem->setProperty("role", u"problem"_s);
    m_tablesProblem->setWordWrap(true);
    m_tablesProblem->hide();
    m_idle->setObjectName(u"idleBox"_s);
    for (const int minutes : Preferences::idleMinutesOffered)
        m_idle->addItem(tr("%n minute(s)", nullptr, minutes), minutes);
    m_idle->setCurrentIndex(std::max(0, m_idle->findData(preferences.idleMinutes())));

    FormRows rows;
    rows.add(m_languageBox)->setText(tr("&Language"));
    rows.add(m_dark)->setText(tr("&Appearance"));
    rows.add(m_camera)->setText(tr("&Camera"));
    rows.add(m_mirrored)->setText(tr("Live &picture"));
    rows.add(m_rotation)->setText(tr("&Turned by"));
    rows.add(m_takesByItself)->setText(tr("P&hoto"));
    rows.add(m_beeps)->setText(tr("F&ingers"));
    rows.add(m_reader)->setText(tr("Card r&eader"));
    rows.add(m_printer)->setText(tr("P&rinter"));
    rows.add(m_idle)->setText(tr("Lock a&fter"));
    rows.add(m_tables)->setText(tr("Folder with newer ta&bles"));
    auto *note = new QLabel(tr("Camera, card reader and tables are used from the next start of the program on."));
    note->setProperty("role", u"muted"_s);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"settingsKeep"_s);
    keep->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setObjectName(u"settingsCancel"_s);
    auto *column = new QVBoxLayout(this);
    column->addLayout(rows.layout());
    column->addWidget(m_tablesProblem);
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(560);
}

// None, or one of the ports there are; one that was chosen and is not there now stays.
void SettingsDialog::fillReaders()
{
    const QString chosen = m_office.preferences.reader();
    m_reader->setObjectName(u"readerBox"_s);
    m_reader->addItem(m_office.login.station().practice ? tr("the practice reader") : tr("none"), QString());
    const auto readers = m_office.readers ? m_office.readers() : QList<std::pair<QString, QString>>();
    for (const auto &[label, source] : readers)
        m_reader->addItem(label, source);
    if (m_reader->findData(chosen) < 0)
        m_reader->addItem(chosen, chosen);
    m_reader->setCurrentIndex(m_reader->findData(chosen));
}

// A table that is no good is refused here, and not by the next start.
void SettingsDialog::check()
{
    const QString folder = m_tables->text().trimmed();
    if (folder.isEmpty()) {
        save(folder);
        return;
    }
    m_background.run(
        this, [folder, check = m_office.checkTables] { return check(folder); },
        [this, folder](const Result<void> &good) {
            if (good) {
                save(folder);
                return;
            }
            m_tablesProblem->setText(u"■ %1 %2"_s.arg(texts::describe(good.error().code), good.error().detail));
            m_tablesProblem->show();
        });
}

void SettingsDialog::save(const QString &folder)
{
    Preferences &preferences = m_office.preferences;
    preferences.setTables(folder);
    preferences.setLanguage(m_languageBox->currentData().toString());
    preferences.setDark(m_dark->isChecked());
    preferences.setCamera(m_camera->currentData().toString());
    preferences.setMirrored(m_mirrored->isChecked());
    preferences.setTakesByItself(m_takesByItself->isChecked());
    preferences.setBeeps(m_beeps->isChecked());
    preferences.setRotation(m_rotation->currentData().toInt());
    preferences.setReader(m_reader->currentData().toString());
    preferences.setPrinter(m_printer->currentData().toString());
    m_office.printer.use(preferences.printer());
    preferences.setIdleMinutes(m_idle->currentData().toInt());
    applyTheme(*qApp, m_dark->isChecked() ? Theme::Dark : Theme::Light);
    const QString language = m_languageBox->currentData().toString();
    accept();
    m_language.use(language);
}

} // namespace idcounter
