using System.Globalization;
using System.Text;
using Support.Sdk.Webinars;

namespace Support.Sdk.Benchmarks.Webinars;

/// <summary>A thousand registrants as Webex sends them, and the mapping of a lead.</summary>
internal static class Registrants
{
    public const int Count = 1_000;

    private static readonly string[] FirstNames = ["Bob", "Élodie", "Jürgen", "Ana María", "Chris"];
    private static readonly string[] LastNames = ["Lee", "Dupont", "O\\u0027Hara", "M\u00fcller, Dr.", "Okonkwo"];
    private static readonly string[] Companies = ["Cisco Systems, Inc.", "Acme", "Bäckerei \\\"Zum Korn\\\"", "Example SARL", "Initech"];
    private static readonly string[] Countries = ["United States", "Germany", "France", "Allemagne", "Côte d’Ivoire"];
    private static readonly string[] Phones = ["+1 415 555 0100", "01 23 45 67 89", "+49 30 901820", "+33 1.23.45.67.89", "0123456789"];

    /// <summary>The fields of a lead that the recorded describe has, and a date-time of our own.</summary>
    public static TargetObject Lead { get; } = new(
        "Lead",
        [
            new("Email", TargetFieldType.Email) { Length = 80, IsIdLookup = true },
            new("FirstName", TargetFieldType.String) { Length = 40 },
            new("LastName", TargetFieldType.String) { Length = 80, IsNillable = false },
            new("Company", TargetFieldType.String) { Length = 255, IsNillable = false },
            new("Title", TargetFieldType.String) { Length = 128 },
            new("Phone", TargetFieldType.Phone) { Length = 40 },
            new("Street", TargetFieldType.TextArea) { Length = 255 },
            new("City", TargetFieldType.String) { Length = 40 },
            new("State", TargetFieldType.String) { Length = 80 },
            new("PostalCode", TargetFieldType.String) { Length = 20 },
            new("Country", TargetFieldType.String) { Length = 80 },
            new("LeadSource", TargetFieldType.Picklist) { Length = 255 },
            new("Registered__c", TargetFieldType.DateTime),
        ]);

    public static WebinarMapping Mapping { get; } = new(
        "Lead",
        "Email",
        [
            new("Email", WebinarField.Email) { Conversions = [new FieldConversion.Trim(), new FieldConversion.Case(LetterCase.Lower)] },
            new("FirstName", WebinarField.FirstName),
            new("LastName", WebinarField.LastName),
            new("Company", WebinarField.CompanyName),
            new("Title", new("jobTitle")),
            new("Phone", new("workPhone")) { Conversions = [new FieldConversion.Phone("33")] },
            new("Street", new("address1")),
            new("City", new("city")),
            new("State", new("state")),
            new("PostalCode", new("zipCode")),
            new("Country", WebinarField.CountryRegion) { Conversions = [new FieldConversion.Country(CountryForm.Alpha2)] },
            new("LeadSource", null) { Conversions = [new FieldConversion.Constant("Webinar")] },
            new("Registered__c", new("registrationTime")) { Conversions = [new FieldConversion.Date(DateForm.DateTime)] },
        ]);

    public static byte[][] Create() => [.. Enumerable.Range(0, Count).Select(Create)];

    private static byte[] Create(int i) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"id":"fbd83190-97b2-4bb0-b56b-8fde46{{i:D6}}","status":"approved","firstName":"{{FirstNames[i % 5]}}","lastName":"{{LastNames[i / 5 % 5]}}","email":"Person.{{i}}@Example.com",
        "jobTitle":"manager","companyName":"{{Companies[i / 25 % 5]}}","address1":"{{i}} Main Street","address2":"Floor 3","city":"New York","state":"New York","zipCode":{{10000 + i}},
        "countryRegion":"{{Countries[i % 5]}}","workPhone":"{{Phones[i % 5]}}","fax":"123456","registrationTime":"2021-09-07T09:{{i % 60:D2}}:13+08:00","registrationId":"{{566000 + i}}",
        "customizedQuestions":[{"questionId":330087,"answers":[{"optionId":1,"answer":"green"},{"optionId":4,"answer":"both of them"}]},{"questionId":330088,"answers":[{"answer":"a friend told me"}]}],"sourceId":"newsletter"}
        """).Replace("\n", "", StringComparison.Ordinal));
}
