using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Support.Sdk.Salesforce.Queries;
using Support.Sdk.Salesforce.Records;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Campaigns, their statuses and members (fact sheet 5.3), and the Webex package's own list as far as the options name it.</summary>
internal sealed class SalesforceCampaigns(ISalesforceClientFactory clients, IOptionsMonitor<SalesforceOptions> options) : ICampaigns
{
    public async ValueTask<ImmutableArray<string>?> FindStatusesAsync(string account, string campaignId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(campaignId);
        if (!RecordId.TryParse(campaignId, out var campaign))
        {
            return null;
        }

        var queries = clients.GetClient(account).Queries;
        var labels = ImmutableArray.CreateBuilder<string>();
        var statuses = Soql.Of($"SELECT Label FROM CampaignMemberStatus WHERE CampaignId = {campaign} ORDER BY SortOrder");
        await foreach (var status in queries.Query(statuses).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (status.GetString("Label") is { } label)
            {
                labels.Add(label);
            }
        }

        var isThere = labels.Count > 0 || await queries.FirstAsync(Soql.Of($"SELECT Id FROM Campaign WHERE Id = {campaign} LIMIT 1"), cancellationToken).ConfigureAwait(false) is not null;
        return isThere ? labels.ToImmutable() : null;
    }

    public MembershipShape? ShapeOf(string account, MembershipForm form, string objectName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(objectName);
        if (form == MembershipForm.CampaignMember)
        {
            return CampaignRules.PersonFieldOf(objectName) is { } person ? new("CampaignMember", "CampaignId", person, "Status") : null;
        }

        var members = options.Get(account).Webinars.WebinarCampaignMembers;
        return form == MembershipForm.WebexWebinarCampaignMember
            && members is { ObjectName: { } memberObject, CampaignField: { } campaign }
            && members.RecordFieldOf(objectName) is { } record
                ? new(memberObject, campaign, record, members.StatusField)
                : null;
    }

    public async IAsyncEnumerable<KeyValuePair<string, ExistingMembership>> FindAsync(
        string account,
        MembershipShape shape,
        string campaignId,
        IReadOnlyCollection<string> recordIds,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentException.ThrowIfNullOrWhiteSpace(campaignId);
        ArgumentNullException.ThrowIfNull(recordIds);
        var queries = clients.GetClient(account).Queries;
        var (from, campaign, record) = (SoqlName.Of(shape.ObjectName), SoqlName.Of(shape.CampaignField), SoqlName.Of(shape.RecordField));
        var fields = SoqlName.Of(shape.StatusField is { } status ? ["Id", shape.RecordField, status] : ["Id", shape.RecordField]);

        // The package's list may name a record twice; the oldest membership is the one.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var batches = Soql.InBatches(recordIds, some => Soql.Of($"SELECT {fields} FROM {from} WHERE {campaign} = {campaignId} AND {record} IN {some} ORDER BY Id"));
        await foreach (var found in queries.QueryAllOf(batches, SalesforceJson.Default.SalesforceRecord, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (found.Id is { } id && found.GetString(shape.RecordField) is { } member && seen.Add(member))
            {
                yield return new(member, new(id, shape.StatusField is null ? null : found.GetString(shape.StatusField)));
            }
        }
    }
}
