#pragma once

#include "app/imaging/facefinder.h"

#include <opencv2/dnn.hpp>

namespace idcounter {

// The face models that this program was built for; resources/models/NOTICE says where they come from.
enum class Model { Detector, Mesh, LeftEye, RightEye, Lips, Person };

// A net that runs on the processor. Errors: ModelsMissing (not there, another SHA-256, not readable), with the file name.
Result<cv::dnn::Net> loadNet(const ModelSource &source, Model model);

} // namespace idcounter
