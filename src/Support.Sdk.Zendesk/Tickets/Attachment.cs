namespace Support.Sdk.Zendesk.Tickets;

/// <summary>A file on a comment.</summary>
/// <remarks><see cref="ContentUrl"/> may lie on another host: never send the account's credentials there.</remarks>
public sealed record Attachment
{
    /// <summary>The id.</summary>
    public long? Id { get; init; }

    /// <summary>The file's name.</summary>
    public string? FileName { get; init; }

    /// <summary>Where the content is.</summary>
    public string? ContentUrl { get; init; }

    /// <summary>The media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Whether it is shown within the text.</summary>
    public bool? Inline { get; init; }

    /// <summary>Whether it was deleted.</summary>
    public bool? Deleted { get; init; }

    /// <summary>The result of the malware scan. Open.</summary>
    public string? MalwareScanResult { get; init; }

    /// <summary>Id and size; neither name nor address.</summary>
    public override string ToString() => $"Attachment {Id} ({Size} bytes)";
}
