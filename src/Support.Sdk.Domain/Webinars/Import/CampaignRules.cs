using System.Collections.Immutable;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>How imported records are linked to a campaign, in the three forms of WBN-06.</summary>
/// <remarks>
/// Pure and thread-safe. A member is a Contact or a Lead, never both: the object of the mapping says which. Everybody has one membership in a campaign; who has one
/// already keeps it and gets the wanted status, if one is wanted.
/// </remarks>
public static class CampaignRules
{
    /// <summary>The lists of the campaign in which records are to stand.</summary>
    /// <param name="link">The mapping's campaign option.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="link"/> is no named option.</exception>
    public static ImmutableArray<MembershipForm> FormsOf(CampaignLink link) => link switch
    {
        CampaignLink.None => [],
        CampaignLink.CampaignMembers => [MembershipForm.CampaignMember],
        CampaignLink.WebexWebinarCampaignMembers => [MembershipForm.WebexWebinarCampaignMember],
        CampaignLink.Both => [MembershipForm.CampaignMember, MembershipForm.WebexWebinarCampaignMember],
        _ => throw new ArgumentOutOfRangeException(nameof(link), link, "Use one of the named options."),
    };

    /// <summary>The field of a Campaign Member that names the person: exactly one of two (Salesforce fact sheet, section 5.3).</summary>
    /// <param name="objectName">The API name of the object into which is imported.</param>
    /// <returns><c>ContactId</c>, <c>LeadId</c>, or <see langword="null"/> where the object cannot be a Campaign Member.</returns>
    public static string? PersonFieldOf(string objectName) =>
        string.Equals(objectName, "Contact", StringComparison.OrdinalIgnoreCase) ? "ContactId"
        : string.Equals(objectName, "Lead", StringComparison.OrdinalIgnoreCase) ? "LeadId"
        : null;

    /// <summary>Checks before an import whether its records can be linked.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="campaign">The campaign; <see langword="null"/> when none is chosen.</param>
    /// <param name="packageVersion">The version of the Webex package in the organisation; <see langword="null"/> when it is not known, and then it is not checked.</param>
    /// <returns>Everything that stands in the way; empty when nothing does, and where the mapping links to no campaign.</returns>
    public static ImmutableArray<Refusal> Check(WebinarMapping mapping, CampaignChoice? campaign, Version? packageVersion)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        var forms = FormsOf(mapping.Campaign);
        if (forms.IsEmpty)
        {
            return [];
        }

        if (forms.Contains(MembershipForm.CampaignMember))
        {
            if (PersonFieldOf(mapping.Object) is null)
            {
                refusals.Add(MappingRefusals.CampaignMembersNotForObject.Refuse(mapping.Object));
            }

            if (packageVersion is not null && packageVersion < MappingValidator.CampaignMembersVersion)
            {
                refusals.Add(MappingRefusals.CampaignNeedsVersion.Refuse(MappingValidator.CampaignMembersVersion.ToString(), packageVersion.ToString()));
            }
        }

        if (campaign is null)
        {
            refusals.Add(ImportRefusals.CampaignMissing.Refuse());
        }
        else if (campaign is { Status: { } status, KnownStatus: null })
        {
            refusals.Add(ImportRefusals.CampaignStatusUnknown.Refuse(status, string.Join(", ", campaign.Statuses.IsDefault ? [] : campaign.Statuses)));
        }

        return refusals.ToImmutable();
    }

    /// <summary>Decides what links one record to the campaign, in one form. For rows whose verdict says <see cref="ImportVerdict.HasRecord"/>.</summary>
    /// <param name="form">One of <see cref="FormsOf"/>.</param>
    /// <param name="campaign">The campaign, which has passed <see cref="Check"/>.</param>
    /// <param name="existing">The record's membership in the campaign in this form; <see langword="null"/> when it has none.</param>
    /// <param name="hasStatus">Whether memberships of this form have a status (<see cref="MembershipShape.StatusField"/>). Of the Webex package's own it is not documented: the configuration says it.</param>
    /// <exception cref="ArgumentException">The campaign does not have the wanted status.</exception>
    public static MembershipPlan Decide(MembershipForm form, CampaignChoice campaign, ExistingMembership? existing, bool hasStatus)
    {
        ArgumentNullException.ThrowIfNull(campaign);
        if (campaign is { Status: { } wanted, KnownStatus: null })
        {
            throw new ArgumentException($"The campaign {campaign.CampaignId} has no status '{wanted}'. Call {nameof(Check)} before the import and correct what it refuses.", nameof(campaign));
        }

        var status = hasStatus ? campaign.KnownStatus : null;
        return existing is not { } there ? new(form, MembershipAction.Create, status)
            : status is null || string.Equals(status, there.Status, StringComparison.OrdinalIgnoreCase) ? new(form, MembershipAction.Keep, MembershipId: there.Id)
            : new(form, MembershipAction.UpdateStatus, status, there.Id);
    }
}
