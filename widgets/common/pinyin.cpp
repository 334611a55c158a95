#include "widgets/common/pinyin.h"

#include <QCollator>
#include <QHash>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace idcounter {

namespace {

// The first character of each initial in the order of pinyin.
struct Initial
{
    QStringView first;
    char16_t letter;
};

constexpr std::array initials{
    Initial{u"阿", u'a'}, Initial{u"八", u'b'}, Initial{u"擦", u'c'}, Initial{u"搭", u'd'}, Initial{u"蛾", u'e'},
    Initial{u"发", u'f'}, Initial{u"噶", u'g'}, Initial{u"哈", u'h'}, Initial{u"击", u'j'}, Initial{u"喀", u'k'},
    Initial{u"垃", u'l'}, Initial{u"妈", u'm'}, Initial{u"拿", u'n'}, Initial{u"哦", u'o'}, Initial{u"啪", u'p'},
    Initial{u"期", u'q'}, Initial{u"然", u'r'}, Initial{u"撒", u's'}, Initial{u"塌", u't'}, Initial{u"挖", u'w'},
    Initial{u"昔", u'x'}, Initial{u"压", u'y'}, Initial{u"匝", u'z'},
};

// Characters whose reading in names of places and peoples is not the first of the dictionary.
QChar otherReading(QChar character)
{
    static const QHash<QChar, QChar> readings{{u'重', u'c'}, {u'厦', u'x'}, {u'长', u'c'}, {u'都', u'd'},
                                              {u'六', u'l'}, {u'朝', u'c'}, {u'藏', u'z'}, {u'佤', u'w'},
                                              {u'会', u'k'}, {u'曾', u'z'}, {u'行', u'h'}, {u'单', u's'}};
    return readings.value(character);
}

// As the order of pinyin has it. Null for what has no pinyin.
QChar initialOf(QChar character)
{
    if (character.unicode() < 0x80)
        return character.toLower();
    if (character.script() != QChar::Script_Han)
        return {};
    static const QCollator byPinyin(QLocale(QLocale::Chinese, QLocale::SimplifiedHanScript, QLocale::China));
    char16_t letter = 0;
    for (const Initial &initial : initials) {
        if (byPinyin.compare(QStringView(&character, 1), initial.first) < 0)
            break;
        letter = initial.letter;
    }
    return letter;
}

} // namespace

QStringList pinyinInitials(QStringView text)
{
    QStringList all{QString()};
    for (const QChar character : text) {
        const QChar letter = initialOf(character);
        if (letter.isNull())
            continue;
        const QChar other = otherReading(character);
        QStringList longer;
        for (const QString &begun : std::as_const(all)) {
            longer << begun + letter;
            if (!other.isNull())
                longer << begun + other;
        }
        all = longer;
    }
    return all;
}

} // namespace idcounter
