namespace Support.Sdk.ServiceDesk;

/// <summary>Writes a note.</summary>
public sealed record ServiceDeskAddNote
{
    /// <summary>What it says, 4,000 characters at most.</summary>
    public required string Text { get; init; }

    /// <summary>The note's id, for a caller who draws ids himself; the server draws one when it is left out.</summary>
    public string? NoteId { get; init; }
}
