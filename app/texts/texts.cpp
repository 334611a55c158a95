#include "app/texts/texts.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace idcounter::texts {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Texts)
};

} // namespace

QString describe(Error::Code value)
{
    switch (value) {
    case Error::Code::CitizenNumberLength:
        return Texts::tr("A citizen number has 18 characters. Type the missing ones.");
    case Error::Code::CitizenNumberCharacter:
        return Texts::tr("Only digits are allowed, and an X at the end.");
    case Error::Code::CitizenNumberBirthDate:
        return Texts::tr("The birth date in the number does not exist. Compare it with the booklet.");
    case Error::Code::CitizenNumberCheck:
        return Texts::tr("The last character does not match the others. Compare the number with the booklet.");
    case Error::Code::CitizenNumberLegacy:
        return Texts::tr("This is a number of 15 digits. Use the one of 18 characters in the booklet.");
    case Error::Code::BirthDateInFuture:
        return Texts::tr("The birth date in the number is in the future. Check the number and this computer's date.");
    case Error::Code::DivisionUnknown:
        return Texts::tr(
            "The first six digits are in no list of divisions. Look at the booklet; if it says the same, go on.");
    case Error::Code::AcceptanceNumberInvalid:
        return Texts::tr("This is no acceptance number: it has 22 digits.");
    case Error::Code::CodeUnknown:
        return Texts::tr("The value is not in the code table. Choose one from the list.");
    case Error::Code::NameMissing:
        return Texts::tr("Enter the name as it is written in the booklet.");
    case Error::Code::NameTooLong:
        return Texts::tr("The name has more than 50 characters. Compare it with the booklet.");
    case Error::Code::NameCharacter:
        return Texts::tr("The name has a character that no name has. Compare it with the booklet.");
    case Error::Code::AddressMissing:
        return Texts::tr("Enter the address of the booklet, beginning with the province.");
    case Error::Code::AddressWithoutProvince:
        return Texts::tr("The address does not begin with a province. Compare it with the booklet.");
    case Error::Code::NameTooLongForChip:
        return Texts::tr(
            "The chip has room for 15 characters of a name. The centre's rule for long names applies; tell "
            "the citizen.");
    case Error::Code::AddressTooLongForChip:
        return Texts::tr("The chip has room for 35 characters of an address. Shorten it as the booklet allows.");
    case Error::Code::DateInvalid:
        return Texts::tr("This is no date. Type it as 2026-11-24.");
    case Error::Code::NumberDiffersFromRegister:
        return Texts::tr(
            "The number differs from the household record. Have it corrected first, at the household desk.");
    case Error::Code::RegisterUnknown:
        return Texts::tr("The population register does not know this number. Compare it with the booklet; then ask the "
                         "household desk.");
    case Error::Code::BookletDiffers:
        return Texts::tr("Name, sex, birth date or ethnic group differ from the record. Have the booklet changed "
                         "first, at the household desk.");
    case Error::Code::StruckOff:
        return Texts::tr("The person was struck off this booklet. Ask the household desk.");
    case Error::Code::BookletReportedLost:
        return Texts::tr("The booklet was reported lost. Keep it and call the supervisor.");
    case Error::Code::SealMissing:
        return Texts::tr(
            "The seal of the station is missing in the booklet. Have it stamped first, at the household desk.");
    case Error::Code::SoldierSeparate:
        return Texts::tr("Soldiers and armed police apply through their unit. Do not accept here.");
    case Error::Code::OpenCaseExists:
        return Texts::tr(
            "An application of this citizen is already under way. Look it up; a second one cannot be accepted.");
    case Error::Code::GuardianMissing:
        return Texts::tr("Under 16 the guardian applies. Enter guardian's number, name and relation.");
    case Error::Code::ReasonMissing:
        return Texts::tr("Choose what is applied for.");
    case Error::Code::ReasonNotFirst:
        return Texts::tr("This citizen has held a second-generation card: it is no first application. Choose renewal, "
                         "damage or loss.");
    case Error::Code::ReasonIsFirst:
        return Texts::tr("This citizen has never held a card: choose the first application.");
    case Error::Code::ReasonAge:
        return Texts::tr("The reason does not fit the age. Choose the one for under 16, or for 16 and more.");
    case Error::Code::OldCardContradicts:
        return Texts::tr(
            "Reason and old card do not fit: a lost card is re-issued (41), any other is handed in. Choose again.");
    case Error::Code::IdentityUnsettled:
        return Texts::tr("The identity cannot be settled. Ask for a proof, or have the household visited.");
    case Error::Code::HouseholdChangeFirst:
        return Texts::tr("The address differs from the record. Have the household record changed first.");
    case Error::Code::RenewalTooEarly:
        return Texts::tr("The card is valid for more than three months. Renewing it so early needs a reason.");
    case Error::Code::FirstApplicationLate:
        return Texts::tr("The first card was due within three months of the sixteenth birthday. Accept it, and remind "
                         "the citizen of the duty.");
    case Error::Code::LostCardMisuse:
        return Texts::tr("Warn the citizen: whoever uses a lost card is punished, and applying here is notice enough. "
                         "Offer a loss report; it is voluntary.");
    case Error::Code::OffsiteDataDiffer:
        return Texts::tr(
            "The registered data differ or lack a photo: not off-site. Send the citizen to the home station.");
    case Error::Code::OffsiteFraudRecord:
        return Texts::tr("There is a fraud record: not off-site. Call the supervisor.");
    case Error::Code::OffsiteNotAllowed:
        return Texts::tr(
            "This station does not accept off-site applications of this kind. Send the citizen to the home station.");
    case Error::Code::FeeNotSet:
        return Texts::tr("The price of this business is not settled. Ask the supervisor to set it in the fee table; "
                         "nothing can be charged before.");
    case Error::Code::ReductionNotApplicable:
        return Texts::tr("This reduction does not cover this business. Choose another or none.");
    case Error::Code::ReductionEvidenceMissing:
        return Texts::tr("Enter what proves the reduction.");
    case Error::Code::TransitionNotAllowed:
        return Texts::tr("The case is not in a state in which this can be done. Open it again to see where it stands.");
    case Error::Code::RoleNotAllowed:
        return Texts::tr("This needs the supervisor. Ask for the supervisor's log-in.");
    case Error::Code::ReturnReasonMissing:
        return Texts::tr("Say why the case goes back: choose at least one reason.");
    case Error::Code::ExceptionsOpen:
        return Texts::tr("This case has exceptions that no second officer confirmed. Confirm them first.");
    case Error::Code::DayOver:
        return Texts::tr("This can be undone on the same day only. Record what happened in the case instead.");
    case Error::Code::DayNotOver:
        return Texts::tr("It is too early for this: the days that are set are not over.");
    case Error::Code::SignatureMissing:
        return Texts::tr(
            "The county's signature for this card is not on record. Import the feedback of the centre first.");
    case Error::Code::DeputyNotAllowed:
        return Texts::tr("This station hands cards to the holder only. The applicant must come in person.");
    case Error::Code::CollectorUnknown:
        return Texts::tr(
            "Enter name and citizen number of the person who takes the card. A deputy is an adult; enter the "
            "relation too, and look at the papers that are asked for.");
    case Error::Code::FingerNotCompared:
        return Texts::tr("Compare a finger with the enrolled one, or give the reason why it cannot be done.");
    case Error::Code::TemporaryCardOut:
        return Texts::tr("The temporary card is still with the citizen. Take it back first.");
    case Error::Code::TemporaryCardExists:
        return Texts::tr("A temporary card was issued for this case already.");
    case Error::Code::BlankCardUnknown:
        return Texts::tr("This serial number is not in the stock of blank forms. Check the number on the form.");
    case Error::Code::BlankCardUsed:
        return Texts::tr("This blank form is on record as used, or came twice. Check the number on the form.");
    case Error::Code::CardNotExpected:
        return Texts::tr("No card is expected for this number: it is not ours, or came before the feedback. Lay it "
                         "aside for the supervisor.");
    case Error::Code::CardPlaceMissing:
        return Texts::tr("Enter box and slot in which the card lies.");
    case Error::Code::CardPlaceTaken:
        return Texts::tr("Another card lies in this place. Choose another slot.");
    case Error::Code::TrackingNumberMissing:
        return Texts::tr("Enter the carrier's tracking number.");
    case Error::Code::ExtensionNotAllowed:
        return Texts::tr("Only a station in a remote area may take 30 days more, and only once for a case.");
    case Error::Code::NothingToReport:
        return Texts::tr("There is nothing to report: no reviewed case is waiting.");
    case Error::Code::PackageUnreadable:
        return Texts::tr("The file is damaged or was not sealed for this station. Nothing was taken from it. Ask the "
                         "sender for it again.");
    case Error::Code::PackageForeign:
        return Texts::tr("The file is of another station, or of practice. Nothing was taken from it.");
    case Error::Code::PackageSignature:
        return Texts::tr("The signature of the file is not that of a confirmed partner. Nothing was taken from it. "
                         "Telephone the sender.");
    case Error::Code::PackageSchema:
        return Texts::tr("The file does not follow the exchange format. Nothing was taken from it. Ask the sender for "
                         "a corrected one.");
    case Error::Code::PackageNotWritten:
        return Texts::tr("The package could not be written. Check drive and free space, then write it again: the cases "
                         "are still waiting.");
    case Error::Code::PartnerMissing:
        return Texts::tr("The keys of the card centre are missing or not confirmed by two officers. Import and confirm "
                         "them under Packages.");
    case Error::Code::PartnerExpired:
        return Texts::tr("The keys of the card centre have expired. Import the new ones.");
    case Error::Code::PlatformNotSet:
        return Texts::tr("No booking platform is set up. A supervisor does it under Station.");
    case Error::Code::PlatformUnreachable:
        return Texts::tr(
            "The platform does not answer. Everything is kept here and sent when the line is back; go on working.");
    case Error::Code::PlatformUntrusted:
        return Texts::tr("The platform could not prove who it is. Nothing was sent. Compare its certificate with what "
                         "you were given.");
    case Error::Code::PlatformForeign:
        return Texts::tr("A practice platform and a real station do not work together. Enter the right address.");
    case Error::Code::PlatformRefusesStation:
        return Texts::tr("The platform does not let this station in. Compare the fingerprints of the keys with it; "
                         "files can be exchanged meanwhile.");
    case Error::Code::PlatformClock:
        return Texts::tr("This computer's clock differs from the platform's. Set the clock.");
    case Error::Code::PlatformAnswer:
        return Texts::tr(
            "The platform's answer does not fit the agreement and was not used. Tell the platform's office.");
    case Error::Code::PlatformRefused:
        return Texts::tr("The platform refused this. Read why, and decide again.");
    case Error::Code::BookingChanged:
        return Texts::tr("The booking has changed meanwhile. Look at it again, and decide on what it says now.");
    case Error::Code::BookingClaimed:
        return Texts::tr("A colleague is working on this booking. Take another one, or wait until it is released.");
    case Error::Code::BookingFormForeign:
        return Texts::tr(
            "The booked form cannot be opened, or belongs to something else. Ask the applicant to send it again.");
    case Error::Code::BookedDataUnconfirmed:
        return Texts::tr("Some of this was typed by the applicant at home. Compare it and confirm it.");
    case Error::Code::ResidencePermitMissing:
        return Texts::tr("The applicant lives away from home: look at the residence permit and tick it.");
    case Error::Code::NoSeatFree:
        return Texts::tr("None of these times is free any more. Choose another.");
    case Error::Code::SeatTaken:
        return Texts::tr("This place is given away already. Choose another.");
    case Error::Code::PersonBooked:
        return Texts::tr("This person has another booking. Cancel that one first.");
    case Error::Code::OpeningHoursInvalid:
        return Texts::tr(
            "The opening hours contradict each other: each must end after it begins, and windows are 1 to 50.");
    case Error::Code::ReissueCardUnknown:
        return Texts::tr(
            "No earlier second-generation card of this person was made through this station: come to the counter.");
    case Error::Code::ReissuePrintsMissing:
        return Texts::tr("No fingerprints of this person are on record: come to the counter.");
    case Error::Code::ReissuePhotoOld:
        return Texts::tr("The photo on record is too old to be used again: come to the counter.");
    case Error::Code::ReissuePrintsOld:
        return Texts::tr("The fingerprints on record are too old to be used again: come to the counter.");
    case Error::Code::ReissueDataChanged:
        return Texts::tr("Household data changed since the last card: come to the counter.");
    case Error::Code::ReissueAccount:
        return Texts::tr("The account was not tied to the person by a real-name check: come to the counter.");
    case Error::Code::ReissueNotDecided:
        return Texts::tr("Go through all reasons first, then decide.");
    case Error::Code::EthnicGroupMissing:
        return Texts::tr("Choose the ethnic group of the booklet.");
    case Error::Code::IssuerMissing:
        return Texts::tr("Enter the authority that signs the card.");
    case Error::Code::ChecksMissing:
        return Texts::tr("Tick the checks of the booklet: each in order or not.");
    case Error::Code::OffSiteReasonMissing:
        return Texts::tr("Enter why the citizen lives here: work, study or residence.");
    case Error::Code::CorrectionCauseMissing:
        return Texts::tr("Enter what is wrong on the card, and by whose fault.");
    case Error::Code::RefusalReasonMissing:
        return Texts::tr("Nothing stands against the application. Say in writing why it is refused.");
    case Error::Code::DiscardReasonMissing:
        return Texts::tr("Say why the case is discarded; the reason is kept.");
    case Error::Code::NoticeNotShown:
        return Texts::tr("Show the citizen the notice on personal data, then tick it.");
    case Error::Code::OldCardMissing:
        return Texts::tr("Say what became of the card held until now.");
    case Error::Code::PhotoMissing:
        return Texts::tr("Take the photo.");
    case Error::Code::PhotoBlocked:
        return Texts::tr("The photo breaks a rule that cannot be waived. Take it again.");
    case Error::Code::PhotoReasonMissing:
        return Texts::tr("The photo has a warning. Give a reason or take it again.");
    case Error::Code::PhotoLookMissing:
        return Texts::tr("Look at the photo and tick what the program cannot judge.");
    case Error::Code::FingersMissing:
        return Texts::tr("Take two fingers, or say why that cannot be done.");
    case Error::Code::FingerReasonMissing:
        return Texts::tr("Say why the finger cannot be taken.");
    case Error::Code::SecondOfficerMissing:
        return Texts::tr("A second officer must confirm the exception. Ask a colleague to log in here.");
    case Error::Code::PhoneMissing:
        return Texts::tr("Enter the phone number.");
    case Error::Code::PhoneInvalid:
        return Texts::tr("This is no phone number: 11 digits of a mobile phone, or area code and number.");
    case Error::Code::MailingAddressMissing:
        return Texts::tr("Enter the address the card is mailed to.");
    case Error::Code::FormNotPrinted:
        return Texts::tr("Print the form for the signature.");
    case Error::Code::NotReadBack:
        return Texts::tr("Let the citizen read what the card will say, then confirm.");
    case Error::Code::NotSigned:
        return Texts::tr("Confirm that the form was signed.");
    case Error::Code::NotPaid:
        return Texts::tr("Take the fee, or choose how it is paid.");
    case Error::Code::TenderedTooLittle:
        return Texts::tr("Less was handed over than is owed.");
    case Error::Code::PaymentReferenceMissing:
        return Texts::tr("Enter the reference that the terminal printed.");
    case Error::Code::PriceChanged:
        return Texts::tr("The price has changed since it was shown. Look at it again and tell the citizen.");
    case Error::Code::TableMissing:
        return Texts::tr("A table is missing. Ask the supervisor to install the program again.");
    case Error::Code::TableInvalid:
        return Texts::tr(
            "A table has a fault. Ask the supervisor to import it anew; the line and column are named below.");
    case Error::Code::RecordMissing:
        return Texts::tr("The record no longer exists. Search again.");
    case Error::Code::RecordUnreadable:
        return Texts::tr("The record cannot be read. Tell the supervisor.");
    case Error::Code::RecordAltered:
        return Texts::tr("The record was changed outside this program and is not shown. Tell the supervisor.");
    case Error::Code::RecordConflict:
        return Texts::tr("Someone else has changed the record meanwhile. Open it again.");
    case Error::Code::DraftOpenElsewhere:
        return Texts::tr("The draft is open at another counter. Take it over there, or go on here with a notice.");
    case Error::Code::StorageBusy:
        return Texts::tr("Another program is writing. Saving is tried again by itself.");
    case Error::Code::StorageFull:
        return Texts::tr("The disk is full. Free some space; saving is tried again by itself.");
    case Error::Code::StorageReadOnly:
        return Texts::tr(
            "The database is read-only. Ask the supervisor to check the rights of its folder; keep the program open.");
    case Error::Code::StorageFailed:
        return Texts::tr("The database does not answer. Keep the program open and tell the supervisor.");
    case Error::Code::StorageDamaged:
        return Texts::tr(
            "The file of the database is damaged. Accept nothing more here; tell the supervisor, who can go "
            "back to the last copy.");
    case Error::Code::BackupFailed:
        return Texts::tr(
            "Today's copy of the data could not be made. Work goes on; tell the supervisor to look for room "
            "on the disk.");
    case Error::Code::SchemaTooNew:
        return Texts::tr("The data come from a newer version. Update this program.");
    case Error::Code::NumbersUsedUp:
        return Texts::tr("The acceptance numbers of this counter are used up for today. Tell the supervisor.");
    case Error::Code::ReceiptsUsedUp:
        return Texts::tr("The receipt book is used up. Ask the supervisor to enter a new one.");
    case Error::Code::LoginWrong:
        return Texts::tr("Name and passphrase do not belong together. Try again.");
    case Error::Code::LoginBlocked:
        return Texts::tr("Too many wrong passphrases. Wait a moment, then try again.");
    case Error::Code::PassphraseWeak:
        return Texts::tr("A passphrase has eight characters or more and is not the log-in name.");
    case Error::Code::StationExists:
        return Texts::tr("The station is already set up. Log in.");
    case Error::Code::StationMissing:
        return Texts::tr("The station is not set up yet.");
    case Error::Code::RecoveryKeyWrong:
        return Texts::tr("The two parts of the recovery key do not open this station. Compare them with the prints.");
    case Error::Code::LoginTaken:
        return Texts::tr("Another person has this log-in. Choose another.");
    case Error::Code::LastSupervisor:
        return Texts::tr("This is the only supervisor who can log in. Make another person supervisor first.");
    case Error::Code::ReceiptRangeInvalid:
        return Texts::tr("The first number of a receipt book is 1 or more, the last is not before it, and no other "
                         "book has its numbers.");
    case Error::Code::MemoryShort:
        return Texts::tr("There is not enough memory to check the passphrase. Close other programs and try again.");
    case Error::Code::SamePerson:
        return Texts::tr("The confirmation must come from another officer. Ask a colleague.");
    case Error::Code::CameraAbsent:
        return Texts::tr("No camera found. Plug it in; it is recognised by itself. Or load a photo from a file.");
    case Error::Code::CameraBusy:
        return Texts::tr("The camera is used by another program. Close that program; the picture comes by itself.");
    case Error::Code::CameraForbidden:
        return Texts::tr("This user may not open the camera. Ask the administrator for the right to use it.");
    case Error::Code::CameraLost:
        return Texts::tr(
            "The camera was unplugged. The photo taken is kept. Plug it in again; the picture comes back by itself.");
    case Error::Code::CameraFrozen:
        return Texts::tr("The camera sends no pictures. Press Try the camera again, or unplug it and plug it in.");
    case Error::Code::CameraTooCoarse:
        return Texts::tr("The camera's picture is coarse. Choose a better resolution or another camera.");
    case Error::Code::CameraSlow:
        return Texts::tr(
            "The camera gives few pictures a second. Give it more light, or another socket of the computer.");
    case Error::Code::CameraDark:
        return Texts::tr("The camera's picture is dark. Take off the lens cap, switch the lamp on, and test again.");
    case Error::Code::SlipCodeForeign:
        return Texts::tr(
            "This is no collection slip of this program. Hold the slip that was given at acceptance before "
            "the camera, or type its number.");
    case Error::Code::ImageUnreadable:
        return Texts::tr("The file is no picture that can be read, or it is damaged. Choose another file.");
    case Error::Code::ImageTooLarge:
        return Texts::tr("The picture is too large. Choose one of at most 50 megapixels.");
    case Error::Code::ImageUnsuitable:
        return Texts::tr("The picture cannot be used for a photo. Choose another.");
    case Error::Code::FaceAbsent:
        return Texts::tr(
            "No face found. Look into the camera with the whole head in the picture; of a file choose another one.");
    case Error::Code::FacesSeveral:
        return Texts::tr("Several faces found. Only the applicant may be in the picture.");
    case Error::Code::ModelsMissing:
        return Texts::tr(
            "The face models are missing or damaged. The photo can be taken; what cannot be checked is marked.");
    case Error::Code::ScannerAbsent:
        return Texts::tr("No fingerprint scanner found. Plug it in; it is recognised by itself.");
    case Error::Code::ScannerBusy:
        return Texts::tr("The scanner is used by another program. Close that program, then press Again.");
    case Error::Code::ScannerForbidden:
        return Texts::tr("This user may not open the scanner. Ask the administrator for the right to use it.");
    case Error::Code::ScannerLost:
        return Texts::tr(
            "The scanner was unplugged. The presses taken are saved. Plug it in again; capture goes on by itself.");
    case Error::Code::ScannerHot:
        return Texts::tr("The scanner is cooling down. Go on with another step; it says when it is ready.");
    case Error::Code::ScannerSilent:
        return Texts::tr("The scanner does not answer. It is started again by itself.");
    case Error::Code::ScannerFailed:
        return Texts::tr("The scanner reports a fault. Unplug it, plug it in, and press Again.");
    case Error::Code::FingerNotPlaced:
        return Texts::tr("No finger was placed. Press Again when the citizen is ready.");
    case Error::Code::FingerNotLifted:
        return Texts::tr("Please lift the finger.");
    case Error::Code::FingerTooShort:
        return Texts::tr("The press was too short. Leave the finger on the plate for a second.");
    case Error::Code::FingerOffCentre:
        return Texts::tr("Move the finger to the middle of the plate.");
    case Error::Code::FingerPressAgain:
        return Texts::tr("The press could not be read. Lift the finger and press again.");
    case Error::Code::FingerNone:
        return Texts::tr("There is no fingerprint on the plate. Wipe the plate and press again.");
    case Error::Code::FingerTooSmall:
        return Texts::tr("Too little of the finger touches the plate. Press flat, with the whole fingertip.");
    case Error::Code::FingerTooDry:
        return Texts::tr("The finger is too dry. Breathe on it or use the moist pad, and press again.");
    case Error::Code::FingerTooWet:
        return Texts::tr("The finger is too wet. Dry it and press lightly.");
    case Error::Code::FingerSmeared:
        return Texts::tr("The print is smeared. Press straight down without sliding.");
    case Error::Code::FingerMoved:
        return Texts::tr("The finger moved. Hold it still.");
    case Error::Code::FingerDisagrees:
        return Texts::tr("This press is of another finger than the ones before. Press the finger that is asked for.");
    case Error::Code::FingerTwice:
        return Texts::tr("This finger was already taken under another name. Take the finger that is asked for.");
    case Error::Code::FingerSwapped:
        return Texts::tr(
            "By the earlier application this is another finger of the citizen. Compare with the hand drawn "
            "here, and press again; pressed twice it is taken, and a reviewer looks at it.");
    case Error::Code::FingerNotVerified:
        return Texts::tr("The finger was not recognised again. Take its presses anew.");
    case Error::Code::TemplateDamaged:
        return Texts::tr(
            "A stored print is damaged and is not compared with; this was put on record. Go on without it, "
            "and tell the supervisor.");
    case Error::Code::ReaderAbsent:
        return Texts::tr("No card reader is at the port that was chosen. Plug it in; it is recognised by itself. Or go "
                         "on without it.");
    case Error::Code::ReaderBusy:
        return Texts::tr("The card reader is used by another program. Close that program and read again.");
    case Error::Code::ReaderForbidden:
        return Texts::tr(
            "This user may not open the card reader. Ask the administrator for the right to use the serial port.");
    case Error::Code::ReaderLost:
        return Texts::tr("The card reader was unplugged. Plug it in again and read once more; nothing else is lost.");
    case Error::Code::ReaderSilent:
        return Texts::tr(
            "The card reader does not answer. Look at its plug and its lamp, and at the port in the settings.");
    case Error::Code::ReaderDisturbed:
        return Texts::tr(
            "The card reader sends nothing that can be understood. Look at its cable and plug, and read again.");
    case Error::Code::ReaderSelfTest:
        return Texts::tr("The security module of the card reader failed its own test. Unplug the reader, plug it in "
                         "and test again; if it stays so, have the reader replaced.");
    case Error::Code::ReaderUnauthorised:
        return Texts::tr("The security module of the card reader is not authorised. Have it authorised by the "
                         "supplier; until then use another reader.");
    case Error::Code::ReaderFailed:
        return Texts::tr("The card reader reports a fault. Unplug it, plug it in and read again.");
    case Error::Code::CardNotLaid:
        return Texts::tr("No card was found on the reader. Lay it flat in the middle; a card that lies there already "
                         "is lifted and laid on again.");
    case Error::Code::CardNotSelected:
        return Texts::tr("The chip does not answer. Lay only this one card on the reader, flat, and read again; if it "
                         "stays so, the card is defective.");
    case Error::Code::ChipRefused:
        return Texts::tr("Card and reader refuse each other. Read again, then on another reader; if it stays so, the "
                         "card is defective.");
    case Error::Code::ChipNotRead:
        return Texts::tr("The chip could not be read. Lift the card, lay it on again and leave it there; if it stays "
                         "so, the card is defective: chip cannot be read.");
    case Error::Code::ChipDamaged:
        return Texts::tr("What the chip says is no identity card: it has a field that cannot be. Read again; if it "
                         "stays so, the card is defective: wrong text.");
    case Error::Code::ChipOtherKind:
        return Texts::tr("This is the card of a foreigner or of a resident of Hong Kong, Macau or Taiwan. Lay on the "
                         "card that is to be handed out.");
    case Error::Code::ChipDiffers:
        return Texts::tr("The chip says something else than the case. Is it the right card? If it is, keep it and "
                         "report it as defective: wrong text.");
    case Error::Code::PrinterNone:
        return Texts::tr(
            "No printer is set up. The paper is kept; choose a printer in the settings, then print again.");
    case Error::Code::PrinterRejects:
        return Texts::tr("The printer takes no jobs. Look at the printer, then print again.");
    case Error::Code::PrinterStopped:
        return Texts::tr("The printer has stopped. Look for paper and toner, then print again.");
    case Error::Code::PrintHeld:
        return Texts::tr("The job waits in the queue and has not been printed. Look at the printer, then print again.");
    case Error::Code::PrintFailed:
        return Texts::tr("The paper was not printed. Print it again.");
    case Error::Code::DocumentFailed:
        return Texts::tr("The paper could not be made. Tell the supervisor; the case is kept.");
    case Error::Code::FontMissing:
        return Texts::tr("A font for the papers is missing. Ask the administrator to install it.");
    }
    Q_UNREACHABLE();
}

