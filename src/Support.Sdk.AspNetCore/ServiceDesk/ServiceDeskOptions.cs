namespace Support.Sdk.AspNetCore.ServiceDesk;

/// <summary>How the Service Desk is served over HTTP.</summary>
public sealed class ServiceDeskOptions
{
    /// <summary>The section of the configuration that <c>AddServiceDesk</c> is usually bound to.</summary>
    public const string Section = "ServiceDesk";

    /// <summary>Where end users enter: the link's template, in which <c>{token}</c> stands for the session's token.</summary>
    /// <value>Such as <c>https://support.example.com/s/{token}</c>; empty by default, and then technicians are told the token alone.</value>
    public string EndUserLink { get; set; } = "";

    /// <summary>The languages of the answers, by culture name; the first is the one of callers who ask for none of them.</summary>
    /// <value><c>en</c> and <c>fr</c> by default. For another one an <see cref="Texts.ITextSource"/> has to be registered too.</value>
    public IList<string> Languages { get; } = ["en", "fr"];

    /// <summary>The greatest body that is read, in bytes; a larger one is answered with 413.</summary>
    /// <value>1,024 to 1,048,576; 65,536 by default.</value>
    public int MaxBodyBytes { get; set; } = 64 * 1024;

    /// <summary>How many items a page has when the caller does not say.</summary>
    /// <value>1 to <see cref="MaxPageSize"/>; 50 by default.</value>
    public int PageSize { get; set; } = 50;

    /// <summary>How many items a page has at most.</summary>
    /// <value>1 to 1,000; 200 by default.</value>
    public int MaxPageSize { get; set; } = 200;

    /// <summary>How often a silent event stream shows that it is alive, so that nothing on the way cuts it off.</summary>
    /// <value>1 second to 5 minutes; 15 seconds by default.</value>
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>After how long an event stream ends, so that its listener comes back, resumes, and shows anew who he is.</summary>
    /// <value>1 minute to 1 day; 1 hour by default.</value>
    public TimeSpan EventStreamLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How many wrong PINs and links one caller may try within <see cref="GuessWindow"/> (SES-17).</summary>
    /// <value>1 to 1,000; 10 by default.</value>
    public int WrongGuesses { get; set; } = 10;

    /// <summary>How long wrong guesses count, from the first of them.</summary>
    /// <value>1 second to 1 day; 10 minutes by default.</value>
    public TimeSpan GuessWindow { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many callers the built-in <see cref="IGuessLimiter"/> remembers; beyond them the oldest is forgotten.</summary>
    /// <value>100 to 10,000,000; 100,000 by default, which takes some 20 MB when it is full.</value>
    public int MaxGuessCallers { get; set; } = 100_000;
}
