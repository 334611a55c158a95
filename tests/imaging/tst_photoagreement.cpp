#include "checks.h"
#include "defects.h"

#include <QHash>

using namespace idcounter;
using namespace idcounter::test;
using namespace Qt::StringLiterals;

// How many pictures were judged as their labels say.
struct Agreement
{
    int accepted = 0; // of the compliant
    int compliant = 0;
    int refused = 0; // of the others
    int others = 0;
};

// How the checks agree with people who labelled pictures.
class TestPhotoAgreement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnFrames();
    void agreesOnFinishedPhotos();
    void tellsWhichDefectItIs();

private:
    QSet<QString> failedIn(const LabelledPicture &picture);
    Agreement agreement(const QList<LabelledPicture> &pictures);

    Checker m_checker;
    QHash<QString, QSet<QString>> m_failed; // by the path of the picture
};

QSet<QString> TestPhotoAgreement::failedIn(const LabelledPicture &picture)
{
    if (!m_failed.contains(picture.path))
        m_failed[picture.path] = failed(picture.kind == u"idphoto"
                                            ? m_checker.fileChecks(*readAll(picture.path, Error::Code::ImageUnreadable))
                                            : m_checker.frameChecks(QImage(picture.path)));
    return m_failed[picture.path];
}

Agreement TestPhotoAgreement::agreement(const QList<LabelledPicture> &pictures)
{
    Agreement result;
    for (const LabelledPicture &picture : pictures) {
        const bool passes = failedIn(picture).isEmpty();
        if (picture.compliant) {
            ++result.compliant;
            result.accepted += passes ? 1 : 0;
        } else {
            ++result.others;
            result.refused += passes ? 0 : 1;
            if (passes)
                qInfo("passed, though %s: %s", qPrintable(picture.defects.join(u',')), qPrintable(picture.path));
        }
    }
    qInfo("accepted %d of %d compliant, refused %d of %d others", result.accepted, result.compliant, result.refused,
          result.others);
    return result;
}

// Measured: 16 of 16 and 31 of 31. That is agreement, no forecast: the limits of the table were set by its authors on both
// halves, our own constants by the figures of the even one while those of the odd one were in sight, and most defects are
// drawn by program. A station will be harder.
void TestPhotoAgreement::agreesOnFrames()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    const Agreement result = agreement(labelledPictures(u"frame"_s, Half::Odd));
    QVERIFY(result.compliant >= 15 && result.accepted >= result.compliant - 1);
    QVERIFY(result.others >= 30 && result.refused >= result.others - 1);
}

// Measured: 9 of 10 (tall hair that the mask does not see counts as a dirty wall) and 20 of 20; a hat is never seen as such,
// only by what comes with it.
void TestPhotoAgreement::agreesOnFinishedPhotos()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    const Agreement result = agreement(labelledPictures(u"idphoto"_s, Half::Odd));
    QVERIFY(result.compliant >= 9 && result.accepted >= result.compliant - 1);
    QVERIFY(result.others >= 19 && result.refused >= result.others - 1);
}

// A refusal is worth little when it names the wrong reason: the rule that belongs to the defect must be among the failed.
void TestPhotoAgreement::tellsWhichDefectItIs()
{
    IDCOUNTER_SKIP_WITHOUT_FACES();
    int named = 0;
    int all = 0;
    for (const QString &kind : {u"frame"_s, u"idphoto"_s, u"portrait"_s}) {
        for (const LabelledPicture &picture : labelledPictures(kind, Half::Odd)) {
            const QSet<QString> broken = failedIn(picture);
            for (const QString &defect : picture.defects) {
                const auto rules = rulesOfDefects().find(defect);
                if (rules == rulesOfDefects().end())
                    continue;
                ++all;
                if (broken.intersects({rules->second.begin(), rules->second.end()}))
                    ++named;
                else
                    qInfo("%s not named: %s", qPrintable(defect), qPrintable(picture.path));
            }
        }
    }
    qInfo("named %d of %d defects", named, all);
    QVERIFY(all >= 60);
    QVERIFY(named >= all * 9 / 10);
}

QTEST_GUILESS_MAIN(TestPhotoAgreement)
#include "tst_photoagreement.moc"
