using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>Channels, their settings and members, and the sessions in them (SES-02).</summary>
internal static class ChannelEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        var channels = group.MapGroup("/channels").WithTags("Channels");
        channels.MapGet("", ListAsync).Describe<ServiceDeskPage<ServiceDeskChannel>>("ListChannels", "Lists the channels that I know of, by name, on one page.");
        channels.MapPost("", CreateAsync).Describe<ServiceDeskChannel>("CreateChannel", "Creates a channel: a shared one, or my private one.", 201).AsCommand();
        channels.MapGet("/{id}", GetAsync).Describe<ServiceDeskChannel>("GetChannel", "Reads a channel.", 200, 404).WithTag();
        channels.MapDelete("/{id}", RemoveAsync).Describe("RemoveChannel", "Removes a channel for good; its sessions go on.").Produces(204).AsCommand();
        channels.MapPut("/{id}/name", RenameAsync).Describe<ServiceDeskChannel>("RenameChannel", "Gives a channel another name.").AsCommand();
        channels.MapPut("/{id}/settings", ConfigureAsync)
            .Describe<ServiceDeskChannel>("ConfigureChannel", "Gives a channel other settings, for the sessions that come there from now on.").AsCommand();
        channels.MapPut("/{id}/members/{technician}", SetMemberAsync)
            .Describe<ServiceDeskChannel>("SetChannelMember", "Makes a technician a member, or changes what he may do.").AsCommand();
        channels.MapDelete("/{id}/members/{technician}", RemoveMemberAsync).Describe<ServiceDeskChannel>("RemoveChannelMember", "Ends a membership.").Produces(204).AsCommand();
        channels.MapGet("/{id}/sessions", ListSessionsAsync)
            .Describe<ServiceDeskPage<ServiceDeskSession>>("ListChannelSessions", "Lists the sessions of a channel.", 200, 400, 404);
    }

    private static async Task<IResult> ListAsync(TechnicianCall call, ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        var views = await channels.ListAsync(call.Origin, cancellationToken).ConfigureAwait(false);
        return JsonAnswer.Of(words => new ServiceDeskPage<ServiceDeskChannel> { Items = [.. views.Select(view => Wire.Of(view, words))] });
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, TechnicianCall call, Command<ServiceDeskCreateChannel> command, ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        var body = command.Body;
        var outcome = await channels
            .CreateAsync(body.Id, body.Name, Settings(body.Settings), call.Origin, body.IsPrivate, body.IsDefault, command.Options, cancellationToken).ConfigureAwait(false);
        return outcome is { Refusal: null, Value: { } view }
            ? JsonAnswer.Of(words => Wire.Of(view, words), StatusCodes.Status201Created, view.Version, $"{context.Request.PathBase}{context.Request.Path}/{view.Id}")
            : new ProblemAnswer(outcome.Refusal!);
    }

    private static async Task<IResult> GetAsync(string id, TechnicianCall call, ChannelWorkflow channels, CancellationToken cancellationToken) =>
        Answer(await channels.GetAsync(id, call.Origin, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> RemoveAsync(string id, TechnicianCall call, Command command, ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        var outcome = await channels.RemoveAsync(id, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);
        return outcome.Refusal is { } refusal ? new ProblemAnswer(refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> RenameAsync(
        string id, TechnicianCall call, Command<ServiceDeskRenameChannel> command, ChannelWorkflow channels, CancellationToken cancellationToken) =>
        Answer(await channels.RenameAsync(id, command.Body.Name, call.Origin, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> ConfigureAsync(
        string id, TechnicianCall call, Command<ServiceDeskChannelSettings> command, ChannelWorkflow channels, CancellationToken cancellationToken) =>
        Answer(await channels.ConfigureAsync(id, Settings(command.Body), call.Origin, command.Options, cancellationToken).ConfigureAwait(false));

    private static async Task<IResult> SetMemberAsync(
        string id, string technician, TechnicianCall call, Command<ServiceDeskMembership> command, ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        if (!Identifiers.IsId(technician))
        {
            return ProblemAnswer.InvalidValue(nameof(technician));
        }

        var member = new ChannelMember(technician, command.Body.CanRelease, command.Body.IsManager);
        return Answer(await channels.SetMemberAsync(id, member, call.Origin, command.Options, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IResult> RemoveMemberAsync(
        string id, string technician, TechnicianCall call, Command command, ChannelWorkflow channels, CancellationToken cancellationToken)
    {
        if (!Identifiers.IsId(technician))
        {
            return ProblemAnswer.InvalidValue(nameof(technician));
        }

        var outcome = await channels.RemoveMemberAsync(id, technician, call.Origin, command.Options, cancellationToken).ConfigureAwait(false);

        // A manager who ended his own membership has no channel to see any more.
        return outcome is { Refusal: null, Value: { } view } && !SupportChannelMachine.IsVisibleTo(view.Channel, call.Actor) ? TypedResults.NoContent() : Answer(outcome);
    }

    private static async Task<IResult> ListSessionsAsync(
        string id, TechnicianCall call, PageQuery page, FilterQuery filter, SessionWorkflow sessions, CancellationToken cancellationToken)
    {
        var outcome = await sessions.ListChannelAsync(id, filter.Filter, call.Origin, page.After, page.Limit, cancellationToken).ConfigureAwait(false);
        return outcome is { Refusal: null, Value: { } found } ? SessionAnswers.OfPage(found) : new ProblemAnswer(outcome.Refusal!);
    }

    private static IResult Answer(Outcome<ChannelView> outcome) =>
        outcome is { Refusal: null, Value: { } view } ? JsonAnswer.Of(words => Wire.Of(view, words), version: view.Version) : new ProblemAnswer(outcome.Refusal!);

    private static ChannelSettings Settings(ServiceDeskChannelSettings settings) => new(TimeSpan.FromSeconds(settings.TimeOutSeconds))
    {
        ConsentTimeOut = TimeSpan.FromSeconds(settings.ConsentTimeOutSeconds),
        Capacity = settings.Capacity,
    };
}
