namespace Support.Sdk.Sessions;

/// <summary>A technician who works in a channel, and with which permissions (SES-07).</summary>
/// <param name="Technician">The technician's <see cref="StateMachines.Actor.Id"/>.</param>
/// <param name="CanRelease">Whether the technician may give sessions up.</param>
/// <param name="IsManager">Whether the technician manages the channel, which includes everything else.</param>
public sealed record ChannelMember(string Technician, bool CanRelease = false, bool IsManager = false);
