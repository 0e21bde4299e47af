using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.WorkItems;

/// <summary>What is read of a record that meetings belong to. Key prefixes: fact sheet 4.</summary>
/// <param name="Name">The API name of its object.</param>
/// <param name="SubjectField">The field that names it to people.</param>
/// <param name="RequesterField">The field with who asks for help; <see langword="null"/> when it has none.</param>
internal sealed record SalesforceRecords(string Name, string SubjectField, string? RequesterField = null)
{
    private const string ContactPrefix = "003";
    private const string LeadPrefix = "00Q";

    /// <summary>The field of a lead that says it became a contact: nothing may be added to it then.</summary>
    public const string IsConverted = "IsConverted";

    public bool IsLead => Name == "Lead";

    public IEnumerable<string> Fields => RequesterField is null ? IsLead ? [SubjectField, IsConverted] : [SubjectField] : [SubjectField, RequesterField];

    public static bool IsPerson(RecordId record) => record.KeyPrefix is ContactPrefix or LeadPrefix;

    /// <summary>The object of an id; <see langword="null"/> when the org has none with its prefix that the user may see.</summary>
    public static async ValueTask<SalesforceRecords?> FindAsync(SalesforceClient client, RecordId record, CancellationToken cancellationToken)
    {
        switch (record.KeyPrefix)
        {
            case "001":
                return new("Account", "Name");
            case ContactPrefix:
                return new("Contact", "Name", "Id");
            case "006":
                return new("Opportunity", "Name");
            case LeadPrefix:
                return new("Lead", "Name");
            case "500":
                return new("Case", "Subject", "ContactId");
            case "701":
                return new("Campaign", "Name");
        }

        var objects = await client.Metadata.DescribeGlobalAsync(cancellationToken).ConfigureAwait(false);
        if (objects.SObjects.FirstOrDefault(found => found.KeyPrefix == record.KeyPrefix) is not { } summary)
        {
            return null;
        }

        // The id stands in for objects without a Name, such as Contract: it at least says which record it is.
        var description = await client.Metadata.DescribeAsync(summary.Name, cancellationToken).ConfigureAwait(false);
        return new(summary.Name, description.FindField("Name") is null ? "Id" : "Name");
    }
}
