#include "app/imaging/whitener.h"

#include <opencv2/imgproc.hpp>

#include <QTest>

using namespace idcounter;

class TestWhitener : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whitensTheWallAndLeavesThePerson_data();
    void whitensTheWallAndLeavesThePerson();
    void leavesNoFringeOfTheWall();
};

// A head of one colour before a wall, and the coarse mask that a net would give.
struct Scene
{
    cv::Mat photo;
    cv::Mat mask;
    cv::Mat person; // exact, 0 or 255
};

static Scene scene(const cv::Scalar &wall, const cv::Scalar &person)
{
    const cv::Size size(358, 441);
    Scene scene;
    scene.person = cv::Mat::zeros(size, CV_8U);
    cv::ellipse(scene.person, {179, 230}, {95, 160}, 0, 0, 360, 255, cv::FILLED);
    cv::Mat alpha;
    cv::GaussianBlur(scene.person, alpha, {5, 5}, 0); // hair and wall mix
    cv::Mat wallOnly(size, CV_8UC3, wall);
    cv::Mat personOnly(size, CV_8UC3, person);
    cv::Mat alpha3;
    cv::merge(std::vector{alpha, alpha, alpha}, alpha3);
    alpha3.convertTo(alpha3, CV_32F, 1 / 255.0);
    wallOnly.convertTo(wallOnly, CV_32F);
    personOnly.convertTo(personOnly, CV_32F);
    cv::Mat mixed = personOnly.mul(alpha3) + wallOnly.mul(cv::Scalar::all(1) - alpha3);
    mixed.convertTo(scene.photo, CV_8U);
    cv::GaussianBlur(scene.person, scene.mask, {15, 15}, 0);
    scene.mask.convertTo(scene.mask, CV_32F, 1 / 255.0);
    return scene;
}

void TestWhitener::whitensTheWallAndLeavesThePerson_data()
{
    QTest::addColumn<int>("blue");
    QTest::addColumn<int>("green");
    QTest::addColumn<int>("red");

    QTest::newRow("light grey wall") << 205 << 205 << 205;
    QTest::newRow("blue wall") << 190 << 120 << 60;
    QTest::newRow("white wall") << 255 << 255 << 255;
}

void TestWhitener::whitensTheWallAndLeavesThePerson()
{
    QFETCH(int, blue);
    QFETCH(int, green);
    QFETCH(int, red);
    const Scene scene = ::scene(cv::Scalar(blue, green, red), cv::Scalar(40, 50, 60));
    const cv::Mat result = onWhite(scene.photo, matteOf(scene.photo, scene.mask));

    cv::Mat wall;
    cv::dilate(scene.person, wall, cv::Mat::ones(21, 21, CV_8U));
    cv::bitwise_not(wall, wall);
    cv::Mat inner;
    cv::erode(scene.person, inner, cv::Mat::ones(25, 25, CV_8U));
    const cv::Scalar wallMean = cv::mean(result, wall);
    for (int channel = 0; channel < 3; ++channel)
        QVERIFY(wallMean[channel] > 254.5);
    cv::Mat difference;
    cv::absdiff(result, scene.photo, difference);
    QVERIFY(cv::mean(difference, inner)[0] < 0.5);
}

// Along the edge nothing may be darker than both the person and the white wall allow, and no wall's colour may stay.
void TestWhitener::leavesNoFringeOfTheWall()
{
    const Scene scene = ::scene(cv::Scalar(190, 120, 60), cv::Scalar(50, 50, 50));
    const cv::Mat result = onWhite(scene.photo, matteOf(scene.photo, scene.mask));
    cv::Mat outer;
    cv::dilate(scene.person, outer, cv::Mat::ones(9, 9, CV_8U));
    const cv::Mat edge = outer & ~scene.person;
    const auto colour = [&edge](const cv::Mat &picture) {
        const cv::Scalar mean = cv::mean(picture, edge);
        return std::abs(mean[0] - mean[2]);
    };
    QVERIFY(colour(scene.photo) > 60); // the control: before, the edge was blue
    QVERIFY2(colour(result) < 20, qPrintable(QString::number(colour(result))));
}

QTEST_APPLESS_MAIN(TestWhitener)
#include "tst_whitener.moc"
