using System.Threading.Channels;
using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Webhooks;

/// <summary>The webhooks of an emulator: queued by what happens in it, sent over HTTP when they are due by its clock.</summary>
/// <remarks>Thread-safe. One webhook is sent at a time, in the order they became due, unless a fault says otherwise.</remarks>
public sealed class WebhookOutbox : IAsyncDisposable
{
    /// <summary>When the clock has moved so far while a timer was set by it, the loop looks again.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly List<WebhookDelivery> _deliveries = [];
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebhookDeliveryOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly IdGenerator _ids;
    private readonly HttpClient _client;
    private long _order;
    private Task? _loop;

    internal WebhookOutbox(WebhookDeliveryOptions options, TimeProvider timeProvider, IdGenerator ids)
    {
        (_options, _timeProvider, _ids) = (options, timeProvider, ids);
        _client = options.Handler is { } handler
            ? new HttpClient(handler, disposeHandler: false)
            : new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        _client.Timeout = Timeout.InfiniteTimeSpan; // The time-out follows the emulator's clock instead.
    }

    /// <summary>The faults webhooks will meet when they are queued; empty unless the test scripts some.</summary>
    public WebhookFaultPlan Faults { get; } = new();

    /// <summary>All webhooks so far, in the order they were queued.</summary>
    public IReadOnlyList<WebhookDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>When the next webhook falls due (UTC), or <see langword="null"/> when none waits.</summary>
    public DateTimeOffset? NextDueAt
    {
        get
        {
            lock (_gate)
            {
                var waiting = _deliveries.Where(delivery => delivery.Status == WebhookDeliveryStatus.Pending && !delivery.Held);
                return waiting.Any() ? waiting.Min(delivery => delivery.DueAt) : null;
            }
        }
    }

    /// <summary>Sends every webhook that is due by the clock, those queued meanwhile included, and waits for the answers.</summary>
    /// <remarks>Never call it from the receiver of a webhook: it waits for itself.</remarks>
    /// <returns>The number of tries made.</returns>
    public async Task<int> DeliverDueAsync(CancellationToken cancellationToken = default)
    {
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var tries = 0;
            while (NextDue() is { } delivery)
            {
                await TryAsync(delivery, cancellationToken).ConfigureAwait(false);
                tries++;
            }

            return tries;
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Stops the background delivery. What was not sent stays unsent.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_stopping.IsCancellationRequested)
        {
            await _stopping.CancelAsync().ConfigureAwait(false);
            _client.CancelPendingRequests();
            if (_loop is not null)
            {
                await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (_loop.Exception is { } defect)
                {
                    throw defect; // The delivery ended by a defect long before: whoever disposes must hear of it.
                }
            }

            _client.Dispose();
            _sending.Dispose();
            _stopping.Dispose();
        }
    }

    internal void Enqueue(WebhookMessage message)
    {
        lock (_gate)
        {
            var fault = Faults.Take(message.Topic);
            var delivery = Add_NeedsLock(message);
            // Whoever waits to be overtaken by this target's next webhook goes right behind it.
            foreach (var held in _deliveries.Where(other => other.Held && other.Target == message.Target))
            {
                (held.Held, held.DueAt, held.Order) = (false, delivery.DueAt, ++_order);
            }

            switch (fault?.Effect)
            {
                case WebhookFaultEffect.Drop:
                    delivery.Status = WebhookDeliveryStatus.Dropped;
                    break;
                case WebhookFaultEffect.Duplicate:
                    Add_NeedsLock(message);
                    break;
                case WebhookFaultEffect.Delay:
                    delivery.DueAt += fault.Wait;
                    break;
                case WebhookFaultEffect.Reorder:
                    (delivery.Held, delivery.DueAt) = (true, DateTimeOffset.MaxValue);
                    break;
            }
        }

        _wake.Writer.TryWrite(true);
    }

    internal void Start()
    {
        if (_options.AutoDeliver)
        {
            _loop = Task.Run(DeliverInBackgroundAsync);
        }
    }

    private WebhookDelivery Add_NeedsLock(WebhookMessage message)
    {
        var delivery = new WebhookDelivery(message, _ids.Guid().ToString(), _timeProvider.GetUtcNow(), ++_order);
        _deliveries.Add(delivery);
        return delivery;
    }

    private WebhookDelivery? NextDue()
    {
        lock (_gate)
        {
            var now = _timeProvider.GetUtcNow();
            return _deliveries
                .Where(delivery => delivery.Status == WebhookDeliveryStatus.Pending && !delivery.Held && delivery.DueAt <= now)
                .OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Order)
                .FirstOrDefault();
        }
    }

    private async Task TryAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var at = _timeProvider.GetUtcNow();
        var number = delivery.Attempts.Count + 1;
        WebhookAttempt attempt;
        using (var timeout = new CancellationTokenSource(_options.Timeout, _timeProvider))
        using (var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken))
        {
            try
            {
                using var request = ToRequest(delivery.Message, at);
                using var response = await _client.SendAsync(request, either.Token).ConfigureAwait(false);
                var wait = response.Headers.RetryAfter is { } header ? header.Delta ?? header.Date - at : null;
                attempt = new WebhookAttempt(number, at, (int)response.StatusCode, wait, null);
            }
            catch (HttpRequestException failure)
            {
                attempt = new WebhookAttempt(number, at, null, null, failure.Message);
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                attempt = new WebhookAttempt(number, at, null, null, $"No answer within {_options.Timeout}.");
            }
        }

        lock (_gate)
        {
            delivery.Add(attempt);
            if (attempt.Succeeded)
            {
                delivery.Status = WebhookDeliveryStatus.Delivered;
            }
            else if (_options.NextTry(attempt) is { } wait)
            {
                delivery.DueAt = _timeProvider.GetUtcNow() + wait;
            }
            else
            {
                delivery.Status = WebhookDeliveryStatus.Failed;
            }
        }

        delivery.Message.Attempted?.Invoke(delivery, attempt);
    }

    private static HttpRequestMessage ToRequest(WebhookMessage message, DateTimeOffset at)
    {
        var request = new HttpRequestMessage(new HttpMethod(message.Method), message.Target) { Content = new ReadOnlyMemoryContent(message.Body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", message.ContentType);
        foreach (var (name, value) in message.Headers?.Invoke(at) ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private async Task DeliverInBackgroundAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await DeliverDueAsync(_stopping.Token).ConfigureAwait(false);
            using var next = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token);
            var queued = _wake.Reader.ReadAsync(next.Token).AsTask();
            await Task.WhenAny(queued, UntilAsync(NextDueAt, next.Token)).ConfigureAwait(false);
            await next.CancelAsync().ConfigureAwait(false);
        }
    }

    private Task UntilAsync(DateTimeOffset? instant, CancellationToken cancellationToken)
    {
        if (instant is null)
        {
            return Task.Delay(Timeout.InfiniteTimeSpan, _timeProvider, cancellationToken);
        }

        // A timer cannot wait for months; the loop simply looks again.
        var now = _timeProvider.GetUtcNow();
        var wait = instant.Value - now;
        if (wait <= TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        // It looks again, too, when time went on before the timer started: a clock that a test moves may stand still afterwards, and nothing would be sent any more.
        var due = Task.Delay(wait < LongestWait ? wait : LongestWait, _timeProvider, cancellationToken);
        return _timeProvider.GetUtcNow() - now < Step ? due : Task.CompletedTask;
    }
}
