namespace Support.Sdk.Webex.People;

/// <summary>Which people to list; without administrator rights one of the first three is needed.</summary>
public sealed record ListPeopleRequest
{
    /// <summary>With this e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Whose name begins so.</summary>
    public string? DisplayName { get; init; }

    /// <summary>With these ids, up to 85; presence is not given then.</summary>
    public IReadOnlyList<string>? Ids { get; init; }

    /// <summary>Of this organisation; administrators only.</summary>
    public string? OrgId { get; init; }

    /// <summary>With these roles; administrators only.</summary>
    public string? Roles { get; init; }

    /// <summary>Whether to give calling details; administrators only.</summary>
    public bool? CallingData { get; init; }

    /// <summary>Of this location; administrators only.</summary>
    public string? LocationId { get; init; }

    /// <summary>Items per page; the service takes 100 by default, and lowers what is too high.</summary>
    public int? PageSize { get; init; }

    /// <summary>Whether to leave presence out.</summary>
    public bool? ExcludeStatus { get; init; }

    /// <summary>Whose organisation; nothing personal.</summary>
    public override string ToString() => $"ListPeopleRequest {{ OrgId = {OrgId}, Ids = {Ids?.Count ?? 0} }}";
}
