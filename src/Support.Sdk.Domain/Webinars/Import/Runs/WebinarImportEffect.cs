using System.Text.Json.Serialization;

namespace Support.Sdk.Webinars;

/// <summary>What an import demands of the world. The set is closed; the names in JSON are stable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(Run), "run-import")]
public abstract record WebinarImportEffect
{
    private protected WebinarImportEffect()
    {
    }

    /// <summary>Reads, plans and writes until the import is over, is stopped or cannot go on.</summary>
    /// <param name="Number">Which run of the import it is; one that another has followed is not wanted any more.</param>
    public sealed record Run(int Number) : WebinarImportEffect;
}
