#pragma once

#include <QStringList>

namespace idcounter {

// The pinyin initials of a Chinese text, "xj" of 新疆, in every reading that is usual in names of places and peoples.
// Latin letters and digits stand for themselves, what has no pinyin is left out.
QStringList pinyinInitials(QStringView text);

} // namespace idcounter
