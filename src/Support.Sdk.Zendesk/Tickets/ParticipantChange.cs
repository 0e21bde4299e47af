namespace Support.Sdk.Zendesk.Tickets;

/// <summary>Adds or removes one follower or e-mail CC; the others stay.</summary>
/// <remarks>Ignored by Zendesk, without a word, when the account's "CCs and followers" is off.</remarks>
public sealed record ParticipantChange
{
    private ParticipantChange(ParticipantAction action) => Action = action;

    /// <summary>What is done.</summary>
    public ParticipantAction Action { get; }

    /// <summary>Who, by id.</summary>
    public string? UserId { get; private init; }

    /// <summary>Who, by e-mail address.</summary>
    public string? UserEmail { get; private init; }

    /// <summary>The name of a user whom Zendesk creates for the address (e-mail CCs only).</summary>
    public string? UserName { get; private init; }

    /// <summary>Adds a user.</summary>
    public static ParticipantChange Add(long userId) =>
        new(ParticipantAction.Put) { UserId = userId.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Adds whoever has the address; as an e-mail CC also somebody new.</summary>
    public static ParticipantChange Add(string email, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return new(ParticipantAction.Put) { UserEmail = email, UserName = name };
    }

    /// <summary>Removes a user.</summary>
    public static ParticipantChange Remove(long userId) =>
        new(ParticipantAction.Delete) { UserId = userId.ToString(System.Globalization.CultureInfo.InvariantCulture) };

    /// <summary>Removes whoever has the address.</summary>
    public static ParticipantChange Remove(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return new(ParticipantAction.Delete) { UserEmail = email };
    }

    /// <summary>What is done; not with whom.</summary>
    public override string ToString() => Action.ToString();
}
