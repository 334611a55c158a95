#include "widgets/collection/slipdialog.h"

#include "app/texts/texts.h"
#include "widgets/common/imageview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize liveSize(720, 405);

} // namespace

SlipDialog::SlipDialog(Camera &camera, bool practice, QWidget *parent)
    : QDialog(parent)
    , m_reader(camera)
    , m_live(new ImageView)
    , m_hint(new QLabel)
    , m_retry(new QPushButton)
{
    setObjectName(u"slipDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Slip by camera"));
    m_live->setObjectName(u"slipLive"_s);
    m_live->setFixedSize(liveSize);
    m_live->setAccessibleName(tr("Live picture"));
    m_hint->setObjectName(u"slipHint"_s);
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_hint->setMinimumHeight(3 * fontMetrics().height()); // nothing jumps when more is said
    m_retry->setObjectName(u"slipRetry"_s);
    m_retry->setText(tr("Try the camera &again"));
    auto *practiceNote
        = new QLabel(tr("The practice camera draws a face and holds no slip: type the number, or choose a "
                        "real camera in the settings (F9)."));
    practiceNote->setObjectName(u"slipPracticeNote"_s);
    practiceNote->setProperty("role", u"muted"_s);
    practiceNote->setWordWrap(true);
    practiceNote->setVisible(practice);
    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_retry, QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Close (Esc)"), QDialogButtonBox::RejectRole)->setObjectName(u"slipClose"_s);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_live);
    column->addWidget(m_hint);
    column->addWidget(practiceNote);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_retry, &QPushButton::clicked, &m_reader, &SlipReader::start);
    connect(&m_reader, &SlipReader::frameReady, m_live, &ImageView::setImage);
    connect(&m_reader, &SlipReader::stateChanged, this, &SlipDialog::showState);
    connect(&m_reader, &SlipReader::slipRead, this, [this](const AcceptanceNumber &number) {
        accept();
        Q_EMIT slipRead(number);
    });
    m_reader.start();
}

void SlipDialog::done(int result)
{
    m_reader.stop();
    QDialog::done(result);
}

void SlipDialog::showState()
{
    const bool hasPicture
        = m_reader.state() != SlipReader::State::Starting && m_reader.state() != SlipReader::State::Failed;
    if (!hasPicture)
        m_live->setImage({});
    m_live->setPlaceholder(m_reader.state() == SlipReader::State::Starting ? tr("The camera is starting.") : QString());
    m_retry->setVisible(m_reader.needsRestart());
    m_hint->setText(stateWords());
}

QString SlipDialog::stateWords() const
{
    if (!m_reader.error())
        return tr("Hold the slip flat before the camera, near enough that its square code is sharp and large.");
    const Error::Code code = m_reader.error()->code;
    if (code == Error::Code::SlipCodeForeign)
        return u"▲ "_s + texts::describe(code);
    // The general sentences of these two speak of the photo.
    if (code == Error::Code::CameraAbsent)
        return u"■ "_s
            + tr("No camera found. Plug it in; it is recognised by itself. Or close this and type the number.");
    if (code == Error::Code::CameraLost)
        return u"■ "_s + tr("The camera was unplugged. Plug it in again; the picture comes back by itself.");
    return u"■ "_s + texts::describe(code);
}

} // namespace idcounter
