using System.Globalization;

namespace Support.Sdk.Zendesk;

internal static class Ids
{
    public const int MaximumPerRequest = 100;

    /// <exception cref="ArgumentException">There are none, or more than Zendesk takes at once.</exception>
    public static IReadOnlyList<string> Check(IEnumerable<long> ids, string parameter)
    {
        ArgumentNullException.ThrowIfNull(ids, parameter);
        string[] texts = [.. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))];
        return texts.Length is > 0 and <= MaximumPerRequest
            ? texts
            : throw new ArgumentException($"Zendesk takes 1 to {MaximumPerRequest} ids at once, not {texts.Length}; split the list.", parameter);
    }
}
