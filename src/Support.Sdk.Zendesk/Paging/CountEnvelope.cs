namespace Support.Sdk.Zendesk.Paging;

internal sealed record CountEnvelope(CountValue? Count);
