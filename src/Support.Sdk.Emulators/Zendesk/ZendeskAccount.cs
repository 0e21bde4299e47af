using Support.Sdk.Emulators.Hosting;

namespace Support.Sdk.Emulators.Zendesk;

/// <summary>The state of the account. Used under the emulator's gate only.</summary>
internal sealed class ZendeskAccount(ZendeskEmulatorOptions options, IdGenerator ids)
{
    private long _lastId = 19_442_893_058_196; // Beyond 32 bits, as recorded from a live account.
    private long _lastTicketId;

    public ZendeskEmulatorOptions Options { get; } = options;

    public IdGenerator Ids { get; } = ids;

    public SortedDictionary<long, UserRecord> Users { get; } = [];

    public SortedDictionary<long, TicketRecord> Tickets { get; } = [];

    /// <summary>The present instant in the vendor's resolution: two updates within a second bear the same stamp.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Options.TimeProvider.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    public long NextId() => _lastId += Ids.Number(300);

    public long NextTicketId() => ++_lastTicketId;

    public UserRecord? UserByEmail(string email) =>
        Users.Values.FirstOrDefault(user => string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase));

    public UserRecord AddUser(string name, string email, ZendeskRole role, TimeSpan indexLag, string? externalId = null)
    {
        var user = new UserRecord
        {
            Id = NextId(),
            Name = name,
            Email = email,
            Role = role,
            CreatedAt = Now,
            IndexedAt = Now + indexLag,
            ExternalId = externalId,
        };
        Users.Add(user.Id, user);
        return user;
    }

    public TicketRecord Ticket(long id) =>
        Tickets.TryGetValue(id, out var ticket) ? ticket : throw new RefusalException(ZendeskErrors.RecordNotFound());

    public UserRecord User(long id) =>
        Users.TryGetValue(id, out var user) ? user : throw new RefusalException(ZendeskErrors.RecordNotFound());
}
