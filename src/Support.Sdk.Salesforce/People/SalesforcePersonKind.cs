namespace Support.Sdk.Salesforce.People;

/// <summary>What a person is in Salesforce.</summary>
public enum SalesforcePersonKind
{
    /// <summary>A contact.</summary>
    Contact,

    /// <summary>A lead that was not converted.</summary>
    Lead,
}
