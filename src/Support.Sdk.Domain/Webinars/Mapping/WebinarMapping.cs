using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>How the participants of webinars become records of one object (WBN-02): primary key, pairs of fields, insert mode, campaign option.</summary>
/// <remarks>
/// Immutable and thread-safe. As a document it is JSON with the schema <c>docs/schemas/webinar-mapping-1.schema.json</c>. Reading refuses what the schema
/// refuses, and names every such place; whether the mapping fits the object is for <see cref="MappingValidator"/> to say.
/// </remarks>
/// <param name="Object">The API name of the object, such as <c>Contact</c>.</param>
/// <param name="PrimaryKey">The object's field by which a participant is found again; one of <paramref name="Fields"/>.</param>
/// <param name="Fields">The pairs, in the order in which their columns are written.</param>
[JsonConverter(typeof(WebinarMappingConverter))]
public sealed record WebinarMapping(string Object, string PrimaryKey, ImmutableArray<FieldMapping> Fields)
{
    /// <summary>The version of the document that this package reads and writes.</summary>
    public const int Version = 1;

    /// <summary>What happens to participants whose primary key is already known (WBN-05).</summary>
    public InsertMode InsertMode { get; init; }

    /// <summary>How records are linked to a campaign (WBN-06).</summary>
    public CampaignLink Campaign { get; init; }

    /// <summary>The document's <c>$schema</c>, kept so that it is written back; otherwise without meaning.</summary>
    public string? Schema { get; init; }

    /// <summary>Reads a document.</summary>
    /// <param name="utf8Json">The document; a byte order mark is skipped.</param>
    /// <exception cref="WebinarMappingFormatException">The document is no mapping; the exception names every place that is wrong.</exception>
    public static WebinarMapping Parse(ReadOnlySpan<byte> utf8Json) =>
        TryParse(utf8Json, out var mapping, out var problems) ? mapping : throw new WebinarMappingFormatException(problems);

    /// <summary>Reads a document.</summary>
    /// <param name="utf8Json">The document; a byte order mark is skipped.</param>
    /// <param name="mapping">The mapping, or <see langword="null"/>.</param>
    /// <param name="problems">What is wrong, each with its place; or the one place from which on the document is no JSON.</param>
    /// <returns>Whether the document is a mapping.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out WebinarMapping? mapping, out ImmutableArray<MappingProblem> problems) =>
        MappingReader.TryRead(utf8Json, out mapping, out problems);

    /// <summary>Writes the document: UTF-8, indented by two spaces, lines ended by <c>\n</c>, values that are the default left out. The same mapping always gives the same bytes.</summary>
    /// <param name="output">Receives the document.</param>
    public void Write(IBufferWriter<byte> output) => MappingWriter.Write(this, output);

    /// <summary>The document, as <see cref="Write"/> writes it.</summary>
    public byte[] ToUtf8Json()
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The pair that fills a field, or <see langword="null"/>.</summary>
    /// <param name="field">The API name of the object's field, whatever the case.</param>
    public FieldMapping? Find(string field) => Fields.FirstOrDefault(pair => string.Equals(pair.Field, field, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public bool Equals(WebinarMapping? other) => other is not null && Object == other.Object && PrimaryKey == other.PrimaryKey && InsertMode == other.InsertMode
        && Campaign == other.Campaign && Schema == other.Schema && Fields.AsSpan().SequenceEqual(other.Fields.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Object, PrimaryKey, InsertMode, Campaign, Fields.Length);
}
