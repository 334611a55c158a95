#include "app/texts/phototexts.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::texts {

namespace {

// Translated when asked for, as the language may change.
struct RuleTexts
{
    const char *name; // what the rule asks for
    const char *advice; // what is wrong, and what to do
};

const QHash<QString, RuleTexts> &ruleTexts()
{
    static const QHash<QString, RuleTexts> texts{
        {u"size_w"_s,
         {QT_TRANSLATE_NOOP("Texts", "Width"),
          QT_TRANSLATE_NOOP("Texts", "The photo is not 358 pixels wide. Take it again or choose the right file.")}},
        {u"size_h"_s,
         {QT_TRANSLATE_NOOP("Texts", "Height"),
          QT_TRANSLATE_NOOP("Texts", "The photo is not 441 pixels high. Take it again or choose the right file.")}},
        {u"depth"_s,
         {QT_TRANSLATE_NOOP("Texts", "Colour depth"),
          QT_TRANSLATE_NOOP("Texts", "The photo is not in colour. Take it again in colour.")}},
        {u"dpi"_s,
         {QT_TRANSLATE_NOOP("Texts", "Resolution tag"),
          QT_TRANSLATE_NOOP("Texts",
                            "The file does not say 350 dots per inch. Load it here, and it is written anew.")}},
        {u"face_w"_s,
         {QT_TRANSLATE_NOOP("Texts", "Width of the face"),
          QT_TRANSLATE_NOOP("Texts", "The face is too wide or too narrow in the photo. Change the size of the crop.")}},
        {u"eye_line"_s,
         {QT_TRANSLATE_NOOP("Texts", "Eyes above the lower edge"),
          QT_TRANSLATE_NOOP("Texts", "The eyes are too low in the photo. Move the crop down.")}},
        {u"top_gap"_s,
         {QT_TRANSLATE_NOOP("Texts", "Hair below the upper edge"),
          QT_TRANSLATE_NOOP("Texts", "The room above the hair is too small or too large. Move the crop.")}},
        {u"centre_x"_s,
         {QT_TRANSLATE_NOOP("Texts", "Centred"),
          QT_TRANSLATE_NOOP("Texts", "The head is not in the middle. Move the crop to the side.")}},
        {u"background"_s,
         {QT_TRANSLATE_NOOP("Texts", "White background"),
          QT_TRANSLATE_NOOP("Texts", "The background is not white. Take the photo before a plain wall.")}},
        {u"jpeg_q"_s,
         {QT_TRANSLATE_NOOP("Texts", "JPEG quality"),
          QT_TRANSLATE_NOOP("Texts", "The file is compressed more or less than usual.")}},
        {u"jpeg_damage"_s,
         {QT_TRANSLATE_NOOP("Texts", "Compression damage"),
          QT_TRANSLATE_NOOP("Texts",
                            "The picture shows blocks from compression. Use a better file or take it again.")}},
        {u"jpeg_size"_s,
         {QT_TRANSLATE_NOOP("Texts", "File size"),
          QT_TRANSLATE_NOOP("Texts", "The file is smaller or larger than usual.")}},
        {u"one_face"_s,
         {QT_TRANSLATE_NOOP("Texts", "One person only"),
          QT_TRANSLATE_NOOP("Texts", "Exactly one person may be in the picture. Ask the others to step aside.")}},
        {u"resolution"_s,
         {QT_TRANSLATE_NOOP("Texts", "Face large enough"),
          QT_TRANSLATE_NOOP("Texts", "The face is too small in the picture. Come closer to the camera.")}},
        {u"in_frame"_s,
         {QT_TRANSLATE_NOOP("Texts", "Face within the picture"),
          QT_TRANSLATE_NOOP("Texts", "The person reaches over the edge of the picture. Move into the frame.")}},
        {u"roll"_s,
         {QT_TRANSLATE_NOOP("Texts", "Head level"),
          QT_TRANSLATE_NOOP("Texts", "The head is tilted. Hold it straight.")}},
        {u"yaw"_s,
         {QT_TRANSLATE_NOOP("Texts", "Facing the camera"),
          QT_TRANSLATE_NOOP("Texts", "The head is turned aside. Look straight into the camera.")}},
        {u"pitch"_s,
         {QT_TRANSLATE_NOOP("Texts", "Head neither raised nor lowered"),
          QT_TRANSLATE_NOOP("Texts", "The chin is too high or too low. Look straight ahead.")}},
        {u"eyes_open"_s,
         {QT_TRANSLATE_NOOP("Texts", "Eyes open"), QT_TRANSLATE_NOOP("Texts", "The eyes are closed. Open them wide.")}},
        {u"mouth_closed"_s,
         {QT_TRANSLATE_NOOP("Texts", "Mouth closed"), QT_TRANSLATE_NOOP("Texts", "The mouth is open. Close it.")}},
        {u"sharpness"_s,
         {QT_TRANSLATE_NOOP("Texts", "Sharp"),
          QT_TRANSLATE_NOOP("Texts", "The picture is not sharp. Hold still; wipe the lens if it stays so.")}},
        {u"too_dark"_s,
         {QT_TRANSLATE_NOOP("Texts", "Not too dark"),
          QT_TRANSLATE_NOOP("Texts", "The face is too dark. Give it more light from the front.")}},
        {u"too_bright"_s,
         {QT_TRANSLATE_NOOP("Texts", "Not too bright"),
          QT_TRANSLATE_NOOP("Texts", "The face is too bright. Give it less light.")}},
        {u"even_light"_s,
         {QT_TRANSLATE_NOOP("Texts", "Even light"),
          QT_TRANSLATE_NOOP("Texts", "One side of the face is darker. Turn the lamp or close the curtain.")}},
        {u"colour_cast"_s,
         {QT_TRANSLATE_NOOP("Texts", "No colour cast"),
          QT_TRANSLATE_NOOP("Texts", "The colours are not natural. Change the light.")}},
        {u"glare"_s,
         {QT_TRANSLATE_NOOP("Texts", "No glare on glasses"),
          QT_TRANSLATE_NOOP("Texts",
                            "There is glare on the glasses. Lower the head a little, or turn the lamp away.")}},
        {u"covered"_s,
         {QT_TRANSLATE_NOOP("Texts", "Face not covered"),
          QT_TRANSLATE_NOOP("Texts", "Something covers the face. Take off the mask, move the hair aside.")}},
        {u"dark_glasses"_s,
         {QT_TRANSLATE_NOOP("Texts", "No dark glasses"),
          QT_TRANSLATE_NOOP("Texts", "The glasses are dark. Take them off or use clear ones.")}},
        {u"hat"_s,
         {QT_TRANSLATE_NOOP("Texts", "No hat"),
          QT_TRANSLATE_NOOP("Texts",
                            "The head is covered. Take the hat off, where the local rule does not allow it.")}},
        {u"shadow"_s,
         {QT_TRANSLATE_NOOP("Texts", "No shadow on the wall"),
          QT_TRANSLATE_NOOP("Texts", "There is a shadow on the wall. Step away from it.")}},
        {u"wall"_s,
         {QT_TRANSLATE_NOOP("Texts", "Plain wall"),
          QT_TRANSLATE_NOOP("Texts", "The wall is not plain. Choose another background.")}},
        {u"clothes_white"_s,
         {QT_TRANSLATE_NOOP("Texts", "No white clothes, no uniform"),
          QT_TRANSLATE_NOOP("Texts",
                            "The clothes are white or very light. Put on something dark, without a uniform.")}},
        {u"natural"_s,
         {QT_TRANSLATE_NOOP("Texts", "Natural look"),
          QT_TRANSLATE_NOOP("Texts", "The look is not natural. No heavy make-up, no large jewellery.")}},
        {u"glasses"_s,
         {QT_TRANSLATE_NOOP("Texts", "Glasses as usual, no tint"),
          QT_TRANSLATE_NOOP("Texts", "Glasses are worn as usual, without tint, the frame not over the eyes.")}},
        {u"hair"_s,
         {QT_TRANSLATE_NOOP("Texts", "Ears and brows visible"),
          QT_TRANSLATE_NOOP("Texts", "Ears and brows must be seen. Move the hair aside.")}},
        {u"retouch"_s,
         {QT_TRANSLATE_NOOP("Texts", "Not retouched"),
          QT_TRANSLATE_NOOP("Texts", "The photo was retouched. Use one that was not.")}},
    };
    return texts;
}

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

} // namespace

