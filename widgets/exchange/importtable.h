#pragma once

#include "app/workflow/packagedesk.h"
#include "widgets/common/page.h"

class QLabel;
class QTableWidget;

namespace idcounter {

// What an import of feedback came to: how many lines of each outcome, and each line.
class ImportTable : public Page
{
    Q_OBJECT

public:
    explicit ImportTable(QWidget *parent = nullptr);

    void show(const ImportReport &report);

protected:
    void retranslate() final;

private:
    std::optional<ImportReport> m_report;
    QLabel *m_summary;
    QTableWidget *m_lines;
};

} // namespace idcounter
