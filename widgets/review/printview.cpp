#include "widgets/review/printview.h"

#include "widgets/common/imageview.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize smallest(72, 64);
constexpr QSize largest(96, 112);

} // namespace

PrintView::PrintView(const FingerRecord &record, const QString &finger, QWidget *parent)
    : Page(parent)
    , m_record(record)
    , m_finger(finger)
    , m_picture(new ImageView)
    , m_words(new QLabel)
{
    m_picture->setMinimumSize(smallest);
    m_picture->setMaximumSize(largest);
    m_words->setObjectName(u"printWords"_s + record.finger);
    m_words->setProperty("role", u"muted"_s);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addWidget(m_picture, 1);
    row->addWidget(m_words, 1);
    retranslate();
}

void PrintView::setImage(const QImage &image)
{
    m_picture->setImage(image);
}

void PrintView::retranslate()
{
    const QString tries = tr("%n try(s)", nullptr, m_record.attempts);
    m_words->setText(m_finger + u'\n' + tr("quality %1").arg(m_record.quality) + u'\n' + tries + u'\n'
                     + (m_record.verified ? tr("✓ verified") : tr("■ not verified")));
    m_picture->setAccessibleName(tr("Print of the %1, quality %2").arg(m_finger).arg(m_record.quality));
    m_picture->setPlaceholder(tr("no picture"));
}

} // namespace idcounter
