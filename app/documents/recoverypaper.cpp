#include "app/documents/recoverypaper.h"

using namespace Qt::StringLiterals;

namespace idcounter {

Document recoveryPaper(const QString &station, QDate day, const QString &first, const QString &second)
{
    const QStringList parts{first, second};
    return {
        .title = u"恢复密钥"_s,
        .size = {210, 148},
        .pages = int(parts.size()),
        .paint = [station, day, parts](Canvas &canvas, int page) {
            canvas.text({15, 15, 180, 12}, u"恢复密钥　第 %1 部分（共 2 部分）"_s.arg(page + 1),
                        {.size = 18, .bold = true, .alignment = Qt::AlignHCenter | Qt::AlignVCenter});
            canvas.text({15, 32, 180, 8}, u"%1　%2"_s.arg(station, day.toString(u"yyyy年MM月dd日"_s)));
            canvas.box({15, 45, 180, 30});
            canvas.text({18, 45, 174, 30}, parts[page], {.size = 14});
            canvas.text(
                {15, 82, 180, 30},
                u"无人能登录时，两部分合在一起可打开本所数据；单独一部分无用。请将两张分别存入两个保险柜，由两人保管。"_s,
                {.size = 11, .alignment = Qt::AlignLeft | Qt::AlignTop});
        }};
}

} // namespace idcounter
