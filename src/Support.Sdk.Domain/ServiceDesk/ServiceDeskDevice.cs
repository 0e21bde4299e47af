namespace Support.Sdk.ServiceDesk;

/// <summary>The computer of the end user, as technicians see it.</summary>
/// <remarks>The computer's id is not told: it is what the end user's answers are recognised by, so a technician who knew it and the PIN could grant himself permission.</remarks>
public sealed record ServiceDeskDevice
{
    /// <summary>Whether the support application runs there and is connected.</summary>
    public required bool IsOnline { get; init; }
}
