#include "widgets/supervisor/settingsdialog.h"

#include "widgets/common/formrows.h"
#include "widgets/common/language.h"
#include "widgets/common/theme.h"
#include "widgets/office.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
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
    , m_rotation(new QComboBox)
    , m_printer(new QComboBox)
    , m_idle(new QComboBox)
{
    setObjectName(u"settingsDialog"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    Preferences &preferences = office.preferences;
    m_languageBox->setObjectName(u"languageBox"_s);
    m_languageBox->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_languageBox->addItem(u"English"_s, u"en"_s);
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
    m_rotation->setObjectName(u"rotationBox"_s);
    for (const int degrees : {0, 90, 180, 270})
        m_rotation->addItem(tr("%1°").arg(degrees), degrees);
    m_rotation->setCurrentIndex(m_rotation->findData(preferences.rotation()));
    m_printer->setObjectName(u"printerBox"_s);
    m_printer->addItem(tr("the system's default"), QString());
    const QStringList queues = office.printers();
    for (const QString &queue : queues)
        m_printer->addItem(queue, queue);
    if (m_printer->findData(preferences.printer()) < 0)
        m_printer->addItem(preferences.printer(), preferences.printer());
    m_printer->setCurrentIndex(m_printer->findData(preferences.printer()));
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
    rows.add(m_printer)->setText(tr("P&rinter"));
    rows.add(m_idle)->setText(tr("Lock a&fter"));
    auto *note = new QLabel(tr("Camera and printer are used from the next start of the program on."));
    note->setProperty("role", u"muted"_s);
    note->setWordWrap(true);
    auto *buttons = new QDialogButtonBox;
    auto *keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(u"settingsKeep"_s);
    keep->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->addLayout(rows.layout());
    column->addWidget(note);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(560);
}

void SettingsDialog::save()
{
    Preferences &preferences = m_office.preferences;
    preferences.setLanguage(m_languageBox->currentData().toString());
    preferences.setDark(m_dark->isChecked());
    preferences.setCamera(m_camera->currentData().toString());
    preferences.setMirrored(m_mirrored->isChecked());
    preferences.setRotation(m_rotation->currentData().toInt());
    preferences.setPrinter(m_printer->currentData().toString());
    preferences.setIdleMinutes(m_idle->currentData().toInt());
    applyTheme(*qApp, m_dark->isChecked() ? Theme::Dark : Theme::Light);
    const QString language = m_languageBox->currentData().toString();
    accept();
    m_language.use(language);
}

} // namespace idcounter
