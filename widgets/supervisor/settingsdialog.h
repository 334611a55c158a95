#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace idcounter {

class Language;
struct Office;

// What this counter remembers: language, appearance, camera, printer, idle lock. Devices are used from the next start on.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Office &office, Language &language, QWidget *parent = nullptr);

private:
    void save();

    const Office &m_office;
    Language &m_language;
    QComboBox *m_languageBox;
    QCheckBox *m_dark;
    QComboBox *m_camera;
    QCheckBox *m_mirrored;
    QComboBox *m_rotation;
    QComboBox *m_printer;
    QComboBox *m_idle;
};

} // namespace idcounter
