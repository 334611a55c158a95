#include "widgets/walkin/photopage.h"

#include "app/texts/phototexts.h"
#include "app/texts/texts.h"
#include "app/workflow/photodesk.h"
#include "app/workflow/preferences.h"
#include "widgets/common/asktext.h"
#include "widgets/common/messagebar.h"
#include "widgets/walkin/livepicture.h"
#include "widgets/walkin/maskview.h"
#include "widgets/walkin/ruletable.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The true size of the photo, and twice of it, at 96 dots per inch: 26 x 32 mm.
constexpr QSize resultSize(215, 265);
constexpr double turnStep = 0.5; // degrees
constexpr double scaleStep = 1.01;
constexpr double brushStep = 1.25;

// Whether nothing that was measured stands against the photo.
bool isFine(const QList<PhotoCheck> &checks)
{
    return std::none_of(checks.begin(), checks.end(), [](const PhotoCheck &check) {
        return check.verdict == PhotoVerdict::Block || check.verdict == PhotoVerdict::Warn;
    });
}

} // namespace

PhotoPage::PhotoPage(PhotoDesk &desk, WalkIn &walkIn, MessageBar &message, Preferences &preferences, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_walkIn(walkIn)
    , m_message(message)
    , m_parts(new QStackedWidget)
    , m_live(new LivePicture)
    , m_hint(new QLabel)
    , m_byItself(new QCheckBox)
    , m_together(new QPushButton)
    , m_take(new QPushButton)
    , m_load(new QPushButton)
    , m_retry(new QPushButton)
    , m_source(new LivePicture)
    , m_left(new QStackedWidget)
    , m_mask(new MaskView)
    , m_result(new ImageView)
    , m_keys(new QLabel)
    , m_rules(new RuleTable)
    , m_again(new QPushButton)
    , m_reason(new QPushButton)
    , m_look(new QPushButton)
    , m_reset(new QPushButton)
    , m_maskButton(new QPushButton)
    , m_whiten(new QPushButton)
{
    m_live->setMirrored(preferences.isMirrored());
    m_byItself->setChecked(preferences.takesByItself());
    m_desk.setTakesByItself(preferences.takesByItself());
    m_parts->addWidget(livePart());
    m_parts->addWidget(shotPart());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 8);
    column->addWidget(m_parts);
    connectDesk();
    retranslate();
}

QWidget *PhotoPage::livePart()
{
    m_live->setObjectName(u"livePicture"_s);
    m_hint->setObjectName(u"photoHint"_s);
    m_hint->setProperty("role", u"large"_s);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_take->setObjectName(u"takeButton"_s);
    m_take->setProperty("role", u"primary"_s);
    m_load->setObjectName(u"loadButton"_s);
    m_retry->setObjectName(u"cameraRetryButton"_s);
    m_byItself->setObjectName(u"byItselfBox"_s);
    m_together->setObjectName(u"togetherButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_load);
    buttons->addWidget(m_together);
    buttons->addWidget(m_retry);
    buttons->addStretch();
    buttons->addWidget(m_byItself);
    buttons->addWidget(m_take);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_live, 1);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    return part;
}

QWidget *PhotoPage::shotPart()
{
    m_source->setObjectName(u"sourcePicture"_s);
    m_source->setCursor(Qt::SizeAllCursor);
    m_source->installEventFilter(this);
    m_result->setObjectName(u"resultPicture"_s);
    m_result->setFixedSize(resultSize);
    m_keys->setProperty("role", u"muted"_s);
    m_keys->setWordWrap(true);
    m_rules->setObjectName(u"ruleTable"_s);
    m_rules->installEventFilter(this);
    m_again->setObjectName(u"retakeButton"_s);
    m_reason->setObjectName(u"reasonButton"_s);
    m_look->setObjectName(u"lookButton"_s);
    m_reset->setObjectName(u"resetCropButton"_s);
    m_mask->setObjectName(u"maskPicture"_s);
    m_maskButton->setObjectName(u"maskButton"_s);
    m_maskButton->setCheckable(true);
    m_whiten->setObjectName(u"whitenButton"_s);
    m_whiten->setCheckable(true);
    m_left->addWidget(m_source);
    m_left->addWidget(m_mask);

    auto *pictures = new QHBoxLayout;
    pictures->addWidget(m_left, 1);
    pictures->addWidget(m_result, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_maskButton);
    buttons->addWidget(m_whiten);
    buttons->addStretch();
    buttons->addWidget(m_reason);
    buttons->addWidget(m_look);
    auto *part = new QWidget;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(pictures, 1);
    column->addWidget(m_keys);
    column->addWidget(m_rules, 1);
    column->addLayout(buttons);
    return part;
}

