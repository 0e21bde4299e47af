namespace Support.Sdk.Webex.Webinars;

/// <summary>On whose behalf, and of which part of a series, a registration form or a registrant is read.</summary>
public sealed record RegistrationOf
{
    /// <summary>Whether only the current occurrence of the series is meant; the service takes the whole series by default.</summary>
    public bool? Current { get; init; }

    /// <summary>Whose webinar; needs administrator scopes.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Current; nothing personal.</summary>
    public override string ToString() => $"RegistrationOf {{ Current = {Current} }}";
}
