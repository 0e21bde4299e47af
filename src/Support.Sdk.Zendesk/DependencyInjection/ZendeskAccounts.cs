namespace Support.Sdk.Zendesk;

/// <summary>The names of the registered accounts.</summary>
internal sealed class ZendeskAccounts() : HashSet<string>(StringComparer.Ordinal);
