namespace Support.Sdk.Emulators.Webhooks;

/// <summary>The faults webhooks will meet when they are queued, in the order they were scripted; the first that matches strikes.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class WebhookFaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<WebhookFaultRule> _rules = [];

    internal WebhookFaultPlan()
    {
    }

    /// <summary>Begins a fault for the webhooks of a topic.</summary>
    /// <param name="topic">The topic as in <see cref="WebhookDelivery.Topic"/>, for example <c>meetings.started</c>; <c>*</c> for all.</param>
    public WebhookFaultRule On(string topic = "*")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(topic);
        return new WebhookFaultRule(this, topic);
    }

    /// <summary>Ends all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _rules.Clear();
        }
    }

    internal void Add(WebhookFaultRule rule)
    {
        lock (_gate)
        {
            _rules.Add(rule);
        }
    }

    internal WebhookFaultRule? Take(string topic)
    {
        lock (_gate)
        {
            return _rules.FirstOrDefault(rule => rule.Strikes(topic));
        }
    }
}
