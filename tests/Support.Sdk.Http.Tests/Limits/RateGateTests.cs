using Shouldly;
using Support.Sdk.Testing;

namespace Support.Sdk.Http.Tests;

public sealed class RateGateTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private readonly ManualTimeProvider _clock = new();
    private readonly RateGate _gate;

    public RateGateTests() => _gate = new RateGate(2, _clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _gate.Dispose();

    [Fact]
    public async Task Enter_AllSlotsTaken_WaitsInOrderOfArrival()
    {
        await Enter();
        await Enter();
        var third = Enter();
        var fourth = Enter();
        third.IsCompleted.ShouldBeFalse();

        _gate.Leave();
        await third;
        fourth.IsCompleted.ShouldBeFalse();

        _gate.Leave();
        await fourth;
    }

    [Fact]
    public async Task Enter_WaiterCancelled_LeavesItsPlaceToTheNext()
    {
        await Enter();
        await Enter();
        using var cancellation = new CancellationTokenSource();
        var third = _gate.EnterAsync(null, Patience, cancellation.Token).AsTask();
        var fourth = Enter();

        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(third);
        _gate.Leave();

        await fourth;
    }

    [Fact]
    public async Task Enter_Held_OpensExactlyWhenTheHoldEnds()
    {
        _gate.Hold(null, TimeSpan.FromSeconds(30));
        var held = Enter();

        _clock.Advance(TimeSpan.FromSeconds(29.9));
        held.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(0.1));

        await held;
    }

    [Theory(Timeout = 30_000)]
    [InlineData(30)]
    [InlineData(10)]
    public async Task Enter_TheClockMovesBeforeTheTimerIsSet_OpensExactlyWhenTheHoldEnds(int seconds)
    {
        var clock = new OvertakenClock(_clock);
        using var gate = new RateGate(1, clock);
        gate.Hold(null, TimeSpan.FromSeconds(30));
        var opensAt = _clock.GetUtcNow().AddSeconds(30);
        clock.BeforeTimer = () => _clock.Advance(TimeSpan.FromSeconds(seconds));

        var held = gate.EnterAsync(null, Patience, Token).AsTask();
        held.IsCompleted.ShouldBe(seconds == 30);
        _clock.AdvanceTo(opensAt);

        await held;
    }

    [Fact]
    public async Task Hold_ShorterThanTheOneInForce_ChangesNothing()
    {
        _gate.Hold(null, TimeSpan.FromSeconds(30));
        _gate.Hold(null, TimeSpan.FromSeconds(5));
        var held = Enter();

        _clock.Advance(TimeSpan.FromSeconds(20));
        held.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(10));

        await held;
    }

    [Fact]
    public async Task Enter_HeldLongerThanPatience_RefusesAtOnce()
    {
        _gate.Hold(null, TimeSpan.FromSeconds(101));

        var refusal = await Should.ThrowAsync<RateGateClosedException>(Enter);

        refusal.OpensIn.ShouldBe(TimeSpan.FromSeconds(101));
    }

    [Fact]
    public async Task Enter_BucketHeld_OthersPass()
    {
        _gate.Hold("search", TimeSpan.FromSeconds(30));
        var search = Enter("search");

        await Enter("tickets");
        await Enter();

        search.IsCompleted.ShouldBeFalse();
        _gate.Leave();
        search.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(30));
        await search;
    }

    [Fact]
    public async Task Observe_TwoRemaining_LetsTwoPassAndHoldsTheThirdUntilTheReset()
    {
        _gate.Observe(new(null, 2, TimeSpan.FromSeconds(41)));

        await Enter();
        _gate.Leave();
        await Enter();
        _gate.Leave();
        var third = Enter();

        third.IsCompleted.ShouldBeFalse();
        _clock.Advance(TimeSpan.FromSeconds(41));
        await third;
    }

    [Fact]
    public async Task Observe_AnswersOvertakeEachOther_TheSmallestCountOfTheWindowHolds()
    {
        _gate.Observe(new(null, 0, TimeSpan.FromSeconds(41)));
        _gate.Observe(new(null, 1, TimeSpan.FromSeconds(42)));
        var held = Enter();
        held.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromSeconds(41));
        await Task.Yield();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await held;
    }

    [Fact]
    public async Task Observe_ResetMovedOn_IsANewWindow()
    {
        _gate.Observe(new(null, 0, TimeSpan.FromSeconds(10)));
        var held = Enter();

        _gate.Observe(new(null, 50, TimeSpan.FromSeconds(60)));

        await held;
    }

    [Fact]
    public async Task Observe_NoReset_HoldsNobody()
    {
        _gate.Observe(new(null, 0, null));

        await Enter();
    }

    private Task Enter(string? bucket = null) => _gate.EnterAsync(bucket, Patience, Token).AsTask();

    private Task Enter() => Enter(null);
}
