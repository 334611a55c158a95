#pragma once

#include "app/workflow/collectiondesk.h"
#include "widgets/common/formrows.h"
#include "widgets/common/page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace idcounter {

class CodeBox;

// Who fetches the card: the holder, the guardian of a child, or a deputy where the station allows one.
class CollectorBox : public Page
{
    Q_OBJECT

public:
    explicit CollectorBox(const Rules &rules, QWidget *parent = nullptr);

    void begin(const CollectionFile &file, QDate today);
    Collector collector() const;
    void fill(CollectionRecord &record) const;

Q_SIGNALS:
    void collectorChanged();

protected:
    void retranslate() final;

private:
    void showCollector();
    static QString nameOf(Collector collector);

    bool m_isChild = false;
    DeputyRule m_rule = DeputyRule::Never;
    Guardian m_guardian; // as the form has it
    QList<Collector> m_choices;
    QLabel *m_hint;
    FormRows m_rows;
    QComboBox *m_who;
    QLineEdit *m_name;
    QLineEdit *m_number;
    CodeBox *m_relation;
    QCheckBox *m_papers;
    QList<QLabel *> m_labels;
};

} // namespace idcounter
