namespace Support.Sdk.ServiceDesk;

/// <summary>Where the endpoints are and how they are called: what the clients of technicians and of end users have in common.</summary>
/// <remarks>Checked when the host starts.</remarks>
public abstract class ServiceDeskConnectionOptions
{
    private protected ServiceDeskConnectionOptions()
    {
    }

    /// <summary>The address of the endpoints with their prefix, such as <c>https://support.example.com/service-desk/</c>: HTTPS, or HTTP on a loopback address.</summary>
    /// <value><see langword="null"/> by default; needed. A missing slash at the end is added.</value>
    public Uri? BaseAddress { get; set; }

    /// <summary>The language of the texts of refusals, sent as <c>Accept-Language</c>: <c>fr</c>, or <c>fr-CA, fr;q=0.9</c>.</summary>
    /// <value><see langword="null"/> by default: the server's own choice, English.</value>
    public string? Language { get; set; }

    /// <summary>How live events are followed.</summary>
    public LiveEventOptions Events { get; } = new();

    /// <summary>How calls behave in time.</summary>
    public SupportHttpOptions Http { get; } = new();
}
