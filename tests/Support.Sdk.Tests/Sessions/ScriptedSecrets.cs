using Support.Sdk.Sessions;

namespace Support.Sdk.Tests.Sessions;

/// <summary>Draws the given PINs, the last one again and again; every link is another.</summary>
internal sealed class ScriptedSecrets(params string[] pins) : ISessionSecrets
{
    private int _draws;

    public int Draws => _draws;

    public SessionSecrets Create()
    {
        var draw = Interlocked.Increment(ref _draws);
        return new(pins[Math.Min(draw, pins.Length) - 1], $"{draw:D22}");
    }
}
