namespace Support.Sdk.Emulators.Zendesk;

/// <summary>Who makes a request.</summary>
/// <param name="User">The user, or <see langword="null"/> for nobody.</param>
/// <param name="Scopes">The scopes of an OAuth token; <see langword="null"/> for an API token, which may all that its user may.</param>
/// <param name="Credential">What the limit per credential counts by.</param>
internal sealed record ZendeskCaller(UserRecord? User, IReadOnlySet<string>? Scopes, string Credential)
{
    private static readonly string[] Resources =
        ["tickets", "users", "auditlogs", "organizations", "hc", "apps", "triggers", "automations", "targets", "webhooks"];

    public static ZendeskCaller Nobody { get; } = new(null, null, "");

    /// <summary>Whether the scopes permit reading or writing a resource; without a resource name only the global scope does.</summary>
    public bool May(string? resource, bool write)
    {
        if (Scopes is null)
        {
            return true;
        }

        // One unknown word spoils the token: the vendor issues it and refuses each request made with it.
        if (!Scopes.All(IsKnown))
        {
            return false;
        }

        var access = write ? "write" : "read";
        return Scopes.Contains(access) || (resource is not null && Scopes.Contains($"{resource}:{access}"));
    }

    private static bool IsKnown(string scope) =>
        scope is "read" or "write" or "impersonate"
        || (scope.Split(':') is [var resource, "read" or "write"] && Resources.Contains(resource, StringComparer.Ordinal));
}