QString describe(RuleSource value)
{
    switch (value) {
    case RuleSource::CardLaw2:
        return Texts::tr("Resident Identity Card Law, Art. 2");
    case RuleSource::CardLaw7:
        return Texts::tr("Resident Identity Card Law, Art. 7");
    case RuleSource::CardLaw10:
        return Texts::tr("Resident Identity Card Law, Art. 10");
    case RuleSource::CardLaw11:
        return Texts::tr("Resident Identity Card Law, Art. 11");
    case RuleSource::CardLaw17:
        return Texts::tr("Resident Identity Card Law, Art. 17");
    case RuleSource::FormNotes:
        return Texts::tr("Filling notes of the registration form");
    case RuleSource::ChipLayout:
        return Texts::tr("Text block of the card's chip, GA/T 490");
    case RuleSource::CardLaw22:
        return Texts::tr("Resident Identity Card Law, Art. 22");
    case RuleSource::BookletNorm:
        return Texts::tr("Work norm for identity cards (鲁公传发[2007]810号)");
    case RuleSource::FeeNotice2004:
        return Texts::tr("Fee notice 财综[2004]8号");
    case RuleSource::OffsiteOpinion2015:
        return Texts::tr("Opinion on off-site acceptance, 2015");
    case RuleSource::OneCaseRule:
        return Texts::tr("One open application per citizen");
    }
    Q_UNREACHABLE();
}

