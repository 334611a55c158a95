#pragma once

#include "app/workflow/collectiondesk.h"
#include "widgets/common/page.h"

#include <optional>

class QLabel;

namespace idcounter {

class CardPreview;

// A card that somebody comes for: whose it is, where it lies, what it says, and what has to come back for it.
class HeldCard : public Page
{
    Q_OBJECT

public:
    explicit HeldCard(const Rules &rules, bool practice, QWidget *parent = nullptr);

    void setFile(const CollectionFile &file);

protected:
    void retranslate() final;

private:
    void showCard();
    QString backText() const;
    QString whereText() const;
    QString validityText() const;

    const Rules &m_rules;
    const bool m_practice;
    std::optional<CollectionFile> m_file;
    QLabel *m_name;
    QLabel *m_number;
    QLabel *m_place;
    QLabel *m_state;
    QLabel *m_back;
    QLabel *m_validity;
    CardPreview *m_card;
};

} // namespace idcounter
