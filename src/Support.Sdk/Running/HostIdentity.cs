using System.Globalization;
using Microsoft.Extensions.Options;
using Support.Sdk.Options;

namespace Support.Sdk.Running;

/// <summary>This process in leases.</summary>
internal sealed class HostIdentity(IOptions<SupportSdkOptions> options, IIdGenerator ids)
{
    public string Owner { get; } = options.Value.HostName.Length > 0
        ? options.Value.HostName
        : string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{ids.NewId()}");
}
