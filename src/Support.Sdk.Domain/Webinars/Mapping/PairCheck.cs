using System.Collections.Immutable;
using System.Globalization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

// What a pair can give, followed through its conversions, against what the field takes.
internal sealed class PairCheck
{
    // The longest of each form: +15 digits, 2026-03-02T13:00:00.000Z, 2026-03-02.
    private const int InstantLength = 24;
    private const int DayLength = 10;

    private readonly TargetField _field;
    private readonly ImmutableArray<MappingProblem>.Builder _problems;
    private readonly List<(string Text, string Place)> _fixed = [];
    private Shape? _open;
    private int? _maximumLength;

    private PairCheck(TargetField field, ImmutableArray<MappingProblem>.Builder problems)
    {
        _field = field;
        _problems = problems;
    }

    private enum Shape
    {
        Text,
        Email,
        Phone,
        Number,
        Boolean,
        Instant,
        Day,
    }

    public static void Run(FieldMapping pair, TargetField field, string place, ImmutableArray<MappingProblem>.Builder problems)
    {
        var check = new PairCheck(field, problems);
        if (!check.KnowsTimeZones(pair, place))
        {
            return;
        }

        if (pair.Source is { } source)
        {
            // What is wrong with an unknown source has been said.
            if (!source.IsKnown)
            {
                return;
            }

            check.Begin(source, $"{place}/source");
        }

        for (var i = 0; i < pair.Conversions.Length; i++)
        {
            check.Follow(pair.Conversions[i], string.Create(CultureInfo.InvariantCulture, $"{place}/convert/{i}"));
        }

        check.End(pair, place);
    }

