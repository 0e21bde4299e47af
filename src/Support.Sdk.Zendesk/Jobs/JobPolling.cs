namespace Support.Sdk.Zendesk.Jobs;

/// <summary>How often a job is looked at. The wait doubles from look to look.</summary>
public sealed record JobPolling
{
    /// <summary>The wait before the first look.</summary>
    /// <value>1 second by default; above zero.</value>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait.</summary>
    /// <value>15 seconds by default; <see cref="FirstWait"/> or more.</value>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For how long in all; afterwards <see cref="JobsClient.WaitAsync"/> throws <see cref="TimeoutException"/>. The job goes on.</summary>
    /// <value>15 minutes by default; above zero.</value>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(15);
}
