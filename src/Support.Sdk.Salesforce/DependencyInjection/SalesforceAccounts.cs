namespace Support.Sdk.Salesforce;

/// <summary>The names of the registered accounts.</summary>
internal sealed class SalesforceAccounts() : HashSet<string>(StringComparer.Ordinal);
