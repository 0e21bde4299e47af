using Support.Sdk.Salesforce.Records;

namespace Support.Sdk.Salesforce.People;

/// <summary>A person that can be invited.</summary>
/// <param name="Id">The id of the contact or lead.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="Name">The full name.</param>
/// <param name="Email">The e-mail address; what a meeting's invitees are named by.</param>
/// <param name="Company">The account's or the lead's company; <see langword="null"/> when there is none.</param>
public sealed record SalesforcePerson(RecordId Id, SalesforcePersonKind Kind, string Name, string Email, string? Company)
{
    /// <summary>Kind and id; no personal data.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
