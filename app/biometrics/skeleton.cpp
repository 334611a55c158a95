#include "app/biometrics/skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace idcounter {

namespace {

// The eight neighbours clockwise from the one above.
const std::array<cv::Point, 8> around{cv::Point{0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}, {-1, -1}};

bool bit(unsigned code, unsigned index)
{
    return (code >> (index & 7U) & 1U) != 0;
}

// Changes from unset to set on the way around a pixel: 1 at an end, 2 on a line, 3 and more at a fork.
int crossings(unsigned code)
{
    int count = 0;
    for (unsigned i = 0; i < 8; ++i)
        count += !bit(code, i) && bit(code, i + 1) ? 1 : 0;
    return count;
}

// Whether a pixel with these neighbours goes in the first (0) or second (1) pass of Guo and Hall.
bool goes(unsigned code, int pass)
{
    const auto p = [code](unsigned index) { return bit(code, index); };
    int components = 0;
    int pairsA = 0;
    int pairsB = 0;
    for (unsigned i = 0; i < 8; i += 2) {
        components += !p(i) && (p(i + 1) || p(i + 2)) ? 1 : 0;
        pairsA += p(i + 7) || p(i) ? 1 : 0;
        pairsB += p(i) || p(i + 1) ? 1 : 0;
    }
    const int neighbours = std::min(pairsA, pairsB);
    const bool side = pass == 0 ? (p(0) || p(1) || !p(3)) && p(2) : (p(4) || p(5) || !p(7)) && p(6);
    return components == 1 && neighbours >= 2 && neighbours <= 3 && !side;
}

using Table = std::array<std::array<bool, 256>, 2>;

const Table &passes()
{
    static const Table table = [] {
        Table made{};
        for (unsigned code = 0; code < 256; ++code) {
            for (int pass = 0; pass < 2; ++pass)
                made[static_cast<std::size_t>(pass)][code] = goes(code, pass);
        }
        return made;
    }();
    return table;
}

// Of a pixel that is not on the border.
unsigned neighbourCode(const cv::Mat1b &image, cv::Point at)
{
    const uchar *above = image[at.y - 1] + at.x;
    const uchar *here = image[at.y] + at.x;
    const uchar *below = image[at.y + 1] + at.x;
    return (above[0] & 1U) | (above[1] & 2U) | (here[1] & 4U) | (below[1] & 8U) | (below[0] & 16U) | (below[-1] & 32U)
        | (here[-1] & 64U) | (above[-1] & 128U);
}

struct Trace
{
    cv::Point last; // where it stopped
    int length = 0; // steps
    bool forked = false; // stopped at a fork
    bool ended = false; // stopped at another end
};

// Follows the line from its end for at most so many steps.
Trace follow(const cv::Mat1b &skeleton, cv::Point start, int steps)
{
    Trace trace{start};
    cv::Point previous = start;
    while (trace.length < steps) {
        const unsigned code = neighbourCode(skeleton, trace.last);
        if (trace.length > 1 && crossings(code) >= 3) {
            trace.forked = true;
            return trace;
        }
        cv::Point next = trace.last;
        int best = -1;
        for (unsigned i = 0; i < 8; ++i) {
            const cv::Point candidate = trace.last + around[i];
            if (!bit(code, i) || candidate == previous)
                continue;
            const cv::Point step = candidate - previous; // onwards rather than back beside the last step
            const int distance = step.dot(step) * 2 + (i % 2 == 0 ? 1 : 0);
            if (trace.length > 0 && step.dot(step) <= 1)
                continue;
            if (distance > best) {
                best = distance;
                next = candidate;
            }
        }
        if (best < 0) {
            trace.ended = true;
            return trace;
        }
        previous = trace.last;
        trace.last = next;
        ++trace.length;
        if (next.x <= 0 || next.y <= 0 || next.x >= skeleton.cols - 1 || next.y >= skeleton.rows - 1)
            return trace;
    }
    return trace;
}

float norm(cv::Point2f v)
{
    return std::hypot(v.x, v.y);
}

// Whether two ends point at each other across a short gap.
bool faces(const LineEnd &a, const LineEnd &b, float gap)
{
    const cv::Point2f between = b.position - a.position;
    const float distance = norm(between);
    if (distance > gap)
        return false;
    const bool opposite = a.inwards.dot(b.inwards) < -0.7F;
    const bool inLine = -between.dot(a.inwards) > 0.7F * distance && between.dot(b.inwards) > 0.7F * distance;
    return distance < 1 || (opposite && (inLine || distance < 0.5F * gap));
}

} // namespace

void thin(cv::Mat1b &image)
{
    // The border stays empty, so that every pixel has its neighbours.
    image.row(0) = 0;
    image.row(image.rows - 1) = 0;
    image.col(0) = 0;
    image.col(image.cols - 1) = 0;

    std::vector<cv::Point> left;
    for (int y = 1; y + 1 < image.rows; ++y) {
        for (int x = 1; x + 1 < image.cols; ++x) {
            if (image(y, x) != 0)
                left.emplace_back(x, y);
        }
    }
    std::vector<cv::Point> gone;
    for (int pass = 0, idle = 0; idle < 2; pass = 1 - pass) {
        gone.clear();
        const auto &table = passes()[static_cast<std::size_t>(pass)];
        std::size_t kept = 0;
        for (const cv::Point at : left) {
            if (table[neighbourCode(image, at)])
                gone.push_back(at);
            else
                left[kept++] = at;
        }
        left.resize(kept);
        for (const cv::Point at : gone)
            image(at) = 0;
        idle = gone.empty() ? idle + 1 : 0;
    }
}

std::vector<LineEnd> lineEnds(const cv::Mat1b &skeleton, float period)
{
    const int directionSteps = static_cast<int>(std::lround(1.4F * period));
    const int shortest = static_cast<int>(std::lround(1.1F * period));
    const float gap = 1.3F * period;

    std::vector<LineEnd> ends;
    for (int y = 1; y + 1 < skeleton.rows; ++y) {
        for (int x = 1; x + 1 < skeleton.cols; ++x) {
            if (skeleton(y, x) == 0 || crossings(neighbourCode(skeleton, {x, y})) != 1)
                continue;
            const Trace trace = follow(skeleton, {x, y}, directionSteps);
            if ((trace.forked || trace.ended) && trace.length < shortest)
                continue;
            const cv::Point2f position(static_cast<float>(x), static_cast<float>(y));
            const cv::Point2f inwards = cv::Point2f(trace.last) - position;
            if (norm(inwards) > 0)
                ends.push_back({position, inwards / norm(inwards)});
        }
    }

    std::vector<bool> facing(ends.size(), false);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        for (std::size_t j = i + 1; j < ends.size(); ++j) {
            if (faces(ends[i], ends[j], gap))
                facing[i] = facing[j] = true;
        }
    }
    std::vector<LineEnd> kept;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        if (!facing[i])
            kept.push_back(ends[i]);
    }
    return kept;
}

} // namespace idcounter
