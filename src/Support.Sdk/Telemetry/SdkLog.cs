using Microsoft.Extensions.Logging;

namespace Support.Sdk.Telemetry;

/// <summary>The log messages of the package: event ids 1000 to 1099.</summary>
internal static partial class SdkLog
{
    [LoggerMessage(1000, LogLevel.Warning, "The effect {Effect} failed in attempt {Attempt} and is tried again at {DueAt:O}: {Reason}")]
    public static partial void EffectPostponed(ILogger logger, string effect, int attempt, DateTimeOffset dueAt, string reason);

    [LoggerMessage(1001, LogLevel.Error, "The effect {Effect} failed for good after {Attempts} attempts: {Reason}")]
    public static partial void EffectFailed(ILogger logger, string effect, int attempts, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "The lease of the effect {Effect} was lost; another host runs it.")]
    public static partial void LeaseLost(ILogger logger, string effect);

    [LoggerMessage(1003, LogLevel.Error, "The outcome of the effect {Effect} could not be recorded; it is run again when its lease runs out.")]
    public static partial void EffectInterrupted(ILogger logger, string effect, Exception exception);

    [LoggerMessage(1004, LogLevel.Error, "The deadline of {Stream} could not be handled; it is taken again when its lease runs out.")]
    public static partial void DeadlineFailed(ILogger logger, string stream, Exception exception);

    [LoggerMessage(1005, LogLevel.Warning, "The store holds work of the machine '{Machine}', which this host does not know.")]
    public static partial void UnknownMachine(ILogger logger, string machine);

    [LoggerMessage(1006, LogLevel.Error, "{Worker} could not look for work and tries again.")]
    public static partial void WorkerFailed(ILogger logger, string worker, Exception exception);

    [LoggerMessage(1007, LogLevel.Warning, "The machine refused the report of the effect {Effect}: {Refusal}")]
    public static partial void ReportRefused(ILogger logger, string effect, string refusal);

    [LoggerMessage(1008, LogLevel.Information, "The snapshot of {Stream} was written by an older version and is rebuilt from {Events} events.")]
    public static partial void SnapshotRebuilt(ILogger logger, string stream, long events);

    [LoggerMessage(1009, LogLevel.Warning, "The live feed lost the store after position {Position} and follows it again in {Delay}.")]
    public static partial void FeedInterrupted(ILogger logger, long position, TimeSpan delay, Exception exception);

    [LoggerMessage(1010, LogLevel.Error, "The live feed cannot read the event of {Stream} at position {Position} and leaves it out.")]
    public static partial void FeedEventUnreadable(ILogger logger, string stream, long position, Exception exception);

    [LoggerMessage(1011, LogLevel.Information, "The run of the import {Import} ends, for it has no say any more: {Reason}")]
    public static partial void ImportSuperseded(ILogger logger, string import, string reason);

    [LoggerMessage(1012, LogLevel.Warning, "The job {Job}, whose rows are safe, could not be removed and is left to the system: {Reason}")]
    public static partial void ImportJobLeft(ILogger logger, string job, string reason);
}
