using System.Collections.Immutable;
using System.Globalization;
using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Checks whether a mapping fits an object (WBN-03, WBN-04, WBN-06): pure, and all problems at once.</summary>
/// <remarks>Thread-safe.</remarks>
public static class MappingValidator
{
    /// <summary>The first version of the Webex package that has Campaign Members (WBN-06).</summary>
    public static Version CampaignMembersVersion { get; } = new(1, 16);

    /// <summary>Checks a mapping.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="target">The object, as its describe says it to the user who imports.</param>
    /// <param name="situation">What else is known; nothing when left out.</param>
    /// <returns>Every problem, in the order of the document; empty when the mapping fits. Warnings do not stand in the way.</returns>
    /// <exception cref="ArgumentException"><paramref name="target"/> is another object than the mapping's.</exception>
    public static ImmutableArray<MappingProblem> Validate(WebinarMapping mapping, TargetObject target, MappingSituation? situation = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(target);
        if (!string.Equals(mapping.Object, target.Name, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The mapping is for {mapping.Object}, the description is {target.Name}'s. Give the description of the mapping's object.", nameof(target));
        }

        var problems = ImmutableArray.CreateBuilder<MappingProblem>();
        CheckObject(mapping, target, problems);
        CheckKey(mapping, target, problems);
        CheckCampaign(mapping, target, situation ?? MappingSituation.Unknown, problems);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < mapping.Fields.Length; i++)
        {
            var pair = mapping.Fields[i];
            var place = string.Create(CultureInfo.InvariantCulture, $"/fields/{i}");
            if (!seen.Add(pair.Field))
            {
                Report($"{place}/field", MappingRefusals.FieldMappedTwice.Refuse(pair.Field));
            }

            CheckSource(pair, place, situation ?? MappingSituation.Unknown, problems);
            if (CheckField(pair, place, target, problems) is { } field)
            {
                PairCheck.Run(pair, field, place, problems);
            }
        }

        foreach (var field in target.Fields.Where(field => field.IsRequired && !seen.Contains(field.Name)))
        {
            Report("/fields", MappingRefusals.RequiredFieldMissing.Refuse(field.Name, field.Label, target.Name));
        }

        return problems.ToImmutable();

        void Report(string place, Refusal refusal) => problems.Add(new(place, refusal));
    }

    // WBN-01: Contacts, Leads and custom objects.
    private static bool IsPerson(TargetObject target) =>
        target.Name.Equals("Contact", StringComparison.OrdinalIgnoreCase) || target.Name.Equals("Lead", StringComparison.OrdinalIgnoreCase);

    private static void CheckObject(WebinarMapping mapping, TargetObject target, ImmutableArray<MappingProblem>.Builder problems)
    {
        if (!target.IsCustom && !IsPerson(target))
        {
            problems.Add(new("/object", MappingRefusals.ObjectNotSupported.Refuse(mapping.Object)));
        }

        if (!target.IsCreateable || (!target.IsUpdateable && mapping.InsertMode == InsertMode.Upsert))
        {
            problems.Add(new("/object", MappingRefusals.ObjectNotWritable.Refuse(mapping.Object)));
        }
    }

    private static void CheckKey(WebinarMapping mapping, TargetObject target, ImmutableArray<MappingProblem>.Builder problems)
    {
        const string Place = "/primaryKey";
        var pair = mapping.Find(mapping.PrimaryKey);
        if (pair is null)
        {
            problems.Add(new(Place, MappingRefusals.KeyNotMapped.Refuse(mapping.PrimaryKey)));
        }
        else if (pair.Source is null || pair.Conversions.Any(step => step is FieldConversion.Constant))
        {
            problems.Add(new(Place, MappingRefusals.KeyConstant.Refuse(mapping.PrimaryKey)));
        }

        if (!target.TryFind(mapping.PrimaryKey, out var field))
        {
            // Where the key is mapped, its pair says that the field is unknown.
            return;
        }

        if (field is { IsUnique: false, IsExternalId: false, IsIdLookup: false })
        {
            problems.Add(new(Place, MappingRefusals.KeyNotUnique.Refuse(field.Name, field.Label)));
        }
        else if (!field.IsUnique)
        {
            problems.Add(new(Place, MappingRefusals.KeyNotEnforced.Refuse(field.Name, field.Label), MappingSeverity.Warning));
        }
    }

