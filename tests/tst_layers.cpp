#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// The rooms, and what each may include besides itself. A file belongs to the longest name that its path begins with.
static const QHash<QString, QString> rooms{
    {u"app/domain"_s, u""_s},
    {u"app/texts"_s, u"app/domain"_s},
    {u"app/ports"_s, u"app/domain"_s},
    {u"app/imaging"_s, u"app/domain"_s},
    {u"app/biometrics"_s, u"app/domain"_s},
    {u"app/security"_s, u"app/domain"_s},
    {u"app/storage"_s, u"app/domain app/security"_s},
    {u"app/documents"_s, u"app/domain app/texts"_s},
    {u"app/exchange"_s, u"app/domain app/security app/biometrics"_s},
    {u"app/workflow"_s,
     u"app/domain app/ports app/imaging app/biometrics app/security app/storage app/documents app/exchange"_s},
    {u"app/ctl"_s,
     u"app/domain app/texts app/imaging app/biometrics app/security app/storage app/documents app/exchange "
     u"app/workflow "
     "devices/practice"_s},
    {u"devices"_s,
     u"app/domain app/ports devices/camera devices/fingerd devices/practice devices/printer devices/reader"_s},
    {u"devices/camera"_s, u"app/domain app/ports"_s},
    {u"devices/fingerd"_s, u"app/domain app/ports"_s},
    {u"devices/practice"_s, u"app/domain app/ports app/biometrics devices/camera devices/fingerd devices/reader"_s},
    {u"devices/printer"_s, u"app/domain app/ports"_s},
    {u"devices/reader"_s, u"app/domain app/ports"_s},
    {u"platform/http"_s, u"app/domain"_s},
    {u"platform/store"_s, u"app/domain app/storage app/exchange"_s},
    {u"platform/service"_s, u"app/domain app/imaging app/security app/storage app/exchange platform/store"_s},
    {u"platform/station"_s, u"app/domain app/exchange platform/http platform/store platform/service"_s},
    {u"platform/sender"_s, u"app/domain platform/service"_s},
    {u"platform/practice"_s, u"app/domain app/exchange platform/store platform/service"_s},
    {u"platform/pages"_s, u"app/domain app/exchange platform/http platform/store platform/service platform/practice"_s},
    {u"widgets"_s, u"app/domain app/texts app/ports app/imaging app/workflow"_s},
    {u"widgets/rehearsal"_s, u"app/domain app/texts app/ports app/workflow app/exchange widgets"_s},
};

static QString roomOf(const QString &path)
{
    QString folder = path;
    while (!rooms.contains(folder) && folder.contains(u'/'))
        folder.truncate(folder.lastIndexOf(u'/'));
    return rooms.contains(folder) ? folder : QString();
}

