#include "widgets/walkin/photopage.h"

#include "app/texts/phototexts.h"
#include "app/texts/texts.h"
#include "app/workflow/photodesk.h"
#include "widgets/common/asktext.h"
#include "widgets/common/messagebar.h"
#include "widgets/common/theme.h"
#include "widgets/walkin/livepicture.h"

#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The true size of the photo, and twice of it, at 96 dots per inch: 26 x 32 mm.
constexpr QSize resultSize(215, 265);
constexpr double turnStep = 0.5; // degrees
constexpr double scaleStep = 1.01;

int rank(PhotoVerdict verdict)
{
    switch (verdict) {
    case PhotoVerdict::Block:
        return 0;
    case PhotoVerdict::Warn:
        return 1;
    case PhotoVerdict::Unchecked:
        return 2;
    case PhotoVerdict::Look:
        return 3;
    case PhotoVerdict::Info:
        return 5;
    case PhotoVerdict::Pass:
        return 4;
    }
    Q_UNREACHABLE();
}

QString limitsOf(const PhotoRule &rule)
{
    static const QHash<QString, QString> signs{
        {u"degrees"_s, u"°"_s}, {u"px2"_s, u"px²"_s}, {u"face widths"_s, u"×"_s}};
    const QString unit = signs.value(rule.unit, rule.unit);
    if (!rule.min && !rule.max)
        return {};
    if (!rule.max)
        return u"≥ %1 %2"_s.arg(*rule.min).arg(unit);
    if (!rule.min)
        return u"≤ %1 %2"_s.arg(*rule.max).arg(unit);
    if (*rule.min == *rule.max)
        return u"%1 %2"_s.arg(*rule.min).arg(unit);
    return u"%1 – %2 %3"_s.arg(*rule.min).arg(*rule.max).arg(unit);
}

// Whether nothing that was measured stands against the photo.
bool isFine(const QList<PhotoCheck> &checks)
{
    return std::none_of(checks.begin(), checks.end(), [](const PhotoCheck &check) {
        return check.verdict == PhotoVerdict::Block || check.verdict == PhotoVerdict::Warn;
    });
}

// What the clerk judges, and what the program did not measure and he therefore judges as well.
bool isForTheEye(PhotoVerdict verdict)
{
    return verdict == PhotoVerdict::Look || verdict == PhotoVerdict::Unchecked;
}

} // namespace

PhotoPage::PhotoPage(PhotoDesk &desk, WalkIn &walkIn, MessageBar &message, bool mirrored, QWidget *parent)
    : Page(parent)
    , m_desk(desk)
    , m_walkIn(walkIn)
    , m_message(message)
    , m_parts(new QStackedWidget)
    , m_live(new LivePicture)
    , m_hint(new QLabel)
    , m_take(new QPushButton)
    , m_load(new QPushButton)
    , m_retry(new QPushButton)
    , m_source(new LivePicture)
    , m_result(new ImageView)
    , m_keys(new QLabel)
    , m_rules(new QTableWidget)
    , m_again(new QPushButton)
    , m_reason(new QPushButton)
    , m_look(new QPushButton)
    , m_reset(new QPushButton)
{
    m_live->setMirrored(mirrored);
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
    m_take->setObjectName(u"takeButton"_s);
    m_take->setProperty("role", u"primary"_s);
    m_load->setObjectName(u"loadButton"_s);
    m_retry->setObjectName(u"cameraRetryButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_load);
    buttons->addWidget(m_retry);
    buttons->addStretch();
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
    m_rules->setColumnCount(4);
    m_rules->verticalHeader()->hide();
    m_rules->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_rules->setSelectionMode(QAbstractItemView::SingleSelection);
    m_rules->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_rules->setTabKeyNavigation(false);
    m_rules->setShowGrid(false);
    m_rules->installEventFilter(this);
    m_again->setObjectName(u"retakeButton"_s);
    m_reason->setObjectName(u"reasonButton"_s);
    m_look->setObjectName(u"lookButton"_s);
    m_reset->setObjectName(u"resetCropButton"_s);

    auto *pictures = new QHBoxLayout;
    pictures->addWidget(m_source, 1);
    pictures->addWidget(m_result, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addWidget(m_reset);
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
        m_take->setEnabled(!m_desk.isWorking());
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
        m_take->setEnabled(live && !m_desk.isWorking());
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
        m_desk.adjust({});
    });
    connect(m_reason, &QPushButton::clicked, this, &PhotoPage::askReason);
    connect(m_look, &QPushButton::clicked, this, &PhotoPage::tickLook);
    connect(m_rules, &QTableWidget::itemSelectionChanged, this, &PhotoPage::showRuleButtons);
    connect(&m_walkIn, &WalkIn::draftChanged, this, [this] {
        if (isVisible())
            fillRules();
    });
}

void PhotoPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
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
    const PhotoPreview &preview = m_desk.preview();
    if (preview.ready)
        return tr("✓ Ready: press Space");
    return preview.hint.isEmpty() ? QString() : tr("▲ %1").arg(texts::photoAdvice(preview.hint));
}

void PhotoPage::showPreview()
{
    m_live->setCrop(m_desk.preview().crop, m_desk.preview().ready, m_desk.layout());
    m_hint->setText(hintText());
    m_live->setAccessibleDescription(hintText());
}

void PhotoPage::showShot()
{
    const auto &shot = m_desk.shot();
    m_parts->setCurrentIndex(shot ? 1 : 0);
    if (!shot) {
        showPreview();
        m_take->setFocus();
        return;
    }
    m_message.settle({Error::Code::FaceAbsent, Error::Code::FacesSeveral, Error::Code::ImageUnreadable,
                      Error::Code::ImageTooLarge, Error::Code::ImageUnsuitable});
    m_wanted = shot->adjustment;
    m_source->setImage(shot->source);
    m_source->setCrop(shot->photo.geometry.frame(), isFine(shot->photo.checks), m_desk.layout());
    m_result->setImage(shot->photo.image);
    fillRules();
    m_rules->setFocus();
}

