namespace Support.Sdk.Webex.People;

/// <summary>An address of a person.</summary>
public sealed record PersonAddress
{
    /// <summary>What kind of address.</summary>
    public string? Type { get; init; }

    /// <summary>The country.</summary>
    public string? Country { get; init; }

    /// <summary>The city.</summary>
    public string? Locality { get; init; }

    /// <summary>The state.</summary>
    public string? Region { get; init; }

    /// <summary>The street.</summary>
    public string? StreetAddress { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }
}
