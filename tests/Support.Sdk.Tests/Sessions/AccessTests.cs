using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Tests.Sessions;

public sealed class AccessTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<AttendedAccess, string> Missing() => new()
    {
        { new() { IsOnPremises = false }, "sessions.not-on-premises" },
        { new() { SosVersion = null }, "sessions.version-unknown" },
        { new() { SosVersion = "3.7.2.0" }, "sessions.version-too-old" },
        { new() { LicenceIncludesAttendedAccess = false }, "sessions.licence-missing" },
        { new() { UserHasAttendedAccess = false }, "sessions.feature-missing" },
    };

    [Theory]
    [MemberData(nameof(Missing))]
    [Requirement("SES-01")]
    public async Task Create_WithSomethingMissing_IsRefusedForThatVeryReason(AttendedAccess facts, string code)
    {
        await using var desk = await Desk.StartReadyAsync(services: services => services.AddSingleton<IAttendedAccessSource>(new Facts(_ => facts)));

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe(code);

        (await desk.Sessions.ListHomeAsync(Desk.Alice, cancellationToken: Cancel)).Items.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("SES-01")]
    public async Task Create_ByOneWithTheFeatureAndOneWithout_AsksForEachOfThem()
    {
        var source = new Facts(technician => new() { UserHasAttendedAccess = technician.Id == "alice" });
        await using var desk = await Desk.StartReadyAsync(services: services => services.AddSingleton<IAttendedAccessSource>(source));

        await desk.Sessions.CreateAsync(Desk.Network, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        (await desk.Sessions.CreateAsync(Desk.Network, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.feature-missing");
    }

    private sealed class Facts(Func<Actor, AttendedAccess> facts) : IAttendedAccessSource
    {
        public ValueTask<AttendedAccess> GetAsync(Actor technician, CancellationToken cancellationToken = default) => ValueTask.FromResult(facts(technician));
    }
}
