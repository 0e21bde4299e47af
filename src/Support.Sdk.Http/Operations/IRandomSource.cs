namespace Support.Sdk.Http;

/// <summary>Where ids, states, PKCE verifiers and the jitter of waits come from.</summary>
/// <remarks>Implementations are thread-safe. The default is cryptographically strong; replace it in tests only.</remarks>
public interface IRandomSource
{
    /// <summary>Fills <paramref name="destination"/> with random bytes.</summary>
    void Fill(Span<byte> destination);
}
