#pragma once

#include "app/imaging/photocheck.h"
#include "app/imaging/photocrop.h"

namespace idcounter {

// What is seen in the live picture, held still long enough to be read.
struct LiveSeen
{
    QPolygonF crop; // where the photo would be cut out, in pixels of the frame; empty without a face
    bool ready = false; // nothing blocked or warned for half a second
    QString hint; // the rule that stands most in the way; empty when nothing does
    // Which way it is broken: of yaw and roll the side of the picture it leans to (-1 left), of pitch -1 thrown back, of
    // in_frame -1 too near, of one_face 0 nobody and 1 several.
    int side = 0;
    QList<QPolygonF> places; // where in the frame, to be drawn over it
    QString note; // a rule that is only advised; empty when none is
};

// Follows the person before the camera from frame to frame: the face in every one, other people in every fifth, wall and head
// cover in every eighth. One for each thread.
class LiveCheck
{
public:
    // The finder is used, not owned.
    LiveCheck(FaceFinder &finder, PhotoRules rules, const PhotoLayout &layout);

    // `atMs`: when the frame was taken, by any steady clock. 15 to 30 ms; 70 where the wall is looked at. Errors:
    // ImageUnsuitable.
    Result<LiveSeen> look(const QImage &frame, qint64 atMs);

    // The best of some frames in a row: with the fewest rules broken, then the sharpest. Errors: ImageUnsuitable.
    Result<qsizetype> best(const QList<QImage> &frames);

    void restart(); // somebody else sits down

private:
    Result<QList<Face>> people(const QImage &frame);
    Result<QList<PhotoCheck>> checks(const QImage &frame, const QList<Face> &faces);
    void hold(LiveSeen &seen, qint64 atMs);

    FaceFinder &m_finder;
    PhotoRules m_rules;
    PhotoLayout m_layout;
    QList<Face> m_faces; // of the last frame
    QList<PhotoCheck> m_scene; // what only the whole look tells, of the last one
    qint64 m_looks = 0;
    LiveSeen m_held; // what is shown
    QString m_lastHint; // of the last frame
    int m_inTurn = 0; // frames that had it
    std::optional<qint64> m_cleanSince;
};

} // namespace idcounter
