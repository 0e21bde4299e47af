using System.Buffers.Text;
using System.Text;

namespace Support.Sdk.Emulators.Webex;

/// <summary>Ids in the vendor's form: base64 without padding of <c>ciscospark://us/TYPE/uuid</c>.</summary>
internal static class WebexId
{
    public static string Of(string type, Guid uuid) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"ciscospark://us/{type}/{uuid}"));
}
