#pragma once

#include "app/domain/photorules.h"
#include "app/imaging/facefinder.h"

#include <QFile>
#include <QFileInfo>
#include <QTest>

// What the tests of this room read: the models and limits of the program, and real faces where the folder is there.
namespace idcounter::test {

using namespace Qt::StringLiterals;

inline Result<QByteArray> readAll(const QString &path, Error::Code missing)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{missing, path};
    return file.readAll();
}

inline Result<QByteArray> modelFile(const QString &name)
{
    return readAll(QLatin1StringView(IDCOUNTER_SOURCE_DIR "/resources/models/") + name, Error::Code::ModelsMissing);
}

inline PhotoRules photoRules()
{
    const auto rules = PhotoRules::load([](const QString &name) {
        return readAll(QLatin1StringView(IDCOUNTER_SOURCE_DIR "/resources/tables/") + name, Error::Code::TableMissing);
    });
    if (!rules)
        qFatal("%s", qPrintable(rules.error().detail));
    return *rules;
}

inline std::unique_ptr<FaceFinder> faceFinder()
{
    auto finder = FaceFinder::load(modelFile);
    if (!finder)
        qFatal("%s", qPrintable(finder.error().detail));
    return *std::move(finder);
}

inline QString facesFolder()
{
    return QStringLiteral(IDCOUNTER_SHARED_DATA "/faces/");
}

// One line of the labels of the real faces.
struct LabelledPicture
{
    QString path;
    QString kind; // frame, idphoto, portrait
    int faces = 0;
    std::optional<QPointF> leftPupil; // only where it was placed by hand
    std::optional<QPointF> rightPupil;
    std::optional<double> faceWidth;
    std::optional<double> hairTop;
    bool compliant = false;
    QStringList defects;
};

// Every second line only, from the given one on: constants of this room were set by the even ones, so that agreement is stated
// on the odd ones.
enum class Half { Even, Odd };

inline QList<LabelledPicture> labelledPictures(const QString &kind, std::optional<Half> half = {})
{
    QList<LabelledPicture> pictures;
    const auto csv = readAll(facesFolder() + u"labels.csv"_s, Error::Code::TableMissing);
    const auto table = csv ? Table::parse(*csv, u"labels.csv"_s, {}) : Result<Table>(csv.error());
    for (qsizetype i = 0; table && i < table->size(); ++i) {
        const Table::Row row = table->row(i);
        const bool inHalf = !half || (i % 2 == 0) == (*half == Half::Even);
        if (row.text(u"kind"_s) != kind || !inHalf)
            continue;
        const auto number = [&row](const QString &column) { return *row.real(column); };
        LabelledPicture picture{.path = facesFolder() + row.text(u"file"_s),
                                .kind = kind,
                                .faces = row.text(u"n_faces"_s).toInt(),
                                .leftPupil = {},
                                .rightPupil = {},
                                .faceWidth = number(u"face_width_px"_s),
                                .hairTop = number(u"hair_top_y"_s),
                                .compliant = row.text(u"compliant"_s) == u"1",
                                .defects = row.text(u"defects"_s).split(u';', Qt::SkipEmptyParts)};
        if (row.text(u"eye_source"_s) == u"template") {
            picture.leftPupil = QPointF(*number(u"eye_left_x"_s), *number(u"eye_left_y"_s));
            picture.rightPupil = QPointF(*number(u"eye_right_x"_s), *number(u"eye_right_y"_s));
        }
        pictures.append(picture);
    }
    return pictures;
}

} // namespace idcounter::test

#define IDCOUNTER_SKIP_WITHOUT_FACES()                                                                                 \
    do {                                                                                                               \
        if (!QFileInfo::exists(idcounter::test::facesFolder() + QStringLiteral("labels.csv")))                         \
            QSKIP("the folder of real faces is not there: nothing was measured");                                      \
    } while (false)
