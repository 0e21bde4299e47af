using System.Text;

namespace Support.Sdk.ServiceDesk;

/// <summary>How an end user enters: by PIN or by the token of the link, exactly one of the two (SES-04).</summary>
/// <remarks><see cref="object.ToString"/> shows none of it.</remarks>
public sealed record ServiceDeskEnter
{
    /// <summary>The PIN.</summary>
    public string? Pin { get; init; }

    /// <summary>The token of the link.</summary>
    public string? Link { get; init; }

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Pin = ***, Link = ***");
        return true;
    }
}
