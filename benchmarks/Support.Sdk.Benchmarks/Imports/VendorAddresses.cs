using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>Where the emulators listen, and what opens them.</summary>
/// <param name="Webex">The address of Webex' API.</param>
/// <param name="WebexToken">The host's access token.</param>
/// <param name="WebinarId">The webinar.</param>
/// <param name="WarmUpWebinarId">A small one of other people, to warm up with.</param>
/// <param name="Salesforce">The address of the org.</param>
/// <param name="SalesforceToken">The administrator's access token.</param>
internal sealed record VendorAddresses(Uri Webex, string WebexToken, string WebinarId, string WarmUpWebinarId, Uri Salesforce, string SalesforceToken);

[JsonSerializable(typeof(VendorAddresses))]
[JsonSerializable(typeof(MemoryFigures))]
internal sealed partial class ProcessJsonContext : JsonSerializerContext;
