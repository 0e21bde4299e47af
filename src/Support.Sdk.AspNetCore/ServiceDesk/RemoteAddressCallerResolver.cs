using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Support.Sdk.AspNetCore.ServiceDesk;

internal sealed class RemoteAddressCallerResolver : IServiceDeskCallerResolver
{
    private const int SubscriberBytes = 8;

    public string Resolve(HttpContext context) => context.Connection.RemoteIpAddress is { } address ? NameOf(address) : "unknown";

    internal static string NameOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(SubscriberBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
