#include "app/imaging/modelfiles.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

struct ModelFile
{
    QLatin1StringView name;
    QByteArrayView sha256;
};

ModelFile fileOf(Model model)
{
    switch (model) {
    case Model::Detector:
        return {"mp_face_detection_short_range.onnx"_L1,
                "280e10aea31c44e2754c3a3635cd0d42f491b244d8338a6b7a966ee291f8793a"};
    case Model::Mesh:
        return {"mp_face_landmark_attention_base.onnx"_L1,
                "59a256a47c5503c8e429b404eea688986f1b574db03502ce137343d901aa3b41"};
    case Model::LeftEye:
        return {"mp_face_landmark_attention_eye_left.onnx"_L1,
                "a9f24f5ef88e241e8d1ea1989e46fbc320f3bc2301db6e2590b8892455dc684c"};
    case Model::RightEye:
        return {"mp_face_landmark_attention_eye_right.onnx"_L1,
                "371d95512d592f0738073a0b60190a1e7f6836fbaba756dbefb43a20a315230c"};
    case Model::Lips:
        return {"mp_face_landmark_attention_lips.onnx"_L1,
                "d7301dc8dee9f508a5303d3e02b480070ac95d2d69995455f93e6661957d5835"};
    case Model::Person:
        return {"mp_selfie_segmentation.onnx"_L1, "4d1d4252acdf68372f6a64754524ed63031f7510fd8f9ef7fc7fe04184e02e71"};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<cv::dnn::Net> loadNet(const ModelSource &source, Model model)
{
    const ModelFile file = fileOf(model);
    const auto bytes = source(file.name);
    if (!bytes)
        return bytes.error();
    if (QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toHex() != file.sha256)
        return Error{Error::Code::ModelsMissing, u"%1: another file than expected"_s.arg(file.name)};
    try {
        cv::dnn::Net net = cv::dnn::readNetFromONNX(bytes->constData(), static_cast<std::size_t>(bytes->size()));
        net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
        return net;
    } catch (const cv::Exception &exception) {
        return Error{Error::Code::ModelsMissing, file.name + u": "_s + QString::fromStdString(exception.err)};
    }
}

} // namespace idcounter