void PhotoPage::connectDesk()
{
    connect(&m_desk, &PhotoDesk::frameReady, m_live, &ImageView::setImage);
    connect(&m_desk, &PhotoDesk::previewChanged, this, &PhotoPage::showPreview);
    connect(&m_desk, &PhotoDesk::shotChanged, this, &PhotoPage::showShot);
    connect(&m_desk, &PhotoDesk::workingChanged, this, [this] {
        enableTake();
        showPreview();
    });
    connect(&m_desk, &PhotoDesk::failed, this, [this](const Error &error) {
        if (!isVisible())
            return;
        m_message.show(error);
        if (m_desk.camera().state() != Camera::State::Live)
            m_live->setImage({});
        m_live->setPlaceholder(texts::describe(error.code));
    });
    connect(&m_desk.camera(), &Camera::stateChanged, this, [this](Camera::State state) {
        const bool live = state == Camera::State::Live;
        m_retry->setVisible(state == Camera::State::Frozen || state == Camera::State::Failed);
        enableTake();
        showPreview();
        if (live && isVisible())
            m_message.settle({Error::Code::CameraAbsent, Error::Code::CameraBusy, Error::Code::CameraForbidden,
                              Error::Code::CameraLost, Error::Code::CameraFrozen});
    });
    connect(m_take, &QPushButton::clicked, &m_desk, &PhotoDesk::take);
    connect(m_load, &QPushButton::clicked, this, &PhotoPage::load);
    connect(m_retry, &QPushButton::clicked, &m_desk, &PhotoDesk::startCamera);
    connect(m_again, &QPushButton::clicked, &m_desk, &PhotoDesk::retake);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_wanted = {};
        m_desk.edit(m_wanted);
    });
    connect(m_byItself, &QCheckBox::toggled, &m_desk, &PhotoDesk::setTakesByItself);
    connect(m_together, &QPushButton::clicked, this,
            [this] { Q_EMIT sidePictureAsked(SidePictureKind::GuardianAndChild); });
    connect(m_maskButton, &QPushButton::toggled, this, &PhotoPage::showMask);
    connect(m_whiten, &QPushButton::clicked, this, [this](bool on) {
        m_wanted.whitening = on ? Whitening::On : Whitening::Off;
        m_desk.edit(m_wanted);
    });
    connect(m_mask, &MaskView::painted, this, &PhotoPage::addStroke);
    connect(m_reason, &QPushButton::clicked, this, &PhotoPage::askReason);
    connect(m_look, &QPushButton::clicked, this, &PhotoPage::tickLook);
    connect(m_rules, &QTableWidget::itemSelectionChanged, this, &PhotoPage::showRuleButtons);
    connect(&m_walkIn, &WalkIn::draftChanged, this, [this] {
        showTogether();
        if (isVisible())
            fillRules();
    });
}

void PhotoPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    // Room for two lines, so that the picture stays as large when a longer hint comes.
    m_hint->ensurePolished();
    m_hint->setMinimumHeight(2 * m_hint->fontMetrics().lineSpacing());
    m_together->setVisible(m_walkIn.isThroughGuardian());
    showTogether();
    if (m_walkIn.draft().photo && !m_desk.shot())
        m_desk.showStored();
    m_desk.startCamera();
    showShot();
}

void PhotoPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_desk.stopCamera();
}

QString PhotoPage::hintText() const
{
    if (m_desk.isWorking())
        return tr("Checking…");
    if (m_desk.camera().state() != Camera::State::Live)
        return {}; // what was seen last is no longer so
    const LiveSeen &preview = m_desk.preview();
    if (!preview.hint.isEmpty())
        return tr("▲ %1").arg(texts::liveAdvice(preview.hint, preview.side));
    const QString note = preview.note.isEmpty() ? QString() : u'\n' + texts::photoAdvice(preview.note);
    if (preview.ready)
        return tr("✓ Ready: press Space") + note;
    return preview.crop.isEmpty() ? QString() : tr("✓ Hold still…") + note;
}

void PhotoPage::enableTake()
{
    const bool can = m_desk.camera().state() == Camera::State::Live && !m_desk.isWorking();
    // The keys stay on the page: a button that goes grey would hand them to the search of the window.
    if (!can && m_take->hasFocus())
        setFocus();
    m_take->setEnabled(can);
    if (can && m_take->isVisible() && hasFocus())
        m_take->setFocus();
}

void PhotoPage::showPreview()
{
    m_live->setCrop(m_desk.preview().crop, m_desk.preview().ready, m_desk.layout());
    m_live->setPlaces(m_desk.preview().places);
    m_hint->setText(hintText());
    m_live->setAccessibleDescription(hintText());
}

