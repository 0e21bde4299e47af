using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>What became of a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    /// <summary>A new record was made.</summary>
    Created,

    /// <summary>A record was changed.</summary>
    Updated,

    /// <summary>The record had nothing to change.</summary>
    Unchanged,

    /// <summary>An earlier row of the import stands for the same person (WBN-12).</summary>
    Repeated,

    /// <summary>It is not clear to which record the participant belongs; nothing was written.</summary>
    Conflict,

    /// <summary>The participant's values do not do; nothing was written.</summary>
    Invalid,

    /// <summary>The system refused the record.</summary>
    Failed,
}
