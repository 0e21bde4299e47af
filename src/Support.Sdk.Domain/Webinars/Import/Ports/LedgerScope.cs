namespace Support.Sdk.Webinars;

/// <summary>What an import's records belong to.</summary>
/// <param name="Account">The named account of the system into which was imported; empty for the default one.</param>
/// <param name="ObjectName">The API name of the object.</param>
/// <param name="WebinarId">The webinar.</param>
public readonly record struct LedgerScope(string Account, string ObjectName, string WebinarId);
