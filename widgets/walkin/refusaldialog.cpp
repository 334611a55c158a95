#include "widgets/walkin/refusaldialog.h"

#include "app/texts/texts.h"
#include "widgets/common/inputs.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int usualWidth = 640;

} // namespace

RefusalDialog::RefusalDialog(const QList<Obstacle> &obstacles, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"refusalDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Refuse the application"));
    setMinimumWidth(usualWidth);
    auto *what = new QLabel(
        obstacles.isEmpty() ? tr("Nothing that the program knows stands against the application. Say in writing why "
                                 "it is refused.")
                            : tr("The citizen gets in writing:\n%1").arg(obstacleLines(obstacles)));
    what->setObjectName(u"refusalReasons"_s);
    what->setWordWrap(true);
    auto *note = lineEdit(u"refusalNote"_s);
    auto *noteLabel = new QLabel(obstacles.isEmpty() ? tr("Reason, as the notice will say it")
                                                     : tr("What else the notice says (optional)"));
    noteLabel->setBuddy(note);
    auto *gone = new QLabel(tr("The photo and the prints are deleted."));
    gone->setProperty("role", u"muted"_s);
    auto *buttons = new QDialogButtonBox;
    auto *refuse = buttons->addButton(tr("Refuse and print"), QDialogButtonBox::AcceptRole);
    refuse->setObjectName(u"refusalAccept"_s);
    refuse->setAutoDefault(false);
    auto *back = buttons->addButton(tr("Back"), QDialogButtonBox::RejectRole);
    back->setObjectName(u"refusalBack"_s);
    back->setDefault(true);
    const bool needed = obstacles.isEmpty();
    refuse->setEnabled(!needed);
    connect(note, &QLineEdit::textChanged, this,
            [refuse, needed](const QString &text) { refuse->setEnabled(!needed || !text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this, note] {
        Q_EMIT confirmed(note->text());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(12);
    for (QWidget *part : QList<QWidget *>{what, noteLabel, note, gone, buttons})
        column->addWidget(part);
    note->setFocus();
}

QString obstacleLines(const QList<Obstacle> &obstacles)
{
    QStringList lines;
    for (const Obstacle &obstacle : obstacles) {
        const QString sign = obstacle.kind == Obstacle::Kind::Warn ? u"▲"_s : u"■"_s;
        lines << RefusalDialog::tr("%1 %2 (%3)", "sign, what stands against it, rule")
                     .arg(sign, texts::describe(obstacle.code), texts::describe(obstacle.source));
    }
    return lines.join(u'\n');
}

} // namespace idcounter