QString describe(CaseState value)
{
    switch (value) {
    case CaseState::None:
        return Texts::tr("not begun");
    case CaseState::Draft:
        return Texts::tr("draft");
    case CaseState::Accepted:
        return Texts::tr("accepted");
    case CaseState::StationReviewed:
        return Texts::tr("reviewed at the station");
    case CaseState::Reported:
        return Texts::tr("reported");
    case CaseState::CountySigned:
        return Texts::tr("signed by the county");
    case CaseState::CentreAccepted:
        return Texts::tr("at the card centre");
    case CaseState::InProduction:
        return Texts::tr("in production");
    case CaseState::Produced:
        return Texts::tr("produced");
    case CaseState::Dispatched:
        return Texts::tr("dispatched");
    case CaseState::Received:
        return Texts::tr("received at the station");
    case CaseState::Notified:
        return Texts::tr("ready, applicant told");
    case CaseState::Collected:
        return Texts::tr("collected");
    case CaseState::Mailed:
        return Texts::tr("mailed");
    case CaseState::Delivered:
        return Texts::tr("delivered");
    case CaseState::Closed:
        return Texts::tr("closed");
    case CaseState::Returned:
        return Texts::tr("returned");
    case CaseState::Defective:
        return Texts::tr("defective, remade");
    case CaseState::Unclaimed:
        return Texts::tr("unclaimed");
    case CaseState::HandedBack:
        return Texts::tr("handed back");
    case CaseState::Destroyed:
        return Texts::tr("destroyed");
    case CaseState::Refused:
        return Texts::tr("refused");
    case CaseState::Withdrawn:
        return Texts::tr("withdrawn");
    case CaseState::Voided:
        return Texts::tr("voided");
    case CaseState::Discarded:
        return Texts::tr("discarded");
    }
    Q_UNREACHABLE();
}

