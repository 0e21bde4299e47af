namespace Support.Sdk.Emulators.Zendesk;

internal sealed class UserRecord
{
    public required long Id { get; init; }

    public required string Name { get; set; }

    public required string Email { get; set; }

    public required ZendeskRole Role { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From when on searches find it.</summary>
    public required DateTimeOffset IndexedAt { get; init; }

    public string? ExternalId { get; init; }

    public bool IsStaff => Role.IsStaff;

    public ZendeskUser ToPublic() => new(Id, Name, Email, Role);
}
