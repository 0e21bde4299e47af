using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>Every reason for which the channel machine refuses. Codes are public API.</summary>
public static class ChannelRefusals
{
    /// <summary>There is no such channel, it was removed, or it is somebody else's private one.</summary>
    public static RefusalCode NotFound { get; } = new("channels.not-found", "SES-02");

    /// <summary>A channel with this id exists, or existed.</summary>
    public static RefusalCode IdTaken { get; } = new("channels.id-taken", "SES-02", remedies: Remedy.Correct("id"));

    /// <summary>An end user tried what is for technicians.</summary>
    public static RefusalCode TechnicianOnly { get; } = new("channels.technician-only", "SES-02", remedies: Remedy.Ask("technician"));

    /// <summary>Only an administrator makes and removes shared channels.</summary>
    public static RefusalCode AdministratorRequired { get; } = new("channels.administrator-required", "SES-02", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>Only a manager of the channel may do this.</summary>
    public static RefusalCode ManagerRequired { get; } = new("channels.manager-required", "SES-02", remedies: Remedy.Ask("channel-manager"));

    /// <summary>The name is empty or too long.</summary>
    public static RefusalCode NameInvalid { get; } = new("channels.name-invalid", "SES-02", ["maximum"], Remedy.Correct("name"));

    /// <summary>Another shared channel has this name. The workflow answers it; the machine knows no other channel.</summary>
    public static RefusalCode NameTaken { get; } = new("channels.name-taken", "SES-02", remedies: Remedy.Correct("name"));

    /// <summary>A private channel has no members besides its owner.</summary>
    public static RefusalCode PrivateChannel { get; } = new("channels.private-channel", "SES-02");

    /// <summary>The channel has as many members as it may have.</summary>
    public static RefusalCode MemberLimit { get; } = new("channels.member-limit-reached", "SES-02", ["maximum"], Remedy.Action("RemoveMember"));

    /// <summary>A default channel cannot be removed.</summary>
    public static RefusalCode DefaultChannel { get; } = new("channels.default-channel", "SES-02");

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        NotFound, IdTaken, TechnicianOnly, AdministratorRequired, ManagerRequired, NameInvalid, NameTaken, PrivateChannel, MemberLimit, DefaultChannel,
    ];
}
