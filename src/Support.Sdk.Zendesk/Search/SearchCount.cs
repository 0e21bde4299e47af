namespace Support.Sdk.Zendesk.Search;

internal sealed record SearchCount(long? Count);
