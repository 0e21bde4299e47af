using System.Net.Http.Headers;

namespace Support.Sdk.Http;

/// <summary>A credential as it goes into the <c>Authorization</c> header.</summary>
/// <remarks>Immutable and thread-safe. Neither <see cref="ToString"/> nor a debugger's view shows the value.</remarks>
[System.Diagnostics.DebuggerDisplay("{ToString(),nq}")]
public sealed class AccessToken
{
    /// <summary>Creates a credential.</summary>
    /// <param name="scheme">The scheme, such as <c>Bearer</c> or <c>Basic</c>.</param>
    /// <param name="value">The secret part.</param>
    /// <exception cref="ArgumentException">One of them is empty or white space.</exception>
    public AccessToken(string scheme, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        Scheme = scheme;
        Value = value;
        Header = new AuthenticationHeaderValue(scheme, value);
    }

    /// <summary>The scheme.</summary>
    public string Scheme { get; }

    /// <summary>The secret part. Never log it.</summary>
    public string Value { get; }

    internal AuthenticationHeaderValue Header { get; }

    /// <summary>A bearer token.</summary>
    public static AccessToken Bearer(string token) => new("Bearer", token);

    /// <summary>User and password (or what a vendor puts in their place), Base64 of their UTF-8.</summary>
    public static AccessToken Basic(string user, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        ArgumentNullException.ThrowIfNull(password);
        return new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    /// <summary>The scheme only.</summary>
    public override string ToString() => $"{Scheme} ***";
}
