using System.Collections.Concurrent;
using System.Diagnostics;
using Support.Sdk.Tests;

namespace Support.Sdk.ServiceDesk.Tests.EndUsers;

/// <summary>Tickets, PINs, links and tokens appear in no log, span, exception or text.</summary>
public sealed class SecretsNowhereTests
{
    private static readonly string[] Secrets = [DeskHost.Token, Bodies.Ticket, "918273", "l1nk-t0ken-of-the-session"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Secrets_InLogsSpansAndTexts_AreNotShown()
    {
        // The listener hears the tests beside this one too.
        ConcurrentQueue<string> spans = new();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Support.Sdk.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => spans.Enqueue(string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")) + activity.DisplayName),
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Secrets).Answer(Bodies.Entry).Stream(ScriptedStream.Of(ScriptedStream.Ending.Break, Bodies.Event("ready", 1))).Refuse(HttpStatusCode.NotFound, "sessions.invalid");

        var secrets = (await host.Client.Sessions.GetSecretsAsync("s1", Token)).ValueOrThrow();
        var result = await host.EndUsers.EnterWithPinAsync(secrets.Pin, Token);
        var entered = result.ValueOrThrow();
        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.Clock.RunAsync(Task.Run(async () => await entered.FollowAsync(null, Token).ToListAsync(Token))));

        string[] texts = [secrets.ToString(), entered.ToString(), result.ToString(), failure.ToString(), .. host.Logs.Lines, .. spans];
        foreach (var secret in Secrets)
        {
            texts.ShouldAllBe(text => !text.Contains(secret));
        }

        host.Logs.Lines.ShouldNotBeEmpty();
        spans.ShouldContain(span => span.Contains("service-desk.end-user.enter"));
        secrets.LinkToken.ShouldBe("l1nk-t0ken-of-the-session");
    }

    [Fact]
    public async Task Secrets_EchoedByTheServer_AreStruckOut()
    {
        await using var host = new DeskHost();
        host.Desk.Answer($$"""{"detail":"ticket {{Bodies.Ticket}} is broken","code":"service-desk.broken"}""", HttpStatusCode.BadRequest);

        var failure = await Should.ThrowAsync<SupportRequestException>(() => host.EndUsers.ResumeAsync(Bodies.Ticket, Token));

        failure.ToString().ShouldNotContain(Bodies.Ticket);
        failure.ResponseBody!.ShouldNotContain(Bodies.Ticket);
    }
}
