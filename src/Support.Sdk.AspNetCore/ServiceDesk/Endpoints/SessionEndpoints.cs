using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>Sessions as technicians create, list and read them.</summary>
internal static class SessionEndpoints
{
    public const string Tag = "Sessions";

    public static void Map(RouteGroupBuilder group)
    {
        var sessions = group.MapGroup("/sessions").WithTags(Tag);
        sessions.MapGet("", ListHomeAsync).Describe<ServiceDeskPage<ServiceDeskSession>>("ListHome", "Lists the sessions assigned to me (SES-02).", 200, 400);
        sessions.MapPost("", CreateAsync).Describe<ServiceDeskSession>("CreateSession", "Creates a session in a channel; it waits for its end user (SES-03).", 201).AsCommand();
        sessions.MapGet("/{id}", GetAsync).Describe<ServiceDeskSession>("GetSession", "Reads a session, with what I may do with it now and why not.", 200, 404).WithTag();
        sessions.MapGet("/{id}/history", ReadHistoryAsync)
            .Describe<ServiceDeskPage<ServiceDeskHistoryEntry>>("ReadSessionHistory", "Reads what happened to a session: who, when, what, from where to where (SES-16).", 200, 400, 404);
        sessions.MapGet("/{id}/secrets", ShareAsync)
            .Describe<ServiceDeskSecrets>("ShareSession", "Shows the PIN and the link of a live session (SES-09). Never cached.", 200, 403, 404, 409);
    }

    private static async Task<IResult> ListHomeAsync(TechnicianCall call, PageQuery page, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        SessionAnswers.OfPage(await sessions.ListHomeAsync(call.Origin, page.After, page.Limit, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> CreateAsync(
        HttpContext context, TechnicianCall call, Command<ServiceDeskCreateSession> command, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.CreateAsync(command.Body.Channel, call.Origin, command.Body.Id, command.Options, cancellationToken).ConfigureAwait(false);
        return SessionAnswers.OfCreated(outcome, context.Request.PathBase + context.Request.Path);
    }

    private static async Task<IResult> GetAsync(string id, TechnicianCall call, SessionWorkflow sessions, CancellationToken cancellationToken) =>
        SessionAnswers.Of(await sessions.GetAsync(id, call.Origin, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> ReadHistoryAsync(string id, TechnicianCall call, HistoryQuery page, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.ReadHistoryAsync(id, call.Origin, page.After, page.Limit, cancellationToken).ConfigureAwait(false);
        return outcome is { Refusal: null, Value: { } entries }
            ? JsonAnswer.Of(_ => new ServiceDeskPage<ServiceDeskHistoryEntry>
            {
                Items = [.. entries.Select(Wire.Of)],
                Next = entries.Count < page.Limit ? null : $"{entries[^1].Version}",
            })
            : new ProblemAnswer(outcome.Refusal!);
    }

    private static async Task<IResult> ShareAsync(string id, TechnicianCall call, SessionWorkflow sessions, IOptions<ServiceDeskOptions> options, CancellationToken cancellationToken)
    {
        var outcome = await sessions.ShareAsync(id, call.Origin, cancellationToken).ConfigureAwait(false);
        return outcome is { Refusal: null, Value: { } secrets } ? SecretsAnswer.Of(secrets, options.Value.EndUserLink) : new ProblemAnswer(outcome.Refusal!);
    }
}
