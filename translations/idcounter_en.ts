<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PaperTexts</name>
    <message numerus="yes">
        <source>✓ printed %n time(s)</source>
        <translation>
            <numerusform>✓ printed once</numerusform>
            <numerusform>✓ printed %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::CaseCard</name>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>%n thing missing</numerusform>
            <numerusform>%n things missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::FingerPage</name>
    <message numerus="yes">
        <source>The scanner is cooling down, about %n second(s) more.</source>
        <translation>
            <numerusform>The scanner is cooling down, about %n second more.</numerusform>
            <numerusform>The scanner is cooling down, about %n seconds more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) left, %1</source>
        <translation>
            <numerusform>%n try left, %1</numerusform>
            <numerusform>%n tries left, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n press(es): %1</source>
        <translation>
            <numerusform>%n press: %1</numerusform>
            <numerusform>%n presses: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::FormPage</name>
    <message numerus="yes">
        <source>%n years from signing</source>
        <translation>
            <numerusform>%n year from signing</numerusform>
            <numerusform>%n years from signing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::IdentityPage</name>
    <message numerus="yes">
        <source>%n pair(s) of cases to look at</source>
        <translation>
            <numerusform>%n pair of cases to look at</numerusform>
            <numerusform>%n pairs of cases to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to look at. The prints of %n finger(s) were compared.</source>
        <translation>
            <numerusform>Nothing to look at. The prints of %n finger were compared.</numerusform>
            <numerusform>Nothing to look at. The prints of %n fingers were compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::MainWindow</name>
    <message numerus="yes">
        <source>▲ Prints: %n</source>
        <translation>
            <numerusform>▲ Prints: %n</numerusform>
            <numerusform>▲ Prints: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::MessageBar</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::SearchPage</name>
    <message numerus="yes">
        <source>%n case(s) found</source>
        <translation>
            <numerusform>%n case found</numerusform>
            <numerusform>%n cases found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::SettingsDialog</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::WalkInView</name>
    <message numerus="yes">
        <source>%n missing ▸</source>
        <comment>things that a case still lacks</comment>
        <translation>
            <numerusform>%n missing ▸</numerusform>
            <numerusform>%n missing ▸</numerusform>
        </translation>
    </message>
</context>
</TS>
