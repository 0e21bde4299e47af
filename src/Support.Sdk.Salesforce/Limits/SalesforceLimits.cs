using System.Text.Json;
using System.Text.Json.Serialization;

namespace Support.Sdk.Salesforce.Limits;

/// <summary>The limits of an org, by Salesforce's names (fact sheet 10). Names this version does not know are there as well.</summary>
[JsonConverter(typeof(SalesforceLimitsConverter))]
public sealed class SalesforceLimits
{
    /// <summary>Creates limits.</summary>
    /// <param name="all">The limits by name.</param>
    public SalesforceLimits(IReadOnlyDictionary<string, LimitUsage> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = all;
    }

    /// <summary>The limits by name.</summary>
    public IReadOnlyDictionary<string, LimitUsage> All { get; }

    /// <summary>The daily budget of calls; <see langword="null"/> when Salesforce did not say.</summary>
    public LimitUsage? DailyApiRequests => this["DailyApiRequests"];

    /// <summary>The daily query jobs of the Bulk API; <see langword="null"/> when Salesforce did not say.</summary>
    public LimitUsage? DailyBulkQueryJobs => this["DailyBulkV2QueryJobs"];

    /// <summary>The daily batches of the Bulk API, which ingest jobs use as well; <see langword="null"/> when Salesforce did not say.</summary>
    public LimitUsage? DailyBulkBatches => this["DailyBulkApiBatches"];

    /// <summary>The platform events published this hour; <see langword="null"/> when Salesforce did not say.</summary>
    public LimitUsage? HourlyPublishedPlatformEvents => this["HourlyPublishedPlatformEvents"];

    /// <summary>Everything about platform events: whatever limit has them in its name.</summary>
    public IReadOnlyDictionary<string, LimitUsage> PlatformEvents =>
        All.Where(static limit => limit.Key.Contains("PlatformEvent", StringComparison.OrdinalIgnoreCase)).ToDictionary(StringComparer.Ordinal);

    /// <summary>A limit; <see langword="null"/> when Salesforce did not say.</summary>
    /// <param name="name">Salesforce's name.</param>
    public LimitUsage? this[string name] => All.GetValueOrDefault(name);

    internal sealed class SalesforceLimitsConverter : JsonConverter<SalesforceLimits>
    {
        public override SalesforceLimits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new JsonException("The limits are an object.");
            }

            var all = new Dictionary<string, LimitUsage>(StringComparer.Ordinal);
            foreach (var limit in document.RootElement.EnumerateObject())
            {
                // Beside Max and Remaining there may be objects of single applications.
                if (Number(limit.Value, "Max") is { } max && Number(limit.Value, "Remaining") is { } remaining)
                {
                    all[limit.Name] = new(max, remaining);
                }
            }

            return new(all);
        }

        public override void Write(Utf8JsonWriter writer, SalesforceLimits value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, usage) in value.All)
            {
                writer.WriteStartObject(name);
                writer.WriteNumber("Max", usage.Max);
                writer.WriteNumber("Remaining", usage.Remaining);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        private static long? Number(JsonElement element, string name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
                ? number
                : null;
    }
}
