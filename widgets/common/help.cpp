#include "widgets/common/help.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int textWidth = 720;
constexpr int rows = 7; // of each of the two columns of keys

} // namespace

HelpDialog::HelpDialog(const QString &page, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"helpDialog"_s);
    setWindowTitle(tr("Help for this page"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new QLabel(page);
    text->setObjectName(u"helpText"_s);
    text->setWordWrap(true);
    auto *keysTitle = new QLabel(tr("Keys of the window"));
    keysTitle->setProperty("role", u"section"_s);
    const QList<std::pair<QString, QString>> keys{{u"F2"_s, tr("new case")},
                                                  {u"F3"_s, tr("drafts")},
                                                  {u"F8"_s, tr("daily report")},
                                                  {u"F9"_s, tr("settings and devices")},
                                                  {u"F10"_s, tr("menu of the person at the counter")},
                                                  {u"Ctrl+F"_s, tr("search")},
                                                  {u"Ctrl+L"_s, tr("lock")},
                                                  {u"Ctrl+Enter"_s, tr("next step, accept")},
                                                  {u"Alt+←"_s, tr("back")},
                                                  {u"Alt+1…7"_s, tr("go to a step")},
                                                  {u"Ctrl+P"_s, tr("print this page's paper")},
                                                  {u"Enter / Shift+Enter"_s, tr("next / previous field")},
                                                  {u"Alt+End, Alt+Del"_s, tr("refuse, discard the case")},
                                                  {u"Esc"_s, tr("close what is open; nothing is lost")}};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    for (int i = 0; i < int(keys.size()); ++i) {
        grid->addWidget(new QLabel(keys[i].first), i % rows, i / rows * 2);
        auto *does = new QLabel(keys[i].second);
        does->setProperty("role", u"muted"_s);
        grid->addWidget(does, i % rows, i / rows * 2 + 1);
    }
    auto *buttons = new QDialogButtonBox;
    auto *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(u"helpClose"_s);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(text);
    column->addWidget(keysTitle);
    column->addLayout(grid);
    column->addWidget(buttons);
    text->ensurePolished(); // its font decides how high it is
    text->setFixedSize(textWidth, text->heightForWidth(textWidth));
    column->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace idcounter
