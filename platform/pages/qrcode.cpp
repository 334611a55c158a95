#include "platform/pages/qrcode.h"

#include <zint.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

QrPicture qrPicture(const QString &text)
{
    constexpr int quietZone = 4; // modules, by ISO/IEC 18004
    const std::unique_ptr<zint_symbol, void (*)(zint_symbol *)> symbol(ZBarcode_Create(), ZBarcode_Delete);
    symbol->symbology = BARCODE_QRCODE;
    symbol->option_1 = 2; // level M
    const QByteArray bytes = text.toUtf8();
    const auto *source = reinterpret_cast<const unsigned char *>(bytes.constData());
    if (ZBarcode_Encode(symbol.get(), source, int(bytes.size())) >= ZINT_ERROR)
        return {};
    QrPicture picture{.path = {}, .size = symbol->width + 2 * quietZone};
    for (int row = 0; row < symbol->rows; ++row) {
        for (int column = 0; column < symbol->width; ++column) {
            if (symbol->encoded_data[row][column / 8] & (1 << (column % 8)))
                picture.path += u"M%1 %2h1v1h-1z"_s.arg(column + quietZone).arg(row + quietZone);
        }
    }
    return picture;
}

} // namespace idcounter::platform
