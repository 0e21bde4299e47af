using System.Globalization;
using Shouldly;
using Support.Sdk.Running;
using Support.Sdk.StateMachines;
using Support.Sdk.Webinars;
using static Support.Sdk.Tests.Webinars.SetupOffice;

namespace Support.Sdk.Tests.Webinars;

public sealed class WebinarSetupAccessTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    [Fact]
    [Requirement("WBN-08")]
    public async Task Access_FromNobodyToEverybody_DecidesWhoSeesTheWebinars()
    {
        await using var office = new SetupOffice();
        var setup = office.Setup;
        var bob = Who("bob@example.com", ImportAccess.ImportAdmin);

        (await ListAsync(office)).Refusal!.Code.ShouldBe("webinars.import-not-switched-on");

        (await setup.AddUserAsync(Target, Account, "ADA@example.com", Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office, bob)).Refusal!.Code.ShouldBe("webinars.import-not-switched-on");

        (await setup.AddProfileAsync(Target, Account, "Marketing", Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office, bob)).IsAccepted.ShouldBeTrue();

        (await setup.RemoveProfileAsync(Target, Account, "marketing", Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await setup.RemoveUserAsync(Target, Account, "ada@example.com", Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office)).Refusal!.Code.ShouldBe("webinars.import-not-switched-on");

        (await setup.SwitchEverybodyAsync(Target, Account, enabled: true, Administrator, Cancel)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office, bob)).IsAccepted.ShouldBeTrue();
        (await ListAsync(office, Stranger)).Refusal!.Code.ShouldBe("webinars.import-permission-required");
        (await ListAsync(office, account: "other")).Refusal!.Code.ShouldBe("webinars.import-not-switched-on");
    }

    [Fact]
    [Requirement("WBN-08")]
    public async Task Configure_WithoutThePermission_IsRefusedAndExplained()
    {
        await using var office = new SetupOffice();
        var setup = office.Setup;

        foreach (var outcome in new[]
        {
            await setup.SwitchEverybodyAsync(Target, Account, enabled: true, Stranger, Cancel),
            await setup.AddUserAsync(Target, Account, "olaf@example.com", Stranger, Cancel),
            await setup.AddProfileAsync(Target, Account, "Marketing", Stranger, Cancel),
            await setup.SetRangeAsync(Target, Account, 1, 1, Stranger, Cancel),
        })
        {
            outcome.Refusal.ShouldBe(ImportRefusals.PermissionRequired.Refuse(ImportAccess.ImportAdmin));
        }

        (await office.ReadAsync()).ShouldBe(WebinarSetup.None);
        (await setup.ExplainAsync(Target, Account, Stranger, Cancel)).ShouldAllBe(static action => action.Availability == ActionAvailability.Refused);
        var explained = await setup.ExplainAsync(Target, Account, Administrator, Cancel);
        explained.Single(static action => action.Action == "SaveMapping").Availability.ShouldBe(ActionAvailability.DependsOnPayload);
        explained.Single(static action => action.Action == "DeleteMapping").Refusal!.Code.ShouldBe("webinars.mapping-missing");
    }

    [Fact]
    [Requirement("WBN-09")]
    public async Task ListWebinars_InTheReadersDays_AsksForTheRangesEarliestFirst()
    {
        await using var office = new SetupOffice();
        await office.Setup.SwitchEverybodyAsync(Target, Account, enabled: true, Administrator, Cancel);
        (await office.Setup.SetRangeAsync(Target, Account, 1, 2, Administrator, Cancel)).ValueOrThrow().Range.ShouldBe(new WebinarRange(1, 2));

        // In Paris it is half past midnight of 3 March.
        Add(office, "later", "2026-03-05T20:00:00Z");
        Add(office, "earlier", "2026-03-02T00:00:00Z");
        Add(office, "too late", "2026-03-05T23:00:00Z");
        Add(office, "too early", "2026-03-01T21:00:00Z");

        var webinars = (await ListAsync(office)).ValueOrThrow();

        office.Webex.Asked.ShouldBe(("events", new DateTimeOffset(2026, 3, 1, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 5, 23, 0, 0, TimeSpan.Zero)));
        webinars.Select(static webinar => webinar.Id).ShouldBe(["earlier", "later"]);
    }

    [Theory]
    [Requirement("WBN-09")]
    [InlineData(-1, 0)]
    [InlineData(0, 3_651)]
    public async Task SetRange_BeyondTheLimit_IsRefused(int past, int upcoming)
    {
        await using var office = new SetupOffice();

        (await office.Setup.SetRangeAsync(Target, Account, past, upcoming, Administrator, Cancel)).Refusal!.Code.ShouldBe("webinars.range-invalid");
    }

    private static void Add(SetupOffice office, string id, string start)
    {
        var begins = DateTimeOffset.Parse(start, CultureInfo.InvariantCulture);
        office.Webex.Webinars.Add(new WebinarSummary(id, id, begins, begins.AddHours(1)));
    }

    private static ValueTask<Outcome<IReadOnlyList<WebinarSummary>>> ListAsync(SetupOffice office, CommandOrigin? by = null, string account = Account) =>
        office.Setup.ListWebinarsAsync(Target, account, "webex", "events", Paris, by ?? Administrator, Cancel);
}
