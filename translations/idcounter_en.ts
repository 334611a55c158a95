<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BookingWords</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) wait to be sent</source>
        <translation>
            <numerusform>%n decision waits to be sent</numerusform>
            <numerusform>%n decisions wait to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n were not taken: decide again.</source>
        <translation>
            <numerusform>▲ %n was not taken: decide again.</numerusform>
            <numerusform>▲ %n were not taken: decide again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n difference(s) to look at.</source>
        <translation>
            <numerusform>▲ %n difference to look at.</numerusform>
            <numerusform>▲ %n differences to look at.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ This computer&apos;s clock is off by %n minute(s).</source>
        <translation>
            <numerusform>▲ This computer&apos;s clock is off by %n minute.</numerusform>
            <numerusform>▲ This computer&apos;s clock is off by %n minutes.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>■ %n day(s) late</source>
        <translation>
            <numerusform>■ %n day late</numerusform>
            <numerusform>■ %n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::CallList</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>called</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
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
    <name>idcounter::CaseFacts</name>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>%n day over</numerusform>
            <numerusform>%n days over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The applicant was called %n time(s).</source>
        <translation>
            <numerusform>The applicant was called %n time.</numerusform>
            <numerusform>The applicant was called %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n printed</source>
        <translation>
            <numerusform>%1: %n printed</numerusform>
            <numerusform>%1: %n printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ChipCompare</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::DeadlinePage</name>
    <message numerus="yes">
        <source>%n open case(s), the latest first</source>
        <translation>
            <numerusform>%n open case, the latest first</numerusform>
            <numerusform>%n open cases, the latest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::DeliveryView</name>
    <message numerus="yes">
        <source>%n number(s) were read from the list.</source>
        <translation>
            <numerusform>%n number was read from the list.</numerusform>
            <numerusform>%n numbers were read from the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) on the way to the station</source>
        <translation>
            <numerusform>%n card on the way to the station</numerusform>
            <numerusform>%n cards on the way to the station</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) dispatched and not counted</source>
        <translation>
            <numerusform>%n card dispatched and not counted</numerusform>
            <numerusform>%n cards dispatched and not counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The count goes on where %1 was at %2: %n card(s).</source>
        <translation>
            <numerusform>The count goes on where %1 was at %2: %n card.</numerusform>
            <numerusform>The count goes on where %1 was at %2: %n cards.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ Counter %1 is counting a delivery: %2, %n card(s), since %3.</source>
        <translation>
            <numerusform>▲ Counter %1 is counting a delivery: %2, %n card, since %3.</numerusform>
            <numerusform>▲ Counter %1 is counting a delivery: %2, %n cards, since %3.</numerusform>
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
    <name>idcounter::KeyReminders</name>
    <message numerus="yes">
        <source>▲ Our own keys run out on %1, in %n day(s). Make new ones under Packages and hand them to the partners.</source>
        <translation>
            <numerusform>▲ Our own keys run out on %1, in %n day. Make new ones under Packages and hand them to the partners.</numerusform>
            <numerusform>▲ Our own keys run out on %1, in %n days. Make new ones under Packages and hand them to the partners.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ The keys of %1 run out on %2, in %n day(s). Ask the office for its new ones.</source>
        <translation>
            <numerusform>▲ The keys of %1 run out on %2, in %n day. Ask the office for its new ones.</numerusform>
            <numerusform>▲ The keys of %1 run out on %2, in %n days. Ask the office for its new ones.</numerusform>
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
    <name>idcounter::OrderPage</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>reminded</comment>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::PackagesPage</name>
    <message numerus="yes">
        <source>%n case(s) wait for a package</source>
        <translation>
            <numerusform>%n case waits for a package</numerusform>
            <numerusform>%n cases wait for a package</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) stayed behind; take the approval back and have done again what is damaged:</source>
        <translation>
            <numerusform>%n case stayed behind; take the approval back and have done again what is damaged:</numerusform>
            <numerusform>%n cases stayed behind; take the approval back and have done again what is damaged:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::PlacePreview</name>
    <message numerus="yes">
        <source>▲ No visit in the next %n day(s): nobody can book.</source>
        <translation>
            <numerusform>▲ No visit on the next day: nobody can book.</numerusform>
            <numerusform>▲ No visit in the next %n days: nobody can book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ No place for the public in the next %n day(s).</source>
        <translation>
            <numerusform>▲ No place for the public on the next day.</numerusform>
            <numerusform>▲ No place for the public in the next %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::PlatformAddressBox</name>
    <message numerus="yes">
        <source>✓ Written: %n message(s) for the platform.</source>
        <translation>
            <numerusform>✓ Written: %n message for the platform.</numerusform>
            <numerusform>✓ Written: %n messages for the platform.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Read: %n change(s).</source>
        <translation>
            <numerusform>✓ Read: %n change.</numerusform>
            <numerusform>✓ Read: %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit.</source>
        <translation>
            <numerusform>%n did not fit.</numerusform>
            <numerusform>%n did not fit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::PrintView</name>
    <message numerus="yes">
        <source>%n try(s)</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ReturnedPage</name>
    <message numerus="yes">
        <source>%n case(s) came back</source>
        <translation>
            <numerusform>%n case came back</numerusform>
            <numerusform>%n cases came back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewCaseView</name>
    <message numerus="yes">
        <source>Taken at the counter, %n try(s)</source>
        <translation>
            <numerusform>Taken at the counter, %n try</numerusform>
            <numerusform>Taken at the counter, %n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewFilterBar</name>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n day or more</numerusform>
            <numerusform>%n days or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewModel</name>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>%n day old</numerusform>
            <numerusform>%n days old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewPage</name>
    <message numerus="yes">
        <source>Review: %n case(s) wait</source>
        <translation>
            <numerusform>Review: %n case waits</numerusform>
            <numerusform>Review: %n cases wait</numerusform>
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
    <name>idcounter::StoredCards</name>
    <message numerus="yes">
        <source>▲ %n card(s) are to be put away again after a collection was taken back: choose one and give it a place.</source>
        <translation>
            <numerusform>▲ %n card is to be put away again after a collection was taken back: choose it and give it a place.</numerusform>
            <numerusform>▲ %n cards are to be put away again after a collection was taken back: choose one and give it a place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::TemporaryCardPage</name>
    <message numerus="yes">
        <source>%n applicant(s) wait for a temporary card</source>
        <translation>
            <numerusform>%n applicant waits for a temporary card</numerusform>
            <numerusform>%n applicants wait for a temporary card</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n temporary card(s) with citizens</source>
        <translation>
            <numerusform>%n temporary card with a citizen</numerusform>
            <numerusform>%n temporary cards with citizens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ Still out: %n temporary card(s) are due back. Call the citizens.</source>
        <translation>
            <numerusform>▲ Still out: %n temporary card is due back. Call the citizen.</numerusform>
            <numerusform>▲ Still out: %n temporary cards are due back. Call the citizens.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::UnclaimedView</name>
    <message numerus="yes">
        <source>%n card(s) that nobody fetched</source>
        <translation>
            <numerusform>%n card that nobody fetched</numerusform>
            <numerusform>%n cards that nobody fetched</numerusform>
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
