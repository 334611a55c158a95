#pragma once

#include <QGridLayout>
#include <QHash>
#include <QLabel>

namespace idcounter {

// A column of fields: label, input, and under the input a line for what is wrong, which takes no room while nothing is.
// Labels are buddies of their inputs.
class FormRows
{
public:
    FormRows()
        : m_grid(new QGridLayout)
    {
        m_grid->setHorizontalSpacing(12);
        m_grid->setVerticalSpacing(4);
        m_grid->setColumnStretch(1, 1);
    }

    QGridLayout *layout() const { return m_grid; }

    QLabel *add(QWidget *input, Qt::Alignment alignment = {})
    {
        auto *label = new QLabel;
        label->setBuddy(input);
        auto *problem = new QLabel;
        problem->setProperty("role", QStringLiteral("problem"));
        problem->setWordWrap(true);
        problem->setVisible(false);
        problem->setObjectName(input->objectName() + QStringLiteral("Problem"));
        const int row = m_grid->rowCount();
        m_grid->addWidget(label, row, 0, Qt::AlignVCenter);
        m_grid->addWidget(input, row, 1, alignment);
        m_grid->addWidget(problem, row + 1, 1);
        m_problems.insert(input, problem);
        m_labels.insert(input, label);
        return label;
    }

    // A row that is of no use now takes no room.
    void setRowVisible(QWidget *input, bool visible) const
    {
        m_labels.value(input)->setVisible(visible);
        input->setVisible(visible);
    }

    void setProblem(QWidget *input, const QString &text) const
    {
        QLabel *problem = m_problems.value(input);
        problem->setText(text.isEmpty() ? text : QStringLiteral("■ ") + text);
        problem->setVisible(!text.isEmpty());
    }

private:
    QGridLayout *m_grid;
    QHash<QWidget *, QLabel *> m_labels;
    QHash<QWidget *, QLabel *> m_problems;
};

} // namespace idcounter
