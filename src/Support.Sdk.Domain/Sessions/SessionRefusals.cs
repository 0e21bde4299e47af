using Support.Sdk.StateMachines;

namespace Support.Sdk.Sessions;

/// <summary>Every reason for which the session machine refuses. Codes are public API.</summary>
public static class SessionRefusals
{
    /// <summary>There is no such session, it was deleted, or it stands in somebody else's private channel.</summary>
    public static RefusalCode NotFound { get; } = new("sessions.not-found", "SES-02");

    /// <summary>The end user's link or PIN leads nowhere, or the session was deleted.</summary>
    public static RefusalCode Invalid { get; } = new("sessions.invalid", "SES-12", remedies: Remedy.Ask("technician"));

    /// <summary>The technician has nothing to do with the session.</summary>
    public static RefusalCode NotAParticipant { get; } = new("sessions.not-a-participant", "SES-02", remedies: Remedy.Ask("channel-manager"));

    /// <summary>An end user tried what is for technicians.</summary>
    public static RefusalCode TechnicianOnly { get; } = new("sessions.technician-only", "SES-14", remedies: Remedy.Ask("technician"));

    /// <summary>Somebody else tried what is for the end user alone.</summary>
    public static RefusalCode EndUserOnly { get; } = new("sessions.end-user-only", "SES-05");

    /// <summary>The session outlived its time-out.</summary>
    public static RefusalCode SessionExpired { get; } = new("sessions.expired", "SES-13", remedies: Remedy.Action("Create"));

    /// <summary>The session was closed.</summary>
    public static RefusalCode SessionClosed { get; } = new("sessions.closed", "SES-11", remedies: Remedy.Action("Create"));

    /// <summary>A session with this id exists, or existed.</summary>
    public static RefusalCode IdTaken { get; } = new("sessions.id-taken", "SES-03", remedies: Remedy.Correct("id"));

