#pragma once

#include "app/domain/draftparts.h"
#include "app/domain/rules.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QLineEdit;

namespace idcounter {

class CodeBox;

// Who applies for a child under 16.
class GuardianBox : public Page
{
    Q_OBJECT

public:
    explicit GuardianBox(const Rules &rules, QWidget *parent = nullptr);

    Guardian guardian() const;
    void setGuardian(const Guardian &guardian); // leaves alone what somebody is typing

Q_SIGNALS:
    void edited();

protected:
    void retranslate() final;

private:
    void showProblems();

    QLabel *m_title;
    FormRows m_rows;
    QList<QLabel *> m_labels;
    QLineEdit *m_number;
    QLineEdit *m_name;
    CodeBox *m_relation;
    QLineEdit *m_phone;
};

} // namespace idcounter
