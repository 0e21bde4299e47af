using Support.Sdk.Sessions;

namespace Support.Sdk.PostgreSql.Host;

/// <summary>The commands of a session as the test names them.</summary>
internal static class SessionCommands
{
    public static SessionCommand Read(HostCommand command) => command.Kind switch
    {
        "create" => new SessionCommand.Create(
            People.Channel(command.Subject.Split('/')[0], command.Milliseconds),
            new SessionSecrets(command.Subject.Split('/')[1], command.Detail),
            AttendedAccess.Met),
        "launch" => new SessionCommand.Launch(command.Subject),
        "lose-device" => new SessionCommand.LoseDevice(command.Subject),
        "assign" => new SessionCommand.Assign(command.Subject),
        "take" => new SessionCommand.Take(),
        "transfer" => new SessionCommand.TransferToTechnician(command.Subject),
        "move" => new SessionCommand.TransferToChannel(People.Channel(command.Subject, command.Milliseconds), AssigneeHasAccess: command.Detail == "keep"),
        "invite" => new SessionCommand.Invite(command.Subject),
        "leave" => new SessionCommand.Leave(),
        "release" => new SessionCommand.Release(),
        "request" => new SessionCommand.RequestAccess(command.Subject),
        "grant" => new SessionCommand.Grant(command.Subject, command.Detail),
        "reject" => new SessionCommand.Reject(command.Subject, command.Detail),
        "connect" => new SessionCommand.Connect(),
        "disconnect" => new SessionCommand.Disconnect(),
        "stop" => new SessionCommand.StopConnection(command.Subject),
        "note" => new SessionCommand.AddNote(command.Subject, command.Detail),
        "share" => new SessionCommand.Share(),
        "close" => new SessionCommand.Close(),
        "delete" => new SessionCommand.Delete(),
        _ => throw new ArgumentException($"There is no command '{command.Kind}'.", nameof(command)),
    };
}
