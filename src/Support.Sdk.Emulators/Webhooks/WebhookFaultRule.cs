namespace Support.Sdk.Emulators.Webhooks;

/// <summary>A fault of webhooks: which of the matching ones, and at last what happens to them.</summary>
/// <remarks>Without a number of times it strikes once. The last word (<see cref="Drop"/>, …) puts it in force. Not thread-safe.</remarks>
public sealed class WebhookFaultRule
{
    private readonly WebhookFaultPlan _plan;
    private readonly string _topic;
    private int _skip;
    private int? _times = 1;
    private int _seen;

    internal WebhookFaultRule(WebhookFaultPlan plan, string topic) => (_plan, _topic) = (plan, topic);

    internal WebhookFaultEffect Effect { get; private set; }

    internal TimeSpan Wait { get; private set; }

    /// <summary>Lets the first <paramref name="count"/> matching webhooks pass.</summary>
    public WebhookFaultRule Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _skip = count;
        return this;
    }

    /// <summary>Strikes <paramref name="count"/> webhooks in a row.</summary>
    public WebhookFaultRule Times(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        _times = count;
        return this;
    }

    /// <summary>Strikes all that match.</summary>
    public WebhookFaultRule Always()
    {
        _times = null;
        return this;
    }

    /// <summary>Never sends it.</summary>
    public void Drop() => Add(WebhookFaultEffect.Drop);

    /// <summary>Sends it twice, with the same body.</summary>
    public void Duplicate() => Add(WebhookFaultEffect.Duplicate);

    /// <summary>Holds it until the next webhook to the same target was queued, and sends it after that one.</summary>
    public void Reorder() => Add(WebhookFaultEffect.Reorder);

    /// <summary>Sends it <paramref name="wait"/> later, by the emulator's clock.</summary>
    public void Delay(TimeSpan wait)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(wait, TimeSpan.Zero);
        Wait = wait;
        Add(WebhookFaultEffect.Delay);
    }

    /// <summary>Counts a webhook and says whether it is struck. Called under the plan's lock.</summary>
    internal bool Strikes(string topic)
    {
        if (_topic != "*" && !string.Equals(_topic, topic, StringComparison.Ordinal))
        {
            return false;
        }

        if (_times is { } times && _seen >= _skip + times)
        {
            return false;
        }

        return ++_seen > _skip;
    }

    private void Add(WebhookFaultEffect effect)
    {
        Effect = effect;
        _plan.Add(this);
    }
}