void PhotoPage::fillRules()
{
    const auto &shot = m_desk.shot();
    if (!shot)
        return;
    QList<PhotoCheck> checks = shot->photo.checks;
    std::stable_sort(checks.begin(), checks.end(),
                     [](const PhotoCheck &a, const PhotoCheck &b) { return rank(a.verdict) < rank(b.verdict); });
    const auto &photo = m_walkIn.draft().photo;
    const int row = std::max(0, m_rules->currentRow());
    m_rules->setRowCount(int(checks.size()));
    for (int i = 0; i < int(checks.size()); ++i) {
        const PhotoCheck &check = checks[i];
        QString state;
        QColor colour = themeColours().text;
        switch (check.verdict) {
        case PhotoVerdict::Pass:
            state = tr("✓ met");
            colour = themeColours().ok;
            break;
        case PhotoVerdict::Block:
            state = tr("■ take again");
            colour = themeColours().danger;
            break;
        case PhotoVerdict::Warn: {
            const QString reason = photo ? photo->reasons.value(check.rule.rule) : QString();
            state = reason.isEmpty() ? tr("▲ needs a reason") : tr("✓ accepted: %1").arg(reason);
            colour = reason.isEmpty() ? themeColours().warn : themeColours().ok;
            break;
        }
        case PhotoVerdict::Unchecked:
        case PhotoVerdict::Look: {
            const bool looked = photo && photo->looked.contains(check.rule.rule);
            const QString open
                = check.verdict == PhotoVerdict::Look ? tr("○ look and tick") : tr("○ not measured: look and tick");
            state = looked ? tr("✓ looked at") : open;
            break;
        }
        case PhotoVerdict::Info:
            state = tr("for information");
            colour = themeColours().muted;
            break;
        }
        const QString value = check.value ? QString::number(*check.value, 'f', *check.value < 10 ? 2 : 0) : QString();
        const QStringList cells{texts::photoRule(check.rule.rule), value, limitsOf(check.rule), state};
        for (int column = 0; column < int(cells.size()); ++column) {
            auto *item = new QTableWidgetItem(cells[column]);
            item->setToolTip(texts::describe(check));
            item->setData(Qt::UserRole, check.rule.rule);
            item->setData(Qt::UserRole + 1, int(check.verdict));
            item->setForeground(column == 3 ? colour : themeColours().text);
            m_rules->setItem(i, column, item);
        }
    }
    m_rules->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_rules->horizontalHeader()->setSectionResizeMode(3, QHeaderView::Stretch);
    m_rules->setCurrentCell(std::min(row, int(checks.size()) - 1), 0);
    const bool fine = isFine(shot->photo.checks);
    m_result->setAccessibleDescription(fine ? tr("The photo meets the standard.")
                                            : tr("The photo does not meet the standard."));
    showRuleButtons();
}

void PhotoPage::showRuleButtons()
{
    const QTableWidgetItem *item = m_rules->item(m_rules->currentRow(), 0);
    const auto verdict = item ? PhotoVerdict(item->data(Qt::UserRole + 1).toInt()) : PhotoVerdict::Pass;
    m_reason->setEnabled(verdict == PhotoVerdict::Warn);
    m_look->setEnabled(isForTheEye(verdict));
}

void PhotoPage::askReason()
{
    const QTableWidgetItem *item = m_rules->item(m_rules->currentRow(), 0);
    if (!item)
        return;
    askText(
        this, tr("Accept with a reason"), tr("%1: why is it accepted all the same?").arg(item->text()),
        [this, rule = item->data(Qt::UserRole).toString()](const QString &reason) { m_desk.giveReason(rule, reason); });
}

// Ticks the rule, and goes on to the next that is to be looked at.
void PhotoPage::tickLook()
{
    const QTableWidgetItem *item = m_rules->item(m_rules->currentRow(), 0);
    if (!item || !isForTheEye(PhotoVerdict(item->data(Qt::UserRole + 1).toInt())))
        return;
    const QString rule = item->data(Qt::UserRole).toString();
    const auto &photo = m_walkIn.draft().photo;
    m_desk.setLooked(rule, !(photo && photo->looked.contains(rule)));
    const int next = m_rules->currentRow() + 1;
    const QTableWidgetItem *following = m_rules->item(next, 0);
    if (following && isForTheEye(PhotoVerdict(following->data(Qt::UserRole + 1).toInt())))
        m_rules->setCurrentCell(next, 0);
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
    m_wanted.dx += dx;
    m_wanted.dy += dy;
    m_wanted.scale *= scale;
    m_wanted.degrees += degrees;
    m_desk.adjust(m_wanted);
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
        return adjust(0, 0, scaleStep, 0);
    case Qt::Key_Minus:
        return adjust(0, 0, 1 / scaleStep, 0);
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
        m_wanted = {};
        m_desk.adjust({});
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
        "do the same. ■ must be taken again, ▲ can be kept with a reason. What cannot be measured is ticked with "
        "Space after a look.");
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
    m_keys->setText(tr("Crop: drag or ← → PgUp PgDn moves, + − sizes, [ ] turns"));
    m_rules->setAccessibleName(tr("Rules for the photo"));
    m_rules->setHorizontalHeaderLabels({tr("Rule"), tr("Value"), tr("Limits"), tr("State")});
    m_retry->setVisible(m_desk.camera().state() == Camera::State::Frozen
                        || m_desk.camera().state() == Camera::State::Failed);
    fillRules();
    showPreview();
}

} // namespace idcounter
