namespace Support.Sdk.Zendesk.Paging;

internal sealed record CountValue(long? Value, DateTimeOffset? RefreshedAt);
