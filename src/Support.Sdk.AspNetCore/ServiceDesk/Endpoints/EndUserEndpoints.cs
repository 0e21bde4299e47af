using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.EndUsers;
using Support.Sdk.AspNetCore.ServiceDesk.Events;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>The end user's side (SES-04, SES-05): entered by PIN or link, from then on with a ticket.</summary>
internal static class EndUserEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapPost("/enter", EnterAsync)
            .Describe<ServiceDeskEntry>("Enter", "Enters a session by PIN or link. Wrong, dead and foreign ones are answered alike; too many of them cut the caller off for a while (SES-17).", 200, 400, 404, 413, 422, 429)
            .WithTag();
        var session = group.MapGroup("").WithMetadata(TicketMetadata.Instance);
        Ticketed(session.MapGet("/session", GetAsync).Describe<ServiceDeskEndUserSession>("GetEndUserSession", "Reads the session, also after its end; a deleted one is invalid.", 200, 404).WithTag());
        Ticketed(session.MapPost("/launch", LaunchAsync).Describe<ServiceDeskEndUserSession>("Launch", "Launches the support application; the session belongs to this computer from then on (SES-04).").AsCommand());
        Ticketed(session.MapPost("/grant", GrantAsync).Describe<ServiceDeskEndUserSession>("Grant", "Grants a request to connect (SES-05).").AsCommand());
        Ticketed(session.MapPost("/reject", RejectAsync).Describe<ServiceDeskEndUserSession>("Reject", "Rejects a request to connect (SES-05).").AsCommand());
        Ticketed(session.MapPost("/stop", StopAsync).Describe<ServiceDeskEndUserSession>("StopConnection", "Ends the connection and takes the permission back.").AsCommand());
        Ticketed(session.MapPost("/leave", LeaveAsync).Describe<ServiceDeskEndUserSession>("LeaveDevice", "Tells that the support application was quit or lost its connection.").AsCommand());
        Ticketed(session.MapGet("/events", FollowAsync)
            .Describe("FollowEndUserEvents", "Tells live what happens to the session, as server-sent events.", 400, 404)
            .Produces<ServiceDeskChange>(StatusCodes.Status200OK, EventStream.ContentType));
    }

    private static void Ticketed(RouteHandlerBuilder endpoint) => endpoint.Refuses(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> EnterAsync(
        HttpContext context,
        Command<ServiceDeskEnter> command,
        IServiceDeskCallerResolver callers,
        IGuessLimiter limiter,
        SessionWorkflow sessions,
        EndUserTickets tickets,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        var caller = callers.Resolve(context);
        var permit = await limiter.TakeAsync(caller, cancellationToken).ConfigureAwait(false);
        if (!permit.IsGranted)
        {
            ServiceDeskLog.CutOff(loggers.CreateLogger(ServiceDeskLog.Category), caller, permit.RetryAfter);
            return new ProblemAnswer(ServiceDeskRefusals.TooManyGuesses.Refuse(ProblemAnswer.Seconds(permit.RetryAfter))) { RetryAfter = permit.RetryAfter };
        }

        // The rules of the body have it that one of the two is there.
        EndUserEntry entry = command.Body is { Pin: { } pin } ? new EndUserEntry.Pin(pin) : new EndUserEntry.Link(command.Body.Link!);
        var outcome = await sessions.EnterAsync(entry, cancellationToken).ConfigureAwait(false);
        if (outcome is not { Refusal: null, Value: { } session })
        {
            return new ProblemAnswer(outcome.Refusal!);
        }

        await limiter.ReturnAsync(caller, permit, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Of(_ => new ServiceDeskEntry { Ticket = tickets.Issue(session.Id), Session = Wire.Of(session) }, version: session.Version);
    }

    private static async Task<IResult> GetAsync(EndUserCall call, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.GetForEndUserAsync(call.SessionId, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> LaunchAsync(EndUserCall call, Command<ServiceDeskEndUserDevice> command, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.LaunchAsync(call.SessionId, command.Body.DeviceId, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> GrantAsync(EndUserCall call, Command<ServiceDeskAnswer> command, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.GrantAsync(call.SessionId, command.Body.RequestId, command.Body.DeviceId, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> RejectAsync(EndUserCall call, Command<ServiceDeskAnswer> command, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.RejectAsync(call.SessionId, command.Body.RequestId, command.Body.DeviceId, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> StopAsync(EndUserCall call, Command<ServiceDeskEndUserDevice> command, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.StopConnectionAsync(call.SessionId, command.Body.DeviceId, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> LeaveAsync(EndUserCall call, Command<ServiceDeskEndUserDevice> command, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        Answer(await sessions.LoseDeviceAsync(call.SessionId, command.Body.DeviceId, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> FollowAsync(EndUserCall call, EventsQuery query, SessionWorkflow sessions, SessionFeed feed, CancellationToken cancellationToken)
    {
        // The stream of a deleted session would be silent for ever.
        var outcome = await sessions.GetForEndUserAsync(call.SessionId, cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? new ProblemAnswer(refusal) : new EventStream(stop => feed.FollowSessionAsync(call.SessionId, query.After, stop));
    }

    private static IResult Answer(Outcome<EndUserSession> outcome) =>
        outcome is { Refusal: null, Value: { } session } ? JsonAnswer.Of(_ => Wire.Of(session), version: session.Version) : new ProblemAnswer(outcome.Refusal!);
}
