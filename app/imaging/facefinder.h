#pragma once

#include "app/domain/result.h"
#include "app/imaging/face.h"

#include <QByteArray>
#include <QImage>
#include <QTransform>

#include <functional>
#include <memory>

namespace idcounter {

// The bytes of a face model by its file name ("mp_selfie_segmentation.onnx"): from the program's resources or from a folder.
// Errors: ModelsMissing.
using ModelSource = std::function<Result<QByteArray>(const QString &fileName)>;

// Finds faces and people with MediaPipe's nets, or faces alone with OpenCV's cascade where the nets are missing. One for
// each thread: the nets work in buffers of their own.
class FaceFinder
{
public:
    // Every model must have the SHA-256 that this program was built for. Errors: ModelsMissing, and those of the source.
    static Result<std::unique_ptr<FaceFinder>> load(const ModelSource &source);

    // The way out without models: `folder` is that of Debian's package opencv-data. Finds boxes and, where the eyes are seen,
    // pupils; the mesh and the mask stay away, and with them all checks that need them. Errors: ModelsMissing.
    static Result<std::unique_ptr<FaceFinder>> loadCascade(const QString &folder);

    ~FaceFinder();

    // Whether faces are measured and people told from the wall, which the cascade cannot.
    bool measures() const;

    // The people in the picture, the largest first: boxes and pupils only, for a preview (9 ms). Errors: ImageUnsuitable.
    Result<QList<Face>> detect(const QImage &picture);

    // The same with the mesh on every face (15 ms more for each); what the mesh does not believe is left out.
    Result<QList<Face>> find(const QImage &picture);

    // The face again in the next frame of a preview, without the detector (15 ms). Errors: FaceAbsent when it has
    // gone or was never measured, ModelsMissing (cascade), ImageUnsuitable.
    Result<Face> follow(const QImage &picture, const Face &last);

    // How much of every pixel is a person, 0..255 (Grayscale8), in a picture that `toResult` levels and brings to `size`;
    // one person that fills a good part of it is what the net knows. Errors: ModelsMissing (cascade), ImageUnsuitable.
    Result<QImage> personMask(const QImage &picture, const QTransform &toResult, QSize size);

private:
    struct Engine;
    explicit FaceFinder(std::unique_ptr<Engine> engine);

    std::unique_ptr<Engine> m_engine;
};

} // namespace idcounter
