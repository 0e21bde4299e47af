using Support.Sdk.Meetings;
using Support.Sdk.Sessions;
using Support.Sdk.Webinars;

namespace Support.Sdk.Options;

/// <summary>How machines are run.</summary>
public sealed class SupportSdkOptions
{
    /// <summary>The section of the configuration that <c>AddSupportSdk</c> is usually bound to.</summary>
    public const string Section = "SupportSdk";

    /// <summary>
    /// This host's name in leases, unique per running process. By default the machine's name, the process id and a random part.
    /// </summary>
    /// <value>Up to 200 characters; empty for the default.</value>
    public string HostName { get; set; } = "";

    /// <summary>How often a command is decided anew when others changed the same stream at the same time, before it is refused with <c>support.conflict</c>.</summary>
    /// <value>1 to 100; 8 by default.</value>
    public int MaxDecisionAttempts { get; set; } = 8;

    /// <summary>How effects are run.</summary>
    public EffectOptions Effects { get; set; } = new();

    /// <summary>How deadlines are watched.</summary>
    public DeadlineOptions Deadlines { get; set; } = new();

    /// <summary>Choices about meetings.</summary>
    public MeetingOptions Meetings { get; set; } = new();

    /// <summary>Choices about support sessions.</summary>
    public SessionOptions Sessions { get; set; } = new();

    /// <summary>Choices about the import of webinars.</summary>
    public WebinarImportOptions Webinars { get; set; } = new();
}
