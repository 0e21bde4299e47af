using System.Collections.Immutable;

namespace Support.Sdk.Webinars;

/// <summary>Which records an import looks for.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Object">The API name of the object.</param>
/// <param name="KeyField">The field of the primary key.</param>
/// <param name="Fields">The API names of the fields whose values are wanted, in order: the mapping's columns.</param>
/// <param name="Keys">The keys to look for, in the form in which they are compared (<see cref="MappingKey"/>); each once, as many as a batch has rows at most.</param>
/// <param name="WebinarId">Webex' id of the webinar.</param>
public sealed record RecordQuery(string Object, TargetField KeyField, ImmutableArray<string> Fields, ImmutableArray<string> Keys, string WebinarId)
{
    /// <summary>The named account of the system; empty for the default one.</summary>
    public string Account { get; init; } = "";
}
