#pragma once

#include "app/workflow/identitysearch.h"
#include "widgets/common/page.h"

#include <array>

class QLabel;
class QListWidget;
class QPushButton;

namespace idcounter {

class ImageView;
class MessageBar;

// Cases whose prints say something else than the names on them, for a reviewer: both sides beside each other, and what he
// found out.
class IdentityPage : public Page
{
    Q_OBJECT

public:
    explicit IdentityPage(IdentitySearch &search, const Counter &counter, QWidget *parent = nullptr);

    QString help() const override;

protected:
    void retranslate() final;
    void showEvent(QShowEvent *event) override;

private:
    // One of the two cases.
    struct Side
    {
        QLabel *title;
        ImageView *photo;
        ImageView *print;
        QLabel *facts;
    };
    QWidget *sidePart(Side &side, const QString &name);
    void fill();
    void showChosen();
    void showSides(const IdentityHit &hit, const IdentitySide &one, const IdentitySide &other);
    void fillSide(const Side &side, const IdentitySide &found, const QString &finger);
    void clear();
    void askNote(IdentityVerdict verdict);
    QString fingerName(const QString &code) const;

    IdentitySearch &m_search;
    Counter m_counter;
    std::optional<IdentityHit> m_shown;
    std::optional<std::array<IdentitySide, 2>> m_sides;
    MessageBar *m_message;
    QLabel *m_title;
    QLabel *m_finding;
    QListWidget *m_list;
    QWidget *m_both;
    std::array<Side, 2> m_parts;
    QPushButton *m_same;
    QPushButton *m_different;
};

} // namespace idcounter
