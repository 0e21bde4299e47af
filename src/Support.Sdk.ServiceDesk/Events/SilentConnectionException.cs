namespace Support.Sdk.ServiceDesk;

/// <summary>Nothing came for too long, not even a sign of life. Caught where connections are made anew; nobody outside sees it.</summary>
internal sealed class SilentConnectionException(TimeSpan silence) : IOException($"The connection brought nothing for {silence.TotalSeconds} s.");
