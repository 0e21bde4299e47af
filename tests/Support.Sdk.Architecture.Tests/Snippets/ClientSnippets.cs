using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.Http;
using Support.Sdk.Tokens;
using Support.Sdk.Webex;
using Support.Sdk.Webex.Meetings;
using Support.Sdk.Zendesk;
using Support.Sdk.Zendesk.Tickets;

namespace Support.Sdk.Architecture.Snippets;

/// <summary>The typed clients on their own; compiled here, shown in their packages' documentation.</summary>
internal static class ClientSnippets
{
    public static void RegisterWebex(IHostApplicationBuilder builder, ITokenStore tokenStore, string acmeToken)
    {
        #region WebexRegistration
        builder.Services.AddSingleton<ITokenStore>(tokenStore);            // keeps refreshed tokens; any lasting implementation
        builder.Services.AddWebex(options =>
        {
            options.ClientId = builder.Configuration["Webex:ClientId"];
            options.ClientSecret = builder.Configuration["Webex:ClientSecret"];
            options.WebhookSecrets.Add(builder.Configuration["Webex:WebhookSecret"]!);
        });
        builder.Services.AddWebex("acme", options => options.AccessToken = acmeToken); // further accounts, by name
        builder.Services.AddHealthChecks().AddWebexHealthCheck();
        #endregion
    }

    public static async Task UseWebex(IWebexClientFactory factory, DateTimeOffset start, DateTimeOffset from, DateTimeOffset to)
    {
        #region WebexClient
        var webex = factory.GetClient();                                   // IWebexClientFactory; or inject WebexClient

        var meeting = await webex.Meetings.CreateAsync(CreateMeetingRequest.Scheduled("Case 35436", start, start.AddHours(1)) with
        {
            Timezone = "Europe/Paris",
            IntegrationTags = ["35436"],
        });

        await foreach (var item in webex.Meetings.ListAsync(new ListMeetingsRequest { From = from, To = to, MeetingType = MeetingType.ScheduledMeeting }))
        {
            Console.WriteLine($"{item.Start} {item.Title} {item.State}");
        }

        await webex.Meetings.PatchAsync(meeting.Id, new PatchMeetingRequest { Title = "Case 35436, second part", Agenda = null }); // null clears
        await webex.Webhooks.EnsureMeetingWebhooksAsync(new Uri("https://support.example.com/webhooks/webex"));
        #endregion
    }

    public static void RegisterZendesk(IHostApplicationBuilder builder)
    {
        #region ZendeskRegistration
        builder.Services.AddSingleton<ITokenStore, InMemoryTokenStore>();      // or one that lasts
        builder.Services.AddZendesk(builder.Configuration.GetSection("Zendesk"));
        builder.Services.AddHealthChecks().AddZendeskHealthCheck();
        #endregion
    }
}

#region ZendeskClient
public sealed class Desk(ZendeskClient zendesk)
{
    public async Task AnswerAsync(long ticketId, CancellationToken cancellationToken)
    {
        Ticket ticket = await zendesk.Tickets.ShowAsync(ticketId, cancellationToken);

        await zendesk.Tickets.UpdateAsync(ticketId, new TicketUpdate
        {
            Comment = NewComment.Text("We are on it.", isPublic: true),   // visibility is always said
            Status = TicketStatus.Pending,
            EmailCcs = [ParticipantChange.Add("boss@example.com")],       // a delta: the others stay
            IfUnchangedSince = ticket.UpdatedAt,                          // 409 when somebody was faster
        }, cancellationToken);

        await foreach (TicketComment comment in zendesk.TicketComments.List(ticketId, new() { NewestFirst = true }).WithCancellation(cancellationToken))
        {
            Console.WriteLine(comment.PlainBody);
        }
    }
}
#endregion
