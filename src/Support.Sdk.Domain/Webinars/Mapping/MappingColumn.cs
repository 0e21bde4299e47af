namespace Support.Sdk.Webinars;

/// <summary>One column that a plan writes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Field">The object's field, as the describe has it.</param>
/// <param name="Policy">When the value is written to an existing record.</param>
/// <param name="IsKey">Whether this is the primary key.</param>
public sealed record MappingColumn(TargetField Field, FieldPolicy Policy, bool IsKey)
{
    /// <summary>The API name of the field, spelt as the describe spells it.</summary>
    public string Name => Field.Name;

    /// <summary>Whether a value is written to an existing record.</summary>
    /// <param name="recordHasValue">Whether the record has a value in this field.</param>
    public bool UpdatesRecord(bool recordHasValue) => Policy == FieldPolicy.Always || (Policy == FieldPolicy.IfEmpty && !recordHasValue);
}
