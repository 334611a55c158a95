#pragma once

#include "app/domain/result.h"

#include <QTemporaryDir>

namespace idcounter {

// idcounter-fingerd in a world where one recorded scanner is plugged in (umockdev-run and libfprint's own recordings).
class RecordedScanner
{
public:
    explicit RecordedScanner(const QString &name); // the recording's folder: "uru4000-4500"

    // Why it cannot be replayed here; empty when it can.
    QString obstacle() const { return m_obstacle; }
    // A program to be started in place of idcounter-fingerd, with its arguments.
    QString program() const { return m_script; }
    QString expectedImage() const { return m_folder + QStringLiteral("/expected.png"); }

private:
    QString replayOption() const;

    const QString m_folder;
    QTemporaryDir m_scriptFolder;
    QString m_script;
    QString m_obstacle;
};

} // namespace idcounter
