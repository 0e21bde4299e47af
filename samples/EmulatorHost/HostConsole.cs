using System.Globalization;
using Support.Sdk.Emulators.Webex;
using Support.Sdk.Emulators.Zendesk;

/// <summary>What people do in meetings and on tickets, typed: the emulator queues the webhooks and delivers them at once.</summary>
internal sealed class HostConsole(WebexEmulator webex, ZendeskEmulator zendesk)
{
    public const string Commands = """
        start <meetingId>                  the host starts the meeting
        end <meetingId>                    it ends for all
        join <meetingId> <email> <name>    someone joins (or waits in the lobby)
        leave <meetingId> <email>          someone leaves
        open <link>                        opens a startLink or joinLink of POST /meetings/join
        revoke <email>                     all tokens of the user stop working
        ticket <id>                        the ticket and its conversation
        close <id>                         the ticket is closed for good
        requests                           the last requests and their answers
        webhooks                           the last webhooks and their tries
        quit
        """;

    /// <summary>Obeys one line; says what went wrong instead of ending the host.</summary>
    public string Execute(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            switch (words)
            {
                case ["start", var id]:
                    return "instance " + webex.Meetings.Start(id);
                case ["end", var id]:
                    webex.Meetings.End(id);
                    return "ended";
                case ["join", var id, var email, .. var name] when name.Length > 0:
                    return "participant " + webex.Meetings.Join(id, email, string.Join(' ', name));
                case ["leave", var id, var email]:
                    webex.Meetings.Leave(id, email);
                    return "left";
                case ["open", var link] when Uri.TryCreate(link, UriKind.Absolute, out var uri):
                    return "instance " + webex.Meetings.Open(uri);
                case ["revoke", var email]:
                    return Revoke(email);
                case ["ticket", var id]:
                    var ticket = zendesk.Ticket(long.Parse(id, CultureInfo.InvariantCulture));
                    return string.Join(
                        Environment.NewLine,
                        ticket.Conversation().Select(comment => $"{(comment.IsPublic ? "public " : "private")}  {comment.Body}").Prepend(ticket.ToString()));
                case ["close", var id]:
                    zendesk.CloseTicket(long.Parse(id, CultureInfo.InvariantCulture));
                    return "closed";
                case ["requests"]:
                    return string.Join(Environment.NewLine, webex.Requests.Concat(zendesk.Requests).OrderBy(request => request.At).TakeLast(20));
                case ["webhooks"]:
                    return string.Join(Environment.NewLine, webex.Webhooks.Deliveries.Concat(zendesk.Webhooks.Deliveries).TakeLast(20));
                default:
                    return Commands;
            }
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or FormatException)
        {
            return problem.Message;
        }
    }

    private string Revoke(string email)
    {
        if (webex.Users.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase)) is not { } user)
        {
            return $"There is no user {email}.";
        }

        webex.RevokeTokens(user);
        return "revoked";
    }
}