QString describe(Paper value)
{
    switch (value) {
    case Paper::Booklet:
        return Texts::tr("household booklet");
    case Paper::OldCard:
        return Texts::tr("the card held until now");
    case Paper::GuardianCard:
        return Texts::tr("guardian's card");
    case Paper::KinshipProof:
        return Texts::tr("proof of kinship");
    case Paper::PhotoDocument:
        return Texts::tr("a document with photo, or a proof");
    case Paper::ChangeInBooklet:
        return Texts::tr("booklet with the change");
    case Paper::CardPieces:
        return Texts::tr("the pieces of the card");
    case Paper::ReductionProof:
        return Texts::tr("proof for the reduction");
    case Paper::ResidencePermit:
        return Texts::tr("residence permit");
    }
    Q_UNREACHABLE();
}

QString describe(BookletCheck value)
{
    switch (value) {
    case BookletCheck::NumberEqual:
        return Texts::tr("Citizen number equals the record");
    case BookletCheck::PersonEqual:
        return Texts::tr("Name, sex, birth, ethnic group equal it");
    case BookletCheck::AddressEqual:
        return Texts::tr("Address equals the record");
    case BookletCheck::NotStruckOff:
        return Texts::tr("Not struck off this booklet");
    case BookletCheck::BookletValid:
        return Texts::tr("Booklet not reported lost");
    case BookletCheck::SealPresent:
        return Texts::tr("Seal of the station present");
    case BookletCheck::NotSoldier:
        return Texts::tr("No soldier, no armed police");
    }
    Q_UNREACHABLE();
}

QString describe(IdentityFinding value)
{
    switch (value) {
    case IdentityFinding::TwoIdentities:
        return Texts::tr("One finger, two numbers");
    case IdentityFinding::OtherFinger:
        return Texts::tr("Registered as another finger");
    case IdentityFinding::OtherPerson:
        return Texts::tr("One number, other prints");
    }
    Q_UNREACHABLE();
}

QString advice(IdentityFinding value)
{
    switch (value) {
    case IdentityFinding::TwoIdentities:
        return Texts::tr(
            "▲ The same finger was registered under two citizen numbers. Compare photos and prints; where it is "
            "one person, hold the case and report it to the county.");
    case IdentityFinding::OtherFinger:
        return Texts::tr(
            "▲ Under the same number this finger was registered as another one before: left and right or two "
            "fingers were mixed up in one of the cases.");
    case IdentityFinding::OtherPerson:
        return Texts::tr(
            "▲ Under the same number this finger had another print before: it may be another person, or a print "
            "that was poor. Compare the photos first.");
    }
    Q_UNREACHABLE();
}

} // namespace idcounter::texts
