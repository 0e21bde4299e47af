namespace Support.Sdk.Salesforce;

/// <summary>
/// The object of the Webex package's <em>Webex Webinar Campaign Members</em> (WBN-06). Neither its name nor its fields are documented (UNVERIFIED): look them up in the org
/// (Setup, Object Manager) and name them here. Names are API names.
/// </summary>
/// <remarks>Without <see cref="ObjectName"/> nothing is written to this list, and an import that asks for it is refused.</remarks>
public sealed class SalesforceWebinarMemberOptions
{
    /// <summary>The object, such as <c>webex__Webinar_Campaign_Member__c</c>.</summary>
    /// <value><see langword="null"/> by default: not configured.</value>
    public string? ObjectName { get; set; }

    /// <summary>The field that refers to the campaign. Needed with <see cref="ObjectName"/>.</summary>
    /// <value><see langword="null"/> by default.</value>
    public string? CampaignField { get; set; }

    /// <summary>The field that refers to a contact.</summary>
    /// <value><see langword="null"/> by default: contacts cannot stand in the list.</value>
    public string? ContactField { get; set; }

    /// <summary>The field that refers to a lead.</summary>
    /// <value><see langword="null"/> by default: leads cannot stand in the list.</value>
    public string? LeadField { get; set; }

    /// <summary>For each custom object, the field that refers to its records: <c>Visitor__c</c> to <c>Visitor_Ref__c</c>.</summary>
    /// <value>Empty by default; upper and lower case of the objects' names are the same.</value>
    public IDictionary<string, string> RecordFields { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field of the status.</summary>
    /// <value><see langword="null"/> by default: memberships have none.</value>
    public string? StatusField { get; set; }

    internal IEnumerable<(string Option, string? Name)> Names =>
    [
        (nameof(ObjectName), ObjectName),
        (nameof(CampaignField), CampaignField),
        (nameof(ContactField), ContactField),
        (nameof(LeadField), LeadField),
        (nameof(StatusField), StatusField),
        .. RecordFields.SelectMany(static pair => ((string, string?)[])[(nameof(RecordFields), pair.Key), ($"{nameof(RecordFields)}:{pair.Key}", pair.Value)]),
    ];

    internal string? RecordFieldOf(string objectName) =>
        string.Equals(objectName, "Contact", StringComparison.OrdinalIgnoreCase) ? ContactField
        : string.Equals(objectName, "Lead", StringComparison.OrdinalIgnoreCase) ? LeadField
        : RecordFields.TryGetValue(objectName, out var field) ? field
        : null;
}
