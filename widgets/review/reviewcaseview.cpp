#include "widgets/review/reviewcaseview.h"

#include "app/texts/texts.h"
#include "widgets/common/imageview.h"
#include "widgets/review/printview.h"
#include "widgets/review/reviewwords.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr QSize photoSize(358, 441); // as the standard has it: one pixel of the photo is one of the screen

QLabel *wrapping(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    return label;
}

} // namespace

ReviewCaseView::ReviewCaseView(Counter counter, QWidget *parent)
    : Page(parent)
    , m_counter(std::move(counter))
    , m_photo(new ImageView)
    , m_photoNote(new QLabel)
    , m_otherPicture(new QPushButton)
    , m_prints(new QHBoxLayout)
    , m_words(new QWidget)
    , m_scroll(new QScrollArea)
    , m_name(wrapping(u"reviewName"_s))
    , m_number(new QLabel)
    , m_exceptions(wrapping(u"reviewExceptions"_s))
    , m_historyTitle(new QLabel)
    , m_history(wrapping(u"reviewHistory"_s))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(pictures());
    row->addWidget(words(), 1);
    retranslate();
}

QWidget *ReviewCaseView::pictures()
{
    m_photo->setObjectName(u"reviewPhoto"_s);
    m_photo->setFixedSize(photoSize);
    m_photoNote->setObjectName(u"reviewPhotoNote"_s);
    m_photoNote->setProperty("role", u"muted"_s);
    m_otherPicture->setObjectName(u"reviewOtherPicture"_s);
    m_prints->setSpacing(8);
    auto *part = new QWidget;
    part->setFixedWidth(photoSize.width());
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_photo);
    auto *below = new QHBoxLayout;
    below->addWidget(m_photoNote, 1);
    below->addWidget(m_otherPicture);
    column->addLayout(below);
    column->addLayout(m_prints, 1);
    connect(m_otherPicture, &QPushButton::clicked, this, [this] {
        ++m_shown;
        showPicture();
    });
    return part;
}

