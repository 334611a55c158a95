#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

// What the built programs load: Qt 6 alone, and of OpenCV nothing that is built on another Qt.
class TestLibraries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadOneQt_data();
    void loadOneQt();
    void seesALibraryThatMustNotBe();

private:
    static QStringList forbidden(const QString &libraries)
    {
        static const QRegularExpression pattern(u"lib(Qt5\\w*|opencv_(highgui|cvv|viz))\\.so"_s);
        QStringList found;
        auto match = pattern.globalMatch(libraries);
        while (match.hasNext())
            found << match.next().captured();
        return found;
    }
};

void TestLibraries::loadOneQt_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("needed"); // by which it is seen that the list was read
    QTest::newRow("idcounter") << QStringLiteral(IDCOUNTER_PROGRAM) << u"libopencv_dnn"_s;
    QTest::newRow("idcounterctl") << QStringLiteral(IDCOUNTER_CTL) << u"libQt6Core"_s;
    QTest::newRow("idcounter-fingerd") << QStringLiteral(IDCOUNTER_FINGERD) << u"libfprint"_s;
}

void TestLibraries::loadOneQt()
{
    QFETCH(QString, program);
    QFETCH(QString, needed);
    QProcess ldd;
    ldd.start(u"ldd"_s, {program});
    QVERIFY(ldd.waitForFinished());
    QCOMPARE(ldd.exitCode(), 0);
    const QString libraries = QString::fromLocal8Bit(ldd.readAllStandardOutput());
    QVERIFY2(libraries.contains(needed), qPrintable(needed));
    QCOMPARE(forbidden(libraries), QStringList());
}

void TestLibraries::seesALibraryThatMustNotBe()
{
    QCOMPARE(forbidden(u"\tlibopencv_highgui.so.406 => /lib/libopencv_highgui.so.406 (0x0)\n\tlibQt5Core.so.5 => x"_s)
                 .size(),
             3);
    QVERIFY(forbidden(u"\tlibQt6Core.so.6 => /lib/libQt6Core.so.6 (0x0)\n\tlibopencv_core.so.406 => x"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestLibraries)
#include "tst_libraries.moc"
