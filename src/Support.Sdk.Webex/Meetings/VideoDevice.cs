namespace Support.Sdk.Webex.Meetings;

/// <summary>A video system of a user.</summary>
public sealed record VideoDevice
{
    /// <summary>Its name.</summary>
    public string? DeviceName { get; init; }

    /// <summary>Its address.</summary>
    public string? DeviceAddress { get; init; }

    /// <summary>Whether it is the default one.</summary>
    public bool? IsDefault { get; init; }
}
