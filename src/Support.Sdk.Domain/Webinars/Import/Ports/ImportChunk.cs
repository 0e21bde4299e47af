namespace Support.Sdk.Webinars;

/// <summary>A chunk of an import's rows, as the importer keeps it.</summary>
/// <remarks>Immutable. Holds personal data while it is written, and error texts afterwards.</remarks>
/// <param name="Import">The import's id.</param>
/// <param name="Number">The number of the chunk in its import, from 1.</param>
/// <param name="Content">The rows.</param>
public sealed record ImportChunk(string Import, int Number, ReadOnlyMemory<byte> Content)
{
    /// <summary>The attempt of the import's run that writes the chunk (<see cref="WebinarImport.Attempt"/>); 0, the default, where no run does. Not kept.</summary>
    public int Attempt { get; init; }

    /// <summary>Import and number, for logs; no row.</summary>
    public override string ToString() => FormattableString.Invariant($"{Import}#{Number}");
}
