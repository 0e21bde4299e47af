using System.Runtime.CompilerServices;

namespace Support.Sdk.Webinars;

/// <summary>Compares a plan with a later run of the same import, row by row, and says what drifted.</summary>
/// <remarks>Pure and thread-safe. Participants are recognised by their source id; those without one by their row's number.</remarks>
public static class DriftCheck
{
    /// <summary>How many rows of either run wait for their counterpart when nothing else is said.</summary>
    public const int DefaultWindow = 10_000;

    /// <summary>Compares two rows of the same participant.</summary>
    /// <param name="planned">The row as it was planned.</param>
    /// <param name="now">The row as it is.</param>
    /// <returns>What is different; empty when nothing is. The row's number is no difference.</returns>
    public static IEnumerable<RowDrift> Compare(RowStamp planned, RowStamp now)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(now);
        var drifts = new List<RowDrift>(2);
        if (planned.Values != now.Values)
        {
            drifts.Add(new(RowDriftKind.ValuesChanged, planned, now));
        }

        if (string.Equals(planned.RecordId, now.RecordId, StringComparison.Ordinal))
        {
            if (!string.Equals(planned.RecordVersion, now.RecordVersion, StringComparison.Ordinal))
            {
                drifts.Add(new(RowDriftKind.RecordChanged, planned, now));
            }
        }
        else if (now.RecordId is null ? IsWithoutRecord(now) : planned.RecordId is not null || IsWithoutRecord(planned))
        {
            drifts.Add(new(now.RecordId is null ? RowDriftKind.RecordGone : RowDriftKind.RecordAppeared, planned, now));
        }

        if (drifts.Count == 0 && planned.Verdict != now.Verdict)
        {
            drifts.Add(new(RowDriftKind.DecisionChanged, planned, now));
        }

        return drifts;
    }

    /// <summary>Compares two runs, streaming both.</summary>
    /// <param name="planned">The stamps of the plan.</param>
    /// <param name="now">The stamps of the later run.</param>
    /// <param name="window">
    /// How many rows of either run wait for their counterpart, at least 1. When more would have to wait because participants
    /// have moved, the one who has waited longest is reported as gone, and as added where they come: never left out.
    /// </param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    /// <returns>What is different; empty when the plan still holds.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is less than 1.</exception>
    public static IAsyncEnumerable<RowDrift> CompareAsync(
        IAsyncEnumerable<RowStamp> planned, IAsyncEnumerable<RowStamp> now, int window = DefaultWindow, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        return CompareAllAsync(planned, now, window, cancellationToken);
    }

    // A row that names no record can also be a conflict or the repetition of another; then the record is not gone.
    private static bool IsWithoutRecord(RowStamp stamp) => stamp.Verdict.Reason is ImportReason.New or ImportReason.NewForWebinar or ImportReason.Incomplete;

    private static async IAsyncEnumerable<RowDrift> CompareAllAsync(
        IAsyncEnumerable<RowStamp> planned, IAsyncEnumerable<RowStamp> now, int window, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var before = new WaitingStamps(window);
        var after = new WaitingStamps(window);
        var drifts = new List<RowDrift>();
        var left = planned.GetAsyncEnumerator(cancellationToken);
        await using var leftEnd = left.ConfigureAwait(false);
        var right = now.GetAsyncEnumerator(cancellationToken);
        await using var rightEnd = right.ConfigureAwait(false);
        var (hasLeft, hasRight) = (true, true);
        while (hasLeft || hasRight)
        {
            if (hasLeft && (hasLeft = await left.MoveNextAsync().ConfigureAwait(false)))
            {
                Meet(left.Current, before, after, isPlanned: true, drifts);
            }

            if (hasRight && (hasRight = await right.MoveNextAsync().ConfigureAwait(false)))
            {
                Meet(right.Current, after, before, isPlanned: false, drifts);
            }

            foreach (var drift in drifts)
            {
                yield return drift;
            }

            drifts.Clear();
        }

        foreach (var stamp in before.All)
        {
            yield return new(RowDriftKind.ParticipantGone, stamp, null);
        }

        foreach (var stamp in after.All)
        {
            yield return new(RowDriftKind.ParticipantAdded, null, stamp);
        }
    }

    // A row meets its counterpart, or waits for it; then the one that has waited longest may have to go.
    private static void Meet(RowStamp stamp, WaitingStamps own, WaitingStamps others, bool isPlanned, List<RowDrift> drifts)
    {
        if (others.TryTake(stamp, out var other))
        {
            drifts.AddRange(isPlanned ? Compare(stamp, other) : Compare(other, stamp));
        }
        else if (own.Add(stamp) is { } tooOld)
        {
            drifts.Add(isPlanned ? new(RowDriftKind.ParticipantGone, tooOld, null) : new(RowDriftKind.ParticipantAdded, null, tooOld));
        }
    }
}
