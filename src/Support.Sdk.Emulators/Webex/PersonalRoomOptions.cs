using System.Text.Json.Nodes;

namespace Support.Sdk.Emulators.Webex;

/// <summary>The options of a personal room that its owner may change. Under the emulator's gate.</summary>
internal sealed class PersonalRoomOptions
{
    public string? Topic { get; set; }

    public string HostPin { get; set; } = "4325";

    public bool EnabledAutoLock { get; set; }

    public int AutoLockMinutes { get; set; } = 10;

    public bool EnabledNotifyHost { get; set; } = true;

    public bool SupportCoHost { get; set; }

    public bool SupportAnyoneAsCoHost { get; set; }

    public bool AllowFirstUserToBeCoHost { get; set; }

    public bool AllowAuthenticatedDevices { get; set; }

    public JsonArray CoHosts { get; set; } = [];
}