QWidget *ReviewCaseView::words()
{
    m_name->setProperty("role", u"large"_s);
    m_number->setObjectName(u"reviewNumber"_s);
    m_number->setProperty("role", u"reading"_s);
    m_exceptions->setProperty("role", u"warn"_s);
    m_historyTitle->setProperty("role", u"section"_s);
    m_history->setProperty("role", u"muted"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(3);
    grid->setColumnStretch(1, 1);
    for (int fact = 0; fact < FactCount; ++fact) {
        m_factNames << wrapping(u"reviewFactName%1"_s.arg(fact));
        m_factNames.last()->setWordWrap(false);
        m_factNames.last()->setProperty("role", u"muted"_s);
        m_facts << wrapping(u"reviewFact%1"_s.arg(fact));
        grid->addWidget(m_factNames.last(), fact, 0);
        grid->addWidget(m_facts.last(), fact, 1);
    }
    auto *column = new QVBoxLayout(m_words);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(6);
    column->addWidget(m_name);
    column->addWidget(m_number);
    column->addWidget(m_exceptions);
    column->addLayout(grid);
    column->addWidget(m_historyTitle);
    column->addWidget(m_history);
    column->addStretch();
    m_scroll->setObjectName(u"reviewScroll"_s);
    m_scroll->setWidget(m_words);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return m_scroll;
}

void ReviewCaseView::clear()
{
    m_file.reset();
    m_words->setVisible(false);
    showPrints();
    retranslate();
}

void ReviewCaseView::show(const ReviewFile &file)
{
    m_file = file;
    m_shown = 0;
    m_words->setVisible(true);
    showPrints();
    retranslate();
}

QList<ReviewCaseView::Picture> ReviewCaseView::pictureList() const
{
    if (!m_file)
        return {};
    const auto &photo = m_file->standing.accepted.form.photo;
    const QString source = !photo  ? tr("No photo was taken.")
        : photo->source == u"file" ? tr("Photo from a file")
                                   : tr("Taken at the counter, %n try(s)", nullptr, photo->attempts);
    QList<Picture> pictures{{m_file->photo, tr("Photo"), source}};
    if (!m_file->picture.isEmpty())
        pictures << Picture{m_file->picture, tr("Uncut"), tr("What the photo was cut out of")};
    for (const auto &[kind, bytes] : m_file->sidePictures) {
        if (kind == SidePictureKind::GuardianAndChild)
            pictures << Picture{bytes, tr("Guardian"), tr("Guardian and child together")};
        else
            pictures << Picture{bytes, tr("Hand"), tr("Why a finger cannot be taken")};
    }
    return pictures;
}

// One picture at a time; the button names the next.
void ReviewCaseView::showPicture()
{
    const QList<Picture> pictures = pictureList();
    m_otherPicture->setVisible(pictures.size() > 1);
    if (pictures.isEmpty()) {
        m_photo->setImage({});
        m_photoNote->clear();
        return;
    }
    m_shown %= pictures.size();
    const Picture &shown = pictures[m_shown];
    m_photo->setImage(QImage::fromData(shown.bytes));
    m_photo->setAccessibleName(
        tr("%1 of %2", "picture, person").arg(shown.name, m_file->standing.accepted.form.applicant.name));
    m_photoNote->setText(shown.note);
    m_otherPicture->setText(tr("%1 (Ctrl+G)", "picture").arg(pictures[(m_shown + 1) % pictures.size()].name));
    m_otherPicture->setShortcut(Qt::CTRL | Qt::Key_G); // which a new text takes away
}

void ReviewCaseView::showPrints()
{
    while (QLayoutItem *item = m_prints->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!m_file)
        return;
    const QList<FingerRecord> &records = m_file->standing.accepted.form.fingers;
    for (qsizetype i = 0; i < records.size() && i < m_file->prints.size(); ++i) {
        if (records[i].result != FingerResult::Registered)
            continue; // among the exceptions
        auto *print = new PrintView(records[i], ReviewWords(m_counter.rules).finger(records[i].finger));
        print->setObjectName(u"reviewPrint%1"_s.arg(records[i].finger));
        print->setImage(QImage::fromData(m_file->prints[i].second));
        m_prints->addWidget(print, 1);
        print->show(); // with the case, not a moment later
    }
    m_prints->addStretch();
}

void ReviewCaseView::showExceptions()
{
    const Standing &standing = m_file->standing;
    const Draft &form = standing.accepted.form;
    QStringList lines = ReviewWords(m_counter.rules).exceptions(form);
    const bool any = !lines.isEmpty();
    const bool open = ReviewDesk::hasOpenExceptions(standing);
    const QString who = form.secondOfficerName.isEmpty()
        ? (form.secondOfficer.isEmpty() ? standing.progress.secondOfficer : form.secondOfficer)
        : form.secondOfficerName;
    for (QString &line : lines)
        line.prepend(u"▲ "_s);
    if (!any)
        lines << tr("✓ Nothing unusual: photo and prints were taken as the rules ask.");
    else if (open)
        lines << tr("■ Nobody has confirmed this yet. A second officer does it before the case is approved.");
    else
        lines << tr("✓ Confirmed by %1.").arg(who);
    m_exceptions->setText(lines.join(u'\n'));
    m_exceptions->setProperty("role", any ? (open ? u"warn"_s : QString()) : u"ok"_s);
    m_exceptions->style()->unpolish(m_exceptions);
    m_exceptions->style()->polish(m_exceptions);
}

QString ReviewCaseView::checks() const
{
    const Papers &papers = m_file->standing.accepted.form.papers;
    QStringList wrong;
    QStringList right;
    for (int check = 0; check < bookletCheckCount; ++check) {
        const QString word = texts::describe(BookletCheck(check));
        if (papers.failed.contains(check))
            wrong << tr("■ not in order: %1").arg(word);
        else if (papers.passed.contains(check))
            right << word;
        else
            wrong << tr("○ not looked at: %1").arg(word);
    }
    if (wrong.isEmpty())
        return tr("✓ all %1 in order", "checks of the booklet").arg(bookletCheckCount);
    if (!right.isEmpty())
        wrong << tr("✓ the other %1 in order").arg(right.size());
    return wrong.join(u'\n');
}

QString ReviewCaseView::fact(int fact) const
{
    const Case &accepted = m_file->standing.accepted;
    const Draft &form = accepted.form;
    const ReviewWords words(m_counter.rules);
    switch (fact) {
    case Business:
        return isCorrection(form.business)
            ? tr("%1 (%2)", "business, cause").arg(words.business(form.business.reason), form.business.cause)
            : words.business(form.business.reason);
    case Person:
        return tr("%1, born %2, %3")
            .arg(form.applicant.sex == u"1" ? tr("male") : tr("female"), form.birthDate().toString(Qt::ISODate),
                 words.ethnicGroup(form.applicant.ethnicGroup));
    case Address:
        return form.applicant.address;
    case Issuer:
        return form.applicant.issuer;
    case Guardian:
        return form.guardian.name.isEmpty()
            ? QString()
            : tr("%1, %2", "name, citizen number").arg(form.guardian.name, form.guardian.number);
    case Contact:
        return form.delivery.collection == Collection::Mail
            ? tr("%1, card by mail to %2").arg(ReviewWords::phone(form.delivery.phone), form.delivery.mailingAddress)
            : tr("%1, fetches the card").arg(ReviewWords::phone(form.delivery.phone));
    case Card:
        return form.business.offSite ? tr("Lives away from home: %1").arg(form.business.offSiteReason) : QString();
    case Fee:
        return ReviewWords::fee(m_file->standing);
    case Due:
        return tr("promised %1, by law %2")
            .arg(accepted.promiseDue.toString(Qt::ISODate), accepted.legalDue.toString(Qt::ISODate));
    case Checks:
        return checks();
    case Changes: // what there is stands among the exceptions
        return form.applicant.unlocked.isEmpty() ? tr("✓ nothing was changed by hand") : QString();
    case Remarks:
        return form.delivery.remarks;
    default:
        return {};
    }
}

void ReviewCaseView::showFacts()
{
    const Case &accepted = m_file->standing.accepted;
    const auto number = accepted.form.number();
    m_name->setText(accepted.form.applicant.name);
    m_number->setText(number ? number->grouped() : accepted.form.applicant.number);
    for (int one = 0; one < FactCount; ++one) {
        const QString text = fact(one);
        m_facts[one]->setText(text);
        m_facts[one]->setVisible(!text.isEmpty());
        m_factNames[one]->setVisible(!text.isEmpty());
    }
    m_history->setText(ReviewWords(m_counter.rules).history(m_file->history).join(u'\n'));
}

void ReviewCaseView::retranslate()
{
    const QStringList names{tr("Applies for"), tr("Applicant"), tr("Address"),  tr("Issuer"),
                            tr("Guardian"),    tr("Phone"),     tr("Off-site"), tr("Fee"),
                            tr("Due"),         tr("Booklet"),   tr("Changes"),  tr("Remarks")};
    for (int fact = 0; fact < FactCount; ++fact)
        m_factNames[fact]->setText(names[fact]);
    m_photo->setPlaceholder(m_file ? tr("There is no photo.") : tr("The case that is chosen is shown here."));
    m_photo->setAccessibleName(tr("Photo"));
    showPicture();
    m_scroll->setAccessibleName(tr("What is known of the case"));
    m_historyTitle->setText(tr("What happened so far"));
    if (!m_file)
        return;
    showExceptions();
    showFacts();
}

} // namespace idcounter
