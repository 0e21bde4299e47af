using System.Text.Json.Serialization;

namespace Support.Sdk.Benchmarks.Imports;

/// <summary>Where the emulators listen, and what opens them.</summary>
internal sealed record VendorAddresses(Uri Webex, string WebexToken, string WebinarId, Uri Salesforce, string SalesforceToken);

[JsonSerializable(typeof(VendorAddresses))]
internal sealed partial class VendorAddressesJsonContext : JsonSerializerContext;
