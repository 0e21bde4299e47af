using System.Runtime.CompilerServices;
using Support.Sdk.Webinars;

namespace Support.Sdk.Tests.Webinars;

/// <summary>A provider with some webinars, which answers as the port says: with those that overlap the range.</summary>
internal sealed class FakeWebinars : IWebinarSource
{
    public List<WebinarSummary> Webinars { get; } = [];

    public (string Account, DateTimeOffset From, DateTimeOffset To)? Asked { get; private set; }

    public async IAsyncEnumerable<WebinarSummary> ListAsync(
        string account, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Asked = (account, from, to);
        foreach (var webinar in Webinars.Where(webinar => webinar.Start < to && webinar.End > from))
        {
            yield return webinar;
        }
    }

    public ValueTask<WebinarSummary?> FindAsync(string account, string webinarId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(string account, string webinarId, ParticipantKind kind, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();
}
