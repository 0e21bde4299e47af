using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.Telemetry;

namespace Support.Sdk.Tests.Sessions;

public sealed class HistoryTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-16")]
    public async Task History_OfASession_TellsWhoDidWhatWhenAndFromWhereToWhere()
    {
        await using var desk = await Desk.StartReadyAsync();
        var start = desk.Clock.GetUtcNow();
        var id = await desk.CreateConnectedAsync();
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Sessions.AddNoteAsync(id, "Replaced the cable.", Desk.Bob, "n1", cancellationToken: Cancel).AcceptedAsync();
        await desk.Sessions.CloseAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        var entries = await desk.Sessions.ReadHistoryAsync(id, Desk.Bob, cancellationToken: Cancel).AcceptedAsync();

        entries.Select(entry => $"{entry.Version} {entry.Event.GetType().Name} {entry.ActorId} {entry.Change.Subject}:{entry.Change.From}>{entry.Change.To}").ShouldBe(
        [
            "1 Created alice :None>Waiting",
            "2 Launched end-user :Waiting>Active",
            "3 AccessRequested alice access:None>Requested",
            "4 AccessGranted end-user access:Requested>Granted",
            "5 Connected alice access:Granted>Connected",
            "6 NoteAdded bob :Active>Active",
            "7 Closed alice :Active>Closed",
        ]);
        entries.Select(entry => entry.At).ShouldBe([.. Enumerable.Repeat(start, 5), .. Enumerable.Repeat(start.AddMinutes(1), 2)]);
        entries[0].CorrelationId.ShouldBe("corr-1");

        var page = await desk.Sessions.ReadHistoryAsync(id, Desk.Bob, afterVersion: 2, limit: 2, Cancel).AcceptedAsync();
        page.Select(entry => entry.Version).ShouldBe([3, 4]);
        (await desk.Sessions.ReadHistoryAsync(id, Desk.Outsider, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
    }

    [Fact]
    [Requirement("SES-16")]
    [Requirement("SES-17")]
    public async Task Secrets_OfASession_AreNowhereButWhereTheyAreAskedFor()
    {
        var logs = new RecordingLogs();
        await using var desk = await Desk.StartReadyAsync(services: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));
        await using var listener = new Listener(desk.Feed.FollowAsync(Desk.Alice, after: 0, cancellationToken: Cancel));
        var id = await desk.CreateConnectedAsync();
        var secrets = await desk.SecretsOfAsync(id);
        await desk.Sessions.DeleteAsync(id, Desk.Outsider, cancellationToken: Cancel).RefusalAsync();

        var view = await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).AcceptedAsync();
        var history = await desk.Sessions.ReadHistoryAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        var told = await listener.UntilAsync(change => change is SessionChange.SessionChanged { Kind: "session-connected" });

        var texts = new List<string> { logs.ToString(), Json(view.Session), $"{view}", $"{await desk.Sessions.GetForEndUserAsync(id, Cancel)}" };
        texts.AddRange(history.Select(entry => Encoding.UTF8.GetString(SupportSessionMachine.Format.Write(entry.Event).Data.Span) + entry));
        texts.AddRange(told.Select(change => change.ToString()));
        history[0].Event.ShouldBeOfType<SessionEvent.Created>().Secrets.ShouldBeNull();
        texts.Count.ShouldBeGreaterThan(12);
        texts.ShouldAllBe(text => !text.Contains(secrets.Pin) && !text.Contains(secrets.LinkToken));
    }

    [Fact]
    [Requirement("SES-17")]
    public async Task Logs_OfACollision_DoNotNameThePin()
    {
        var logs = new RecordingLogs();
        await using var desk = await Desk.StartReadyAsync(services: services => services
            .AddSingleton<ISessionSecrets>(new ScriptedSecrets("482913"))
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs)));
        using var activities = new RecordedActivities();
        await desk.CreateAsync();

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.no-free-pin");

        logs.ToString().ShouldNotContain("482913");
        activities.ToString().ShouldContain("support.claim-taken");
        activities.ToString().ShouldNotContain("482913");
    }

    private static string Json(SupportSession session) => Encoding.UTF8.GetString(SupportSessionMachine.Format.Write(session).Data.Span);

    private sealed class RecordedActivities : IDisposable
    {
        private readonly StringBuilder _text = new();
        private readonly ActivityListener _listener;

        public RecordedActivities()
        {
            _listener = new()
            {
                ShouldListenTo = source => source.Name == SupportSdkTelemetry.Name,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = activity =>
                {
                    lock (_text)
                    {
                        _text.AppendLine(activity.DisplayName).AppendJoin(' ', activity.TagObjects).AppendLine();
                    }
                },
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }

        public void Dispose() => _listener.Dispose();
    }

    private sealed class RecordingLogs : ILoggerProvider, ILogger
    {
        private readonly StringBuilder _text = new();

        public override string ToString()
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_text)
            {
                _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
            }
        }

        public void Dispose()
        {
        }
    }
}
