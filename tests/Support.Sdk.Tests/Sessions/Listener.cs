using Support.Sdk.Sessions;

namespace Support.Sdk.Tests.Sessions;

/// <summary>Takes one change after the other from a feed.</summary>
internal sealed class Listener(IAsyncEnumerable<SessionChange> changes) : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SessionChange> _changes = changes.GetAsyncEnumerator(TestContext.Current.CancellationToken);

    public async Task<SessionChange> NextAsync() =>
        await _changes.MoveNextAsync() ? _changes.Current : throw new InvalidOperationException("The feed has ended.");

    public async Task<bool> EndsAsync() => !await _changes.MoveNextAsync();

    /// <summary>Everything up to the position, and the change with it if there is one for this listener. Whoever asks has made sure that there is something at or after it.</summary>
    public async Task<List<SessionChange>> UntilAsync(Func<SessionChange, bool> isLast)
    {
        List<SessionChange> heard = [];
        do
        {
            heard.Add(await NextAsync());
        }
        while (!isLast(heard[^1]));

        return heard;
    }

    public ValueTask DisposeAsync() => _changes.DisposeAsync();
}
