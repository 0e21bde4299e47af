using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

// Reads a document: its shape, then every value.
internal sealed class MappingReader
{
    private readonly MappingShape _shape = new();
    private readonly ImmutableArray<MappingProblem>.Builder _problems = ImmutableArray.CreateBuilder<MappingProblem>();

    public static bool TryRead(ReadOnlySpan<byte> utf8Json, [NotNullWhen(true)] out WebinarMapping? mapping, out ImmutableArray<MappingProblem> problems)
    {
        mapping = null;
        if (utf8Json.StartsWith("\uFEFF"u8))
        {
            utf8Json = utf8Json[3..];
        }

        if (MappingShape.TryParse(utf8Json, out var root) is { } notJson)
        {
            problems = [notJson];
            return false;
        }

        var reader = new MappingReader();
        var read = reader.Read(reader._shape.Read(root));
        problems = reader._problems.ToImmutable();
        mapping = problems.IsEmpty ? read : null;
        return mapping is not null;
    }

    private WebinarMapping? Read(MappingDocument? document)
    {
        if (document is null)
        {
            Report("", MappingRefusals.ValueMissing.Refuse("mapping"));
            return null;
        }

        if (document.Version is not { } version)
        {
            Report("/version", MappingRefusals.ValueMissing.Refuse("version"));
        }
        else if (version != WebinarMapping.Version)
        {
            // A document of another version may mean anything: what else it says is not judged.
            Report("/version", MappingRefusals.VersionUnknown.Refuse(version.ToString(CultureInfo.InvariantCulture), WebinarMapping.Version.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        _problems.AddRange(_shape.Problems);
        var fields = ImmutableArray.CreateBuilder<FieldMapping>();
        if (document.Fields is not { Count: > 0 })
        {
            Report("/fields", MappingRefusals.ValueMissing.Refuse("fields"));
        }

        for (var i = 0; i < (document.Fields?.Count ?? 0); i++)
        {
            fields.Add(Read(document.Fields![i], $"/fields/{i}"));
        }

        return new WebinarMapping(Needed(document.Object, "", "object"), Needed(document.PrimaryKey, "", "primaryKey"), fields.ToImmutable())
        {
            InsertMode = (InsertMode)Word(document.InsertMode, "", "insertMode", MappingWords.InsertModes),
            Campaign = (CampaignLink)Word(document.Campaign, "", "campaign", MappingWords.Campaigns),
            Schema = document.Schema,
        };
    }

    private FieldMapping Read(MappingDocument.Pair? pair, string place)
    {
        if (pair is null)
        {
            Report(place, MappingRefusals.ValueMissing.Refuse("field"));
            return new("", null);
        }

        var field = Needed(pair.Field, place, "field");
        var steps = ImmutableArray.CreateBuilder<FieldConversion>();
        for (var i = 0; i < (pair.Convert?.Count ?? 0); i++)
        {
            if (Read(pair.Convert![i], $"{place}/convert/{i}") is { } step)
            {
                steps.Add(step);
            }
        }

        WebinarField? source = null;
        if (pair.Source is not null)
        {
            var name = Needed(pair.Source, place, "source");
            source = string.IsNullOrWhiteSpace(name) ? null : new WebinarField(name);
        }
        else if (!_shape.IsTold($"{place}/source") && !_shape.IsTold($"{place}/convert") && (pair.Convert is null || !pair.Convert.Any(step => step is { Kind: "constant" })))
        {
            Report(place, MappingRefusals.NothingToWrite.Refuse(field));
        }

        return new FieldMapping(field, source)
        {
            Conversions = steps.ToImmutable(),
            Policy = (FieldPolicy)Word(pair.Policy, place, "policy", MappingWords.Policies),
        };
    }

    private FieldConversion? Read(MappingDocument.Step? step, string place)
    {
        if (step?.Kind is not { } kind)
        {
            Report($"{place}/kind", MappingRefusals.ValueMissing.Refuse("kind"));
            return null;
        }

        if (!MappingWords.Kinds.Contains(kind))
        {
            Report($"{place}/kind", MappingRefusals.ValueNotAllowed.Refuse("kind", kind, string.Join(", ", MappingWords.Kinds)));
            return null;
        }

        RefuseForeignOptions(step, kind, place);
        var otherwise = (UnmatchedValue)Word(step.Otherwise, place, "otherwise", MappingWords.Otherwise);
        return kind switch
        {
            "trim" => new FieldConversion.Trim(),
            "case" => new FieldConversion.Case((LetterCase)NeededWord(step.To, place, "to", MappingWords.Cases)),
            "splitName" => new FieldConversion.SplitName((NamePart)NeededWord(step.Part, place, "part", MappingWords.Parts)),
            "country" => new FieldConversion.Country((CountryForm)NeededWord(step.To, place, "to", MappingWords.Countries), otherwise),
            "phone" => new FieldConversion.Phone(Digits(step.CallingCode, place, "callingCode", 1, 3), Digits(step.TrunkPrefix, place, "trunkPrefix", 0, 4) ?? "0", otherwise),
            "date" => new FieldConversion.Date((DateForm)NeededWord(step.To, place, "to", MappingWords.Dates), TimeZone(step.TimeZone, place), otherwise),
            "picklist" => new FieldConversion.Picklist(Table(step.Table, place), otherwise),
            _ => new FieldConversion.Constant(Needed(step.Value, place, "value"), (ConstantUse)Word(step.When, place, "when", MappingWords.When)),
        };
    }

    private void RefuseForeignOptions(MappingDocument.Step step, string kind, string place)
    {
        Check("to", step.To is not null, kind is "case" or "country" or "date");
        Check("part", step.Part is not null, kind is "splitName");
        Check("callingCode", step.CallingCode is not null, kind is "phone");
        Check("trunkPrefix", step.TrunkPrefix is not null, kind is "phone");
        Check("timeZone", step.TimeZone is not null, kind is "date");
        Check("value", step.Value is not null, kind is "constant");
        Check("when", step.When is not null, kind is "constant");
        Check("table", step.Table is not null, kind is "picklist");
        Check("otherwise", step.Otherwise is not null, kind is "country" or "phone" or "date" or "picklist");

        void Check(string name, bool isGiven, bool isKnown)
        {
            if (isGiven && !isKnown)
            {
                Report($"{place}/{name}", MappingRefusals.OptionNotKnown.Refuse(name, kind));
            }
        }
    }

    private ImmutableArray<KeyValuePair<string, string>> Table(OrderedDictionary<string, string?>? table, string place)
    {
        if (table is not { Count: > 0 })
        {
            Report($"{place}/table", MappingRefusals.ValueMissing.Refuse("table"));
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(table.Count);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (from, to) in table)
        {
            if (!seen.Add(from))
            {
                Report($"{place}/table/{JsonPointer.Escape(from)}", MappingRefusals.TableValueTwice.Refuse(from));
            }

            entries.Add(new(from, Needed(to, $"{place}/table", from)));
        }

        return entries.ToImmutable();
    }

    private string? TimeZone(string? name, string place)
    {
        if (name is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))
        {
            Report($"{place}/timeZone", MappingRefusals.TimeZoneUnknown.Refuse(name));
        }

        return name;
    }

    private string? Digits(string? value, string place, string name, int minimum, int maximum)
    {
        if (value is not null && (value.Length < minimum || value.Length > maximum || !value.All(char.IsAsciiDigit)))
        {
            Report($"{place}/{name}", MappingRefusals.ValueNotAllowed.Refuse(name, value, string.Create(CultureInfo.InvariantCulture, $"{minimum}–{maximum} × 0–9")));
        }

        return value;
    }

    private string Needed(string? value, string place, string name)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Report($"{place}/{JsonPointer.Escape(name)}", MappingRefusals.ValueMissing.Refuse(name));
        }

        return value ?? "";
    }

    private int NeededWord(string? value, string place, string name, ImmutableArray<string> words)
    {
        if (value is null)
        {
            Report($"{place}/{name}", MappingRefusals.ValueMissing.Refuse(name));
        }

        return Word(value, place, name, words);
    }

    private int Word(string? value, string place, string name, ImmutableArray<string> words)
    {
        if (value is null)
        {
            return 0;
        }

        var index = words.IndexOf(value);
        if (index < 0)
        {
            Report($"{place}/{name}", MappingRefusals.ValueNotAllowed.Refuse(name, value, string.Join(", ", words)));
        }

        return int.Max(index, 0);
    }

    private void Report(string place, Refusal refusal)
    {
        if (!_shape.IsTold(place))
        {
            _problems.Add(new(place, refusal));
        }
    }
}
