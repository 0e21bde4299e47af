using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars.Setup;

// Random histories of a configuration, by somebody who may and by somebody who may not.
public sealed class WebinarSetupPropertyTests
{
    private static readonly WebinarSetupCommand[] Commands = [.. Enum.GetValues<WebinarSetupTrigger>().SelectMany(Setups.Of)];

    private static readonly Arbitrary<int[]> Histories = Gen.Choose(0, (Commands.Length * 4) - 1).ArrayOf(40).ToArbitrary();

    private static readonly Config Run = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    [Requirement("WBN-02")]
    public void History_Any_KeepsOneMappingForEachObject_InOrder() =>
        Prop.ForAll(Histories, history =>
        {
            foreach (var (state, _, _) in Play(history))
            {
                var objects = state.Mappings.Select(static mapping => mapping.Object.ToUpperInvariant()).ToList();
                objects.ShouldBe(objects.Distinct().Order(StringComparer.Ordinal));
                state.FormerKeys.Select(static key => key.Object.ToUpperInvariant()).ShouldBeUnique();
                state.FormerKeys.ShouldAllBe(key => state.Find(key.Object) == null);
                state.Access.Users.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(state.Access.Users.Length);
                state.Access.Profiles.Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(state.Access.Profiles.Length);
            }
        }).Check(Run);

    [Fact]
    [Requirement("WBN-07")]
    public void History_Any_ChangesNoKeyWithoutAForecastOfThisChange() =>
        Prop.ForAll(Histories, history =>
        {
            var before = WebinarSetup.None;
            foreach (var (after, command, _) in Play(history))
            {
                if (before.FindKey("Contact") is { } former && after.FindKey("Contact") is { } next && former != next)
                {
                    var change = command.ShouldBeOfType<WebinarSetupCommand.SaveMapping>().KeyChange.ShouldNotBeNull();
                    change.From.ShouldBe(former, StringCompareShould.IgnoreCase);
                    (change.IsConfirmed || change.Forecast.IsSafe).ShouldBeTrue();
                }

                before = after;
            }
        }).Check(Run);

    [Fact]
    public void History_Any_ReplaysFromStoredEventsToTheSameSnapshot() =>
        Prop.ForAll(Histories, history =>
        {
            var (state, replayed) = (WebinarSetup.None, WebinarSetup.None);
            foreach (var (after, _, events) in Play(history))
            {
                state = after;
                replayed = events.Aggregate(replayed, static (one, happened) => WebinarSetupMachine.Evolve(one, WebinarSetupMachine.Format.Read(WebinarSetupMachine.Format.Write(happened))));
            }

            replayed.ShouldBe(state);
            WebinarSetupMachine.Format.Write(replayed).Data.Span.SequenceEqual(WebinarSetupMachine.Format.Write(state).Data.Span).ShouldBeTrue();
            WebinarSetupMachine.Format.Read(WebinarSetupMachine.Format.Write(state)).ShouldBe(state);
        }).Check(Run);

    // Of four numbers one is the stranger's.
    private static IEnumerable<(WebinarSetup After, WebinarSetupCommand Command, List<WebinarSetupEvent> Events)> Play(int[] history)
    {
        var state = WebinarSetup.None;
        foreach (var number in history)
        {
            var command = Commands[number % Commands.Length];
            var isStranger = number / Commands.Length == 3;
            var decision = WebinarSetupMachine.Decide(state, command, isStranger ? Setups.ByStranger : Setups.ByAdministrator);
            List<WebinarSetupEvent> events = decision.IsAccepted ? [.. decision] : [];
            (isStranger && decision.IsAccepted).ShouldBeFalse();
            state = events.Aggregate(state, WebinarSetupMachine.Evolve);
            yield return (state, command, events);
        }
    }
}
