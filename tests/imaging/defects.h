#pragma once

#include <QStringList>

#include <map>

namespace idcounter::test {

using namespace Qt::StringLiterals;

// The rules that belong to a defect; one of them must fail for it to be named.
inline const std::map<QString, QStringList> &rulesOfDefects()
{
    static const std::map<QString, QStringList> rules{
        {u"background"_s, {u"background"_s, u"wall"_s}},
        {u"background_shadow"_s, {u"shadow"_s}},
        {u"blurred"_s, {u"sharpness"_s}},
        {u"colour_cast"_s, {u"colour_cast"_s}},
        {u"dark_glasses"_s, {u"dark_glasses"_s}},
        {u"eyes_closed"_s, {u"eyes_open"_s}},
        {u"eyes_low"_s, {u"eye_line"_s}},
        {u"face_covered"_s, {u"covered"_s}},
        {u"face_too_large"_s, {u"face_w"_s}},
        {u"face_too_small"_s, {u"face_w"_s}},
        {u"glasses_glare"_s, {u"glare"_s}},
        {u"hat"_s, {u"hat"_s}},
        {u"head_down"_s, {u"pitch"_s}},
        {u"head_tilted"_s, {u"roll"_s}},
        {u"head_turned"_s, {u"yaw"_s}},
        {u"head_up"_s, {u"pitch"_s}},
        {u"low_resolution"_s, {u"resolution"_s, u"sharpness"_s}},
        {u"mouth_open"_s, {u"mouth_closed"_s}},
        {u"no_face"_s, {u"one_face"_s}},
        {u"not_colour"_s, {u"depth"_s, u"colour_cast"_s}},
        {u"off_centre"_s, {u"centre_x"_s}},
        {u"out_of_frame"_s, {u"in_frame"_s}},
        {u"over_compressed"_s, {u"jpeg_damage"_s}},
        {u"several_faces"_s, {u"one_face"_s}},
        {u"too_bright"_s, {u"too_bright"_s}},
        {u"too_close"_s, {u"in_frame"_s}},
        {u"too_dark"_s, {u"too_dark"_s}},
        {u"too_far"_s, {u"resolution"_s, u"one_face"_s}},
        {u"top_margin"_s, {u"top_gap"_s}},
        {u"uneven_light"_s, {u"even_light"_s}},
        {u"white_clothes"_s, {u"clothes_white"_s}},
        {u"wrong_dpi"_s, {u"dpi"_s}},
        {u"wrong_size"_s, {u"size_w"_s, u"size_h"_s}},
    };
    return rules;
}

} // namespace idcounter::test
