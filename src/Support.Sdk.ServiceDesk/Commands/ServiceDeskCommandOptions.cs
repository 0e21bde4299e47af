namespace Support.Sdk.ServiceDesk;

/// <summary>Under which conditions a command takes place.</summary>
/// <remarks>The default asks for nothing: a random key, which covers the repetitions of the one call, and any version.</remarks>
public readonly record struct ServiceDeskCommandOptions
{
    private const int MaxKeyLength = 100;

    /// <summary>
    /// The key under which the command takes place once, however often it is sent by the same technician (or end user) for the same session or channel: also after a restart of the
    /// caller. The same key with another command is refused as <c>support.key-reused</c>.
    /// </summary>
    /// <value>1 to 100 ASCII letters, digits and <c>-_.:</c>, which fit a UUID, a ULID or an effect's id in base64url; <see langword="null"/> (the default) for a random one per call, the same on all its attempts.</value>
    /// <exception cref="ArgumentException">The value is not of that form.</exception>
    public string? IdempotencyKey
    {
        get;
        init => field = value is null || (value.Length is >= 1 and <= MaxKeyLength && value.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':'))
            ? value
            : throw new ArgumentException("An idempotency key has 1 to 100 ASCII letters, digits and -_.: characters. Use an id, such as that of the job that sends the command.", nameof(value));
    }

    /// <summary>The version on which the caller decided, as an earlier answer told it; when the session or channel stands elsewhere by now, the command is refused as <c>support.version-changed</c>.</summary>
    /// <value>0 or more; <see langword="null"/> (the default) for any version.</value>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long? ExpectedVersion
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(value));
            field = value;
        }
    }
}
