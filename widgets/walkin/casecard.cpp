#include "widgets/walkin/casecard.h"

#include "app/texts/texts.h"
#include "app/workflow/walkin.h"
#include "widgets/common/language.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int cardWidth = 240;
constexpr QSize photoSize(104, 128);

} // namespace

CaseCard::CaseCard(WalkIn &walkIn, QWidget *parent)
    : Page(parent)
    , m_walkIn(walkIn)
    , m_photo(new QLabel)
    , m_name(new QLabel)
    , m_number(new QLabel)
    , m_business(new QLabel)
    , m_missing(new QLabel)
{
    setProperty("role", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(cardWidth);
    m_photo->setObjectName(u"cardPhoto"_s);
    m_photo->setFixedSize(photoSize);
    m_photo->setScaledContents(true);
    m_photo->setFrameShape(QFrame::StyledPanel);
    m_name->setObjectName(u"cardName"_s);
    m_name->setProperty("role", u"large"_s);
    m_number->setObjectName(u"cardNumber"_s);
    m_business->setObjectName(u"cardBusiness"_s);
    m_missing->setObjectName(u"cardMissing"_s);
    m_missing->setProperty("role", u"muted"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 8);
    column->addWidget(m_photo);
    for (QLabel *label : {m_name, m_number, m_business, m_missing}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addStretch();
}

QStringList CaseCard::agreed() const
{
    const auto reasons = m_walkIn.counter().rules.reasons();
    const auto reason = reasons ? (*reasons)->find(m_walkIn.draft().business.reason) : std::optional<Reason>();
    if (!reason)
        return {};
    const auto charges = m_walkIn.charges();
    QStringList lines{nameIn(reason->chinese, reason->english),
                      charges ? tr("Fee ¥%1").arg(sumOf(*charges).yuan()) : texts::describe(charges.error().code)};
    if (const auto due = m_walkIn.deadlines())
        lines << tr("Promised for %1").arg(due->promise.day.toString(Qt::ISODate));
    return lines;
}

void CaseCard::showCase()
{
    const Draft &draft = m_walkIn.draft();
    const auto number = draft.number();
    m_name->setText(draft.applicant.name.isEmpty() ? tr("New case") : draft.applicant.name);
    m_number->setText(number ? number->grouped() : QString());
    m_business->setText(agreed().join(u'\n'));
    const int missing = m_walkIn.missing();
    m_missing->setVisible(!m_walkIn.isOver());
    m_missing->setText(missing > 0 ? tr("%n thing(s) missing", nullptr, missing) : tr("Nothing is missing"));
    showPhoto();
}

QString CaseCard::line() const
{
    QStringList parts{m_name->text(), m_number->text(), m_business->text().replace(u'\n', u" · "_s), m_missing->text()};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void CaseCard::showPhoto()
{
    const auto &photo = m_walkIn.draft().photo;
    const QUuid capture = photo ? photo->capture : QUuid();
    if (capture == m_capture)
        return;
    m_capture = capture;
    retranslate();
    m_photo->clear();
    if (capture.isNull())
        return;
    m_walkIn.loadCapture(this, capture, [this](const Result<Capture> &loaded) {
        if (loaded)
            m_photo->setPixmap(QPixmap::fromImage(QImage::fromData(loaded->bytes)));
        else
            Q_EMIT failed(loaded.error());
    });
}

void CaseCard::retranslate()
{
    m_photo->setAccessibleName(m_capture.isNull() ? tr("No photo yet") : tr("Photo of the applicant"));
}

} // namespace idcounter
