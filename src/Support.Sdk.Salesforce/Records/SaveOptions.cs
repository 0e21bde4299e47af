using System.Net.Http.Headers;

namespace Support.Sdk.Salesforce.Records;

/// <summary>How records are saved.</summary>
public sealed record SaveOptions
{
    /// <summary>How duplicate rules treat the save; <see langword="null"/> as the org has it.</summary>
    public DuplicateRuleHeader? DuplicateRule { get; init; }

    /// <summary>Whether the org's assignment rules of leads and cases run (<c>Sforce-Auto-Assign</c>); <see langword="null"/> as Salesforce has it: they do.</summary>
    public bool? AutoAssign { get; init; }

    /// <summary>
    /// For an upsert: that no two records can have the value of its key, since the field is unique in the org. Only then is the upsert repeated when its answer was lost:
    /// by a key that is not unique, such as the <c>Email</c> of contacts, an attempt that is still under way and its repetition may create a record each.
    /// </summary>
    /// <value>False by default: repeated only when it surely did not happen. Of no meaning to other calls.</value>
    public bool IsKeyUnique { get; init; }

    internal static Action<HttpRequestHeaders>? Headers(SaveOptions? options) => options is null ? null : options.Apply;

    private void Apply(HttpRequestHeaders headers)
    {
        if (DuplicateRule is { } rule)
        {
            headers.TryAddWithoutValidation("Sforce-Duplicate-Rule-Header", rule.Value);
        }

        if (AutoAssign is { } assign)
        {
            headers.TryAddWithoutValidation("Sforce-Auto-Assign", assign ? "TRUE" : "FALSE");
        }
    }
}
