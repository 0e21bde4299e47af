namespace Support.Sdk.Emulators.Webex;

/// <summary>Whose token came with a request, through which integration, with which scopes.</summary>
internal sealed record WebexCaller(WebexUser User, WebexIntegration Integration, IReadOnlySet<string> Scopes)
{
    public bool Has(string scope) => Scopes.Contains(scope);

    /// <summary>Whether the caller may act for others: an administrator's role and scope together.</summary>
    public bool Administers(WebexUser other, string scope) => User.Seed.IsAdministrator && Has(scope) && User.OrganizationId == other.OrganizationId;
}
