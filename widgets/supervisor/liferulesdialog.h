#pragma once

#include "app/workflow/stationsettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QTimeEdit;

namespace idcounter {

// The station's own rules for what follows an acceptance. A dialog of its own because they are set once.
class LifeRulesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit LifeRulesDialog(const StationSettings &settings, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const idcounter::StationSettings &settings);

private:
    StationSettings given() const;

    StationSettings m_settings;
    QCheckBox *m_own;
    QComboBox *m_deputy;
    QSpinBox *m_unclaimed;
    QSpinBox *m_retell;
    QSpinBox *m_order;
    QCheckBox *m_scheduled;
    QTimeEdit *m_time;
};

} // namespace idcounter
