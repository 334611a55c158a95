#pragma once

#include <QMetaEnum>
#include <QString>

namespace idcounter {

// Why something could not be done, or is not finished. Every code has a sentence and a next step in
// app/texts and a paragraph in the operator's guide.
struct Error
{
    Q_GADGET

public:
    enum class Code {
        // Numbers, names and codes
        CitizenNumberLength,
        CitizenNumberCharacter,
        CitizenNumberBirthDate,
        CitizenNumberCheck,
        CitizenNumberLegacy,
        BirthDateInFuture,
        DivisionUnknown,
        AcceptanceNumberInvalid,
        CodeUnknown,
        NameMissing,
        NameTooLong,
        NameCharacter,
        AddressMissing,
        AddressWithoutProvince,
        NameTooLongForChip,
        AddressTooLongForChip,
        DateInvalid,

        // What the law says about an application
        NumberDiffersFromRegister,
        RegisterUnknown,
        BookletDiffers,
        StruckOff,
        BookletReportedLost,
        SealMissing,
        SoldierSeparate,
        OpenCaseExists,
        GuardianMissing,
        ReasonMissing,
        ReasonNotFirst,
        ReasonIsFirst,
        ReasonAge,
        OldCardContradicts,
        IdentityUnsettled,
        HouseholdChangeFirst,
        RenewalTooEarly,
        FirstApplicationLate,
        LostCardMisuse,
        OffsiteDataDiffer,
        OffsiteFraudRecord,
        OffsiteNotAllowed,
        FeeNotSet,
        ReductionNotApplicable,
        ReductionEvidenceMissing,
        TransitionNotAllowed,
        RoleNotAllowed,

        // What a step still lacks
        EthnicGroupMissing,
        IssuerMissing,
        ChecksMissing,
        NoticeNotShown,
        OldCardMissing,
        OffSiteReasonMissing,
        CorrectionCauseMissing,
        DiscardReasonMissing,
        RefusalReasonMissing,
        PhotoMissing,
        PhotoBlocked,
        PhotoReasonMissing,
        PhotoLookMissing,
        FingersMissing,
        FingerReasonMissing,
        SecondOfficerMissing,
        PhoneMissing,
        PhoneInvalid,
        MailingAddressMissing,
        FormNotPrinted,
        NotReadBack,
        NotSigned,
        NotPaid,
        TenderedTooLittle,
        PaymentReferenceMissing,
        PriceChanged,

        // On the way from the slip to the card
        ReturnReasonMissing,
        ExceptionsOpen,
        DayOver,
        DayNotOver,
        SignatureMissing,
        DeputyNotAllowed,
        CollectorUnknown,
        FingerNotCompared,
        TemporaryCardOut,
        TemporaryCardExists,
        BlankCardUnknown,
        BlankCardUsed,
        CardNotExpected,
        CardPlaceMissing,
        CardPlaceTaken,
        TrackingNumberMissing,
        ExtensionNotAllowed,
        // Packages
        NothingToReport,
        PackageUnreadable,
        PackageForeign,
        PackageSignature,
        PackageSchema,
        PackageNotWritten,
        PartnerMissing,
        PartnerExpired,
        // Booking platform
        PlatformNotSet,
        PlatformUnreachable,
        PlatformUntrusted,
        PlatformForeign,
        PlatformRefusesStation,
        PlatformClock,
        PlatformAnswer,
        PlatformRefused,
        BookingChanged,
        BookingClaimed,
        BookingFormForeign,
        BookedDataUnconfirmed,
        ResidencePermitMissing,
        NoSeatFree,
        SeatTaken,
        PersonBooked,
        OpeningHoursInvalid,
        // Online re-issue of a lost card
        ReissueCardUnknown,
        ReissuePrintsMissing,
        ReissuePhotoOld,
        ReissuePrintsOld,
        ReissueDataChanged,
        ReissueAccount,
        ReissueNotDecided,
        // Tables
        TableMissing,
        TableInvalid,

        // Keeping
        RecordMissing,
        RecordUnreadable,
        RecordAltered,
        RecordConflict,
        DraftOpenElsewhere,
        StorageBusy,
        StorageFull,
        StorageReadOnly,
        StorageFailed,
        StorageDamaged,
        BackupFailed,
        SchemaTooNew,
        NumbersUsedUp,
        ReceiptsUsedUp,

        // People
        LoginWrong,
        LoginBlocked,
        PassphraseWeak,
        StationExists,
        StationMissing,
        RecoveryKeyWrong,
        SamePerson,
        LoginTaken,
        LastSupervisor,
        ReceiptRangeInvalid,
        MemoryShort,

        // Camera and photo
        CameraAbsent,
        CameraBusy,
        CameraForbidden,
        CameraLost,
        CameraFrozen,
        CameraTooCoarse,
        CameraSlow,
        CameraDark,
        SlipCodeForeign,
        ImageUnreadable,
        ImageTooLarge,
        ImageUnsuitable,
        FaceAbsent,
        FacesSeveral,
        ModelsMissing,

        // Fingerprints
        ScannerAbsent,
        ScannerBusy,
        ScannerForbidden,
        ScannerLost,
        ScannerHot,
        ScannerSilent,
        ScannerFailed,
        FingerNotPlaced,
        FingerNotLifted,
        FingerTooShort,
        FingerOffCentre,
        FingerPressAgain,
        FingerNone,
        FingerTooSmall,
        FingerTooDry,
        FingerTooWet,
        FingerSmeared,
        FingerMoved,
        FingerDisagrees,
        FingerTwice,
        FingerSwapped,
        FingerNotVerified,
        TemplateDamaged,

        // Card reader and chip
        ReaderAbsent,
        ReaderBusy,
        ReaderForbidden,
        ReaderLost,
        ReaderSilent,
        ReaderDisturbed,
        ReaderSelfTest,
        ReaderUnauthorised,
        ReaderFailed,
        CardNotLaid,
        CardNotSelected,
        ChipRefused,
        ChipNotRead,
        ChipDamaged,
        ChipOtherKind,
        ChipDiffers,

        // Papers
        PrinterNone,
        PrinterRejects,
        PrinterStopped,
        PrintHeld,
        PrintFailed,
        DocumentFailed,
        FontMissing,
    };
    Q_ENUM(Code)

    Code code;
    QString detail; // for the log; never personal data

    friend bool operator==(const Error &, const Error &) = default;
};

// The stable name of a code, for the telephone, the log and the console: "CitizenNumberCheck".
inline QString name(Error::Code code)
{
    return QString::fromLatin1(QMetaEnum::fromType<Error::Code>().valueToKey(static_cast<int>(code)));
}

// The code of such a name.
inline Error::Code codeNamed(const QString &name)
{
    return static_cast<Error::Code>(QMetaEnum::fromType<Error::Code>().keyToValue(name.toLatin1()));
}

} // namespace idcounter
