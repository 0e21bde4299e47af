using System.Text.Json;
using System.Text.RegularExpressions;
using Support.Sdk.ServiceDesk.Tests.Server;

namespace Support.Sdk.ServiceDesk.Tests.Contract;

/// <summary>The server's own description of its endpoints is the referee: the client asks for nothing else, and leaves nothing out.</summary>
public sealed partial class ContractTests
{
    private static readonly string[] Conditions = ["Idempotency-Key", "If-Match", "Last-Event-ID"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_OfTheClient_AreTheOperationsOfTheServer()
    {
        await using var server = await DeskServer.StartAsync();
        using var document = JsonDocument.Parse(await server.DescribeAsync());
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Line: $"{operation.Name.ToUpperInvariant()} {path.Name}", Operation: operation.Value)))
            .ToDictionary(operation => operation.Line, operation => operation.Operation);

        var sent = await SendEverythingAsync();

        sent.Select(Template).Distinct().Order(StringComparer.Ordinal).ShouldBe(described.Keys.Select(Nameless).Order(StringComparer.Ordinal));
        foreach (var request in sent)
        {
            var operation = described.Single(pair => Nameless(pair.Key) == Template(request)).Value;
            (request.Body is not null).ShouldBe(operation.TryGetProperty("requestBody", out _), $"{request.Method} {request.PathAndQuery}: a body where one is described");
            Conditions.Where(header => request.Header(header) is not null).Except(Named(operation, "header")).ShouldBeEmpty($"{request.Method} {request.PathAndQuery}");
            Query(request).Except(Named(operation, "query")).ShouldBeEmpty($"{request.PathAndQuery}");
        }
    }

    /// <summary>Each member of the client once, with everything that can be said; the answers do not matter.</summary>
    private static async Task<List<SentRequest>> SendEverythingAsync()
    {
        await using var host = new DeskHost(both: options => options.Http.MaxRetries = 0);
        host.Desk.Always(sent => sent.PathAndQuery.EndsWith("enter", StringComparison.Ordinal)
            ? FakeDesk.Response(HttpStatusCode.OK, Bodies.Entry, [])
            : FakeDesk.Refusal(HttpStatusCode.NotFound, "sessions.not-found"));
        var (sessions, channels) = (host.Client.Sessions, host.Client.Channels);
        var options = new ServiceDeskCommandOptions { IdempotencyKey = "key", ExpectedVersion = 3 };
        var entered = (await host.EndUsers.EnterWithPinAsync("123456", Token)).ValueOrThrow();
        List<Func<Task>> calls =
        [
            () => host.Client.GetMeAsync(Token), () => host.Client.FollowAsync(7, Token).ToListAsync(Token).AsTask(),
            () => sessions.ListHome(5).ToListAsync(Token).AsTask(), () => sessions.ListChannel("c", ServiceDeskSessionFilter.Live, 5).ToListAsync(Token).AsTask(),
            () => sessions.GetAsync("s", Token), () => sessions.History("s", 5).ToListAsync(Token).AsTask(), () => sessions.GetSecretsAsync("s", Token),
            () => sessions.CreateAsync("c", "s", options, Token), () => sessions.AssignAsync("s", "t", options, Token), () => sessions.TakeAsync("s", options, Token),
            () => sessions.TransferToTechnicianAsync("s", "t", options, Token), () => sessions.TransferToChannelAsync("s", "c", options, Token),
            () => sessions.InviteAsync("s", "t", options, Token), () => sessions.LeaveAsync("s", options, Token), () => sessions.ReleaseAsync("s", options, Token),
            () => sessions.RequestAccessAsync("s", "r", options, Token), () => sessions.ConnectAsync("s", options, Token), () => sessions.DisconnectAsync("s", options, Token),
            () => sessions.AddNoteAsync("s", "text", "n", options, Token), () => sessions.CloseAsync("s", options, Token), () => sessions.DeleteAsync("s", options, Token),
            () => channels.List().ToListAsync(Token).AsTask(), () => channels.GetAsync("c", Token),
            () => channels.CreateAsync(new() { Id = "c", Name = "C", Settings = new() { TimeOutSeconds = 60 } }, options, Token),
            () => channels.RenameAsync("c", "C", options, Token), () => channels.ConfigureAsync("c", new() { TimeOutSeconds = 60 }, options, Token),
            () => channels.SetMemberAsync("c", "t", new(), options, Token), () => channels.RemoveMemberAsync("c", "t", options, Token), () => channels.RemoveAsync("c", options, Token),
            () => entered.GetAsync(Token), () => entered.LaunchAsync("d", options, Token), () => entered.GrantAsync("r", "d", options, Token),
            () => entered.RejectAsync("r", "d", options, Token), () => entered.StopAsync("d", options, Token), () => entered.LeaveAsync("d", options, Token),
            () => entered.FollowAsync(7, Token).ToListAsync(Token).AsTask(),
        ];
        foreach (var call in calls)
        {
            try
            {
                await call();
            }
            catch (SupportRequestException exception)
            {
                exception.VendorCode.ShouldBe("sessions.not-found");
            }
        }

        return [.. host.Desk.Sent];
    }

    /// <summary>The request with its ids taken out: the test's ids are single letters.</summary>
    private static string Template(SentRequest request) => Nameless($"{request.Method} {Letter().Replace(request.Address.AbsolutePath, "/{}")}");

    private static string Nameless(string line) => Hole().Replace(line, "{}");

    private static List<string> Named(JsonElement operation, string place) => operation.TryGetProperty("parameters", out var parameters)
        ? [.. parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place).Select(parameter => parameter.GetProperty("name").GetString()!)]
        : [];

    private static IEnumerable<string> Query(SentRequest request) =>
        request.Address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]);

    [GeneratedRegex("/[a-z](?=/|$)")]
    private static partial Regex Letter();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
