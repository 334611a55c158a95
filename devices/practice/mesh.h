#pragma once

#include <QtGlobal>

#include <opencv2/core/types.hpp>

#include <vector>

namespace idcounter {

// What a piece of surface is made of, which decides how it is painted.
enum class Part : quint8 { Nothing, Skin, Ear, Neck, Cloth, Hair, Rim, Lens };

// A point of a surface. Millimetres; the origin is between the eyes, x to the trailing edge of the picture, y up, z
// towards the camera.
struct Vertex
{
    cv::Point3f position;
    cv::Point3f normal; // of length 1, outwards
    cv::Point3f paint; // where the painter finds its pattern; z is below 0 where there is no surface
};

// A surface of triangles.
struct Mesh
{
    Part part = Part::Nothing;
    std::vector<Vertex> vertices;
    std::vector<int> corners; // three to a triangle
};

// Sews `rows` rows of `columns` vertices (row by row, downwards; columns towards +x as seen from outside) to a mesh and
// gives every vertex the normal of its neighbourhood. A closed grid meets itself: its last column is the first again.
Mesh sewnGrid(Part part, int columns, int rows, std::vector<Vertex> vertices, bool closed);

} // namespace idcounter
