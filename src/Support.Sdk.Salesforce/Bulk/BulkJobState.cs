using System.Text.Json.Serialization;
using Support.Sdk.Http;

namespace Support.Sdk.Salesforce.Bulk;

/// <summary>How far a job of the Bulk API is (fact sheet 9.1).</summary>
/// <remarks>Open: a word this version does not know is kept as it is. Compared ordinally. <see langword="default"/> is no value and is never sent.</remarks>
[JsonConverter(typeof(VocabularyConverter<BulkJobState>))]
public readonly record struct BulkJobState : IVocabulary<BulkJobState>
{
    private readonly string? _value;

    /// <summary>A value, in Salesforce's own word.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty or white space.</exception>
    public BulkJobState(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        _value = value;
    }

    /// <summary>Waits for its data. Wire value <c>Open</c>.</summary>
    public static BulkJobState Open { get; } = new("Open");

    /// <summary>Waits for its turn. Wire value <c>UploadComplete</c>.</summary>
    public static BulkJobState UploadComplete { get; } = new("UploadComplete");

    /// <summary>Under way. Wire value <c>InProgress</c>.</summary>
    public static BulkJobState InProgress { get; } = new("InProgress");

    /// <summary>Over. Single records may have failed: see <see cref="BulkJob.NumberRecordsFailed"/>. Wire value <c>JobComplete</c>.</summary>
    public static BulkJobState JobComplete { get; } = new("JobComplete");

    /// <summary>Over; some records were not even looked at. Wire value <c>Failed</c>.</summary>
    public static BulkJobState Failed { get; } = new("Failed");

    /// <summary>Ended by us. Wire value <c>Aborted</c>.</summary>
    public static BulkJobState Aborted { get; } = new("Aborted");

    /// <summary>Whether the job is over. A state this version does not know counts as not over.</summary>
    public bool IsTerminal => this == JobComplete || this == Failed || this == Aborted;

    /// <summary>Salesforce's word; empty for <see langword="default"/>.</summary>
    public string Value => _value ?? "";

    static BulkJobState IVocabulary<BulkJobState>.From(string value) => new(value);

    /// <summary>Salesforce's word.</summary>
    public override string ToString() => Value;
}
