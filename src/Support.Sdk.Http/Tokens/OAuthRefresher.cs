using Microsoft.Extensions.Logging;
using Support.Sdk.Tokens;

namespace Support.Sdk.Http;

/// <summary>Renews a pair of tokens so that no crash, race or repetition loses the account.</summary>
internal sealed class OAuthRefresher(
    OAuthEndpoint endpoint, ITokenStore store, TokenRefreshOptions options, TimeProvider clock, SupportHttpTelemetry telemetry, ILogger logger)
{
    public TimeProvider Clock => clock;

    /// <summary>How long a failed early refresh rests before the next.</summary>
    public TimeSpan EarlyRetryInterval => options.MinForcedRefreshInterval;

    /// <summary>Whether the vendor gave a token so lately that its rejection must have another cause than its age.</summary>
    public bool IsFresh(RefreshMemory memory)
    {
        var last = Volatile.Read(ref memory.LastRenewalTicks);
        return last != 0 && clock.GetUtcNow().UtcTicks - last < options.MinForcedRefreshInterval.Ticks;
    }

    public async Task<CurrentToken> RenewAsync(string subject, CurrentToken? seen, AccessToken? rejected, RefreshMemory memory)
    {
        var key = endpoint.KeyOf(subject);
        using var timeout = new CancellationTokenSource(options.RefreshTimeout, clock);
        try
        {
            return await RenewCoreAsync(key, seen, rejected, memory, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (timeout.IsCancellationRequested)
        {
            telemetry.TokenRefreshed(key.Vendor, "timeout");
            HttpLog.TokenRefreshFailed(logger, key.Vendor, key.Account, nameof(TimeoutException));
            throw new SupportConnectionException(
                new FailedCall(key.Vendor, key.Account, $"{key.Vendor}.oauth.refresh", "", "POST", endpoint.Provider.TokenEndpoint.AbsolutePath, 1),
                ConnectionFailure.TotalTimedOut,
                mayHaveBeenReceived: true,
                innerException: exception);
        }
        catch (Exception exception)
        {
            telemetry.TokenRefreshed(key.Vendor, exception is ReauthorizationRequiredException ? "reauthorization_required" : "failed");
            HttpLog.TokenRefreshFailed(logger, key.Vendor, key.Account, exception.GetType().Name);
            throw;
        }
    }

    private async Task<CurrentToken> RenewCoreAsync(
        TokenKey key, CurrentToken? seen, AccessToken? rejected, RefreshMemory memory, CancellationToken cancellationToken)
    {
        if (memory.Unsaved is { } unsaved)
        {
            return await SaveAsync(key, unsaved, memory.UnsavedVersion, memory, cancellationToken).ConfigureAwait(false);
        }

        var stored = await store.LoadAsync(key, cancellationToken).ConfigureAwait(false);
        if (stored is not null && stored.Version != seen?.Stored.Version && IsUsable(stored, rejected))
        {
            return Adopt(stored);
        }

        if (stored is not null && stored.Version == memory.RefusedVersion)
        {
            throw new ReauthorizationRequiredException(key, "the vendor refused the refresh token.");
        }

        var renewed = endpoint.Provider.Grant == OAuthGrant.ClientCredentials
            ? await RequestForClientAsync(key, cancellationToken).ConfigureAwait(false)
            : await RefreshAsync(key, stored, memory, cancellationToken).ConfigureAwait(false);
        if (renewed is null)
        {
            var winner = await store.LoadAsync(key, cancellationToken).ConfigureAwait(false);
            return winner is null ? throw new ReauthorizationRequiredException(key, "the tokens were removed.") : Adopt(winner);
        }

        Volatile.Write(ref memory.LastRenewalTicks, clock.GetUtcNow().UtcTicks);
        telemetry.TokenRefreshed(key.Vendor, "succeeded");
        HttpLog.TokenRefreshed(logger, key.Vendor, key.Account);
        return await SaveAsync(key, renewed, stored?.Version ?? 0, memory, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OAuthTokens> RequestForClientAsync(TokenKey key, CancellationToken cancellationToken)
    {
        if (key.Subject.Length > 0)
        {
            throw new InvalidOperationException(
                $"The {key.Vendor} account '{key.Account}' acts for itself: the tokens it asks for are not those of '{key.Subject}'. Use the consent of each user, or leave the user out.");
        }

        try
        {
            return await endpoint.RequestForClientAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OAuthRefusedException exception)
        {
            throw new ReauthorizationRequiredException(key, "the vendor no longer gives the application tokens.", exception.InnerException);
        }
    }

    /// <returns>The new pair, or <see langword="null"/> when another process has exchanged the refresh token meanwhile and stored what it got.</returns>
    private async Task<OAuthTokens?> RefreshAsync(TokenKey key, StoredTokens? stored, RefreshMemory memory, CancellationToken cancellationToken)
    {
        if (stored is null)
        {
            throw new ReauthorizationRequiredException(key, "no tokens are stored.");
        }

        if (stored.Tokens.RefreshToken is not { } refreshToken)
        {
            throw new ReauthorizationRequiredException(key, "the access token is no longer accepted and there is no refresh token.");
        }

        if (stored.Tokens.RefreshTokenExpiresAt <= clock.GetUtcNow())
        {
            throw new ReauthorizationRequiredException(key, "the refresh token has expired.");
        }

        try
        {
            var renewed = await endpoint.RefreshAsync(refreshToken, cancellationToken).ConfigureAwait(false);

            // A vendor that does not rotate leaves the refresh token out: the old one stays good.
            return renewed.RefreshToken is not null
                ? renewed
                : new OAuthTokens(renewed.AccessToken, renewed.ExpiresAt, refreshToken, renewed.RefreshTokenExpiresAt ?? stored.Tokens.RefreshTokenExpiresAt, renewed.Scope);
        }
        catch (OAuthRefusedException exception)
        {
            if (await WasRotatedElsewhereAsync(key, stored.Version, cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            memory.RefusedVersion = stored.Version;
            throw new ReauthorizationRequiredException(key, "the vendor refused the refresh token.", exception.InnerException);
        }
    }

    /// <summary>A refused refresh token may just have been exchanged by another process, which needs a moment to store its pair.</summary>
    private async Task<bool> WasRotatedElsewhereAsync(TokenKey key, long version, CancellationToken cancellationToken)
    {
        if ((await store.LoadAsync(key, cancellationToken).ConfigureAwait(false))?.Version != version)
        {
            return true;
        }

        await Task.Delay(options.RotationGrace, clock, cancellationToken).ConfigureAwait(false);
        return (await store.LoadAsync(key, cancellationToken).ConfigureAwait(false))?.Version != version;
    }

    private async Task<CurrentToken> SaveAsync(
        TokenKey key, OAuthTokens renewed, long version, RefreshMemory memory, CancellationToken cancellationToken)
    {
        memory.Unsaved = renewed;
        memory.UnsavedVersion = version;
        var saved = await store.TrySaveAsync(key, renewed, version, cancellationToken).ConfigureAwait(false);
        memory.Unsaved = null;
        if (saved)
        {
            return Adopt(new StoredTokens(renewed, version + 1));
        }

        var winner = await store.LoadAsync(key, cancellationToken).ConfigureAwait(false);
        return winner is null
            ? throw new ReauthorizationRequiredException(key, "the tokens were removed while they were refreshed.")
            : Adopt(winner);
    }

    private bool IsUsable(StoredTokens stored, AccessToken? rejected) =>
        stored.Tokens.AccessToken != rejected?.Value && (stored.Tokens.ExpiresAt ?? DateTimeOffset.MaxValue) > clock.GetUtcNow();

    private CurrentToken Adopt(StoredTokens stored) => CurrentToken.Adopt(stored, clock.GetUtcNow(), options.EarlyRefresh);
}
