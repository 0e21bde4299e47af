using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.AspNetCore.ServiceDesk.Answers;

/// <summary>The one table from refusals to HTTP statuses.</summary>
internal static class RefusalStatus
{
    /// <summary>The status of each code that the SDK knows. Whatever else refuses, such as a newer machine, is a conflict with the state of things.</summary>
    private static readonly FrozenDictionary<string, int> Statuses = new (int Status, RefusalCode[] Codes)[]
    {
        (StatusCodes.Status400BadRequest, [ServiceDeskRefusals.Malformed]),
        (StatusCodes.Status401Unauthorized, [ServiceDeskRefusals.TicketRequired]),
        (StatusCodes.Status403Forbidden,
        [
            ServiceDeskRefusals.NoTechnician,
            SessionRefusals.TechnicianOnly, SessionRefusals.EndUserOnly, SessionRefusals.ChannelAccessRequired, SessionRefusals.AssigneeRequired, SessionRefusals.LeadRequired,
            SessionRefusals.JoinRequired, SessionRefusals.ReleasePermissionRequired, SessionRefusals.OtherDevice,
            SessionRefusals.NotOnPremises, SessionRefusals.VersionUnknown, SessionRefusals.VersionTooOld, SessionRefusals.LicenceMissing, SessionRefusals.FeatureMissing,
            ChannelRefusals.TechnicianOnly, ChannelRefusals.AdministratorRequired, ChannelRefusals.ManagerRequired,
        ]),
        (StatusCodes.Status404NotFound, [SessionRefusals.NotFound, SessionRefusals.NotAParticipant, SessionRefusals.Invalid, ChannelRefusals.NotFound]),
        (StatusCodes.Status409Conflict,
        [
            SessionRefusals.SessionExpired, SessionRefusals.SessionClosed, SessionRefusals.IdTaken, SessionRefusals.ChannelFull, SessionRefusals.PrivateChannel,
            SessionRefusals.AlreadyAssigned, SessionRefusals.NoAssignee, SessionRefusals.NotInvited, SessionRefusals.TechnicianLimit, SessionRefusals.AlreadyInvited,
            SessionRefusals.IsAssignee, SessionRefusals.NotLaunched, SessionRefusals.EndUserOffline, SessionRefusals.PermissionPending, SessionRefusals.PermissionNotPending,
            SessionRefusals.PermissionRequired, SessionRefusals.AlreadyGranted, SessionRefusals.AlreadyConnected, SessionRefusals.NotConnected, SessionRefusals.NoFreePin,
            ChannelRefusals.IdTaken, ChannelRefusals.NameTaken, ChannelRefusals.PrivateChannel, ChannelRefusals.MemberLimit, ChannelRefusals.DefaultChannel,
            KernelRefusals.Conflict, KernelRefusals.ClaimTaken,
        ]),
        (StatusCodes.Status412PreconditionFailed, [KernelRefusals.VersionChanged]),
        (StatusCodes.Status413PayloadTooLarge, [ServiceDeskRefusals.BodyTooLarge]),
        (StatusCodes.Status422UnprocessableEntity,
        [
            ServiceDeskRefusals.InvalidValue, SessionRefusals.NoteEmpty, SessionRefusals.NoteTooLong, ChannelRefusals.NameInvalid, KernelRefusals.KeyReused,
        ]),
        (StatusCodes.Status429TooManyRequests, [ServiceDeskRefusals.TooManyGuesses]),
    }.SelectMany(row => row.Codes, (row, code) => KeyValuePair.Create(code.Code, row.Status)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The codes that have a status of their own.</summary>
    public static IReadOnlyCollection<string> Known => Statuses.Keys;

    public static int Of(RefusalCode code) => Statuses.GetValueOrDefault(code.Code, StatusCodes.Status409Conflict);
}
