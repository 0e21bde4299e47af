using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>What a job of the Bulk API does (fact sheet 9).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<BulkOperation>))]
public readonly record struct BulkOperation : IVocabulary<BulkOperation>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public BulkOperation(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Creates records. Wire value <c>insert</c>.</summary>
    public static BulkOperation Insert { get; } = new("insert");

    /// <summary>Changes records by id. Wire value <c>update</c>.</summary>
    public static BulkOperation Update { get; } = new("update");

    /// <summary>Creates or changes records by an external id. Wire value <c>upsert</c>.</summary>
    public static BulkOperation Upsert { get; } = new("upsert");

    /// <summary>Moves records to the recycle bin. Wire value <c>delete</c>.</summary>
    public static BulkOperation Delete { get; } = new("delete");

    /// <summary>Removes records for good; needs a permission. Wire value <c>hardDelete</c>.</summary>
    public static BulkOperation HardDelete { get; } = new("hardDelete");

    /// <summary>Reads records. Wire value <c>query</c>.</summary>
    public static BulkOperation Query { get; } = new("query");

    /// <summary>Reads records, deleted and archived ones included. Wire value <c>queryAll</c>.</summary>
    public static BulkOperation QueryAll { get; } = new("queryAll");

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static BulkOperation IVocabulary<BulkOperation>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
