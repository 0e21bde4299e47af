using System.Security.Cryptography;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary><c>Idempotency-Key</c> of <c>POST /api/v2/tickets</c> (fact sheet section 6). Only successes are kept (assumed).</summary>
internal sealed class IdempotencyStore(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private readonly Dictionary<string, (byte[] BodyHash, EmulatorResponse Response, DateTimeOffset Until)> _entries = new(StringComparer.Ordinal);

    public EmulatorResponse Once(EmulatorRequest request, Func<EmulatorResponse> handle)
    {
        if (request.Header("Idempotency-Key") is not { Length: > 0 } key)
        {
            return handle();
        }

        if (key.Length > 255)
        {
            throw new RefusalException(ZendeskErrors.IdempotencyKeyTooLong());
        }

        var now = timeProvider.GetUtcNow();
        var hash = SHA256.HashData(request.Body);
        if (_entries.TryGetValue(key, out var entry) && now < entry.Until)
        {
            return entry.BodyHash.AsSpan().SequenceEqual(hash)
                ? Copy(entry.Response).With("x-idempotency-lookup", "hit")
                : throw new RefusalException(ZendeskErrors.IdempotencyMismatch());
        }

        var response = handle();
        _entries[key] = (hash, Copy(response), now + Lifetime);
        return response.With("x-idempotency-lookup", "miss");
    }

    // A fault may spoil the answer that is sent; the one that is kept stays whole.
    private static EmulatorResponse Copy(EmulatorResponse response)
    {
        var copy = new EmulatorResponse(response.Status) { Body = response.Body, ContentType = response.ContentType };
        foreach (var (name, value) in response.Headers)
        {
            copy.With(name, value);
        }

        return copy;
    }
}
