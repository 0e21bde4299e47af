using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace Support.Sdk.AspNetCore.ServiceDesk.EndUsers;

/// <summary>
/// Tickets of end users: a session's id under data protection, with a purpose of its own. They hold no secret of the session and do not expire, so that whoever once entered is told the
/// truth about the session's end; what a ticket still opens, the session's machine decides.
/// </summary>
internal sealed class EndUserTickets(IDataProtectionProvider provider)
{
    public const string Scheme = "SupportSession";
    private const string Purpose = "Support.Sdk.ServiceDesk.EndUserTicket.v1";
    private const int MaxLength = 4096;

    private readonly IDataProtector _protector = provider.CreateProtector(Purpose);

    public string Issue(string sessionId) => Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(sessionId)));

    /// <summary>The session's id; <see langword="null"/> when the header holds no ticket that was given out here.</summary>
    public string? Read(StringValues authorization)
    {
        if (authorization is not [{ Length: <= MaxLength } header]
            || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || header.Length <= Scheme.Length
            || header[Scheme.Length] != ' ')
        {
            return null;
        }

        var ticket = header.AsSpan(Scheme.Length + 1).Trim(' ');
        if (!Base64Url.IsValid(ticket))
        {
            return null;
        }

        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(ticket)));
        }
        catch (CryptographicException)
        {
            // Forged, cut off, or from before the key ring was lost: all the same to the caller.
            return null;
        }
    }
}
