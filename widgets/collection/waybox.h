#pragma once

#include <QComboBox>

namespace idcounter {

// By what a citizen is told: telephone, message or letter.
class WayBox : public QComboBox
{
    Q_OBJECT

public:
    explicit WayBox(const QString &name, QWidget *parent = nullptr);

    QString way() const; // as it is kept: "telephone", "message", "letter"
    void retranslate();
};

} // namespace idcounter