QString photoRule(const QString &rule)
{
    const auto texts = ruleTexts().constFind(rule);
    return texts == ruleTexts().constEnd() ? rule : QCoreApplication::translate("Texts", texts->name);
}

QString photoAdvice(const QString &rule)
{
    const auto texts = ruleTexts().constFind(rule);
    return texts == ruleTexts().constEnd() ? rule : QCoreApplication::translate("Texts", texts->advice);
}

QString describe(const PhotoCheck &check)
{
    switch (check.verdict) {
    case PhotoVerdict::Block:
    case PhotoVerdict::Warn:
        return photoAdvice(check.rule.rule);
    case PhotoVerdict::Look:
        return Texts::tr("%1: look yourself.", "a rule for the photo").arg(photoRule(check.rule.rule));
    case PhotoVerdict::Unchecked:
        return Texts::tr("%1: not measured, look yourself.", "a rule for the photo").arg(photoRule(check.rule.rule));
    case PhotoVerdict::Info:
        return Texts::tr("%1: for information.", "a rule for the photo").arg(photoRule(check.rule.rule));
    case PhotoVerdict::Pass:
        return Texts::tr("%1: met.", "a rule for the photo").arg(photoRule(check.rule.rule));
    }
    Q_UNREACHABLE();
}

QString liveAdvice(const QString &rule, int side)
{
    const bool positive = side > 0;
    if (rule == u"one_face")
        return positive ? photoAdvice(rule)
                        : QCoreApplication::translate("Texts", "Nobody is seen. Sit down before the camera.");
    if (rule == u"in_frame")
        return positive ? photoAdvice(rule)
                        : QCoreApplication::translate("Texts", "Too near. Move back from the camera a little.");
    // The camera sees the citizen from the front: what leans to the picture's right leans to his left.
    if (rule == u"yaw")
        return positive ? QCoreApplication::translate("Texts", "Turn the head a little to your right.")
                        : QCoreApplication::translate("Texts", "Turn the head a little to your left.");
    if (rule == u"roll")
        return positive ? QCoreApplication::translate("Texts", "Tilt the head a little to your right.")
                        : QCoreApplication::translate("Texts", "Tilt the head a little to your left.");
    if (rule == u"pitch")
        return positive ? QCoreApplication::translate("Texts", "Raise the chin a little.")
                        : QCoreApplication::translate("Texts", "Lower the chin a little.");
    return photoAdvice(rule);
}

} // namespace idcounter::texts