    // A mapping that was read knows them; one that was made in code may not.
    private bool KnowsTimeZones(FieldMapping pair, string place)
    {
        var known = true;
        for (var i = 0; i < pair.Conversions.Length; i++)
        {
            if (pair.Conversions[i] is FieldConversion.Date { TimeZone: { } zone } && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            {
                Report(string.Create(CultureInfo.InvariantCulture, $"{place}/convert/{i}/timeZone"), MappingRefusals.TimeZoneUnknown.Refuse(zone));
                known = false;
            }
        }

        return known;
    }

    private void Begin(WebinarField source, string place)
    {
        _maximumLength = source.MaximumLength;
        _open = source.Kind switch
        {
            WebinarFieldKind.Email => Shape.Email,
            WebinarFieldKind.Phone => Shape.Phone,
            WebinarFieldKind.Number => Shape.Number,
            WebinarFieldKind.Boolean => Shape.Boolean,
            WebinarFieldKind.Instant => Shape.Instant,
            WebinarFieldKind.Word => null,
            _ => Shape.Text,
        };
        _fixed.AddRange(source.Words.Select(word => (word, place)));
    }

    private void Follow(FieldConversion step, string place)
    {
        switch (step)
        {
            case FieldConversion.Constant constant:
                if (constant.When == ConstantUse.Always)
                {
                    _open = null;
                    _fixed.Clear();
                }

                _fixed.Add((constant.Value, $"{place}/value"));
                return;
            case FieldConversion.Picklist picklist:
                if (picklist.Otherwise != UnmatchedValue.Keep)
                {
                    _open = null;
                    _fixed.Clear();
                }

                _fixed.AddRange(picklist.Table.Select(entry => (entry.Value, $"{place}/table/{JsonPointer.Escape(entry.Key)}")));
                return;
        }

        if (_open is not null)
        {
            Open(step);
        }

        // A fixed text goes through the step as a participant's value would.
        var run = step.Compile();
        for (var i = _fixed.Count - 1; i >= 0; i--)
        {
            var text = _fixed[i].Text;
            if (run.Apply(ref text) is not null)
            {
                Report(_fixed[i].Place, MappingRefusals.ValueNotOfType.Refuse(_fixed[i].Text, _field.Name, KindOf(step)));
                text = "";
            }

            _fixed[i] = (text, _fixed[i].Place);
        }

        _fixed.RemoveAll(entry => entry.Text.Length == 0);
    }

    private void Open(FieldConversion step)
    {
        var (shape, length) = step switch
        {
            FieldConversion.SplitName => (Shape.Text, _maximumLength),
            FieldConversion.Country country => (Shape.Text, country.Otherwise == UnmatchedValue.Keep ? null : Countries.LongestName(country.To)),
            FieldConversion.Phone phone => (Shape.Phone, phone.Otherwise == UnmatchedValue.Keep ? null : PhoneDigits.MaximumLength),
            FieldConversion.Date { Otherwise: UnmatchedValue.Keep } => (Shape.Text, null),
            FieldConversion.Date { To: DateForm.DateTime } => (Shape.Instant, InstantLength),
            FieldConversion.Date => (Shape.Day, DayLength),
            _ => (_open!.Value, _maximumLength),
        };
        (_open, _maximumLength) = (shape, length);
    }

    private void End(FieldMapping pair, string place)
    {
        if (_open is { } shape && pair.Source is { } source)
        {
            if (!Takes(shape))
            {
                Report($"{place}/source", MappingRefusals.TypeIncompatible.Refuse(source.Name, _field.Name, _field.Type.ToString()));
            }
            else if (_field.Length > 0 && _maximumLength > _field.Length)
            {
                Report($"{place}/source", MappingRefusals.SourceMayBeTooLong.Refuse(source.Name, _maximumLength.Value, _field.Name, _field.Length), MappingSeverity.Warning);
            }
        }

        var check = new FieldCheck(_field);
        foreach (var (text, where) in _fixed)
        {
            var value = text;
            if (!TakesFixed())
            {
                Report(where, MappingRefusals.ValueNotOfType.Refuse(text, _field.Name, _field.Type.ToString()));
                continue;
            }

            Refusal? refusal = check.Apply(ref value) switch
            {
                null => null,
                RowIssueKind.TooLong => MappingRefusals.ValueTooLong.Refuse(text, _field.Name, text.Length, _field.Length),
                RowIssueKind.NotInPicklist => MappingRefusals.PicklistValueUnknown.Refuse(text, _field.Name, Allowed()),
                _ => MappingRefusals.ValueNotOfType.Refuse(text, _field.Name, _field.Type.ToString()),
            };
            if (refusal is not null)
            {
                Report(where, refusal);
            }
        }
    }

    // Everything can be written down as text; what else a field takes must be of its kind.
    private bool Takes(Shape shape) => _field.Type.IsText || shape switch
    {
        Shape.Email => _field.Type == TargetFieldType.Email,
        Shape.Number => _field.Type.IsNumber,
        Shape.Boolean => _field.Type == TargetFieldType.Boolean,
        Shape.Instant => _field.Type == TargetFieldType.DateTime,
        Shape.Day => _field.Type == TargetFieldType.Date,
        _ => false,
    };

    // Compound, binary and computed types take no text at all; a reference takes an id that somebody wrote into the document.
    private bool TakesFixed() => _field.Type.IsText || _field.Type.IsNumber || _field.Type == TargetFieldType.Email || _field.Type == TargetFieldType.Boolean
        || _field.Type == TargetFieldType.Date || _field.Type == TargetFieldType.DateTime || _field.Type == TargetFieldType.Reference;

    private string Allowed()
    {
        const int Most = 20;
        var values = _field.PicklistValues.Where(value => value.IsActive).Select(value => value.Value).ToList();
        return string.Join(", ", values.Take(Most)) + (values.Count > Most ? ", …" : "");
    }

    private static string KindOf(FieldConversion step) => step switch
    {
        FieldConversion.Country => "country",
        FieldConversion.Phone => "phone",
        _ => "date",
    };

    private void Report(string place, Refusal refusal, MappingSeverity severity = MappingSeverity.Error) => _problems.Add(new(place, refusal, severity));
}
