namespace GuidanceBot.Turns.Safety.PersonalData;

/// <summary>What may identify a person.</summary>
public enum PersonalDataKind
{
    /// <summary>Ten digits whose check digit fits.</summary>
    NhsNumber,

    DateOfBirth,

    Postcode,

    PhoneNumber,

    EmailAddress,

    FullName,

    StreetAddress,
}
