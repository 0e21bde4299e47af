using System.Text;

namespace Support.Sdk.ServiceDesk;

/// <summary>What an end user gets who entered.</summary>
/// <remarks><see cref="object.ToString"/> does not show the ticket.</remarks>
public sealed record ServiceDeskEntry
{
    /// <summary>The ticket, sent as <c>Authorization: SupportSession &lt;ticket&gt;</c> with everything else. Opaque and secret; it outlives the session, so that answers stay truthful.</summary>
    public required string Ticket { get; init; }

    /// <summary>The session.</summary>
    public required ServiceDeskEndUserSession Session { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Ticket = ***, Session = ").Append(Session);
        return true;
    }
}
