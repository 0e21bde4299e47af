using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>How the import of webinars is configured for one account of the system into which is imported (WBN-02, WBN-08, WBN-09).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record WebinarSetup
{
    /// <summary>Nothing is configured: no mapping, nobody may import, webinars of the last 7 and the next 30 days are shown.</summary>
    public static WebinarSetup None { get; } = new();

    /// <summary>The mappings, one for each object, ordered by the object's name.</summary>
    public ImmutableArray<WebinarMapping> Mappings { get; init; } = [];

    /// <summary>The keys of objects whose mapping was deleted and not made again, ordered by the object's name.</summary>
    public ImmutableArray<FormerKey> FormerKeys { get; init; } = [];

    /// <summary>Who may import.</summary>
    public ImportAccess Access { get; init; } = ImportAccess.Nobody;

    /// <summary>Which webinars are shown; by default those of the last 7 and the next 30 days.</summary>
    public WebinarRange Range { get; init; } = new(7, 30);

    /// <summary>How far it is configured.</summary>
    [JsonIgnore]
    public WebinarSetupStatus Status => Mappings.IsEmpty ? WebinarSetupStatus.Unmapped
        : Access.IsForEverybody || !Access.Users.IsEmpty || !Access.Profiles.IsEmpty ? WebinarSetupStatus.On
        : WebinarSetupStatus.Off;

    /// <summary>The mapping of an object, or <see langword="null"/>.</summary>
    /// <param name="objectName">The API name, whatever the case.</param>
    public WebinarMapping? Find(string objectName) => Mappings.FirstOrDefault(mapping => IsOf(mapping.Object, objectName));

    /// <summary>The field by which an object's records were imported so far: that of its mapping, or of the one that was deleted; <see langword="null"/> when there was none.</summary>
    /// <param name="objectName">The API name, whatever the case.</param>
    public string? FindKey(string objectName) => Find(objectName)?.PrimaryKey ?? FormerKeys.FirstOrDefault(key => IsOf(key.Object, objectName)).PrimaryKey;

    /// <inheritdoc />
    public bool Equals(WebinarSetup? other) => other is not null && Mappings.AsSpan().SequenceEqual(other.Mappings.AsSpan())
        && FormerKeys.AsSpan().SequenceEqual(other.FormerKeys.AsSpan()) && Access == other.Access && Range == other.Range;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Mappings.Length, FormerKeys.Length, Access, Range);

    internal WebinarSetup With(WebinarMapping mapping) => this with
    {
        Mappings = [.. Without(mapping.Object).Append(mapping).OrderBy(static one => one.Object, StringComparer.OrdinalIgnoreCase)],
        FormerKeys = [.. FormerKeys.Where(key => !IsOf(key.Object, mapping.Object))],
    };

    internal WebinarSetup WithoutMapping(string objectName) => Find(objectName) is not { } deleted ? this : this with
    {
        Mappings = [.. Without(objectName)],
        FormerKeys = [.. FormerKeys.Append(new(deleted.Object, deleted.PrimaryKey)).OrderBy(static key => key.Object, StringComparer.OrdinalIgnoreCase)],
    };

    private IEnumerable<WebinarMapping> Without(string objectName) => Mappings.Where(mapping => !IsOf(mapping.Object, objectName));

    private static bool IsOf(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
