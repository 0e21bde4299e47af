using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Support.Sdk.ServiceDesk;

/// <summary>Follows live events over as many connections as it takes.</summary>
internal sealed class LiveEvents(LiveEventOptions options, TimeProvider clock, IRandomSource random, ILogger logger)
{
    public async IAsyncEnumerable<ServiceDeskChange> FollowAsync(
        ServiceDeskConnection to, VendorOperation operation, VendorPath path, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = new LiveCursor(after);
        var backOff = new ReconnectBackOff(options, random);
        while (true)
        {
            var opened = clock.GetTimestamp();
            var attempt = await LiveConnection.OpenAsync(to, operation, path, cursor.Position, options.SilenceTimeout, clock, cancellationToken).ConfigureAwait(false);
            if (attempt.Connection is { } connection)
            {
                // The connection goes with the enumeration: whoever stops reading has let go of it when his loop ends.
                await using (connection.ConfigureAwait(false))
                {
                    while (await connection.NextAsync(cancellationToken).ConfigureAwait(false) is { } message)
                    {
                        if (cursor.Take(message))
                        {
                            backOff.Succeeded();
                            yield return message;
                        }
                    }

                    if (connection.IsOver)
                    {
                        yield break;
                    }

                    attempt = new(null, connection.End, null);
                    backOff.Advise(connection.Retry);
                }

                if (clock.GetElapsedTime(opened) >= options.MaxReconnectDelay)
                {
                    backOff.Succeeded();
                }
            }

            var wait = backOff.Next(attempt.RetryAfter);
            LiveEventLog.Reconnecting(logger, to.Transport.Account, operation.Name, attempt.Failure, wait.TotalMilliseconds);
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
