namespace Support.Sdk.WebinarImport.Tests;

internal static class Mappings
{
    public const string Contacts = """
        {
          "version": 1, "object": "Contact", "primaryKey": "Email",
          "fields": [
            { "field": "Email", "source": "email" },
            { "field": "FirstName", "source": "firstName" },
            { "field": "LastName", "source": "lastName" }
          ]
        }
        """;

    /// <summary>Three errors at once: a field that is spelt wrong, a source that there is not, and no last name.</summary>
    public const string Unfit = """
        {
          "version": 1, "object": "Contact", "primaryKey": "Email",
          "fields": [
            { "field": "Email", "source": "email" },
            { "field": "FirstNam", "source": "firstName" },
            { "field": "Title", "source": "shoeSize" }
          ]
        }
        """;

    public static string WithCampaign { get; } = Contacts.Replace("\"primaryKey\"", "\"campaign\": \"campaignMembers\", \"primaryKey\"", StringComparison.Ordinal);
}
