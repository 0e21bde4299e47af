using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>The campaign to which an import links its records.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="CampaignId">The campaign's id.</param>
/// <param name="Statuses">The labels of the campaign's own statuses (<c>CampaignMemberStatus</c>; Salesforce fact sheet, section 5.3).</param>
/// <param name="Status">The status that members get; <see langword="null"/> leaves it to the campaign, and leaves members as they are.</param>
public sealed record CampaignChoice(string CampaignId, ImmutableArray<string> Statuses, string? Status = null)
{
    /// <summary>The status, spelt as the campaign spells it; <see langword="null"/> when none is wanted or the campaign does not have it.</summary>
    public string? KnownStatus => Status is null || Statuses.IsDefault ? null : Statuses.FirstOrDefault(label => string.Equals(label, Status.Trim(), StringComparison.OrdinalIgnoreCase));
}
