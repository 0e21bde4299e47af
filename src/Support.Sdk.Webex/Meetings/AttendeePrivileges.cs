namespace Support.Sdk.Webex.Meetings;

/// <summary>What attendees may do.</summary>
/// <remarks>What is <see langword="null"/> is left to the site.</remarks>
public sealed record AttendeePrivileges
{
    /// <summary>Share content.</summary>
    public bool? EnabledShareContent { get; init; }

    /// <summary>Save shared documents.</summary>
    public bool? EnabledSaveDocument { get; init; }

    /// <summary>Print shared documents.</summary>
    public bool? EnabledPrintDocument { get; init; }

    /// <summary>Annotate.</summary>
    public bool? EnabledAnnotate { get; init; }

    /// <summary>See the participants.</summary>
    public bool? EnabledViewParticipantList { get; init; }

    /// <summary>See thumbnails.</summary>
    public bool? EnabledViewThumbnails { get; init; }

    /// <summary>Control applications remotely.</summary>
    public bool? EnabledRemoteControl { get; init; }

    /// <summary>View any shared document.</summary>
    public bool? EnabledViewAnyDocument { get; init; }

    /// <summary>Scroll to any page.</summary>
    public bool? EnabledViewAnyPage { get; init; }

    /// <summary>Contact the operator.</summary>
    public bool? EnabledContactOperatorPrivately { get; init; }

    /// <summary>Chat with the host.</summary>
    public bool? EnabledChatHost { get; init; }

    /// <summary>Chat with the presenter.</summary>
    public bool? EnabledChatPresenter { get; init; }

    /// <summary>Chat with other participants.</summary>
    public bool? EnabledChatOtherParticipants { get; init; }
}
