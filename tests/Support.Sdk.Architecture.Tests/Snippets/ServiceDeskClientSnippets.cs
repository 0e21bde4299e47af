using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Support.Sdk.ServiceDesk;

namespace Support.Sdk.Architecture.Snippets;

/// <summary>The client of the Service Desk; compiled here, shown in its package's documentation.</summary>
internal static class ServiceDeskClientSnippets
{
    public static void Register(IHostApplicationBuilder builder)
    {
        #region ServiceDeskClientRegistration
        builder.Services.AddServiceDeskClient(builder.Configuration.GetSection("ServiceDesk"));     // technicians
        builder.Services.AddServiceDeskEndUserClient(options =>                                     // end users: no credentials, a PIN or link opens the session
            options.BaseAddress = new Uri("https://support.example.com/service-desk/"));
        builder.Services.AddHealthChecks().AddServiceDeskHealthCheck();
        #endregion
    }

    public static async Task Work(ServiceDeskClient desk, CancellationToken cancellationToken)
    {
        #region ServiceDeskClientConsole
        var made = await desk.Sessions.CreateAsync("network", cancellationToken: cancellationToken);
        if (!made.IsAccepted)
        {
            Console.WriteLine($"{made.Refusal.Code}: {made.Refusal.Text}");                         // sessions.channel-full: The channel … is full.
            return;
        }

        var id = made.Value!.Id;
        var secrets = (await desk.Sessions.GetSecretsAsync(id, cancellationToken)).ValueOrThrow();  // for the end user alone
        await desk.Sessions.AddNoteAsync(id, "Called back.", options: new() { IdempotencyKey = "call-4711" }, cancellationToken: cancellationToken);

        await foreach (var session in desk.Sessions.ListQueue("network").WithCancellation(cancellationToken))
        {
            Console.WriteLine($"{session.Id} expires at {session.ExpiresAt:u}");
        }
        #endregion
    }

    public static async Task Follow(ServiceDeskClient desk, Func<Task> readLists, Action<ServiceDeskChange> show, CancellationToken cancellationToken)
    {
        #region ServiceDeskClientLive
        var listed = false;
        await foreach (var change in desk.FollowAsync(cancellationToken: cancellationToken))
        {
            switch (change.Type)
            {
                case ServiceDeskChangeType.Ready when listed:
                    break;                                                                          // connected again, nothing was missed
                case ServiceDeskChangeType.Ready or ServiceDeskChangeType.Reset:
                    await readLists();
                    listed = true;
                    break;
                default:
                    show(change);
                    break;
            }
        }
        #endregion
    }

    public static async Task Help(ServiceDeskEndUserClient desk, string typed, string deviceId, Func<string, bool> asksThePerson, CancellationToken cancellationToken)
    {
        #region ServiceDeskClientEndUser
        var entering = await desk.EnterWithPinAsync(typed, cancellationToken);
        if (!entering.IsAccepted)
        {
            Console.WriteLine(entering.Refusal.Text);                                               // wrong and dead PINs are answered alike
            return;
        }

        var entered = entering.Value!;
        await entered.LaunchAsync(deviceId, cancellationToken: cancellationToken);
        await foreach (var change in entered.FollowAsync(cancellationToken: cancellationToken))
        {
            var session = (await entered.GetAsync(cancellationToken)).ValueOrThrow();
            if (session is { RequestId: { } request, RequestedBy: { } technician })
            {
                _ = asksThePerson(technician)
                    ? await entered.GrantAsync(request, deviceId, cancellationToken: cancellationToken)
                    : await entered.RejectAsync(request, deviceId, cancellationToken: cancellationToken);
            }
        }
        #endregion
    }
}
