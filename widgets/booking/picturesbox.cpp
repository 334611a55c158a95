#include "widgets/booking/picturesbox.h"

#include "app/texts/texts.h"
#include "widgets/booking/picturedialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize previewSize(96, 72);
constexpr QSize itemSize(240, 80);
constexpr int listHeight = 96;

QString kindName(const QString &kind)
{
    if (kind == "RESIDENCE_PERMIT"_L1)
        return PicturesBox::tr("residence permit");
    if (kind == "BOOKLET"_L1)
        return PicturesBox::tr("booklet page");
    if (kind == "OLD_CARD"_L1)
        return PicturesBox::tr("old card");
    return PicturesBox::tr("another paper");
}

// A place of the same size, so that the row does not jump when a picture comes.
QIcon iconOf(const QImage &preview, const QPalette &palette)
{
    QPixmap pixmap(previewSize);
    pixmap.fill(palette.color(QPalette::Mid));
    if (!preview.isNull())
        pixmap = QPixmap::fromImage(preview.scaled(previewSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    QIcon icon(pixmap);
    icon.addPixmap(pixmap, QIcon::Selected); // never tinted: it is to be looked at
    return icon;
}

} // namespace

PicturesBox::PicturesBox(BookingPictures &pictures, QWidget *parent)
    : Page(parent)
    , m_pictures(pictures)
    , m_title(new QLabel)
    , m_list(new QListWidget)
    , m_progress(new QProgressBar)
    , m_trouble(new QLabel)
    , m_again(new QPushButton)
    , m_open(new QPushButton)
{
    setObjectName(u"picturesBox"_s);
    m_title->setProperty("role", u"section"_s);
    m_list->setObjectName(u"pictureList"_s);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(false);
    m_list->setIconSize(previewSize);
    m_list->setFixedHeight(listHeight);
    m_list->setWordWrap(true);
    m_progress->setObjectName(u"pictureProgress"_s);
    m_trouble->setObjectName(u"pictureTrouble"_s);
    m_trouble->setWordWrap(true);
    m_again->setObjectName(u"picturesAgainButton"_s);
    m_open->setObjectName(u"pictureOpenButton"_s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_progress);
    head->addStretch();
    head->addWidget(m_open);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_trouble, 1);
    foot->addWidget(m_again, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_list);
    column->addLayout(foot);

    connect(&m_pictures, &BookingPictures::changed, this, &PicturesBox::fill);
    connect(&m_pictures, &BookingPictures::opened, this, [this](const QUuid &id, const QImage &image) {
        for (const BookingPicture &picture : m_pictures.pictures()) {
            if (picture.named.id == id && isVisible())
                (new PictureDialog(kindName(picture.named.kind), image, this))->open();
        }
    });
    connect(&m_pictures, &BookingPictures::failed, this, [this](const Error &error) {
        m_trouble->setText(u"▲ "_s + texts::describe(error.code));
        m_trouble->show();
    });
    connect(m_list, &QListWidget::itemActivated, this, &PicturesBox::openCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_open->setEnabled(row >= 0 && m_pictures.pictures().value(row).state == BookingPicture::State::Here);
    });
    connect(m_open, &QPushButton::clicked, this, &PicturesBox::openCurrent);
    connect(m_again, &QPushButton::clicked, &m_pictures, &BookingPictures::tryAgain);
    retranslate();
}

void PicturesBox::openCurrent()
{
    const auto &pictures = m_pictures.pictures();
    const int row = m_list->currentRow();
    if (row >= 0 && row < pictures.size() && pictures[row].state == BookingPicture::State::Here)
        m_pictures.open(pictures[row].named.id);
}

