using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>Campaigns and who stands in them (WBN-06). Registered by the system's name as keyed service, such as <c>salesforce</c>.</summary>
/// <remarks>Implementations are thread-safe and throw faults as exceptions that implement <see cref="Failures.IVendorFailure"/>.</remarks>
public interface ICampaigns
{
    /// <summary>The labels of the statuses that a campaign's members can have; <see langword="null"/> when there is no such campaign, or none that the user may see.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<ImmutableArray<string>?> FindStatusesAsync(string account, string campaignId, CancellationToken cancellationToken = default);

    /// <summary>How memberships are written; <see langword="null"/> when records of the object cannot stand in this list.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="form">In which of the campaign's lists.</param>
    /// <param name="objectName">The API name of the records' object.</param>
    MembershipShape? ShapeOf(string account, MembershipForm form, string objectName);

    /// <summary>Finds the memberships of records in a campaign.</summary>
    /// <param name="account">The named account; empty for the default one.</param>
    /// <param name="shape">In which list.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="recordIds">The records, however many.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>Each record's id with its membership; records without one are left out.</returns>
    IAsyncEnumerable<KeyValuePair<string, ExistingMembership>> FindAsync(
        string account, MembershipShape shape, string campaignId, IReadOnlyCollection<string> recordIds, CancellationToken cancellationToken = default);
}
