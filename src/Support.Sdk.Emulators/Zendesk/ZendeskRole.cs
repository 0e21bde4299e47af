namespace Support.Sdk.Emulators.Zendesk;

/// <summary>A user's role, in the vendor's word.</summary>
/// <param name="Value">For example <c>end-user</c>.</param>
public readonly record struct ZendeskRole(string Value)
{
    /// <summary>A customer: <c>end-user</c>.</summary>
    public static ZendeskRole EndUser => new("end-user");

    /// <summary>A team member: <c>agent</c>.</summary>
    public static ZendeskRole Agent => new("agent");

    /// <summary>An administrator, who may all that agents may: <c>admin</c>.</summary>
    public static ZendeskRole Admin => new("admin");

    internal bool IsStaff => this == Agent || this == Admin;

    /// <inheritdoc />
    public override string ToString() => Value;
}
