using System.Globalization;
using System.Runtime.CompilerServices;

namespace Support.Sdk.Http;

/// <summary>A relative address below a vendor's base address; everything variable in it is escaped.</summary>
/// <remarks>Immutable and thread-safe. <c>VendorPath.Of($"meetings/{id}").Query("max", 100)</c>.</remarks>
public readonly struct VendorPath : IEquatable<VendorPath>
{
    private readonly string? _value;

    private VendorPath(string value) => _value = value;

    /// <summary>The escaped path and query.</summary>
    public string Value => _value ?? "";

    /// <summary>A path from an interpolated string: each hole becomes (part of) one escaped segment.</summary>
    /// <exception cref="ArgumentException">A hole is null, empty, <c>.</c> or <c>..</c>: the address would mean something else.</exception>
    public static VendorPath Of(ref VendorPathHandler path) => new(path.ToStringAndClear().TrimStart('/'));

    /// <summary>Adds a query parameter; nothing when <paramref name="value"/> is <see langword="null"/>.</summary>
    public VendorPath Query(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return value is null
            ? this
            : new(string.Concat(Value, Value.Contains('?') ? "&" : "?", Uri.EscapeDataString(name), "=" + Uri.EscapeDataString(value)));
    }

    /// <inheritdoc cref="Query(string, string?)" />
    public VendorPath Query(string name, long? value) => Query(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds <c>true</c> or <c>false</c>; nothing when <paramref name="value"/> is <see langword="null"/>.</summary>
    public VendorPath Query(string name, bool? value) => Query(name, value is { } set ? set ? "true" : "false" : null);

    /// <summary>Adds an instant as ISO 8601 in UTC, to the second (<c>2026-03-02T09:00:00Z</c>); nothing when <paramref name="value"/> is <see langword="null"/>.</summary>
    public VendorPath Query(string name, DateTimeOffset? value) =>
        Query(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    /// <summary>Adds a comma-separated list; nothing when <paramref name="values"/> is <see langword="null"/> or empty.</summary>
    public VendorPath QueryList(string name, IEnumerable<string>? values)
    {
        var joined = values is null ? "" : string.Join(',', values.Select(Uri.EscapeDataString));
        ArgumentException.ThrowIfNullOrEmpty(name);
        return joined.Length == 0 ? this : new(string.Concat(Value, Value.Contains('?') ? "&" : "?", Uri.EscapeDataString(name), "=" + joined));
    }

    /// <summary>The path as a relative URI.</summary>
    public Uri ToUri() => new(Value, UriKind.Relative);

    /// <inheritdoc />
    public bool Equals(VendorPath other) => Value == other.Value;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is VendorPath other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The path without its query, which may hold what must not be logged.</summary>
    public override string ToString() => Value.Split('?', 2)[0];

    /// <summary>Whether both are the same address.</summary>
    public static bool operator ==(VendorPath left, VendorPath right) => left.Equals(right);

    /// <summary>Whether they are different addresses.</summary>
    public static bool operator !=(VendorPath left, VendorPath right) => !left.Equals(right);
}
