using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>What technicians do with a session: one address per action.</summary>
internal static class SessionCommandEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        var session = group.MapGroup("/sessions/{id}").WithTags(SessionEndpoints.Tag);
        session.MapPost("/assign", AssignAsync).Describe<ServiceDeskSession>("AssignSession", "Assigns the session to a technician (SES-06).").Produces(204).AsCommand();
        session.MapPost("/take", TakeAsync).Describe<ServiceDeskSession>("TakeSession", "Takes the session out of the queue (SES-10).").Produces(204).AsCommand();
        session.MapPost("/transfer", TransferAsync).Describe<ServiceDeskSession>("TransferSession", "Transfers the session to a technician or to a channel (SES-07). 204 when I do not see it any more.").Produces(204).AsCommand();
        session.MapPost("/invite", InviteAsync).Describe<ServiceDeskSession>("InviteToSession", "Invites a technician (SES-08).").Produces(204).AsCommand();
        session.MapPost("/leave", LeaveAsync).Describe<ServiceDeskSession>("LeaveSession", "Leaves the session, as one who was invited. 204 when I do not see it any more.").Produces(204).AsCommand();
        session.MapPost("/release", ReleaseAsync).Describe<ServiceDeskSession>("ReleaseSession", "Gives the session up: it goes to the queue (SES-10).").Produces(204).AsCommand();
        session.MapPost("/request-access", RequestAccessAsync).Describe<ServiceDeskSession>("RequestAccess", "Asks the end user for permission to connect (SES-05).").Produces(204).AsCommand();
        session.MapPost("/connect", ConnectAsync).Describe<ServiceDeskSession>("Connect", "Starts the remote session, after the end user's permission (SES-05).").Produces(204).AsCommand();
        session.MapPost("/disconnect", DisconnectAsync).Describe<ServiceDeskSession>("Disconnect", "Ends my connection; the permission stays.").Produces(204).AsCommand();
        session.MapPost("/notes", AddNoteAsync).Describe<ServiceDeskSession>("AddNote", "Writes a note.").Produces(204).AsCommand();
        session.MapPost("/close", CloseAsync).Describe<ServiceDeskSession>("CloseSession", "Closes the session for good (SES-11).").Produces(204).AsCommand();
        session.MapDelete("", DeleteAsync).Describe("DeleteSession", "Deletes the session from its channel (SES-12).").Produces(204).AsCommand();
    }

    private static async Task<IResult> AssignAsync(string id, TechnicianCall call, Command<ServiceDeskTechnicianChoice> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.AssignAsync(id, command.Body.Technician, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> TakeAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.TakeAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> TransferAsync(string id, TechnicianCall call, Command<ServiceDeskTransfer> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        // The rules of the body have it that one of the two is there.
        var outcome = command.Body is { Channel: { } channel }
            ? await sessions.TransferToChannelAsync(id, channel, call.Origin, command.Options, cancellationToken).ConfigureAwait(false)
            : await sessions.TransferToTechnicianAsync(id, command.Body.Technician!, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> InviteAsync(string id, TechnicianCall call, Command<ServiceDeskTechnicianChoice> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.InviteAsync(id, command.Body.Technician, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> LeaveAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.LeaveAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> ReleaseAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.ReleaseAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> RequestAccessAsync(string id, TechnicianCall call, Command<ServiceDeskRequestAccess> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.RequestAccessAsync(id, call.Origin, command.Body.RequestId, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> ConnectAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.ConnectAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> DisconnectAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.DisconnectAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> AddNoteAsync(string id, TechnicianCall call, Command<ServiceDeskAddNote> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.AddNoteAsync(id, command.Body.Text, call.Origin, command.Body.NoteId, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> CloseAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.CloseAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return await SessionAnswers.OfCommandAsync(outcome, id, call, sessions, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IResult> DeleteAsync(string id, TechnicianCall call, Command command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.DeleteAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal
            ? await SessionAnswers.OfRefusalAsync(refusal, id, call, sessions, cancellationToken).ConfigureAwait(false)
            : TypedResults.NoContent();
    }
}
