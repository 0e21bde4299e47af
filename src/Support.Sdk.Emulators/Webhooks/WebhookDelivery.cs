using System.Text;

namespace Support.Sdk.Emulators.Webhooks;

/// <summary>A webhook in the outbox: to be sent, sent, failed or dropped.</summary>
/// <remarks>Thread-safe to read; the values change while the outbox works on it.</remarks>
public sealed class WebhookDelivery
{
    private volatile WebhookAttempt[] _attempts = [];

    internal WebhookDelivery(WebhookMessage message, string id, DateTimeOffset dueAt, long order) =>
        (Message, Id, DueAt, Order) = (message, id, dueAt, order);

    /// <summary>The emulator's own id of the delivery; a duplicate has another one.</summary>
    public string Id { get; }

    /// <summary>What happened, in the vendor's words: <c>meetings.started</c>.</summary>
    public string Topic => Message.Topic;

    /// <summary>Where it goes.</summary>
    public Uri Target => Message.Target;

    /// <summary>The body as text; it is signed and sent as these UTF-8 bytes.</summary>
    public string Body => Encoding.UTF8.GetString(Message.Body.Span);

    /// <summary>How far it got.</summary>
    public WebhookDeliveryStatus Status { get; internal set; }

    /// <summary>When it is sent, or tried again (UTC). <see cref="DateTimeOffset.MaxValue"/> while it is held back by a reordering.</summary>
    public DateTimeOffset DueAt { get; internal set; }

    /// <summary>The tries so far, the first one first.</summary>
    public IReadOnlyList<WebhookAttempt> Attempts => _attempts;

    internal WebhookMessage Message { get; }

    internal long Order { get; set; }

    /// <summary>Whether the delivery waits for another one to overtake it.</summary>
    internal bool Held { get; set; }

    internal void Add(WebhookAttempt attempt) => _attempts = [.. _attempts, attempt];

    /// <inheritdoc />
    public override string ToString() => $"{Topic} to {Target}: {Status}, {_attempts.Length} tries";
}
