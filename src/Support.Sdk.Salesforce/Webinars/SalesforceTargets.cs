using Support.Sdk.Salesforce.Metadata;
using Support.Sdk.Webinars;

namespace Support.Sdk.Salesforce.Webinars;

/// <summary>Makes targets of mappings out of describes.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class SalesforceTargets
{
    /// <summary>The object of a describe, with every field that the describing user sees.</summary>
    /// <param name="description">The describe, by <see cref="MetadataClient.DescribeAsync"/>.</param>
    public static TargetObject Of(SObjectDescription description)
    {
        ArgumentNullException.ThrowIfNull(description);
        return new(description.Name, description.Fields.Select(Of))
        {
            IsCustom = description.Custom,
            IsCreateable = description.Createable,
            IsUpdateable = description.Updateable,
        };
    }

    /// <summary>The field of a describe.</summary>
    /// <param name="field">The field.</param>
    public static TargetField Of(FieldDescription field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return new(field.Name, new TargetFieldType(field.Type.Value))
        {
            Label = field.Label,
            Length = field.Length,
            IsNillable = field.Nillable,
            IsCreateable = field.Createable,
            IsUpdateable = field.Updateable,
            IsDefaultedOnCreate = field.DefaultedOnCreate,
            IsUnique = field.Unique,
            IsCaseSensitive = field.CaseSensitive,
            IsExternalId = field.ExternalId,
            IsIdLookup = field.IdLookup,
            IsRestrictedPicklist = field.RestrictedPicklist,
            PicklistValues = [.. field.PicklistValues.Select(static value => new TargetPicklistValue(value.Value, value.Active))],
        };
    }
}
