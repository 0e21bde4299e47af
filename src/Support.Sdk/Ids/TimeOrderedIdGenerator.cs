namespace Support.Sdk.Ids;

/// <summary>Makes UUIDs of version 7 (RFC 9562): 32 hexadecimal digits that sort by their time of making.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="timeProvider">The clock.</param>
internal sealed class TimeOrderedIdGenerator(TimeProvider timeProvider) : IIdGenerator
{
    public string NewId() => Guid.CreateVersion7(timeProvider.GetUtcNow()).ToString("N");
}
