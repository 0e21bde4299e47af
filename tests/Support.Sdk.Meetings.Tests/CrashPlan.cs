namespace Support.Sdk.Meetings.Tests;

/// <summary>Counts the steps of a process and kills it at one of them: from then on no step succeeds any more.</summary>
internal sealed class CrashPlan(int at)
{
    private int _step = -1;

    public int At => at;

    public bool HasStruck { get; private set; }

    public string Struck { get; private set; } = "nowhere";

    public void Step(string name)
    {
        if (HasStruck)
        {
            throw new CrashException(name);
        }

        if (Interlocked.Increment(ref _step) == at)
        {
            HasStruck = true;
            Struck = name;
            throw new CrashException(name);
        }
    }
}

internal sealed class CrashException(string step) : Exception($"The process died: {step}.");
