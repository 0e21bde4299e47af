using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

/// <summary>Every reason for which a participant is not imported because of its values. Codes are public API; texts stand in <see cref="WebinarTexts"/>.</summary>
public static class RowRefusals
{
    private static readonly RefusalCode[] Codes =
    [
        new("webinars.row-not-json", "WBN-10", ["field", "label", "maximum"]),
        Of("webinars.row-not-text"),
        Of("webinars.row-not-scalar"),
        Of("webinars.row-required-empty"),
        Of("webinars.row-key-empty"),
        Of("webinars.row-too-long"),
        Of("webinars.row-not-email"),
        Of("webinars.row-not-phone"),
        Of("webinars.row-not-number"),
        Of("webinars.row-not-boolean"),
        Of("webinars.row-not-date"),
        Of("webinars.row-unknown-country"),
        Of("webinars.row-not-in-table"),
        Of("webinars.row-not-in-picklist"),
        Of("webinars.row-reserved"),
    ];

    /// <summary>All codes, in the order of <see cref="RowIssueKind"/>. Each has the parameters <c>field</c>, <c>label</c> and <c>maximum</c> (the field's length).</summary>
    public static IReadOnlyList<RefusalCode> All => Codes;

    /// <summary>The code of an issue.</summary>
    /// <param name="kind">The kind of issue.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is no kind of issue.</exception>
    public static RefusalCode Of(RowIssueKind kind) => (uint)kind < (uint)Codes.Length
        ? Codes[(int)kind]
        : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Use one of the named kinds of issues.");

    private static RefusalCode Of(string code) => new(code, "WBN-10", ["field", "label", "maximum"], Remedy.Correct("participant"));
}
