namespace Support.Sdk.Stores;

/// <summary>Keeps streams, their effects and their deadlines. Everything that the SDK must not forget goes through here.</summary>
/// <remarks>
/// Implementations are thread-safe and, unless they say otherwise, may be shared by many processes. Each member is atomic and durable when it returns; a
/// cancelled member either happened whole or not at all. Instants are UTC and kept to the precision of 100 ns. The conformance kit in
/// <c>Support.Sdk.Testing</c> checks an implementation.
/// </remarks>
public interface IMachineStore
{
    /// <summary>Reads a stream; <see langword="null"/> when it does not exist.</summary>
    ValueTask<StreamRecord?> LoadAsync(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>Commits a decision in one transaction.</summary>
    /// <remarks>The version is checked first, then the claims; a claim that the stream holds already stays with it.</remarks>
    /// <exception cref="ArgumentException">The commit is malformed in itself; see <see cref="StreamCommit.Validate"/>.</exception>
    ValueTask<CommitResult> CommitAsync(StreamCommit commit, CancellationToken cancellationToken = default);

    /// <summary>Reads the history of a stream, oldest first, in pages of the store's choice.</summary>
    /// <param name="stream">The stream; one that does not exist has no events.</param>
    /// <param name="afterVersion">Leaves out the events up to this version; 0 for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<RecordedEvent> ReadEventsAsync(StreamId stream, long afterVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>Finds the streams with an index entry, ordered by the UTF-8 bytes of the stream id.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="after">Leaves out the streams up to and including this one; <see langword="default"/> for the first page.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<StreamRecord>> FindAsync(IndexEntry entry, StreamId after = default, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>Counts the streams with an index entry, up to a bound: a capacity can be checked without reading the streams.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="atMost">Where counting stops; 1 to 100,000. The cost grows with the smaller of this and the number of streams.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How many streams have the entry; <paramref name="atMost"/> when there are so many or more.</returns>
    ValueTask<int> CountAsync(IndexEntry entry, int atMost, CancellationToken cancellationToken = default);

    /// <summary>
    /// Leases effects that are pending, due, and not leased; the longest due first, and those due at one instant in the order in which they were committed.
    /// </summary>
    /// <remarks>What the same owner holds already is not handed out again; <see cref="LeaseEffectAsync"/> extends it.</remarks>
    /// <param name="lease">The lease to take.</param>
    /// <param name="now">The present (UTC): an effect is due when its time is not after it, a lease has run out likewise.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<StoredEffect>> LeaseEffectsAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Takes or extends the lease of one effect, whether it is due or not.</summary>
    /// <returns>The effect, or <see langword="null"/> when it is not there, has failed, or is leased by somebody else at <paramref name="now"/>.</returns>
    ValueTask<StoredEffect?> LeaseEffectAsync(EffectId effect, Lease lease, DateTimeOffset now, CancellationToken cancellationToken = default);

    /// <summary>Removes an effect that took place.</summary>
    /// <remarks>An owner holds a lease until another takes it over: one that ran out but that nobody took still counts. So do the members below.</remarks>
    /// <returns><see langword="false"/> when <paramref name="owner"/> no longer holds its lease; nothing was changed.</returns>
    ValueTask<bool> CompleteEffectAsync(EffectId effect, string owner, CancellationToken cancellationToken = default);

    /// <summary>Puts an effect off after a failed attempt, raises its count of attempts and ends the lease.</summary>
    /// <returns><see langword="false"/> when <paramref name="owner"/> no longer holds its lease; nothing was changed.</returns>
    ValueTask<bool> PostponeEffectAsync(EffectId effect, string owner, DateTimeOffset dueAt, string error, CancellationToken cancellationToken = default);

    /// <summary>Marks an effect as failed for good, raises its count of attempts and ends the lease.</summary>
    /// <returns><see langword="false"/> when <paramref name="owner"/> no longer holds its lease; nothing was changed.</returns>
    ValueTask<bool> FailEffectAsync(EffectId effect, string owner, string error, CancellationToken cancellationToken = default);

    /// <summary>Lists the effects that failed for good, ordered by the UTF-8 bytes of the text of their id.</summary>
    /// <param name="after">Leaves out the effects up to and including this one; <see langword="null"/> for the first page.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<StoredEffect>> ListFailedEffectsAsync(EffectId? after = null, int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>Makes a failed effect pending again, due at <paramref name="dueAt"/>, with its attempts counted anew and its last error forgotten.</summary>
    /// <returns><see langword="false"/> when there is no such failed effect.</returns>
    ValueTask<bool> RetryEffectAsync(EffectId effect, DateTimeOffset dueAt, CancellationToken cancellationToken = default);

    /// <summary>Removes a failed effect without running it.</summary>
    /// <returns><see langword="false"/> when there is no such failed effect.</returns>
    ValueTask<bool> DiscardEffectAsync(EffectId effect, CancellationToken cancellationToken = default);

    /// <summary>Leases streams whose deadline is not after <paramref name="now"/> and is not leased; the longest due first.</summary>
    /// <remarks>What the same owner holds already is not handed out again before its lease has run out.</remarks>
    /// <param name="lease">The lease to take.</param>
    /// <param name="now">The present (UTC): a deadline is due when it is not after it, a lease has run out likewise.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<DueDeadline>> LeaseDeadlinesAsync(Lease lease, DateTimeOffset now, int limit, CancellationToken cancellationToken = default);

    /// <summary>Ends the lease of a deadline that no commit ended, and sets the deadline anew.</summary>
    /// <param name="deadline">The deadline that was leased; if the stream has another one by now, nothing is changed.</param>
    /// <param name="owner">The owner of the lease.</param>
    /// <param name="next">The new deadline (UTC); <see langword="null"/> when there is none any more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns><see langword="false"/> when the stream has another deadline by now, or <paramref name="owner"/> no longer holds the lease.</returns>
    ValueTask<bool> RescheduleDeadlineAsync(DueDeadline deadline, string owner, DateTimeOffset? next, CancellationToken cancellationToken = default);

    /// <summary>
    /// When the next work falls due (UTC): the least of all due times of pending effects and all deadlines, where leased work counts from the end of its lease.
    /// <see langword="null"/> when there is none.
    /// </summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken = default);

    /// <summary>When the next pending effect falls due (UTC), where a leased one counts from the end of its lease; <see langword="null"/> when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueEffectAsync(CancellationToken cancellationToken = default);

    /// <summary>When the next deadline falls due (UTC), where a leased one counts from the end of its lease; <see langword="null"/> when there is none.</summary>
    ValueTask<DateTimeOffset?> NextDueDeadlineAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads what was committed in the whole store after a position, in the order of positions.</summary>
    /// <param name="afterPosition">Leaves out the events up to this position; 0 for all.</param>
    /// <param name="limit">At most so many; 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<RecordedEvent>> ReadChangesAsync(long afterPosition, int limit, CancellationToken cancellationToken = default);

    /// <summary>The position of the newest event that <see cref="ReadChangesAsync"/> shows; 0 for an empty store.</summary>
    /// <remarks>
    /// For those who want to hear of what happens from now on: whoever takes it, reads states, and then watches from it misses nothing. All events up to it are visible, and every
    /// commit that ended before the call is among them.
    /// </remarks>
    ValueTask<long> LastPositionAsync(CancellationToken cancellationToken = default);

    /// <summary>Follows what is committed after a position by any process that shares the store, in the order of positions, and waits for more; ends only by cancellation.</summary>
    /// <param name="afterPosition">Leaves out the events up to this position; 0 for all.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<RecordedEvent> WatchAsync(long afterPosition, CancellationToken cancellationToken = default);

    /// <summary>Checks that the store answers and can write; throws what went wrong. For health checks.</summary>
    ValueTask CheckAsync(CancellationToken cancellationToken = default);
}