    private static void CheckCampaign(WebinarMapping mapping, TargetObject target, MappingSituation situation, ImmutableArray<MappingProblem>.Builder problems)
    {
        const string Place = "/campaign";
        if (mapping.Campaign is not (CampaignLink.CampaignMembers or CampaignLink.Both))
        {
            return;
        }

        if (!IsPerson(target))
        {
            problems.Add(new(Place, MappingRefusals.CampaignMembersNotForObject.Refuse(mapping.Object)));
        }

        if (situation.PackageVersion is { } version && version < CampaignMembersVersion)
        {
            problems.Add(new(Place, MappingRefusals.CampaignNeedsVersion.Refuse(CampaignMembersVersion.ToString(), version.ToString())));
        }
    }

    private static void CheckSource(FieldMapping pair, string place, MappingSituation situation, ImmutableArray<MappingProblem>.Builder problems)
    {
        if (pair.Source is not { } source)
        {
            if (!pair.Conversions.Any(step => step is FieldConversion.Constant))
            {
                problems.Add(new(place, MappingRefusals.NothingToWrite.Refuse(pair.Field)));
            }
        }
        else if (!source.IsKnown)
        {
            problems.Add(new($"{place}/source", CustomQuestionOf(source, situation) is { } question
                ? MappingRefusals.CustomQuestion.Refuse(question)
                : NearName.Find(source.Name, WebinarField.All.Select(static field => field.Name)) is { } nearest ? MappingRefusals.SourceMisspelt.Refuse(source.Name, nearest)
                : MappingRefusals.SourceUnknown.Refuse(source.Name, string.Join(", ", WebinarField.All))));
        }
    }

    // A custom question is named by its text, its id, or the property that holds the answers.
    private static string? CustomQuestionOf(WebinarField source, MappingSituation situation)
    {
        const string Answers = "customizedQuestions";
        var name = source.Name.StartsWith(Answers, StringComparison.Ordinal) ? source.Name[Answers.Length..].Trim('/', '.', '[', ']', '\'', ' ') : source.Name;
        foreach (var question in situation.CustomQuestions)
        {
            if (string.Equals(name, question.Id, StringComparison.Ordinal) || string.Equals(name.Trim(), question.Text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return question.Text;
            }
        }

        return source.Name.StartsWith(Answers, StringComparison.Ordinal) ? (name.Length > 0 ? name : source.Name) : null;
    }

    private static TargetField? CheckField(FieldMapping pair, string place, TargetObject target, ImmutableArray<MappingProblem>.Builder problems)
    {
        place += "/field";
        if (!target.TryFind(pair.Field, out var field))
        {
            problems.Add(new(place, NearName.Find(pair.Field, target.Fields.Select(static field => field.Name)) is { } nearest
                ? MappingRefusals.FieldMisspelt.Refuse(pair.Field, target.Name, nearest)
                : MappingRefusals.FieldUnknown.Refuse(pair.Field, target.Name)));
            return null;
        }

        var code = (field.IsCreateable, field.IsUpdateable) switch
        {
            (false, false) => MappingRefusals.FieldReadOnly,
            (false, true) => MappingRefusals.FieldOnUpdateOnly,
            (true, false) when pair.Policy != FieldPolicy.NeverOverwrite => MappingRefusals.FieldOnCreateOnly,
            _ => null,
        };
        if (code is not null)
        {
            problems.Add(new(place, code.Refuse(field.Name, field.Label)));
        }

        return field;
    }
}