QString PicturesBox::wordsOf(const BookingPicture &picture) const
{
    switch (picture.state) {
    case BookingPicture::State::Waiting:
        return m_pictures.hasLine() ? tr("○ to be loaded") : tr("○ with the next connection");
    case BookingPicture::State::Loading:
        return tr("○ is being loaded");
    case BookingPicture::State::Here:
        return picture.named.addedAt.isValid() ? stationTime(picture.named.addedAt).toString(u"MM-dd HH:mm"_s)
                                               : QString();
    case BookingPicture::State::Refused:
        return tr("✗ not usable");
    case BookingPicture::State::Failed:
        return tr("✗ did not come");
    case BookingPicture::State::Gone:
        return tr("deleted at the platform");
    }
    Q_UNREACHABLE();
}

// Why a picture is not here, and what to do about it.
QString PicturesBox::troubleOf(const BookingPicture &picture) const
{
    if (picture.state == BookingPicture::State::Failed && picture.error)
        return texts::describe(picture.error->code);
    if (picture.state == BookingPicture::State::Waiting && !m_pictures.hasLine())
        return tr("No line: the pictures come by themselves with the next connection or the platform's next file.");
    if (picture.state != BookingPicture::State::Refused || !picture.error)
        return {};
    switch (picture.error->code) {
    case Error::Code::ImageTooLarge:
        return tr("What the platform sent is larger than a picture of a paper can be. It was not opened.");
    case Error::Code::ImageUnreadable:
    case Error::Code::ImageUnsuitable:
        return tr("What the platform sent is no picture that can be read. Ask the applicant for the paper itself.");
    case Error::Code::BookingFormForeign:
        return tr("A picture is sealed for other keys than this station's. Ask the applicant for the paper itself.");
    default:
        return texts::describe(picture.error->code);
    }
}

// How many are here of those that can come.
void PicturesBox::showProgress()
{
    const auto &pictures = m_pictures.pictures();
    const auto count = [&](auto... states) {
        return int(std::count_if(pictures.begin(), pictures.end(),
                                 [&](const BookingPicture &picture) { return ((picture.state == states) || ...); }));
    };
    const int here = count(BookingPicture::State::Here);
    const int coming = count(BookingPicture::State::Waiting, BookingPicture::State::Loading);
    m_progress->setVisible(coming > 0 && m_pictures.hasLine());
    m_progress->setRange(0, here + coming);
    m_progress->setValue(here);
    m_progress->setFormat(tr("%1 of %2 loaded").arg(here).arg(here + coming));
}

void PicturesBox::fill()
{
    const auto &pictures = m_pictures.pictures();
    setVisible(!pictures.isEmpty());
    const int chosen = m_list->currentRow();
    m_list->clear();
    QStringList troubles;
    bool isToBeTried = false;
    for (const BookingPicture &picture : pictures) {
        auto *item = new QListWidgetItem(iconOf(picture.preview, palette()),
                                         kindName(picture.named.kind) + u'\n' + wordsOf(picture));
        item->setSizeHint(itemSize);
        item->setToolTip(item->text());
        item->setData(Qt::AccessibleTextRole, u"%1, %2"_s.arg(kindName(picture.named.kind), wordsOf(picture)));
        m_list->addItem(item);
        if (const QString trouble = troubleOf(picture); !trouble.isEmpty() && !troubles.contains(trouble))
            troubles << trouble;
        isToBeTried = isToBeTried || picture.state == BookingPicture::State::Failed
            || picture.state == BookingPicture::State::Refused;
    }
    if (!pictures.isEmpty())
        m_list->setCurrentRow(std::clamp(chosen, 0, int(pictures.size()) - 1));
    showProgress();
    m_trouble->setText(troubles.isEmpty() ? QString() : u"▲ "_s + troubles.join(u"\n▲ "_s));
    m_trouble->setVisible(!troubles.isEmpty());
    m_again->setVisible(isToBeTried);
}

void PicturesBox::retranslate()
{
    m_title->setText(tr("Pictures the applicant gave"));
    m_list->setAccessibleName(tr("Pictures the applicant gave"));
    m_progress->setAccessibleName(tr("Pictures that are here"));
    m_open->setText(tr("Look at it (Enter)"));
    m_again->setText(tr("Try again"));
    fill();
}

} // namespace idcounter
