#pragma once

#include "app/workflow/background.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace idcounter {

class Language;
struct Office;

// What this counter remembers: language, appearance, camera, card reader, printer, idle lock, tables. Devices and tables are used from the next start on.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    SettingsDialog(const Office &office, Language &language, QWidget *parent = nullptr);

private:
    void check();
    void save(const QString &folder);
    void fillReaders();

    const Office &m_office;
    Language &m_language;
    QComboBox *m_languageBox;
    QCheckBox *m_dark;
    QComboBox *m_camera;
    QCheckBox *m_mirrored;
    QCheckBox *m_takesByItself;
    QCheckBox *m_beeps;
    QComboBox *m_rotation;
    QComboBox *m_reader;
    QComboBox *m_printer;
    QComboBox *m_idle;
    QLineEdit *m_tables;
    QLabel *m_tablesProblem;
    Background m_background; // goes first
};

} // namespace idcounter
