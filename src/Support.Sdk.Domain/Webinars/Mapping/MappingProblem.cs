using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>One thing that is wrong with a mapping: where, what, and what helps.</summary>
/// <remarks>Immutable and thread-safe. <see cref="Texts.TextCatalog.Write(Refusal, System.Globalization.CultureInfo, TimeZoneInfo?)"/> writes it for people.</remarks>
/// <param name="Place">A JSON pointer (RFC 6901) into the document, such as <c>/fields/2/source</c>; empty for the whole document.</param>
/// <param name="Refusal">The code (<see cref="MappingRefusals"/>), its parameters and remedies.</param>
/// <param name="Severity">Whether the mapping can be used nevertheless.</param>
public sealed record MappingProblem(string Place, Refusal Refusal, MappingSeverity Severity = MappingSeverity.Error)
{
    /// <summary>The stable code, such as <c>webinars.field-unknown</c>.</summary>
    public string Code => Refusal.Code;

    /// <summary>Place, code and parameters, for logs.</summary>
    public override string ToString() => $"{(Place.Length == 0 ? "(document)" : Place)}: {Refusal}";
}
