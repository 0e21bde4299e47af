namespace Support.Sdk.PostgreSql.Host;

/// <summary>The worst moments to die.</summary>
internal enum Trap
{
    /// <summary>None: whatever the host happens to do.</summary>
    None,

    /// <summary>Deadlines are leased, and nothing has been made of them.</summary>
    DeadlinesLeased,

    /// <summary>Effects are leased, and none was begun.</summary>
    EffectsLeased,

    /// <summary>The vendor has done it, and the machine does not know.</summary>
    VendorAnswered,

    /// <summary>The commit is durable, and nobody was told.</summary>
    Committed,
}

/// <summary>Holds the host up at a moment that the test asked for, until it is killed there.</summary>
internal sealed class Traps(Action<HostMessage> tell)
{
    private int _armed;

    public void Arm(Trap trap) => Interlocked.Exchange(ref _armed, (int)trap);

    /// <summary>Returns at once, unless this is the armed trap: then never.</summary>
    public Task StepAsync(Trap trap)
    {
        if (Interlocked.CompareExchange(ref _armed, (int)Trap.None, (int)trap) != (int)trap)
        {
            return Task.CompletedTask;
        }

        tell(new("trapped"));
        return new TaskCompletionSource().Task;
    }
}
