#pragma once

#include "app/documents/keypaper.h"
#include "app/storage/exchangerepository.h"
#include "app/workflow/paperrun.h"

namespace idcounter {

// The paper on which two officers compare the keys of an office: printed, or written as a PDF that is sent to the partner.
class PartnerPaper : public QObject
{
    Q_OBJECT

public:
    // The printer is used, not owned.
    PartnerPaper(Counter counter, Printer &printer, QObject *parent = nullptr);

    // keys: of a partner; with a null identity the station's own. Ends with printed(), saved() or failed().
    void print(const Partner &keys);
    void save(const Partner &keys, const QString &path);

Q_SIGNALS:
    void printed();
    void saved(const QString &path);
    void failed(const idcounter::Error &error);

private:
    void prepare(const Partner &keys, const std::function<void(const KeyPaperFacts &)> &then);

    Counter m_counter;
    PaperRun m_paper;
};

} // namespace idcounter
