namespace Support.Sdk.Webex.Meetings;

/// <summary>A telephone number of a user.</summary>
public sealed record PhonePreference
{
    /// <summary>The country code.</summary>
    public string? CountryCode { get; init; }

    /// <summary>The number.</summary>
    public string? Number { get; init; }

    /// <summary>Whether calls from it are recognised.</summary>
    public bool? EnabledCallInAuthentication { get; init; }

    /// <summary>Whether Call Me offers it.</summary>
    public bool? EnabledCallMe { get; init; }
}
