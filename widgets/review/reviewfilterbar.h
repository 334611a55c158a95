#pragma once

#include "app/workflow/reviewdesk.h"
#include "widgets/common/page.h"

class QCheckBox;
class QComboBox;

namespace idcounter {

// What of the work list is shown: a business, a clerk, an age, exceptions only. Offers what there is in the list.
class ReviewFilterBar : public Page
{
    Q_OBJECT

public:
    ReviewFilterBar(const ReviewDesk &desk, const Counter &counter, QWidget *parent = nullptr);

    void offer(const QList<Standing> &cases);
    ReviewFilter filter() const;

Q_SIGNALS:
    void changed();

protected:
    void retranslate() final;

private:
    const ReviewDesk &m_desk;
    const Counter m_counter;
    QList<Standing> m_cases;
    QComboBox *m_business;
    QComboBox *m_clerk;
    QComboBox *m_age;
    QCheckBox *m_exceptionsOnly;
};

} // namespace idcounter
