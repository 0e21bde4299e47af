using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Support.Sdk.AspNetCore.ServiceDesk.Answers;
using Support.Sdk.AspNetCore.ServiceDesk.Events;
using Support.Sdk.AspNetCore.ServiceDesk.Requests;
using Support.Sdk.ServiceDesk;
using Support.Sdk.Sessions;

namespace Support.Sdk.AspNetCore.ServiceDesk.Endpoints;

/// <summary>What concerns the technician himself: who he is, and what he hears live.</summary>
internal static class TechnicianEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        var me = group.MapGroup("").WithTags("Technician");
        me.MapGet("/me", Me).Describe<ServiceDeskTechnician>("GetMe", "Tells who I am here.");
        me.MapGet("/events", Follow)
            .Describe("FollowEvents", "Tells live what happens to the sessions and channels that I see (SES-18), as server-sent events.", 400)
            .Produces<ServiceDeskChange>(StatusCodes.Status200OK, EventStream.ContentType);
    }

    private static IResult Me(TechnicianCall call) => JsonAnswer.Of(_ => new ServiceDeskTechnician
    {
        Id = call.Actor.Id,
        DisplayName = call.Actor.DisplayName,
        IsAdministrator = call.Actor.Permissions.Contains(SessionPermissions.Administer),
    });

    private static EventStream Follow(TechnicianCall call, EventsQuery query, SessionFeed feed) =>
        new(cancellationToken => feed.FollowAsync(call.Origin, query.After, cancellationToken));
}
