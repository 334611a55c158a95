#include "widgets/walkin/sidepicturedialog.h"

#include "app/texts/texts.h"
#include "app/workflow/photodesk.h"
#include "widgets/common/imageview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize liveSize(640, 480);

} // namespace

SidePictureDialog::SidePictureDialog(PhotoDesk &desk, SidePictureKind kind, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_kind(kind)
    , m_live(new ImageView)
    , m_hint(new QLabel)
    , m_take(new QPushButton)
{
    const bool together = kind == SidePictureKind::GuardianAndChild;
    setObjectName(u"sidePictureDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(together ? tr("Guardian and child together") : tr("Picture of the hand"));
    m_live->setObjectName(u"sideLive"_s);
    m_live->setFixedSize(liveSize);
    m_live->setAccessibleName(tr("Live picture"));
    m_live->setPlaceholder(tr("The camera is starting."));
    m_hint->setObjectName(u"sideHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setText(together
                        ? tr("Both faces are in the picture. It is kept sealed with the case.")
                        : tr("The hand flat before the camera, with what keeps the finger from being taken. It is kept "
                             "sealed with the case."));
    auto *buttons = new QDialogButtonBox;
    m_take->setText(tr("Take the picture (Space)"));
    m_take->setObjectName(u"sideTake"_s);
    m_take->setProperty("role", u"primary"_s);
    m_take->setShortcut(Qt::Key_Space);
    m_take->setEnabled(false);
    buttons->addButton(m_take, QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole)->setObjectName(u"sideClose"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_live);
    column->addWidget(m_hint);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, [this] { m_desk.takeSidePicture(m_kind); });
    connect(&m_desk, &PhotoDesk::frameReady, this, [this](const QImage &frame) {
        m_live->setImage(frame);
        m_take->setEnabled(true);
    });
    connect(&m_desk, &PhotoDesk::sidePictureTaken, this, &SidePictureDialog::taken);
    connect(&m_desk, &PhotoDesk::failed, this,
            [this](const Error &error) { m_hint->setText(u"▲ "_s + texts::describe(error.code)); });
    m_started = m_desk.camera().state() != Camera::State::Live;
    if (m_started)
        m_desk.startCamera();
}

void SidePictureDialog::taken(SidePictureKind kind)
{
    if (kind == m_kind)
        accept();
}

void SidePictureDialog::done(int result)
{
    if (m_started)
        m_desk.stopCamera();
    QDialog::done(result);
}

} // namespace idcounter
