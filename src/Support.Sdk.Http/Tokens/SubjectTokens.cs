namespace Support.Sdk.Http;

/// <summary>The tokens of one user (or of the account itself): at most one refresh at a time, however many callers.</summary>
internal sealed class SubjectTokens(string subject, OAuthRefresher refresher)
{
    private readonly Lock _gate = new();
    private readonly RefreshMemory _memory = new();
    private volatile CurrentToken? _current;
    private Task<CurrentToken>? _flight;
    private DateTimeOffset _nextEarlyRefresh = DateTimeOffset.MinValue;

    public ValueTask<AccessToken> GetAsync(CancellationToken cancellationToken)
    {
        var current = _current;
        var now = refresher.Clock.GetUtcNow();
        if (current is null || now >= current.ExpiresAt)
        {
            return AwaitAsync(Fly(current), cancellationToken);
        }

        if (now >= current.RefreshAt)
        {
            RefreshEarly(current, now);
        }

        return new(current.Access);
    }

    public ValueTask<AccessToken> ReplaceAsync(AccessToken rejected, CancellationToken cancellationToken)
    {
        Task<CurrentToken> flight;
        lock (_gate)
        {
            var current = _current;
            if (current is not null && current.Access.Value != rejected.Value)
            {
                return new(current.Access);
            }

            // A refresh under way has the answer; how lately the vendor gave a token counts only after it has landed.
            if (_flight is null && current is not null && refresher.IsFresh(_memory))
            {
                return new(rejected);
            }

            flight = _flight ??= Task.Run(() => RefreshAsync(current, rejected), CancellationToken.None);
        }

        return AwaitAsync(flight, cancellationToken);
    }

    private static async ValueTask<AccessToken> AwaitAsync(Task<CurrentToken> flight, CancellationToken cancellationToken) =>
        (await flight.WaitAsync(cancellationToken).ConfigureAwait(false)).Access;

    /// <summary>Starts a refresh, or joins the one under way. It runs on its own: a caller who goes away takes nothing from the others.</summary>
    private Task<CurrentToken> Fly(CurrentToken? seen)
    {
        lock (_gate)
        {
            if (_current is { } newer && !ReferenceEquals(newer, seen))
            {
                return Task.FromResult(newer);
            }

            return _flight ??= Task.Run(() => RefreshAsync(seen, rejected: null));
        }
    }

    private void RefreshEarly(CurrentToken current, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (now < _nextEarlyRefresh)
            {
                return;
            }

            _nextEarlyRefresh = now + refresher.EarlyRetryInterval;
        }

        // Nobody waits for it: the token is still good. A failure is logged where it happens and met again, with a caller, at expiry.
        Fly(current).ContinueWith(
            static flight => _ = flight.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task<CurrentToken> RefreshAsync(CurrentToken? seen, AccessToken? rejected)
    {
        try
        {
            var fresh = await refresher.RenewAsync(subject, seen, rejected, _memory).ConfigureAwait(false);
            lock (_gate)
            {
                _current = fresh;
                _nextEarlyRefresh = DateTimeOffset.MinValue;
                _flight = null;
            }

            return fresh;
        }
        catch
        {
            lock (_gate)
            {
                _flight = null;
            }

            throw;
        }
    }
}
