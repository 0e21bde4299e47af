using System.Text;

namespace Support.Sdk.Webinars;

// A column with everything that a row needs: its steps for each kind of participant, and its name in bytes.
internal sealed class CompiledColumn
{
    private static readonly ParticipantKind[] Kinds = Enum.GetValues<ParticipantKind>();

    private readonly ValueStep[][] _steps;

    public CompiledColumn(FieldMapping pair, TargetField field, bool isKey)
    {
        Public = new MappingColumn(field, pair.Policy, isKey);
        Source = pair.Source;
        IsBare = field.Type == TargetFieldType.Boolean || field.Type.IsNumber;
        IsRequired = field.IsRequired;
        JsonName = Encoding.UTF8.GetBytes($"\"{field.Name}\":");
        CsvName = Encoding.UTF8.GetBytes(field.Name);
        List<ValueStep> own = [.. pair.Conversions.Select(conversion => conversion.Compile())];
        if (field.Type == TargetFieldType.DateTime && pair.Conversions is not [.., FieldConversion.Date])
        {
            own.Add(new DateStep(new(DateForm.DateTime)));
        }

        // An e-mail address never has white space around it; Salesforce would refuse it.
        if (field.Type == TargetFieldType.Email && pair.Conversions is not [.., FieldConversion.Trim])
        {
            own.Add(new TrimStep());
        }

        _steps = [.. Kinds.Select(kind => (ValueStep[])[.. NamePartOf(pair, kind), .. own, new FieldCheck(field)])];
    }

    public MappingColumn Public { get; }

    public WebinarField? Source { get; }

    // Whether JSON has the value without quotation marks.
    public bool IsBare { get; }

    public bool IsRequired { get; }

    public byte[] JsonName { get; }

    public byte[] CsvName { get; }

    public ReadOnlySpan<ValueStep> StepsFor(ParticipantKind kind) => _steps[(int)kind];

    private static IEnumerable<ValueStep> NamePartOf(FieldMapping pair, ParticipantKind kind) =>
        pair.Source?.PartFor(kind) is { } part ? [new SplitNameStep(part)] : [];
}
