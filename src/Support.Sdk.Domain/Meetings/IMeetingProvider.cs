namespace Support.Sdk.Meetings;

/// <summary>What meetings need of their provider. Registered by the provider's name as keyed service.</summary>
/// <remarks>
/// Implementations are thread-safe. Faults that may pass, lost consent and refusals are thrown as exceptions that implement
/// <see cref="Failures.IVendorFailure"/>.
/// </remarks>
public interface IMeetingProvider
{
    /// <summary>Finds out what stands in the way of meetings of this host at the provider: sign-in, restrictions, Personal Room, limits (MTG-02).</summary>
    /// <param name="host">The host.</param>
    /// <param name="facts">What is known from elsewhere; comes back with the provider's facts filled in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <remarks>Lost consent is a fact here, not an exception.</remarks>
    ValueTask<MeetingPrerequisites> CheckAsync(MeetingHost host, MeetingPrerequisites facts, CancellationToken cancellationToken = default);

    /// <summary>Reads how to get into the host's Personal Room; <see langword="null"/> when the host has none.</summary>
    ValueTask<MeetingAccess?> FindPersonalRoomAsync(MeetingHost host, CancellationToken cancellationToken = default);

    /// <summary>Makes a meeting exactly once per key, however often it is asked for and wherever an earlier attempt was interrupted.</summary>
    ValueTask<MeetingAccess> ScheduleAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default);

    /// <summary>Finds the meeting that an order with this key made; <see langword="null"/> when there is none.</summary>
    ValueTask<MeetingAccess?> FindAsync(MeetingHost host, MeetingOrder order, CancellationToken cancellationToken = default);

    /// <summary>Deletes a meeting; deleting it again is no error.</summary>
    ValueTask<MeetingDeletion> DeleteAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default);

    /// <summary>Reads how a meeting stands now; <see langword="null"/> when it was deleted.</summary>
    ValueTask<ProviderMeeting?> ReadAsync(MeetingHost host, string providerId, CancellationToken cancellationToken = default);

    /// <summary>Lists the host's meetings that overlap a range (MTG-13), by start.</summary>
    /// <param name="host">The host.</param>
    /// <param name="from">The beginning of the range, inclusive (UTC).</param>
    /// <param name="to">The end of the range, exclusive (UTC).</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    IAsyncEnumerable<ProviderMeeting> ListAsync(MeetingHost host, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken = default);
}
