using System.Text.Json.Serialization;

namespace Support.Sdk.WorkItems;

/// <summary>Names what a meeting or a space is attached to: a Zendesk ticket or a Salesforce record.</summary>
/// <remarks>Compared ordinally. <see langword="default"/> names nothing; workflows refuse it.</remarks>
[JsonConverter(typeof(WorkItemRefJsonConverter))]
public readonly record struct WorkItemRef
{
    /// <summary>The system name of Zendesk.</summary>
    public const string Zendesk = "zendesk";

    /// <summary>The system name of Salesforce.</summary>
    public const string Salesforce = "salesforce";

    /// <summary>Names a work item.</summary>
    /// <param name="system">The system, such as <see cref="Zendesk"/>: lower-case letters, digits, hyphens.</param>
    /// <param name="account">The named account under which the host registered the system's client; empty for the default one. Without colons.</param>
    /// <param name="id">The id in that system, such as <c>35436</c>. Without colons.</param>
    /// <exception cref="ArgumentException">A part is missing or has a character that is not allowed.</exception>
    public WorkItemRef(string system, string account, string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(system);
        ArgumentNullException.ThrowIfNull(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (system.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')))
        {
            throw new ArgumentException($"'{system}' is no system name. Use lower-case letters, digits and hyphens, such as '{Zendesk}'.", nameof(system));
        }

        System = system;
        Account = CheckPart(account, nameof(account));
        Id = CheckPart(id, nameof(id));
    }

    /// <summary>The system, such as <c>zendesk</c>.</summary>
    public string System { get; }

    /// <summary>The named account; empty for the default one.</summary>
    public string Account { get; }

    /// <summary>The id in that system.</summary>
    public string Id { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text does not have the form <c>system:account:id</c>.</exception>
    public static WorkItemRef Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split(':');
        if (parts.Length != 3)
        {
            throw new FormatException($"'{text}' names no work item; expected 'system:account:id', such as 'zendesk:acme:35436'.");
        }

        try
        {
            return new(parts[0], parts[1], parts[2]);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary><c>system:account:id</c>; empty for <see langword="default"/>.</summary>
    public override string ToString() => System is null ? "" : $"{System}:{Account}:{Id}";

    private static string CheckPart(string value, string parameter) =>
        value.Any(c => c is ':' or '/' || char.IsControl(c))
            ? throw new ArgumentException($"'{value}' must not contain colons, slashes or control characters.", parameter)
            : value;
}
