using Support.Sdk.StateMachines;

namespace Support.Sdk.Webinars;

internal static class MappingIssues
{
    public static Refusal Describe(MappingPlan plan, RowIssue issue)
    {
        var field = issue.Column < 0 ? null : plan.Columns[issue.Column].Field;
        return RowRefusals.Of(issue.Kind).Refuse(field?.Name ?? "", field?.Label ?? "", field?.Length ?? 0);
    }
}
