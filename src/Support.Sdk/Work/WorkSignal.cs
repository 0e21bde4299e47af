namespace Support.Sdk.Work;

/// <summary>Tells the workers of this process that there may be work, so that they need not wait for their next look.</summary>
internal sealed class WorkSignal
{
    private TaskCompletionSource _next = Create();

    /// <summary>Completes at the next pulse. Take it before looking for work: a pulse in between is not lost.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, Create()).TrySetResult();

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