void PhotoPage::showShot()
{
    const auto &shot = m_desk.shot();
    m_parts->setCurrentIndex(shot ? 1 : 0);
    if (!shot) {
        m_maskButton->setChecked(false);
        showPreview();
        m_take->setFocus();
        return;
    }
    m_message.settle({Error::Code::FaceAbsent, Error::Code::FacesSeveral, Error::Code::ImageUnreadable,
                      Error::Code::ImageTooLarge, Error::Code::ImageUnsuitable});
    m_wanted = shot->edit;
    m_source->setImage(shot->source);
    m_source->setCrop(shot->photo.geometry.frame(), isFine(shot->photo.checks), m_desk.layout());
    m_result->setImage(shot->photo.image);
    m_whiten->setChecked(shot->edit.whitening == Whitening::On);
    for (QPushButton *button : {m_reset, m_whiten, m_maskButton})
        button->setEnabled(!shot->stored);
    if (shot->stored || shot->photo.matte.isNull())
        m_maskButton->setChecked(false);
    m_maskButton->setEnabled(!shot->stored && !shot->photo.matte.isNull());
    fillRules();
    showMask(m_maskButton->isChecked()); // gives the keys to what is shown
}

void PhotoPage::showMask(bool shown)
{
    m_left->setCurrentIndex(shown ? 1 : 0);
    m_rules->setVisible(!shown); // the brush needs the room
    if (shown)
        m_mask->setFocus();
    else if (m_desk.shot())
        m_rules->setFocus();
    const auto &shot = m_desk.shot();
    if (shown && shot)
        m_mask->setPhoto(shot->photo.unwhitened, shot->photo.matte);
    retranslateKeys();
}

// The strokes stay where they are in the picture, whatever becomes of the crop.
void PhotoPage::addStroke(MaskStroke stroke)
{
    const auto &shot = m_desk.shot();
    if (!shot)
        return;
    const QTransform toPicture = shot->photo.geometry.toPhoto().inverted();
    for (QPointF &point : stroke.points)
        point = toPicture.map(point);
    m_wanted.strokes << stroke;
    m_desk.edit(m_wanted);
}

void PhotoPage::fillRules()
{
    const auto &shot = m_desk.shot();
    if (!shot)
        return;
    m_rules->setChecks(shot->photo.checks, m_walkIn.draft().photo);
    const bool fine = isFine(shot->photo.checks);
    m_result->setAccessibleDescription(fine ? tr("The photo meets the standard.")
                                            : tr("The photo does not meet the standard."));
    showRuleButtons();
}

void PhotoPage::showRuleButtons()
{
    m_reason->setEnabled(m_rules->verdict() == PhotoVerdict::Warn);
    m_look->setEnabled(m_rules->isForTheEye());
}

void PhotoPage::askReason()
{
    if (m_rules->verdict() != PhotoVerdict::Warn)
        return;
    askText(this, tr("Accept with a reason"), tr("%1: why is it accepted all the same?").arg(m_rules->ruleName()),
            [this, rule = m_rules->rule()](const QString &reason) { m_desk.giveReason(rule, reason); });
}

// Ticks the rule, and goes on to the next that is to be looked at.
void PhotoPage::tickLook()
{
    if (!m_rules->isForTheEye())
        return;
    const QString rule = m_rules->rule();
    const auto &photo = m_walkIn.draft().photo;
    m_desk.setLooked(rule, !(photo && photo->looked.contains(rule)));
    m_rules->goOn();
}

void PhotoPage::load()
{
    auto *dialog = new QFileDialog(this, tr("Load a photo"), {}, tr("Pictures (*.jpg *.jpeg *.png *.bmp)"));
    dialog->setObjectName(u"loadDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, &m_desk, &PhotoDesk::load);
    dialog->open();
}

void PhotoPage::adjust(double dx, double dy, double scale, double degrees)
{
    m_wanted.crop.dx += dx;
    m_wanted.crop.dy += dy;
    m_wanted.crop.scale *= scale;
    m_wanted.crop.degrees += degrees;
    m_desk.edit(m_wanted);
}

void PhotoPage::keyPressEvent(QKeyEvent *event)
{
    if (!m_desk.shot()) {
        if (event->key() == Qt::Key_Space)
            m_desk.take();
        else
            Page::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return adjust(-1, 0, 1, 0);
    case Qt::Key_Right:
        return adjust(1, 0, 1, 0);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return m_maskButton->isChecked() ? m_mask->setRadius(m_mask->radius() * brushStep) : adjust(0, 0, scaleStep, 0);
    case Qt::Key_Minus:
        return m_maskButton->isChecked() ? m_mask->setRadius(m_mask->radius() / brushStep)
                                         : adjust(0, 0, 1 / scaleStep, 0);
    case Qt::Key_M:
        return m_maskButton->click();
    case Qt::Key_W:
        return m_whiten->click();
    case Qt::Key_Backspace:
        if (!m_wanted.strokes.isEmpty()) {
            m_wanted.strokes.removeLast();
            m_desk.edit(m_wanted);
        }
        return;
    case Qt::Key_BracketLeft:
        return adjust(0, 0, 1, -turnStep);
    case Qt::Key_BracketRight:
        return adjust(0, 0, 1, turnStep);
    case Qt::Key_PageUp:
        return adjust(0, -1, 1, 0);
    case Qt::Key_PageDown:
        return adjust(0, 1, 1, 0);
    case Qt::Key_Space:
        return tickLook();
    default:
        Page::keyPressEvent(event);
    }
}

// The table keeps the arrows up and down; the other keys are those of the page.
bool PhotoPage::isPageKey(int key)
{
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Minus:
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
    case Qt::Key_M:
    case Qt::Key_W:
    case Qt::Key_Backspace:
        return true;
    default:
        return false;
    }
}

