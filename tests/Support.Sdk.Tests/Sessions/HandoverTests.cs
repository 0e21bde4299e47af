using Shouldly;
using Support.Sdk.Sessions;

namespace Support.Sdk.Tests.Sessions;

public sealed class HandoverTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("SES-06")]
    public async Task Assign_ByTheManager_ReassignsAndByOthersIsRefused()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        (await desk.Sessions.AssignAsync(id, "bob", Desk.Manager, cancellationToken: Cancel).AcceptedAsync()).Session.Assignee.ShouldBe("bob");

        (await desk.Sessions.AssignAsync(id, "alice", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.lead-required");
        (await desk.Sessions.AssignAsync(id, "alice", Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.release-permission-required");
        (await desk.Sessions.AssignAsync(id, "bob", Desk.Manager, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.already-assigned");
        (await desk.Sessions.AssignAsync(id, "alice", Desk.Outsider, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
        await Should.ThrowAsync<ArgumentException>(() => desk.Sessions.AssignAsync(id, " ", Desk.Manager, cancellationToken: Cancel).AsTask());
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_ToATechnician_TakesTheReleasePermissionThatTheMembershipGives()
    {
        await using var desk = await Desk.StartReadyAsync();
        var alices = await desk.CreateActiveAsync();
        var bobs = await desk.CreateActiveAsync(by: Desk.Bob);

        (await desk.Sessions.TransferToTechnicianAsync(alices, "bob", Desk.Alice, cancellationToken: Cancel).AcceptedAsync()).Session.Assignee.ShouldBe("bob");

        (await desk.Sessions.TransferToTechnicianAsync(bobs, "alice", Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.release-permission-required");
        (await desk.Sessions.TransferToTechnicianAsync(bobs, "alice", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.assignee-required");
        await desk.Channels.SetMemberAsync(Desk.Network, new("bob", CanRelease: true), Desk.Manager, cancellationToken: Cancel).AcceptedAsync();
        (await desk.Sessions.TransferToTechnicianAsync(bobs, "alice", Desk.Bob, cancellationToken: Cancel).AcceptedAsync()).Session.Assignee.ShouldBe("alice");
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_ToAChannel_TakesAccessThereAndKeepsTheAssigneeWhoHasIt()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        var moved = await desk.Sessions.TransferToChannelAsync(id, Desk.Printers, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        (moved.Session.Channel.Id, moved.Session.Assignee, moved.Session.Status).ShouldBe((Desk.Printers, "alice", SessionStatus.Active));
        (await desk.Sessions.GetAsync(id, Desk.Carol, Cancel).AcceptedAsync()).Id.ShouldBe(id);
        (await desk.Sessions.GetAsync(id, Desk.Bob, Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_ToAChannelOfWhichTheAssigneeIsNoMember_GoesToItsQueue()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync(by: Desk.Bob);

        (await desk.Sessions.TransferToChannelAsync(id, Desk.Printers, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.TransferToChannelAsync(id, Desk.AlicesOwn, Desk.Manager, cancellationToken: Cancel).RefusalAsync()).ShouldBe("channels.not-found");
        (await desk.Sessions.TransferToChannelAsync(id, Desk.Printers, Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.lead-required");
        var moved = await desk.Sessions.TransferToChannelAsync(id, Desk.Printers, Desk.Manager, cancellationToken: Cancel).AcceptedAsync();

        (moved.Session.Status, moved.Session.Assignee).ShouldBe((SessionStatus.InQueue, null));
        (await desk.Sessions.TakeAsync(id, Desk.Carol, cancellationToken: Cancel).AcceptedAsync()).Session.Assignee.ShouldBe("carol");
    }

    [Fact]
    [Requirement("SES-07")]
    public async Task Transfer_IntoOnesPrivateChannel_HidesTheSessionFromAllOthers()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();

        await desk.Sessions.TransferToChannelAsync(id, Desk.AlicesOwn, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();

        (await desk.Sessions.GetAsync(id, Desk.Manager, Cancel).RefusalAsync()).ShouldBe("sessions.not-found");
        (await desk.Sessions.InviteAsync(id, "bob", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.private-channel");
    }

    [Fact]
    [Requirement("SES-08")]
    public async Task Invite_OfMoreThanTwo_IsRefusedAndTheInvitedMayJoinOnceConnected()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateConnectedAsync();

        await desk.Sessions.InviteAsync(id, "bob", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        (await desk.Sessions.InviteAsync(id, "olaf", Desk.Alice, cancellationToken: Cancel).AcceptedAsync()).Session.Invited.ShouldBe(["bob", "olaf"]);
        (await desk.Sessions.InviteAsync(id, "carol", Desk.Alice, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.technician-limit-reached");
        (await desk.Sessions.InviteAsync(id, "carol", Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.assignee-required");

        (await desk.Sessions.ConnectAsync(id, Desk.Outsider, cancellationToken: Cancel).AcceptedAsync()).Session.Access.Connected.ShouldBe(["alice", "olaf"]);
        (await desk.Sessions.DisconnectAsync(id, Desk.Outsider, cancellationToken: Cancel).AcceptedAsync()).Session.Access.Connected.ShouldBe(["alice"]);
        await desk.Sessions.LeaveAsync(id, Desk.Outsider, cancellationToken: Cancel).AcceptedAsync();
        (await desk.Sessions.GetAsync(id, Desk.Outsider, Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");
        await desk.Sessions.InviteAsync(id, "carol", Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
    }

    [Fact]
    [Requirement("SES-10")]
    public async Task Release_ByTheAssignedTechnician_WaitsInTheQueueUntilSomebodyTakesIt()
    {
        await using var desk = await Desk.StartReadyAsync();
        var id = await desk.CreateActiveAsync();
        var bobs = await desk.CreateActiveAsync(by: Desk.Bob);

        var released = await desk.Sessions.ReleaseAsync(id, Desk.Alice, cancellationToken: Cancel).AcceptedAsync();
        (released.Session.Status, released.Session.Assignee).ShouldBe((SessionStatus.InQueue, null));
        (await desk.Sessions.ReleaseAsync(bobs, Desk.Bob, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.release-permission-required");
        (await desk.Sessions.TakeAsync(id, Desk.Carol, cancellationToken: Cancel).RefusalAsync()).ShouldBe("sessions.not-a-participant");

        var taken = await desk.Sessions.TakeAsync(id, Desk.Bob, cancellationToken: Cancel).AcceptedAsync();
        (taken.Session.Status, taken.Session.Assignee).ShouldBe((SessionStatus.Active, "bob"));
        (await desk.Sessions.TakeAsync(id, Desk.Manager, cancellationToken: Cancel)).Refusal!["technician"]!.Value.ToString().ShouldBe("bob");
    }
}
