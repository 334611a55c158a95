#include "widgets/booking/picturedialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTransform>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr double least = 0.1;
constexpr double most = 4;
constexpr double step = 1.25;
constexpr QSize usualSize(1100, 640);

} // namespace

PictureDialog::PictureDialog(const QString &title, const QImage &image, QWidget *parent)
    : QDialog(parent)
    , m_image(image)
    , m_area(new QScrollArea)
    , m_picture(new QLabel)
    , m_size(new QLabel)
{
    setObjectName(u"pictureDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_picture->setObjectName(u"pictureLabel"_s);
    m_picture->setAlignment(Qt::AlignCenter);
    m_area->setObjectName(u"pictureArea"_s);
    m_area->setAccessibleName(title);
    m_area->setAccessibleDescription(tr("The arrow keys move the picture."));
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setWidget(m_picture);
    m_size->setObjectName(u"pictureSize"_s);
    m_size->setProperty("role", u"muted"_s);
    auto *row = new QHBoxLayout;
    const auto button = [&](const char *name, const QString &text, const QKeySequence &key, auto act) {
        auto *made = new QPushButton(u"%1 (%2)"_s.arg(text, key.toString(QKeySequence::NativeText)));
        made->setObjectName(QString::fromLatin1(name));
        made->setShortcut(key);
        made->setAutoDefault(false);
        connect(made, &QPushButton::clicked, this, act);
        row->addWidget(made);
    };
    button("pictureLarger", tr("Larger"), Qt::Key_Plus, [this] { scaleBy(m_scale * step); });
    button("pictureSmaller", tr("Smaller"), Qt::Key_Minus, [this] { scaleBy(m_scale / step); });
    button("pictureOwnSize", tr("Full size"), Qt::Key_1, [this] { scaleBy(1); });
    button("pictureWhole", tr("Whole picture"), Qt::Key_0, [this] { fit(); });
    button("pictureTurn", tr("Turn"), Qt::Key_R, [this] { turn(); });
    row->addWidget(m_size);
    row->addStretch();
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"pictureClose"_s);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_area, 1);
    column->addLayout(row);
    resize(parent ? usualSize.boundedTo(parent->window()->size()) : usualSize);
    m_area->setFocus();
    fit();
}

void PictureDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (m_isFitted) // as soon as it is known how much room there is
        QMetaObject::invokeMethod(this, &PictureDialog::fit, Qt::QueuedConnection);
}

void PictureDialog::fit()
{
    const QSize room = m_area->viewport()->size();
    m_scale = std::min({double(room.width()) / m_image.width(), double(room.height()) / m_image.height(), 1.0});
    m_isFitted = true;
    showImage();
}

void PictureDialog::scaleBy(double factor)
{
    m_scale = std::clamp(factor, least, most);
    m_isFitted = false;
    showImage();
}

void PictureDialog::turn()
{
    m_image = m_image.transformed(QTransform().rotate(90));
    if (m_isFitted)
        fit();
    else
        showImage();
}

void PictureDialog::showImage()
{
    const QSize size = (QSizeF(m_image.size()) * m_scale).toSize().expandedTo(QSize(1, 1));
    m_picture->setPixmap(QPixmap::fromImage(m_image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)));
    m_picture->resize(size);
    m_size->setText(tr("%1 %").arg(qRound(m_scale * 100)));
}

} // namespace idcounter
