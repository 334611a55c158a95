#include "app/imaging/photoedit.h"

using namespace Qt::StringLiterals;

namespace idcounter {

QStringList stepsOf(const CropGeometry &geometry, const PhotoEdit &edit)
{
    const auto number = [](double value) { return QString::number(value, 'f', 4); };
    const QTransform &matrix = geometry.toPhoto();
    QStringList steps{u"crop %1 %2 %3 %4 %5 %6"_s.arg(number(matrix.m11()), number(matrix.m12()), number(matrix.m21()),
                                                      number(matrix.m22()), number(matrix.dx()), number(matrix.dy()))};
    if (edit.crop != CropAdjustment{})
        steps << u"moved %1 %2 scaled %3 turned %4"_s.arg(number(edit.crop.dx), number(edit.crop.dy),
                                                          number(edit.crop.scale), number(edit.crop.degrees));
    if (edit.whitening == Whitening::On) {
        for (const MaskStroke &stroke : edit.strokes)
            steps << u"brush %1 %2 px, %3 points"_s.arg(stroke.person ? u"person"_s : u"wall"_s)
                         .arg(stroke.radius)
                         .arg(stroke.points.size());
        steps << u"white wall"_s;
    }
    return steps;
}

} // namespace idcounter
