using System.Globalization;
using Shouldly;
using Support.Sdk.Sessions;
using Support.Sdk.Texts;

namespace Support.Sdk.Tests.Sessions;

[Requirement("SES-14")]
public sealed class StatusTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<SessionStatus, string> Cells() =>
    [
        .. from status in Enum.GetValues<SessionStatus>()
           from action in Actions.Keys
           select new TheoryDataRow<SessionStatus, string>(status, action),
    ];

    private static Dictionary<string, Func<Desk, string, Task<(Outcome<SessionStatus> Outcome, bool ByEndUser)>>> Actions { get; } = new()
    {
        ["Assign"] = (desk, id) => Technician(desk.Sessions.AssignAsync(id, "bob", Desk.Alice, cancellationToken: Cancel)),
        ["Take"] = (desk, id) => Technician(desk.Sessions.TakeAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["TransferToTechnician"] = (desk, id) => Technician(desk.Sessions.TransferToTechnicianAsync(id, "bob", Desk.Alice, cancellationToken: Cancel)),
        ["TransferToChannel"] = (desk, id) => Technician(desk.Sessions.TransferToChannelAsync(id, Desk.Printers, Desk.Alice, cancellationToken: Cancel)),
        ["Invite"] = (desk, id) => Technician(desk.Sessions.InviteAsync(id, "bob", Desk.Alice, cancellationToken: Cancel)),
        ["Leave"] = (desk, id) => Technician(desk.Sessions.LeaveAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["Release"] = (desk, id) => Technician(desk.Sessions.ReleaseAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["RequestAccess"] = (desk, id) => Technician(desk.Sessions.RequestAccessAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["Connect"] = (desk, id) => Technician(desk.Sessions.ConnectAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["Disconnect"] = (desk, id) => Technician(desk.Sessions.DisconnectAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["AddNote"] = (desk, id) => Technician(desk.Sessions.AddNoteAsync(id, "note", Desk.Alice, cancellationToken: Cancel)),
        ["Close"] = (desk, id) => Technician(desk.Sessions.CloseAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["Delete"] = (desk, id) => Technician(desk.Sessions.DeleteAsync(id, Desk.Alice, cancellationToken: Cancel)),
        ["Launch"] = (desk, id) => EndUser(desk.Sessions.LaunchAsync(id, Desk.Computer, cancellationToken: Cancel)),
        ["Grant"] = (desk, id) => EndUser(desk.Sessions.GrantAsync(id, "q1", Desk.Computer, cancellationToken: Cancel)),
        ["Reject"] = (desk, id) => EndUser(desk.Sessions.RejectAsync(id, "q1", Desk.Computer, cancellationToken: Cancel)),
        ["StopConnection"] = (desk, id) => EndUser(desk.Sessions.StopConnectionAsync(id, Desk.Computer, cancellationToken: Cancel)),
        ["LoseDevice"] = (desk, id) => EndUser(desk.Sessions.LoseDeviceAsync(id, Desk.Computer, cancellationToken: Cancel)),
    };

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Action_InEachStatus_HasTheAnswerOfItsCell(SessionStatus status, string action)
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await MakeAsync(desk, status);

        var (outcome, byEndUser) = await Actions[action](desk, id);

        var cell = SessionTables.Session[status, Enum.Parse<SessionTrigger>(action)];
        if (outcome.Refusal is { } refusal)
        {
            (cell.Refusals.Contains(refusal.Definition) || (byEndUser && status == SessionStatus.None && refusal.Definition == SessionRefusals.Invalid)).ShouldBeTrue($"{refusal}");
            var catalog = new TextCatalog([SessionTexts.Source]);
            catalog.Write(refusal, CultureInfo.GetCultureInfo("fr")).ShouldNotBeNullOrWhiteSpace();
        }
        else
        {
            cell.Targets.ShouldContain(outcome.Value);
        }
    }

    [Fact]
    public async Task Explain_OfEachAction_IsWhatTheCommandThenGets()
    {
        foreach (var status in Enum.GetValues<SessionStatus>().Where(status => status != SessionStatus.None))
        {
            foreach (var (action, run) in Actions)
            {
                await using var desk = await Desk.StartReadyAsync();
                var id = await MakeAsync(desk, status);
                var promised = (await desk.Sessions.GetAsync(id, Desk.Alice, Cancel).AcceptedAsync()).Actions.Single(candidate => candidate.Action == action);
                var (outcome, byEndUser) = await run(desk, id);
                if (byEndUser)
                {
                    promised.Refusal!.Code.ShouldBe("sessions.end-user-only");
                }
                else if (promised.Refusal is not null)
                {
                    outcome.Refusal.ShouldBe(promised.Refusal, $"{action} in {status}");
                }
                else if (promised.Availability == StateMachines.ActionAvailability.Allowed)
                {
                    outcome.Refusal.ShouldBeNull($"{action} in {status}");
                }
            }
        }
    }

    private static async Task<string> MakeAsync(Desk desk, SessionStatus status)
    {
        switch (status)
        {
            case SessionStatus.None:
                var deleted = await desk.CreateAsync();
                await desk.Sessions.DeleteAsync(deleted, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
                return deleted;
            case SessionStatus.Waiting:
                return await desk.CreateAsync();
            case SessionStatus.Active:
                return await desk.CreateActiveAsync();
            case SessionStatus.InQueue:
                return await desk.CreateInQueueAsync();
            case SessionStatus.Expired:
                var expired = await desk.CreateActiveAsync();
                desk.Clock.Advance(Desk.TimeOut);
                return expired;
            default:
                var closed = await desk.CreateActiveAsync();
                await desk.Sessions.CloseAsync(closed, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
                return closed;
        }
    }

    private static async Task<(Outcome<SessionStatus> Outcome, bool ByEndUser)> Technician(ValueTask<Outcome<SessionView>> outcome) =>
        ((await outcome).Select(view => view.Session.Status), false);

    private static async Task<(Outcome<SessionStatus> Outcome, bool ByEndUser)> EndUser(ValueTask<Outcome<EndUserSession>> outcome) =>
        ((await outcome).Select(session => session.Status), true);
}
