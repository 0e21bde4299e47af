namespace Support.Sdk.Webex.Meetings;

/// <summary>A user's audio settings.</summary>
public sealed record AudioPreferences
{
    /// <summary><c>webexAudio</c>, <c>voipOnly</c>, <c>otherTeleconference</c> or <c>none</c>.</summary>
    public string? DefaultAudioType { get; init; }

    /// <summary>About another teleconference service.</summary>
    public string? OtherTeleconferenceDescription { get; init; }

    /// <summary>Global call-in.</summary>
    public bool? EnabledGlobalCallIn { get; init; }

    /// <summary>Toll-free call-in.</summary>
    public bool? EnabledTollFree { get; init; }

    /// <summary>Whether computer audio connects by itself.</summary>
    public bool? EnabledAutoConnection { get; init; }

    /// <summary>The PIN for calls. A secret: never log it.</summary>
    public string? AudioPin { get; init; }

    /// <summary>The office number.</summary>
    public PhonePreference? OfficeNumber { get; init; }

    /// <summary>The mobile number.</summary>
    public PhonePreference? MobileNumber { get; init; }

    /// <summary>DefaultAudioType; nothing secret.</summary>
    public override string ToString() => $"AudioPreferences {{ DefaultAudioType = {DefaultAudioType} }}";
}
