#include "app/imaging/facecascade.h"

#include <opencv2/imgproc.hpp>

#include <QDir>

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int searchWidth = 320; // the cascade needs no more, and takes four times as long on twice as much
constexpr double assumedScore = 0.75; // a cascade says yes or no; its finds are as good as a fairly sure detector's

bool read(cv::CascadeClassifier &cascade, const QString &folder, const QString &fileName)
{
    for (const QString &path : {folder + u'/' + fileName, folder + u"/haarcascades/"_s + fileName}) {
        if (QFile::exists(path) && cascade.load(QFile::encodeName(path).toStdString()))
            return true;
    }
    return false;
}

// Two of the finds that lie beside each other in the upper half of the face.
void placeEyes(Detection &face, const std::vector<cv::Rect> &eyes, double scale)
{
    const auto middle = [&](const cv::Rect &eye) {
        return face.box.tl() + cv::Point2d(eye.x + eye.width / 2.0, eye.y + eye.height / 2.0) / scale;
    };
    std::optional<cv::Point2d> left;
    std::optional<cv::Point2d> right;
    for (const cv::Rect &eye : eyes) {
        const cv::Point2d point = middle(eye);
        (point.x < face.box.x + face.box.width / 2 ? left : right) = point;
    }
    const bool apart = left && right && right->x - left->x > 0.25 * face.box.width;
    const bool level = apart && std::abs(right->y - left->y) < 0.25 * (right->x - left->x);
    if (level) {
        face.leftEye = *left;
        face.rightEye = *right;
    }
}

} // namespace

Result<FaceCascade> FaceCascade::load(const QString &folder)
{
    FaceCascade cascade;
    try {
        if (read(cascade.m_faces, folder, u"haarcascade_frontalface_alt2.xml"_s)
            && read(cascade.m_eyes, folder, u"haarcascade_eye_tree_eyeglasses.xml"_s))
            return cascade;
    } catch (const cv::Exception &exception) {
        return Error{Error::Code::ModelsMissing, QString::fromStdString(exception.err)};
    }
    return Error{Error::Code::ModelsMissing, folder};
}

std::vector<Detection> FaceCascade::find(const cv::Mat &picture)
{
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    const double scale = std::min(1.0, double(searchWidth) / grey.cols);
    cv::Mat small;
    cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
    std::vector<cv::Rect> boxes;
    m_faces.detectMultiScale(small, boxes, 1.1, 4, 0, {24, 24});

    std::vector<Detection> faces;
    for (const cv::Rect &box : boxes) {
        Detection face{.box = cv::Rect2d(cv::Point2d(box.tl()) / scale, cv::Point2d(box.br()) / scale),
                       .leftEye = {},
                       .rightEye = {},
                       .score = assumedScore};
        face.leftEye = face.box.tl() + cv::Point2d(0.31 * face.box.width, 0.38 * face.box.height);
        face.rightEye = face.box.tl() + cv::Point2d(0.69 * face.box.width, 0.38 * face.box.height);

        const cv::Rect upper(cvRound(face.box.x), cvRound(face.box.y), cvRound(face.box.width),
                             cvRound(0.6 * face.box.height));
        const cv::Mat part = grey(upper & cv::Rect(0, 0, grey.cols, grey.rows));
        if (part.empty())
            continue;
        const double partScale = 160.0 / part.cols;
        cv::Mat partSmall;
        cv::resize(part, partSmall, {}, partScale, partScale, cv::INTER_LINEAR);
        std::vector<cv::Rect> eyes;
        m_eyes.detectMultiScale(partSmall, eyes, 1.1, 3, 0, {20, 20});
        placeEyes(face, eyes, partScale);
        faces.push_back(face);
    }
    std::sort(faces.begin(), faces.end(),
              [](const Detection &a, const Detection &b) { return a.box.area() > b.box.area(); });
    return faces;
}

} // namespace idcounter