    /// <summary>The application is not the on-premises one.</summary>
    public static RefusalCode NotOnPremises { get; } = new("sessions.not-on-premises", "SES-01", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>The SOS application tells no version that can be read.</summary>
    public static RefusalCode VersionUnknown { get; } = new("sessions.version-unknown", "SES-01", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>The SOS application is too old.</summary>
    public static RefusalCode VersionTooOld { get; } = new("sessions.version-too-old", "SES-01", ["version", "minimum"], Remedy.Ask("service-desk-administrator"));

    /// <summary>The licence does not include attended access.</summary>
    public static RefusalCode LicenceMissing { get; } = new("sessions.licence-missing", "SES-01", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>The user does not have the attended-access feature.</summary>
    public static RefusalCode FeatureMissing { get; } = new("sessions.feature-missing", "SES-01", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>The technician may not work in the channel.</summary>
    public static RefusalCode ChannelAccessRequired { get; } = new("sessions.channel-access-required", "SES-07", ["channel"], Remedy.Ask("channel-manager"));

    /// <summary>The channel has as many sessions as it may have.</summary>
    public static RefusalCode ChannelFull { get; } = new("sessions.channel-full", "SES-02", ["channel"], Remedy.Action("Close"));

    /// <summary>A private channel's sessions are their owner's alone.</summary>
    public static RefusalCode PrivateChannel { get; } = new("sessions.private-channel", "SES-02", remedies: Remedy.Action("TransferToChannel"));

    /// <summary>Only the assigned technician may do this.</summary>
    public static RefusalCode AssigneeRequired { get; } = new("sessions.assignee-required", "SES-06", ["technician"], Remedy.Ask("assigned-technician"));

    /// <summary>Only the assigned technician or a manager of the channel may do this.</summary>
    public static RefusalCode LeadRequired { get; } = new("sessions.lead-required", "SES-06", remedies: Remedy.Ask("channel-manager"));

    /// <summary>Only the assigned technician and those invited may do this.</summary>
    public static RefusalCode JoinRequired { get; } = new("sessions.join-required", "SES-05", remedies: Remedy.Ask("assigned-technician"));

    /// <summary>The technician may not give sessions up.</summary>
    public static RefusalCode ReleasePermissionRequired { get; } = new("sessions.release-permission-required", "SES-07", remedies: Remedy.Ask("channel-manager"));

    /// <summary>The session has this technician, or had somebody take it first.</summary>
    public static RefusalCode AlreadyAssigned { get; } = new("sessions.already-assigned", "SES-15", ["technician"]);

    /// <summary>Nobody is assigned: the session is in the queue.</summary>
    public static RefusalCode NoAssignee { get; } = new("sessions.no-assignee", "SES-10", remedies: Remedy.Action("Take"));

    /// <summary>The technician was not invited, so there is nothing to leave.</summary>
    public static RefusalCode NotInvited { get; } = new("sessions.not-invited", "SES-08");

    /// <summary>The session has as many technicians as it may have.</summary>
    public static RefusalCode TechnicianLimit { get; } = new("sessions.technician-limit-reached", "SES-08", ["maximum"], Remedy.Action("Leave"));

    /// <summary>The technician is invited already.</summary>
    public static RefusalCode AlreadyInvited { get; } = new("sessions.already-invited", "SES-08", ["technician"]);

    /// <summary>The technician to invite is the assigned one.</summary>
    public static RefusalCode IsAssignee { get; } = new("sessions.is-assignee", "SES-08", ["technician"], Remedy.Correct("technician"));

    /// <summary>The session belongs to another computer.</summary>
    public static RefusalCode OtherDevice { get; } = new("sessions.bound-to-other-device", "SES-04", remedies: Remedy.Ask("technician"));

    /// <summary>The end user has not launched the support application.</summary>
    public static RefusalCode NotLaunched { get; } = new("sessions.end-user-not-launched", "SES-04", remedies: Remedy.Action("Share"));

    /// <summary>The end user's computer is not connected now; that is no answer to the question.</summary>
    public static RefusalCode EndUserOffline { get; } = new("sessions.end-user-not-connected", "SES-05");

    /// <summary>A request is pending.</summary>
    public static RefusalCode PermissionPending { get; } = new("sessions.permission-pending", "SES-05");

    /// <summary>There is no such request, or not any more: an answer comes too late.</summary>
    public static RefusalCode PermissionNotPending { get; } = new("sessions.permission-not-pending", "SES-05");

    /// <summary>The end user has not granted this technician the permission.</summary>
    public static RefusalCode PermissionRequired { get; } = new("sessions.permission-required", "SES-05", remedies: Remedy.Action("RequestAccess"));

    /// <summary>The permission is granted already.</summary>
    public static RefusalCode AlreadyGranted { get; } = new("sessions.permission-granted", "SES-05", remedies: Remedy.Action("Connect"));

    /// <summary>The technician, or another one of the session, is connected.</summary>
    public static RefusalCode AlreadyConnected { get; } = new("sessions.already-connected", "SES-05");

    /// <summary>There is no connection to end.</summary>
    public static RefusalCode NotConnected { get; } = new("sessions.not-connected", "SES-05");

    /// <summary>The note has no text.</summary>
    public static RefusalCode NoteEmpty { get; } = new("sessions.note-empty", "SES-16", remedies: Remedy.Correct("text"));

    /// <summary>The note is too long.</summary>
    public static RefusalCode NoteTooLong { get; } = new("sessions.note-too-long", "SES-16", ["maximum"], Remedy.Correct("text"));

    /// <summary>Whatever PIN was drawn, a live session holds it already. The workflow answers it; the machine knows no other session.</summary>
    public static RefusalCode NoFreePin { get; } = new("sessions.no-free-pin", "SES-17", remedies: Remedy.Ask("service-desk-administrator"));

    /// <summary>All codes, in the order of their definition.</summary>
    public static IReadOnlyList<RefusalCode> All { get; } =
    [
        NotFound, Invalid, NotAParticipant, TechnicianOnly, EndUserOnly, SessionExpired,
        SessionClosed, IdTaken, NotOnPremises, VersionUnknown, VersionTooOld, LicenceMissing,
        FeatureMissing, ChannelAccessRequired, ChannelFull, PrivateChannel, AssigneeRequired, LeadRequired,
        JoinRequired, ReleasePermissionRequired, AlreadyAssigned, NoAssignee, NotInvited, TechnicianLimit,
        AlreadyInvited, IsAssignee, OtherDevice, NotLaunched, EndUserOffline, PermissionPending,
        PermissionNotPending, PermissionRequired, AlreadyGranted, AlreadyConnected, NotConnected, NoteEmpty,
        NoteTooLong, NoFreePin,
    ];
}
