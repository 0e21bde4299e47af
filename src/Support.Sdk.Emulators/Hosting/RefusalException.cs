namespace Support.Sdk.Emulators.Hosting;

/// <summary>Ends a handler with the vendor's refusal. State must not have been changed before it is thrown.</summary>
internal sealed class RefusalException(EmulatorResponse response) : Exception($"Refused with {response.Status}.")
{
    public EmulatorResponse Response { get; } = response;
}
