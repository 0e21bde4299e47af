namespace Support.Sdk.Webex.Meetings;

/// <summary>A tracking code of the site with its value.</summary>
public sealed record TrackingCode
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its value.</summary>
    public string? Value { get; init; }
}
