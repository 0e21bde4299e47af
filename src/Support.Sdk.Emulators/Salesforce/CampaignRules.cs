namespace Support.Sdk.Emulators.Salesforce;

/// <summary>Who may be a member of a campaign, and with which status (fact sheet section 5.3).</summary>
internal sealed class CampaignRules(Org org)
{
    private readonly FieldSchema _campaign = org.Members.Schema.Field("CampaignId");
    private readonly FieldSchema _lead = org.Members.Schema.Field("LeadId");
    private readonly FieldSchema _contact = org.Members.Schema.Field("ContactId");
    private readonly FieldSchema _status = org.Members.Schema.Field("Status");

    public void DefaultStatus(Dictionary<int, string> values)
    {
        if (values.TryGetValue(_campaign.Ordinal, out var campaign) && !values.ContainsKey(_status.Ordinal)
            && MemberStatus.Of(org, campaign).FirstOrDefault(status => status.IsDefault) is { } status)
        {
            values[_status.Ordinal] = status.Label;
        }
    }

    public void CheckNewMember(Dictionary<int, string> values)
    {
        var lead = values.GetValueOrDefault(_lead.Ordinal);
        var contact = values.GetValueOrDefault(_contact.Ordinal);
        if ((lead is null) == (contact is null))
        {
            throw new RecordException("FIELD_INTEGRITY_EXCEPTION", "A campaign member is a lead or a contact: exactly one of LeadId and ContactId", "LeadId", "ContactId");
        }

        var campaign = values[_campaign.Ordinal];
        var memberships = lead is null ? org.Members.Lookup(_contact, contact!) : org.Members.Lookup(_lead, lead);
        if (memberships.Any(row => org.Members.IsLive(row) && org.Members.Get(row, _campaign) == campaign))
        {
            throw new RecordException(new RecordError("DUPLICATE_VALUE", "Already a campaign member.", null));
        }

        CheckStatus(values);
    }

    public void CheckStatus(Dictionary<int, string> values)
    {
        if (org.Options.MemberStatusEnforced && values.TryGetValue(_status.Ordinal, out var label)
            && MemberStatus.Of(org, values[_campaign.Ordinal]).All(status => status.Label != label))
        {
            throw new RecordException("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{_status.Label}: bad value for restricted picklist field: {label}", _status.Name);
        }
    }

    public void AddDefaultStatuses(string campaignId, WriteContext context)
    {
        Add("Sent", isDefault: true, hasResponded: false);
        Add("Responded", isDefault: false, hasResponded: true);

        void Add(string label, bool isDefault, bool hasResponded) => AddStatus(campaignId, label, isDefault, hasResponded, context);
    }

    public void AddStatus(string campaignId, string label, bool isDefault, bool hasResponded, WriteContext context)
    {
        var table = org.MemberStatuses;
        var values = new Dictionary<int, string>
        {
            [table.Schema.Field("CampaignId").Ordinal] = campaignId,
            [table.Schema.Field("Label").Ordinal] = label,
        };
        if (isDefault)
        {
            values.Add(table.Schema.Field("IsDefault").Ordinal, "true");
        }

        if (hasResponded)
        {
            values.Add(table.Schema.Field("HasResponded").Ordinal, "true");
        }

        var now = org.Now.ToUnixTimeMilliseconds();
        var row = table.Insert(RecordBytes.Write(new RecordStamps(now, now, context.UserRow, context.UserRow), values));
        org.OnRollback(() => table.Forget(row));
    }

    /// <summary>Memberships end with their campaign and with their person.</summary>
    public void Cascade(RecordTable table, int row, RecordWriter writer)
    {
        var field = table.Schema.Name switch
        {
            "Campaign" => _campaign,
            "Contact" => _contact,
            "Lead" => _lead,
            _ => null,
        };
        if (field is not null)
        {
            foreach (var member in org.Members.Lookup(field, table.Id(row)).Where(org.Members.IsLive).ToList())
            {
                writer.Delete(org.Members, member);
            }
        }
    }
}