// Dragging the source moves the crop, the wheel sizes it and with Shift turns it, a double click takes it back.
bool PhotoPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_rules && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool ours = isPageKey(key->key()) && key->modifiers() == Qt::NoModifier;
        if (ours)
            keyPressEvent(key);
        return ours;
    }
    if (watched != m_source || !m_desk.shot())
        return Page::eventFilter(watched, event);
    if (event->type() == QEvent::MouseButtonPress) {
        m_dragFrom = static_cast<QMouseEvent *>(event)->position().toPoint();
    } else if (event->type() == QEvent::MouseButtonRelease) {
        const QPoint moved = static_cast<QMouseEvent *>(event)->position().toPoint() - m_dragFrom;
        const double perPixel = m_desk.shot()->photo.geometry.enlargement() * m_source->image().width()
            / std::max(1.0, m_source->imageRect().width());
        if (!moved.isNull())
            adjust(-moved.x() * perPixel, -moved.y() * perPixel, 1, 0);
    } else if (event->type() == QEvent::MouseButtonDblClick) {
        m_wanted.crop = {};
        m_desk.edit(m_wanted);
    } else if (event->type() == QEvent::Wheel) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const QPoint turned = wheel->angleDelta();
        const bool up = turned.y() + turned.x() > 0; // with a key some systems send it sideways
        if (wheel->modifiers() & Qt::ShiftModifier)
            adjust(0, 0, 1, up ? turnStep : -turnStep);
        else
            adjust(0, 0, up ? scaleStep : 1 / scaleStep, 0);
    }
    return Page::eventFilter(watched, event);
}

QString PhotoPage::help() const
{
    return tr(
        "Space takes the picture; under it stands the one thing to tell the citizen next. A file is checked by the "
        "same rules.\n\n"
        "← → PgUp PgDn move the cut, + and − scale it, [ and ] turn it; dragging, the wheel and the wheel with Shift "
        "do the same. M shows what is taken for the wall, and a brush corrects it; W leaves the wall as it is. ■ must "
        "be taken again, ▲ can be kept with a reason. What cannot be measured is ticked with "
        "Space after a look.");
}

void PhotoPage::showTogether()
{
    const QList<SidePicture> &kept = m_walkIn.draft().sidePictures;
    const bool taken = std::any_of(kept.begin(), kept.end(), [](const SidePicture &picture) {
        return picture.kind == SidePictureKind::GuardianAndChild;
    });
    m_together->setText(taken ? tr("✓ &Guardian and child") : tr("&Guardian and child…"));
}

void PhotoPage::retranslateKeys()
{
    m_keys->setText(m_maskButton->isChecked() ? tr(
                        "Hatched becomes white. Left button: this is the person. Right button: this is the wall. + − "
                        "size of the brush, Backspace takes the last stroke back.")
                                              : tr("Crop: drag or ← → PgUp PgDn moves, + − sizes, [ ] turns"));
}

void PhotoPage::retranslate()
{
    m_live->setAccessibleName(tr("Live picture"));
    m_live->setPlaceholder(tr("The camera is starting."));
    m_source->setAccessibleName(tr("Picture that was taken"));
    m_result->setAccessibleName(tr("Card photo"));
    m_take->setText(tr("Take the photo (Space)"));
    m_load->setText(tr("&Load from a file…"));
    m_retry->setText(tr("Try the camera &again"));
    m_again->setText(tr("&Retake"));
    m_reset->setText(tr("Crop as pr&oposed"));
    m_reason->setText(tr("Accept with a r&eason…"));
    m_look->setText(tr("Loo&ked at (Space)"));
    m_maskButton->setText(tr("&Mask (M)"));
    m_whiten->setText(tr("&White wall (W)"));
    m_byItself->setText(tr("Take it b&y itself"));
    showTogether();
    m_mask->setAccessibleName(tr("What counts as person and as wall"));
    retranslateKeys();
    m_rules->retranslate();
    m_retry->setVisible(m_desk.camera().state() == Camera::State::Frozen
                        || m_desk.camera().state() == Camera::State::Failed);
    fillRules();
    showPreview();
}

} // namespace idcounter
