namespace Support.Sdk.Webex.Meetings;

/// <summary>A cohost of a Personal Room.</summary>
public sealed record RoomCoHost
{
    /// <summary>The e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The name.</summary>
    public string? DisplayName { get; init; }

    /// <summary>The type alone; nothing personal.</summary>
    public override string ToString() => nameof(RoomCoHost);
}
