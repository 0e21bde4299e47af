namespace Support.Sdk.Emulators.Webex;

/// <summary>Someone invited to a series.</summary>
internal sealed class MeetingInvitee
{
    public required string Id { get; init; }

    public required string MeetingId { get; init; }

    public required string Email { get; set; }

    public required string DisplayName { get; set; }

    public bool CoHost { get; set; }

    public bool Panelist { get; set; }
}