// What a file includes of ours, in either kind of brackets.
static QStringList includesOf(const QString &path)
{
    static const QRegularExpression include(
        uR"(^\s*#\s*include\s*(?:"|<(?=(?:app|devices|platform|widgets)/))([^">]+))"_s,
        QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {path + u" (unreadable)"_s};
    QStringList targets;
    auto matches = include.globalMatch(QString::fromUtf8(file.readAll()));
    while (matches.hasNext())
        targets << matches.next().captured(1);
    return targets;
}

// Every file in a folder that is no room, and every include against the arrows. Only main.cpp sees all rooms.
static QStringList problemsIn(const QDir &root)
{
    QStringList problems;
    for (const QString &top : {u"app"_s, u"devices"_s, u"platform"_s, u"widgets"_s}) {
        QDirIterator files(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = root.relativeFilePath(files.next());
            const QString room = roomOf(path);
            if (path == "app/main.cpp"_L1 || path == "platform/main.cpp"_L1)
                continue;
            if (room.isEmpty())
                problems << u"%1 is in no room"_s.arg(path);
            const QStringList targets = includesOf(root.filePath(path));
            for (const QString &target : targets) {
                const QString other = roomOf(target);
                if (other.isEmpty() || (other != room && !rooms[room].split(u' ').contains(other)))
                    problems << u"%1 must not include %2"_s.arg(path, target);
            }
        }
    }
    problems.sort();
    return problems;
}

// Types of one name in one namespace that two headers define: programs that link both mix them up without a word.
static QStringList namesDefinedTwice(const QDir &root)
{
    static const QRegularExpression space(u"^namespace ([a-z:]+) \\{"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression type(u"^(?:class|struct|enum class) ([A-Z]\\w*)(?: final)?(?: :.*)?$"_s,
                                         QRegularExpression::MultilineOption);
    QMap<QString, QStringList> files;
    for (const QString &top : {u"app"_s, u"devices"_s, u"platform"_s, u"widgets"_s}) {
        QDirIterator headers(root.filePath(top), {u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (headers.hasNext()) {
            QFile file(headers.next());
            const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
            for (auto types = type.globalMatch(text); types.hasNext();)
                files[space.match(text).captured(1) + u"::"_s + types.next().captured(1)]
                    << root.relativeFilePath(file.fileName());
        }
    }
    QStringList twice;
    for (auto name = files.begin(); name != files.end(); ++name) {
        name->sort();
        if (name->size() > 1)
            twice << name.key() + u": "_s + name->join(u", "_s);
    }
    return twice;
}

static bool plant(const QDir &root, const QString &path, const QByteArray &text)
{
    QFile file(root.filePath(path));
    return root.mkpath(path.section(u'/', 0, -2)) && file.open(QIODevice::WriteOnly) && file.write(text) > 0;
}

class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesFollowTheArrows();
    void findsWhatIsPlanted();
    void everyNameIsDefinedOnce();
    void findsANameDefinedTwice();
};

void TestLayers::includesFollowTheArrows()
{
    const QStringList problems = problemsIn(QDir(QLatin1StringView(IDCOUNTER_SOURCE_DIR)));
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
}

// The control: a tree with one fault of each kind.
void TestLayers::findsWhatIsPlanted()
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(plant(root, u"app/attic/box.h"_s, "#pragma once\n"));
    QVERIFY(plant(root, u"app/domain/fine.h"_s, "#include \"app/domain/error.h\"\n#include <QString>\n"));
    QVERIFY(plant(root, u"app/storage/up.cpp"_s, "#include <app/workflow/walkin.h>\n"));
    QVERIFY(plant(root, u"widgets/page.cpp"_s, "#include \"app/storage/store.h\"\n#include \"common/page.h\"\n"));

    QCOMPARE(
        problemsIn(root),
        QStringList({u"app/attic/box.h is in no room"_s, u"app/storage/up.cpp must not include app/workflow/walkin.h"_s,
                     u"widgets/page.cpp must not include app/storage/store.h"_s,
                     u"widgets/page.cpp must not include common/page.h"_s}));
}

void TestLayers::everyNameIsDefinedOnce()
{
    QCOMPARE(namesDefinedTwice(QDir(QLatin1StringView(IDCOUNTER_SOURCE_DIR))), QStringList());
}

// The control: two of one name, and one of the same name in a namespace of its own.
void TestLayers::findsANameDefinedTwice()
{
    const QTemporaryDir folder;
    const QDir root(folder.path());
    QVERIFY(plant(root, u"app/storage/a.h"_s, "namespace idcounter {\n\nstruct Capture\n{\n};\nstruct Later;\n}\n"));
    QVERIFY(
        plant(root, u"devices/camera/b.h"_s, "namespace idcounter {\n\nclass Capture final : public X\n{\n};\n}\n"));
    QVERIFY(plant(root, u"devices/camera/c.h"_s, "namespace idcounter::camera {\n\nclass Capture\n{\n};\n}\n"));
    QCOMPARE(namesDefinedTwice(root), QStringList{u"idcounter::Capture: app/storage/a.h, devices/camera/b.h"_s});
}

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
