using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Running;

/// <summary>A key chosen by the caller that makes a command take place once, such as the <c>Idempotency-Key</c> of a request, and a fingerprint of what was asked for under it.</summary>
/// <remarks>
/// <para>Immutable and thread-safe. Equal when key and payload are.</para>
/// <para>
/// The key is written into the history with the events of the command, in their correlation, and in the same transaction: it holds for as long as the stream does, and on every
/// host. Only hashes are stored, bound to the actor. A command that was refused, or that found everything as it wanted it, has written nothing and so has used up no key.
/// </para>
/// </remarks>
public sealed record CommandKey
{
    /// <summary>The longest key: 255 characters (UTF-16).</summary>
    public const int MaxLength = 255;

    private const string Prefix = "key:";
    private const int KeyBytes = 16;
    private const int PayloadBytes = 8;

    private readonly string _payload;

    private CommandKey(string key, string payload)
    {
        Value = key;
        _payload = payload;
    }

    /// <summary>The key, as the caller chose it.</summary>
    public string Value { get; }

    /// <summary>Makes a key.</summary>
    /// <param name="key">The key: 1 to <see cref="MaxLength"/> characters, not only white space, compared ordinally. Two actors may use the same one without meeting.</param>
    /// <param name="payload">
    /// Everything that tells one command from another under this key: what kind of command it is and all its parameters, such as method, path and body of a request. Only a hash of
    /// it is kept. Given again with another payload, the key is refused with <see cref="KernelRefusals.KeyReused"/>.
    /// </param>
    /// <exception cref="ArgumentException">The key is empty, white space or too long.</exception>
    public static CommandKey Create(string key, ReadOnlySpan<byte> payload)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        if (key.Length > MaxLength)
        {
            throw new ArgumentException($"The key has {key.Length} characters, and may have {MaxLength}; use a UUID.", nameof(key));
        }

        return new(key, Base64Url.EncodeToString(SHA256.HashData(payload).AsSpan(0, PayloadBytes)));
    }

    /// <summary>What stands in the correlation of the actor's events under this key, whatever the payload: <c>key:</c>, 22 characters, and a dot.</summary>
    internal string MarkOf(Actor actor)
    {
        // The length of the actor's id goes first, so that no other division of the same text gives the same hash.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, actor.Id.Length);
        hash.AppendData(length);
        hash.AppendData(Encoding.Unicode.GetBytes(actor.Id));
        hash.AppendData(Encoding.Unicode.GetBytes(Value));
        return $"{Prefix}{Base64Url.EncodeToString(hash.GetHashAndReset().AsSpan(0, KeyBytes))}.";
    }

    /// <summary>The correlation of the command's events: the mark, 11 characters for the payload, and behind a slash the caller's own correlation, if he has one.</summary>
    internal string Correlate(string mark, string correlation) => correlation.Length == 0 ? mark + _payload : $"{mark}{_payload}/{correlation}";

    /// <summary>Whether a correlation that starts with the mark is of this payload.</summary>
    internal bool IsOfPayload(string mark, string correlation) => correlation.AsSpan(mark.Length).StartsWith(_payload, StringComparison.Ordinal);
}
