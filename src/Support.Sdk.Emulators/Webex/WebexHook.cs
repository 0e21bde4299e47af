namespace Support.Sdk.Emulators.Webex;

/// <summary>A registered webhook. Under the emulator's gate.</summary>
internal sealed class WebexHook
{
    public required string Id { get; init; }

    public required WebexUser Owner { get; init; }

    public required WebexIntegration Integration { get; init; }

    public required string Resource { get; init; }

    public required string Event { get; init; }

    public required string OwnedBy { get; init; }

    public required DateTimeOffset Created { get; init; }

    public string? Filter { get; init; }

    public required string Name { get; set; }

    public required Uri Target { get; set; }

    public string? Secret { get; set; }

    public string Status { get; set; } = "active";

    /// <summary>Times of failed tries since the last success.</summary>
    public List<DateTimeOffset> Failures { get; } = [];
}
