namespace Support.Sdk.Webex.Tests.Contracts;

/// <summary>Where the vendor's reference is known to be wrong; numbers are sections of the fact sheet (webex.md). The only place that excuses a disagreement.</summary>
internal static class SpecDefects
{
    /// <summary>Properties that requests have although the schema lacks them.</summary>
    public static readonly IReadOnlySet<string> MissingInSchema = new HashSet<string>
    {
        // Section 9: in the examples of forms, not in the schema.
        "registration.enabledRegistrationId",

        // One class stands for questions, rules and interpreters of requests and of answers: ids and orders are in answers only.
        "registration.customizedQuestions.id",
        "registration.customizedQuestions.options.id",
        "registration.customizedQuestions.rules.order",
        "registration.customizedQuestions.rules.question",
        "simultaneousInterpretation.interpreters.id",
    };

    /// <summary>Section 9: numbers in the schema, texts in the examples.</summary>
    public static readonly IReadOnlySet<string> OtherType = new HashSet<string>
    {
        "registration.customizedQuestions.id",
        "registration.customizedQuestions.options.id",
    };

    /// <summary>Section 3.5: the reference's content type of this operation is not what known clients send.</summary>
    public const string PatchContentType = "application/json-patch+json";
}
