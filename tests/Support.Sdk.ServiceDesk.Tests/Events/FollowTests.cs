using Support.Sdk.Tests;
using static Support.Sdk.ServiceDesk.Tests.ScriptedStream;

namespace Support.Sdk.ServiceDesk.Tests.Events;

/// <summary>What a listener gets, over as many connections as it takes.</summary>
public sealed class FollowTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-18")]
    public async Task Follow_FromNow_BeginsWithReady()
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.Hang, ": hello\n\n" + Bodies.Event("ready", 7) + Bodies.Changed(8) + Bodies.Event("channel", 9, ",\"channel\":\"desk\",\"isGone\":true")));

        var changes = await host.Client.FollowAsync(cancellationToken: Token).Take(3).ToListAsync(Token);

        changes.Select(change => (change.Type, change.Position)).ShouldBe(
            [(ServiceDeskChangeType.Ready, 7), (ServiceDeskChangeType.Session, 8), (ServiceDeskChangeType.Channel, 9)]);
        (changes[1].SessionId, changes[1].Kind, changes[2].IsGone).ShouldBe(("s8", "session-taken", true));
        var sent = host.Desk.Sent.ShouldHaveSingleItem();
        sent.PathAndQuery.ShouldBe("/service-desk/events");
        (sent.Header("Accept"), sent.Header("Last-Event-ID")).ShouldBe(("text/event-stream", null));
    }

    [Fact]
    [Requirement("SES-18")]
    public async Task Follow_OfTheEndUser_SendsTheTicket()
    {
        await using var host = new DeskHost();
        host.Desk.Answer(Bodies.Entry).Stream(Of(Ending.Hang, Bodies.Event("ready", 7)));
        var entered = (await host.EndUsers.EnterWithPinAsync("918273", Token)).ValueOrThrow();

        await entered.FollowAsync(3, Token).Take(1).ToListAsync(Token);

        var sent = host.Desk.Sent.Last();
        (sent.PathAndQuery, sent.Header("Authorization"), sent.Header("Last-Event-ID")).ShouldBe(
            ("/service-desk/end-user/events", $"SupportSession {Bodies.Ticket}", "3"));
    }

    /// <summary>The stream breaks after each of its bytes in turn; the next connection is what a server answers that resumes after the id it is told.</summary>
    [Theory]
    [InlineData(Ending.Break)]
    [InlineData(Ending.End)]
    [Requirement("SES-18")]
    public async Task Follow_CutAfterEachByte_MissesNothingAndRepeatsNothing(object ending)
    {
        var whole = ":\n\n" + Bodies.Event("ready", 10) + Bodies.Changed(11) + ": beat\n" + Bodies.Changed(12) + "retry: 50\n\n" + Bodies.Changed(13);
        for (var cut = 0; cut <= whole.Length; cut++)
        {
            await using var host = new DeskHost();
            host.Desk.Stream(Of((Ending)ending, whole[..cut])).Always(sent => FakeDesk.Events(Of(Ending.Hang, Resumed(sent.Header("Last-Event-ID")))));

            var changes = await host.Clock.RunThroughPausesAsync(ChangesAsync(host, changes => changes.Last().Position == 14));

            changes.Where(change => change.Type == ServiceDeskChangeType.Session).Select(change => change.Position)
                .ShouldBe(host.Desk.Sent.Last().Header("Last-Event-ID") is null ? [14] : [11, 12, 13, 14], $"cut after {cut} bytes");
        }
    }

    [Fact]
    public async Task Follow_OfBytesOneByOne_IsTheSame()
    {
        await using var host = new DeskHost();
        var bytes = System.Text.Encoding.UTF8.GetBytes(Bodies.Event("ready", 1) + Bodies.Changed(2).ReplaceLineEndings("\r\n") + Bodies.Changed(3));
        host.Desk.Stream(new ScriptedStream(Ending.Hang, [.. bytes.Select(value => new[] { value })]));

        var changes = await host.Client.FollowAsync(cancellationToken: Token).Take(3).ToListAsync(Token);

        changes.Select(change => change.Position).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task Follow_OfWhatCameBefore_DropsIt()
    {
        await using var host = new DeskHost();
        host.Desk
            .Stream(Of(Ending.Break, Bodies.Event("ready", 1) + Bodies.Changed(2) + Bodies.Changed(2) + Bodies.Changed(3)))
            .Stream(Of(Ending.Hang, Bodies.Event("ready", 9) + Bodies.Changed(2) + Bodies.Changed(3) + Bodies.Changed(4)));

        var changes = await FollowAsync(host, changes => changes.Last().Position == 4);

        changes.Select(change => (change.Type, change.Position)).ShouldBe(
        [
            (ServiceDeskChangeType.Ready, 1), (ServiceDeskChangeType.Session, 2), (ServiceDeskChangeType.Session, 3), (ServiceDeskChangeType.Ready, 9), (ServiceDeskChangeType.Session, 4),
        ]);
    }

    /// <summary>On resumption the server's ready may tell its own position, beyond what is still to come.</summary>
    [Fact]
    public async Task Follow_CutAfterTheReadyOfAResumption_ResumesFromTheLastChange()
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.Break, Bodies.Event("ready", 1) + Bodies.Changed(2)))
            .Stream(Of(Ending.Break, Bodies.Event("ready", 50)))
            .Stream(Of(Ending.Hang, Bodies.Changed(3)));

        var changes = await FollowAsync(host, changes => changes.Last().Position == 3);

        changes.Count.ShouldBe(4);
        host.Desk.Sent.Select(sent => sent.Header("Last-Event-ID")).ShouldBe([null, "2", "2"]);
    }

    [Fact]
    public async Task Follow_AfterAReset_GoesOnFromThere()
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.Break, Bodies.Event("ready", 900) + Bodies.Event("reset", 40) + Bodies.Changed(41))).Stream(Of(Ending.Hang, Bodies.Changed(42)));

        var changes = await FollowAsync(host, changes => changes.Last().Position == 42);

        changes.Select(change => change.Type).ShouldBe(
            [ServiceDeskChangeType.Ready, ServiceDeskChangeType.Reset, ServiceDeskChangeType.Session, ServiceDeskChangeType.Session]);
        host.Desk.Sent.Last().Header("Last-Event-ID").ShouldBe("41");
    }

    [Fact]
    public async Task Follow_OfMessagesOfANewerServer_PassesThemOver()
    {
        await using var host = new DeskHost();
        host.Desk.Stream(Of(Ending.Hang, "event: weather\ndata: sunny\nid: 5\n\n" + "data: no name\n\n" + Bodies.Event("session", 6, ",\"sessionId\":\"s\",\"mood\":{\"x\":[]}")));

        var changes = await host.Client.FollowAsync(cancellationToken: Token).Take(1).ToListAsync(Token);

        changes.ShouldHaveSingleItem().Position.ShouldBe(6);
    }

    [Fact]
    public async Task Follow_FromAPositionThatIsNone_IsAnArgumentError() =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () =>
        {
            await using var host = new DeskHost();
            await host.Client.FollowAsync(-1, Token).ToListAsync(Token);
        });

    /// <summary>Follows until <paramref name="isEnough"/>, while the clock runs.</summary>
    internal static Task<List<ServiceDeskChange>> FollowAsync(DeskHost host, Func<List<ServiceDeskChange>, bool> isEnough) => host.Clock.RunAsync(ChangesAsync(host, isEnough));

    private static Task<List<ServiceDeskChange>> ChangesAsync(DeskHost host, Func<List<ServiceDeskChange>, bool> isEnough) => Task.Run(
        async () =>
        {
            var changes = new List<ServiceDeskChange>();
            await foreach (var change in host.Client.FollowAsync(cancellationToken: Token))
            {
                changes.Add(change);
                if (isEnough(changes))
                {
                    break;
                }
            }

            return changes;
        },
        Token);

    private static string Resumed(string? after) => after is null
        ? Bodies.Event("ready", 13) + Bodies.Changed(14)
        : Bodies.Event("ready", 13) + string.Concat(Enumerable.Range(11, 4).Where(position => position > long.Parse(after)).Select(position => Bodies.Changed(position)));
}
