using System.Text;

namespace Support.Sdk.ServiceDesk;

/// <summary>What opens a session to the end user: hand it to nobody else, write it into no log (SES-09).</summary>
/// <remarks><see cref="object.ToString"/> shows none of it.</remarks>
public sealed record ServiceDeskSecrets
{
    /// <summary>The PIN.</summary>
    public required string Pin { get; init; }

    /// <summary>The token of the link.</summary>
    public required string LinkToken { get; init; }

    /// <summary>The whole link; <see langword="null"/> when the server was not told where end users enter.</summary>
    public string? Link { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Pin = ***, LinkToken = ***, Link = ***");
        return true;
    }
}
