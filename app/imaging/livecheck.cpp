#include "app/imaging/livecheck.h"

#include "app/imaging/photoplaces.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

constexpr int looksForPeople = 5; // one of so many
constexpr int looksAtScene = 8;
constexpr int looksBeforeHint = 3; // in turn
constexpr qint64 cleanForMs = 500;
constexpr double nearFace = 0.5; // of the frame's height: wider is too near

// What to say first: nobody can close the mouth who is not in the picture. Coloured light and a shadow make any wall
// unplain, so they stand before it.
constexpr std::array hintOrder{u"one_face",     u"in_frame",    u"resolution", u"too_dark", u"too_bright",
                               u"sharpness",    u"roll",        u"yaw",        u"pitch",    u"eyes_open",
                               u"mouth_closed", u"even_light",  u"glare",      u"covered",  u"dark_glasses",
                               u"hat",          u"colour_cast", u"shadow",     u"wall"};
constexpr std::array sceneRules{u"wall", u"shadow", u"hat", u"clothes_white"};
constexpr QStringView advisedRule = u"clothes_white"; // before the shot, when there is still time to change

const PhotoCheck *checkOf(const QList<PhotoCheck> &checks, QStringView rule)
{
    const auto found = std::find_if(checks.begin(), checks.end(),
                                    [rule](const PhotoCheck &check) { return check.rule.rule == rule; });
    return found == checks.end() ? nullptr : &*found;
}

const PhotoCheck *firstBroken(const QList<PhotoCheck> &checks)
{
    for (const auto *rule : hintOrder) {
        const PhotoCheck *check = checkOf(checks, rule);
        if (check != nullptr && standsInTheWay(check->verdict))
            return check;
    }
    return nullptr;
}

int sideOf(const PhotoCheck &check, const QSize &frame, const QList<Face> &faces)
{
    if (check.rule.rule == u"one_face")
        return faces.isEmpty() ? 0 : 1;
    if (faces.isEmpty())
        return 0;
    if (check.rule.rule == u"in_frame")
        return faces.first().widthOrGuess() > nearFace * frame.height() ? -1 : 1;
    if (check.rule.rule == u"pitch")
        return check.rule.min && check.value.value_or(0) < *check.rule.min ? -1 : 1;
    return check.value.value_or(0) < 0 ? -1 : 1;
}

} // namespace

LiveCheck::LiveCheck(FaceFinder &finder, PhotoRules rules, const PhotoLayout &layout)
    : m_finder(finder)
    , m_rules(std::move(rules))
    , m_layout(layout)
{
}

void LiveCheck::restart()
{
    m_faces.clear();
    m_scene.clear();
    m_looks = 0;
    m_held = {};
    m_lastHint.clear();
    m_inTurn = 0;
    m_cleanSince.reset();
}

// The detector is slow and shaky: in between the face is followed.
Result<QList<Face>> LiveCheck::people(const QImage &frame)
{
    const bool follows = m_looks % looksForPeople != 0 && !m_faces.isEmpty() && m_faces.first().measured;
    if (follows) {
        if (auto face = m_finder.follow(frame, m_faces.first())) {
            QList<Face> faces = m_faces;
            faces.first() = *std::move(face);
            return faces;
        }
    }
    return m_finder.find(frame);
}

Result<QList<PhotoCheck>> LiveCheck::checks(const QImage &frame, const QList<Face> &faces)
{
    const bool scene = m_looks % looksAtScene == 0;
    auto checks = checkFrame(m_finder, m_rules, frame, faces, scene ? CheckDepth::Full : CheckDepth::Preview);
    if (!checks)
        return checks;
    QList<PhotoCheck> all = *std::move(checks);
    for (PhotoCheck &check : all) {
        const bool ofScene = std::any_of(sceneRules.begin(), sceneRules.end(),
                                         [&check](const auto *rule) { return check.rule.rule == QStringView(rule); });
        if (!ofScene || scene)
            continue;
        if (const PhotoCheck *last = checkOf(m_scene, check.rule.rule))
            check = *last;
    }
    if (scene)
        m_scene = all;
    return all;
}

Result<LiveSeen> LiveCheck::look(const QImage &frame, qint64 atMs)
{
    const auto faces = people(frame);
    if (!faces)
        return faces.error();
    const auto found = checks(frame, *faces);
    if (!found)
        return found.error();
    m_faces = *faces;
    ++m_looks;
    LiveSeen seen;
    if (!faces->isEmpty())
        seen.crop = CropGeometry::fit(m_layout, faces->first(), {}).frame();
    if (const PhotoCheck *broken = firstBroken(*found)) {
        seen.hint = broken->rule.rule;
        seen.side = sideOf(*broken, frame.size(), *faces);
        seen.places = placesOf(broken->rule.rule, frame, *faces, seen.crop);
    }
    const PhotoCheck *advised = checkOf(*found, advisedRule);
    if (advised != nullptr && advised->verdict == PhotoVerdict::Info && advised->value)
        seen.note = advised->rule.rule;
    hold(seen, atMs);
    return seen;
}

// A hint comes when some frames in turn say the same, and stays until others do; words that flicker are not read.
void LiveCheck::hold(LiveSeen &seen, qint64 atMs)
{
    m_inTurn = seen.hint == m_lastHint ? m_inTurn + 1 : 1;
    m_lastHint = seen.hint;
    if (!seen.hint.isEmpty())
        m_cleanSince.reset();
    else if (!m_cleanSince)
        m_cleanSince = atMs;
    const bool steady = m_inTurn >= looksBeforeHint;
    seen.ready = steady && m_cleanSince && atMs - *m_cleanSince >= cleanForMs;
    if (!steady && seen.hint != m_held.hint) {
        seen.hint = m_held.hint;
        seen.side = m_held.side;
        seen.places = m_held.places;
    }
    m_held = seen;
}

Result<qsizetype> LiveCheck::best(const QList<QImage> &frames)
{
    qsizetype best = frames.size() - 1;
    std::optional<std::pair<qsizetype, double>> measure; // rules broken; less sharp
    std::optional<Face> last;
    for (qsizetype i = 0; i < frames.size(); ++i) {
        auto face = last ? m_finder.follow(frames[i], *last) : Result<Face>(Error{Error::Code::FaceAbsent, {}});
        QList<Face> faces;
        if (face) {
            faces << *face;
        } else {
            const auto found = m_finder.find(frames[i]);
            if (!found)
                return found.error();
            faces = *found;
        }
        last = faces.size() == 1 && faces.first().measured ? std::optional(faces.first()) : std::nullopt;
        const auto checks = checkFrame(m_finder, m_rules, frames[i], faces, CheckDepth::Preview);
        if (!checks)
            return checks.error();
        const auto broken = std::count_if(checks->begin(), checks->end(),
                                          [](const PhotoCheck &check) { return standsInTheWay(check.verdict); });
        const PhotoCheck *sharp = checkOf(*checks, u"sharpness");
        const std::pair own(qsizetype(broken), sharp != nullptr ? -sharp->value.value_or(0) : 0);
        if (!measure || own < *measure) {
            measure = own;
            best = i;
        }
    }
    return best;
}

} // namespace idcounter
